/** Where customers came from, groups that could be asked, and plans, as the API shows them. */
import { z } from "zod";
import { sharesOf } from "../../core/analytics/sources.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { SegmentCount } from "../../flow/segments.ts";
import type { OutreachRow, StepRow } from "../../store/outreach.ts";
import { GROUP_CONSENTS, GROUP_KINDS, type SourceAuditRow, type SourceGroupRow } from "../../store/source-audits.ts";
import { instant } from "../schemas.ts";

const interval = { share: z.number(), low: z.number().describe("The share is at least this, at 95 %."), high: z.number() };

export const sourceAudit = z
  .object({
    id: z.string(),
    name: z.string(),
    origin: z.enum(["answers", "orders", "given"]),
    from: instant.nullable(),
    to: instant.nullable(),
    baseline: z.boolean().describe("What a program is measured against. One is."),
    created_at: instant,
    total: z.int(),
    friends: z.object({ count: z.int(), ...interval }).describe("All sources in which somebody told her."),
    rows: z.array(z.object({ source: z.string(), count: z.int(), friend: z.boolean(), ...interval })),
  })
  .meta({ id: "SourceAudit" });

const at = (ms: number | null): string | null => (ms === null ? null : formatInstant(ms));

export function sourceAuditView(row: SourceAuditRow): z.input<typeof sourceAudit> {
  return {
    id: externalId("sau", row.id),
    name: row.name,
    origin: row.origin,
    from: at(row.from_at),
    to: at(row.to_at),
    baseline: row.baseline,
    created_at: formatInstant(row.created_at),
    ...sharesOf(row.counts),
  };
}

export const groupWish = z
  .strictObject({
    kind: z.enum(GROUP_KINDS),
    name: z.string().min(1).max(200),
    owner: z.string().max(200).default("").describe("Who looks after it."),
    segment: z.string().nullable().default(null).describe("Of the kind segment: whose people they are."),
    size: z.number().int().min(0).max(1e9).nullable().default(null).describe("About how many, where nobody can count them."),
    consent: z.enum(GROUP_CONSENTS).default("unknown").describe("Whether they agreed to be written to."),
    note: z.string().max(2000).default(""),
  })
  .meta({ id: "SourceGroupWrite" });

export const sourceGroup = z
  .object({
    id: z.string(),
    kind: z.enum(GROUP_KINDS),
    name: z.string(),
    owner: z.string(),
    segment: z.string().nullable(),
    size: z.int().nullable(),
    exact: z.boolean().describe("False: about so many."),
    contactable: z.int().nullable().describe("Of a segment: how many agreed and may be written to by e-mail."),
    consent: z.enum(GROUP_CONSENTS),
    note: z.string(),
    created_at: instant,
  })
  .meta({ id: "SourceGroup" });

export type GroupSize = { all: SegmentCount; contactable: SegmentCount } | null;

export function sourceGroupView(row: SourceGroupRow, size: GroupSize): z.input<typeof sourceGroup> {
  const { kind, name, owner, consent, note } = row;
  return {
    id: externalId("sgr", row.id),
    kind,
    name,
    owner,
    segment: row.segment_id === null ? null : externalId("seg", row.segment_id),
    size: size?.all.count ?? row.size,
    exact: size?.all.exact ?? false,
    contactable: size?.contactable.count ?? null,
    consent,
    note,
    created_at: formatInstant(row.created_at),
  };
}

export const outreach = z
  .object({
    id: z.string(),
    name: z.string(),
    program: z.string(),
    starts_at: instant,
    mails_a_week: z.int(),
    notes_a_week: z.int(),
    status: z.enum(["running", "ended"]),
    planned: z.int(),
    asked: z.int(),
    joined: z.int().describe("Of those asked, who joined afterwards."),
    referred: z.int().describe("Of those who joined, by whom somebody came."),
    created_at: instant,
  })
  .meta({ id: "Outreach" });

export function outreachView(row: OutreachRow): z.input<typeof outreach> {
  const { name, program, planned, asked, joined, referred } = row;
  return {
    id: externalId("orp", row.id),
    name,
    program,
    starts_at: formatInstant(row.starts_at),
    mails_a_week: row.mails,
    notes_a_week: row.notes,
    status: row.ended_at === null ? "running" : "ended",
    planned,
    asked,
    joined,
    referred,
    created_at: formatInstant(row.created_at),
  };
}

export const outreachStep = z
  .object({
    nth: z.int(),
    week: z.int().describe("From 0."),
    week_begins: instant,
    way: z.enum(["mail", "note"]),
    group: z.string(),
    group_name: z.string().nullable(),
    person: z.string().nullable().describe("null: a group whose people are not known here."),
    name: z.string().nullable(),
    email: z.string().nullable(),
    score: z.int().nullable(),
    state: z.enum(["planned", "asked", "skipped"]),
    asked_at: instant.nullable(),
  })
  .meta({ id: "OutreachStep" });

const WEEK = 7 * 86_400_000;

export function outreachStepView(row: StepRow, startsAt: number): z.input<typeof outreachStep> {
  const { nth, week, way, name, email, score } = row;
  return {
    nth,
    week,
    week_begins: formatInstant(startsAt + week * WEEK),
    way,
    group: externalId("sgr", row.group_id),
    group_name: row.group,
    person: row.person_id === null ? null : externalId("per", row.person_id),
    name,
    email,
    score,
    state: row.asked_at !== null ? "asked" : row.skipped_at !== null ? "skipped" : "planned",
    asked_at: at(row.asked_at),
  };
}
