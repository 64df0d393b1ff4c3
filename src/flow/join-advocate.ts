/**
 * Joining and leaving a program. Joining is a fact (it may earn a reward), so it goes through the settle path like any
 * other; the advocate's row and links follow. A crash between the two is mended by joining again: the fact is stepped
 * once, the row and the links are made where they are missing. Where a program asks for applications, joining waits for
 * an operator's decision.
 */
import { externalId } from "../core/id.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import { whyIneligible } from "../core/eligible.ts";
import { type Program, definition } from "../core/program.ts";
import { compileCondition } from "../core/rules/condition.ts";
import { readAdvocateStatus, upsertAdvocates } from "../store/advocates-write.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import { type OutboxEvent, insertOutbox } from "../store/outbox.ts";
import { readPerson } from "../store/people.ts";
import { type ProgramRow, readProgram } from "../store/programs.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { type Place, admitAdvocate } from "./admit-advocates.ts";
import { asWriter } from "./as-writer.ts";
import { refuseOutside } from "./audience.ts";
import type { By } from "./by.ts";
import { type OwnFactParts, settleOwnFact } from "./own-fact.ts";
import { personInputs } from "./person-inputs.ts";
import { Refusal, notFound } from "./refusal.ts";

export type JoinParts = OwnFactParts;
export type JoinWish = { program: string; person: Record<string, unknown>; channels?: string[] };

/**
 * Makes the person an advocate of the program, with a plain link and one for each channel asked for; where the program
 * asks for applications, records that she applied, and changes nothing for one who has applied or was refused. Idempotent.
 */
export async function joinAdvocate(parts: JoinParts, by: By, wish: JoinWish): Promise<{ personId: string; programId: string }> {
  const row = await inWorkspace(parts.pool, by.workspaceId, (db) => readProgram(by.workspaceId, db, wish.program));
  const program = openProgram(row);
  const { advocates, eligibility } = definition.parse(program.live);
  const { who, join, audience } = advocates;
  const joined = { type: "joined", program: wish.program, person: wish.person } as const;
  if (who === undefined && eligibility === undefined && audience === undefined && join !== "apply") {
    const personId = await settleOwnFact(parts, by, joined);
    await admitAdvocate(parts, by, {
      place: { programId: program.id, programKey: program.key, personId },
      channels: wish.channels ?? [],
    });
    return { personId, programId: program.id };
  }
  const personId = await settleOwnFact(parts, by, { ...joined, type: "identify" });
  const place = { programId: program.id, programKey: program.key, personId };
  if (who !== undefined || eligibility !== undefined) await refuseUnfit(parts, by, { personId, who, eligibility });
  await refuseOutside(parts, by, { program, personId, audience, isAsked: true });
  if (join === "apply" && (await apply(parts, by, place)) !== "active") return { personId, programId: program.id };
  await settleOwnFact(parts, by, { ...joined, person: { id: externalId("per", personId) } });
  await admitAdvocate(parts, by, { place, channels: wish.channels ?? [] });
  return { personId, programId: program.id };
}

function openProgram(program: ProgramRow | null): ProgramRow {
  if (program === null) throw notFound("program");
  if (program.status === "draft") throw new Refusal("program_not_live", "The program is a draft: publish it first.");
  if (program.status === "ended") throw new Refusal("program_not_live", "The program has ended: nobody can join it.");
  return program;
}

type Fit = { personId: string; who: Program["advocates"]["who"]; eligibility: Program["eligibility"] };

/** Whom the program is not for is told so before she joins, not when she waits for her first reward. */
async function refuseUnfit(parts: JoinParts, by: By, ask: Fit): Promise<void> {
  const { row, now } = await inWorkspace(parts.pool, by.workspaceId, async (db) => ({
    row: await readPerson(by.workspaceId, db, ask.personId),
    now: await workspaceNow(by.workspaceId, db),
  }));
  const inputs = personInputs(row, now);
  const reason = whyIneligible(ask.eligibility, inputs);
  if (reason !== null) {
    const message =
      reason === "outside_region"
        ? "The program runs in some regions only: say attributes.country (and region), or join where it runs."
        : "The program has a minimum age: say attributes.birth_date (YYYY-MM-DD) or attributes.age, or join when it is reached.";
    throw new Refusal("conflict", "The program is not for this person.", {
      errors: [{ pointer: "/person", code: "not_eligible", message }],
    });
  }
  const fact = { id: "", client: "", type: "custom" as const, at: 0, person: ask.personId, inputs };
  if (compileCondition(ask.who)?.(fact, undefined) !== false) return;
  const errors = [
    { pointer: "/person", code: "not_eligible", message: "The program's condition for advocates does not hold for this person." },
  ];
  throw new Refusal("conflict", "The program is not for this person.", { errors });
}

/** @returns the status after applying: `applied`, or what had been decided before. */
async function apply(parts: JoinParts, by: By, place: Place): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const before = await readAdvocateStatus(by.workspaceId, db, place);
    if (before !== null && before !== "left") return { result: before, deeds: [] };
    await upsertAdvocates(by.workspaceId, db, { places: [place], at: head.instant, status: "applied" });
    const target = externalId("per", place.personId);
    await tellApplied(by.workspaceId, db, { place, at: head.instant });
    return { result: "applied", deeds: [{ action: "application.received", target, detail: { program: place.programKey } }] };
  });
}

/** She is told that it is here, and those who decide that it waits. */
async function tellApplied(workspaceId: string, db: Client, { place, at }: { place: Place; at: number }): Promise<void> {
  const person = externalId("per", place.personId);
  const about = { subject_key: `${person}:${place.programKey}:${at}`, data: { program: place.programKey, person }, due_at: at };
  await insertMessages(workspaceId, db, [
    { kind: "application_received", person_id: place.personId, ...about },
    { kind: "application_waiting", person_id: OPERATORS, ...about },
  ]);
}

/** A friend takes part by herself: as if she had joined, and she is told so as a friend. Refuses `conflict` whom the program is not for. */
export async function letFriendJoin(parts: JoinParts, by: By, place: Place): Promise<void> {
  const row = await inWorkspace(parts.pool, by.workspaceId, (db) => readProgram(by.workspaceId, db, place.programKey));
  const program = openProgram(row);
  const { advocates, eligibility } = definition.parse(program.live);
  await refuseUnfit(parts, by, { personId: place.personId, who: advocates.who, eligibility });
  await refuseOutside(parts, by, { program, personId: place.personId, audience: advocates.audience, isAsked: false });
  const person = { id: externalId("per", place.personId) };
  await settleOwnFact(parts, by, { type: "joined", program: place.programKey, person });
  await admitAdvocate(parts, { ...by, idempotencyKey: null }, { place, channels: [], wasFriend: true });
}

/**
 * Decides an application. Approving makes the advocate, as if she had joined now; the same decision again changes nothing,
 * and a refused application may still be approved. Refuses `conflict` to refuse somebody who takes part already.
 */
export async function decideApplication(parts: JoinParts, by: By, wish: Place & { approve: boolean }): Promise<void> {
  const program = await inWorkspace(parts.pool, by.workspaceId, (db) => readProgram(by.workspaceId, db, wish.programKey));
  const status = await inWorkspace(parts.pool, by.workspaceId, (db) => readAdvocateStatus(by.workspaceId, db, wish));
  if (status === null || status === "left") throw notFound("application");
  if (!wish.approve) return refuseApplication(parts, by, wish);
  openProgram(program);
  const person = { id: externalId("per", wish.personId) };
  if (status !== "active") await settleOwnFact(parts, by, { type: "joined", program: wish.programKey, person });
  await admitAdvocate(parts, by, { place: wish, channels: [], decided: true });
}

async function refuseApplication(parts: JoinParts, by: By, place: Place): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const status = await readAdvocateStatus(by.workspaceId, db, place);
    if (status === "refused") return { result: undefined, deeds: [] };
    if (status !== "applied") throw new Refusal("conflict", "She takes part already: let her leave instead.");
    const target = externalId("per", place.personId);
    await upsertAdvocates(by.workspaceId, db, { places: [place], at: head.instant, status: "refused" });
    const news: OutboxEvent = { type: "application.decided", id: target, program: place.programId, reason: "refused" };
    await insertOutbox(by.workspaceId, db, { at: head.instant, events: [news] });
    return { result: undefined, deeds: [{ action: "application.refused", target, detail: { program: place.programKey } }] };
  });
}

/** Ends an advocate's part in the program: codes and links tie nobody any more, what is earned stays earned. */
export async function leaveAdvocate(parts: JoinParts, by: By, wish: Place): Promise<void> {
  const status = await inWorkspace(parts.pool, by.workspaceId, (db) => readAdvocateStatus(by.workspaceId, db, wish));
  if (status === null) throw notFound("advocate");
  if (status === "left") return;
  await settleOwnFact(parts, by, { type: "left", program: wish.programKey, person: { id: externalId("per", wish.personId) } });
  await asWriter(parts, by, async (db, head) => {
    await upsertAdvocates(by.workspaceId, db, { places: [wish], at: head.instant, status: "left" });
    const deed = { action: "advocate.left", target: externalId("per", wish.personId), detail: { program: wish.programKey } };
    return { result: undefined, deeds: [deed] };
  });
}
