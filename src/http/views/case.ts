/** Cases, places and offers as the API shows them. */
import { z } from "zod";
import { CASE_OUTCOMES, CASE_ROLES } from "../../core/case.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { notFound } from "../../flow/refusal.ts";
import type { CaseRead } from "../../flow/read-cases.ts";
import type { OfferRow, PlaceRow } from "../../store/case-offers.ts";
import type { CaseRow } from "../../store/cases.ts";
import { instant } from "../schemas.ts";

const when = (at: number | null): string | null => (at === null ? null : formatInstant(at));
const per = (id: string | null): string | null => (id === null ? null : externalId("per", id));

const shape = {
  id: z.string(),
  program: z.string(),
  person: z.string().describe("Whom it is about."),
  stage: z.string(),
  status: z.enum(["open", "closed"]),
  outcome: z.enum(CASE_OUTCOMES).nullable(),
  owner: z.string(),
  coordinator: z.string().nullable(),
  opened_at: instant,
  stage_at: instant.describe("Since when it is in its stage."),
  due_at: instant.nullable().describe("When its stage is due."),
  closed_at: instant.nullable(),
};

export const caseView = z.object(shape).meta({ id: "Case" });

export function viewCase(row: Omit<CaseRow, "steps">): z.input<typeof caseView> {
  return {
    id: externalId("cas", row.id),
    program: row.program,
    person: externalId("per", row.personId),
    stage: row.stage,
    status: row.status,
    outcome: row.outcome,
    owner: externalId("per", row.ownerId),
    coordinator: per(row.coordinatorId),
    opened_at: formatInstant(row.openedAt),
    stage_at: formatInstant(row.stageAt),
    due_at: when(row.dueAt),
    closed_at: when(row.closedAt),
  };
}

/** The number of an offer in a path, or the 404. */
export function offerNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw notFound("offer");
  return Number(text);
}

export const offerView = z
  .object({
    case: z.string(),
    offer: z.int().describe("Its number within the case."),
    place: z.string(),
    state: z
      .enum(["next", "offered", "accepted", "declined", "expired", "full", "answered", "withdrawn", "ended"])
      .describe("next: asked if those before it do not accept. full: had no room when it was its turn."),
    meters: z.int(),
    offered_at: instant.nullable(),
    expires_at: instant.nullable(),
    decided_at: instant.nullable(),
    answer_due_at: instant.nullable(),
    answered_at: instant.nullable(),
  })
  .meta({ id: "CaseOffer" });

export function viewOffer(row: OfferRow): z.input<typeof offerView> {
  return {
    case: externalId("cas", row.case_id),
    offer: row.nth,
    place: row.place,
    state: row.state,
    meters: row.meters,
    offered_at: when(row.offered_at),
    expires_at: when(row.expires_at),
    decided_at: when(row.decided_at),
    answer_due_at: when(row.answer_due_at),
    answered_at: when(row.answered_at),
  };
}

export const caseDetail = z
  .object({
    ...shape,
    people: z.array(z.object({ person: z.string(), role: z.enum(CASE_ROLES) })),
    operators: z.array(z.string()).describe("Keys that are on the case by name."),
    offers: z.array(offerView),
    steps: z.array(
      z.object({
        step: z.int(),
        at: instant,
        kind: z.string(),
        actor: z.string().describe("The key that did it, or system."),
        by: z.string().nullable().describe("Whom the key acted for."),
        data: z.record(z.string(), z.unknown()),
        text: z.string().nullable().describe("Gone when the person it is about was erased."),
      }),
    ),
  })
  .meta({ id: "CaseDetail" });

export function viewCaseDetail(row: CaseRead): z.input<typeof caseDetail> {
  return {
    ...viewCase(row),
    people: row.people.map((m) => ({ person: externalId("per", m.person_id), role: m.role })),
    operators: row.operators,
    offers: row.offers.map(viewOffer),
    steps: row.steps.map((s) => ({
      step: s.nth,
      at: formatInstant(s.at),
      kind: s.kind,
      actor: s.actor,
      by: per(s.person_id),
      data: s.data,
      text: s.text,
    })),
  };
}

export const placeView = z
  .object({
    id: z.string(),
    program: z.string(),
    external_id: z.string(),
    name: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    capacity: z.int(),
    taken: z.int().describe("Open offers and accepted cases."),
    person: z.string().describe("Who answers for it."),
    active: z.boolean(),
  })
  .meta({ id: "Place" });

export function viewPlace(row: PlaceRow): z.input<typeof placeView> {
  const { id, program, external_id, name, capacity, taken, active } = row;
  const at = { latitude: row.latitude / 1_000_000, longitude: row.longitude / 1_000_000 };
  return {
    id: externalId("plc", id),
    program,
    external_id,
    name,
    ...at,
    capacity,
    taken,
    person: externalId("per", row.person_id),
    active,
  };
}
