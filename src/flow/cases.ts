/**
 * Cases: opened, moved through the stages of their program, noted on, closed with an outcome. A case is private: who is not on it cannot
 * tell it from one that does not exist, and every read leaves an audit row. It makes no facts, because facts are listed for whoever may
 * read events and would name whom the case is about; and it can earn nothing, because nobody is paid for referring a person in need.
 *
 * An operator's key acts for a person (`personId` of a reader); without one it acts for itself, and reads what it was put on by name.
 */
import { type CaseOutcome, type CaseRole, closeProblem, moveProblem, reminders, skipped, stageDue } from "../core/case.ts";
import type { Compiled } from "../core/compiled.ts";
import { externalId, uuidOf } from "../core/id.ts";
import type { CaseSection } from "../core/program-case.ts";
import { endCaseOffers } from "../store/case-offers.ts";
import * as store from "../store/cases.ts";
import * as rows from "../store/cases-change.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import { canonicalPerson, personByIdentity } from "../store/people.ts";
import type { BatchHead } from "../store/settle-load.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts, Deed } from "./change.ts";
import type { Worlds } from "./load-world.ts";
import { type Where, liveSection, versionOfProgram, worldOf } from "./program-section.ts";
import { Refusal, notFound } from "./refusal.ts";

export type CaseParts = ChangeParts & { worlds: Worlds };

/** Who a key acts for; null is the key itself. */
export type Acting = { acting: string | null };

export type CaseWish = Acting & {
  program: string;
  personId: string;
  ownerId: string | null;
  coordinatorId: string | null;
  people: readonly string[];
  text: string | null;
};

/** Opens a case in the program's first stage. Who opens it is on it; the owner is who is named, else who opens it. */
export async function openCase(parts: CaseParts, by: By, wish: CaseWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const at: Where = { db, workspaceId: by.workspaceId, head };
    const known = await store.findCaseByKey(by.workspaceId, db, by.idempotencyKey);
    if (known !== null) return { result: known, deeds: [] };
    const { id: programId, compiled, section } = await liveSection(parts, at, { program: wish.program, section: "case" });
    const ownerId = wish.ownerId ?? wish.acting;
    if (ownerId === null) throw invalid("/owner", "owner_missing", "Say who owns the case: owner, or acting_as.");
    const coordinatorId = wish.coordinatorId ?? (await coordinatorOf(at, section));
    const stage = compiled.stages[0]!.key;
    const caseId = parts.ids.uuid();
    const dueAt = stageDue(section, { stage, at: head.instant, zone: compiled.zone });
    const nextAt = nextLook(section, compiled, { dueAt, ownerRemindedAt: null, coordinatorRemindedAt: null });
    await store.insertCase(by.workspaceId, db, {
      id: caseId,
      programId,
      version: compiled.version,
      personId: wish.personId,
      stage,
      ownerId,
      coordinatorId,
      dueAt,
      nextAt,
      at: head.instant,
      key: by.idempotencyKey,
    });
    const put = (personId: string | null, role: CaseRole): Promise<unknown> | undefined =>
      personId === null ? undefined : store.addCasePerson(by.workspaceId, db, { caseId, personId, role, at: head.instant });
    await put(ownerId, "owner");
    await put(coordinatorId, "coordinator");
    for (const each of [wish.acting, ...wish.people]) await put(each, "member");
    if (wish.acting === null) await store.setCaseOperator(by.workspaceId, db, { caseId, actor: by.actor, at: head.instant });
    await store.addStep(by.workspaceId, db, { ...step(by, wish, { caseId, head }), kind: "opened", data: { stage }, text: wish.text });
    await assigned(at, { caseId, ownerId, step: 1 });
    return { result: caseId, deeds: [deed("case.opened", caseId, { program: wish.program, ...who(wish) })] };
  });
}

/** The person that the program names for all its cases. */
async function coordinatorOf(at: Where, section: CaseSection): Promise<string | null> {
  const reference = section.coordinator;
  if (reference === undefined) return null;
  const { db, workspaceId } = at;
  const id =
    uuidOf("per", reference) ?? (await personByIdentity(workspaceId, db, { kind: 1, value: reference.replace(/^user_id:/, "") }));
  const found = id === null ? null : await canonicalPerson(workspaceId, db, id);
  if (found === null)
    throw invalid(
      "/coordinator",
      "coordinator_unknown",
      "The program's coordinator is nobody here: make the person, or name a coordinator.",
    );
  return found;
}

export type Begun = {
  db: Client;
  head: BatchHead;
  row: store.CaseRow;
  compiled: Compiled;
  section: CaseSection;
  stages: readonly string[];
};

/** Changes an open case that the reader is on: `not_found` to everybody else, `conflict` once it is closed. */
export async function changeCase<T>(
  { parts, by }: { parts: CaseParts; by: By },
  of: Acting & { caseId: string },
  work: (begun: Begun) => Promise<{ result: T; deeds: Deed[] }>,
): Promise<T> {
  return asWriter(parts, by, async (db, head) => {
    const row = await store.readCase(by.workspaceId, db, { id: of.caseId, actor: by.actor, personId: of.acting });
    if (row === null) throw notFound("case");
    if (row.status === "closed") throw new Refusal("conflict", "The case is closed: open another one.");
    return work({ db, head, row, ...(await planOf(parts, { db, workspaceId: by.workspaceId, head }, row)) });
  });
}

/** The version of its program that a case runs by. */
export async function planOf(
  parts: { worlds: Worlds },
  at: Where,
  row: Pick<store.CaseRow, "programId" | "version">,
): Promise<{ compiled: Compiled; section: CaseSection; stages: readonly string[] }> {
  const compiled = versionOfProgram((await worldOf(parts, at)).byId.get(row.programId), row.version);
  const section = compiled?.program.case;
  if (compiled === undefined || section === undefined) throw new Error("impossible: a case of a program without cases");
  return { compiled, section, stages: compiled.stages.map((s) => s.key) };
}

export type MoveWish = Acting & { caseId: string; to: string; reason: string | null; from?: string | null };

/** Moves a case on. Leaving a stage out or going back needs a reason, which is kept with the step. */
export async function moveCase(parts: CaseParts, by: By, wish: MoveWish): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row, compiled, section, stages }) => {
    if (wish.from != null && wish.from !== row.stage)
      throw new Refusal("conflict", `The case is in "${row.stage}" now: somebody moved it meanwhile.`);
    const problem = moveProblem(stages, { from: row.stage, to: wish.to, reason: wish.reason });
    if (problem === "stage_unknown") throw invalid("/to", problem, `Use one of the program's stages: ${stages.join(", ")}.`);
    if (problem === "stage_same") throw new Refusal("conflict", `The case is in "${row.stage}" already.`);
    const out = skipped(stages, row.stage, wish.to);
    if (problem !== null) throw invalid("/reason", problem, reasonWanted(out));
    const data = { from: row.stage, to: wish.to, skipped: out };
    const nth = await store.addStep(by.workspaceId, db, {
      ...step(by, wish, { caseId: row.id, head }),
      kind: "moved",
      data,
      text: wish.reason,
    });
    const dueAt = stageDue(section, { stage: wish.to, at: head.instant, zone: compiled.zone });
    const nextAt = nextLook(section, compiled, { dueAt, ownerRemindedAt: null, coordinatorRemindedAt: null });
    await rows.setCaseStage(by.workspaceId, db, { caseId: row.id, stage: wish.to, at: head.instant, step: nth, dueAt, nextAt });
    return { result: undefined, deeds: [deed("case.moved", row.id, { ...data, ...who(wish) })] };
  });
}

function reasonWanted(out: readonly string[]): string {
  return out.length === 0 ? "Say why the case goes back." : `Say why it leaves out: ${out.join(", ")}.`;
}

/** Gives a case to another owner or coordinator, who is on it from then on; who had it stays as a member. */
export async function reassignCase(
  parts: CaseParts,
  by: By,
  wish: Acting & { caseId: string; ownerId: string | null; coordinatorId: string | null },
): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row }) => {
    const { workspaceId } = by;
    const ownerId = wish.ownerId ?? row.ownerId;
    const coordinatorId = wish.coordinatorId ?? row.coordinatorId;
    await rows.setCaseOwner(workspaceId, db, { caseId: row.id, ownerId, coordinatorId });
    for (const role of ["owner", "coordinator"] as const) await store.endCaseRole(workspaceId, db, { caseId: row.id, role });
    if (coordinatorId !== null)
      await store.addCasePerson(workspaceId, db, { caseId: row.id, personId: coordinatorId, role: "coordinator", at: head.instant });
    await store.addCasePerson(workspaceId, db, { caseId: row.id, personId: ownerId, role: "owner", at: head.instant });
    const data = { owner: externalId("per", ownerId), coordinator: coordinatorId === null ? null : externalId("per", coordinatorId) };
    const nth = await store.addStep(workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind: "reassigned", data });
    if (ownerId !== row.ownerId) await assigned({ db, workspaceId, head }, { caseId: row.id, ownerId, step: nth });
    return { result: undefined, deeds: [deed("case.reassigned", row.id, { ...data, ...who(wish) })] };
  });
}

export async function noteCase(parts: CaseParts, by: By, wish: Acting & { caseId: string; text: string }): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row }) => {
    await store.addStep(by.workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind: "noted", text: wish.text });
    return { result: undefined, deeds: [deed("case.noted", row.id, who(wish))] };
  });
}

/** A person, or an operator by her actor (`key_...`). */
export type Member = { personId: string; role: CaseRole } | { actor: string };

/** Puts somebody on a case, or takes her off it. Owner and coordinator are replaced (reassignCase), never taken off. */
export async function setCaseMember(
  parts: CaseParts,
  by: By,
  wish: Acting & { caseId: string; member: Member; on: boolean },
): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row }) => {
    const { member, on } = wish;
    const { workspaceId } = by;
    if ("actor" in member) {
      await store.setCaseOperator(workspaceId, db, { caseId: row.id, actor: member.actor, at: on ? head.instant : null });
    } else if (on) {
      await store.addCasePerson(workspaceId, db, { ...member, caseId: row.id, at: head.instant });
    } else {
      if (member.personId === row.ownerId || member.personId === row.coordinatorId)
        throw new Refusal("conflict", "Owner and coordinator stay on the case: give it to somebody else first.");
      if (!(await store.removeCasePerson(workspaceId, db, { caseId: row.id, personId: member.personId })))
        throw notFound("person on the case");
    }
    const data = "actor" in member ? { operator: member.actor } : { person: externalId("per", member.personId) };
    const kind = on ? "person_added" : "person_removed";
    await store.addStep(workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind, data });
    return { result: undefined, deeds: [deed(`case.${kind}`, row.id, { ...data, ...who(wish) })] };
  });
}

export type CloseWish = Acting & { caseId: string; outcome: CaseOutcome; reason: string | null };

/** Ends a case. Before the last stage it leaves some out, which needs a reason. Places that were asked are told by their list. */
export async function closeCase(parts: CaseParts, by: By, wish: CloseWish): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row, stages }) => {
    const out = skipped(stages, row.stage, null);
    const problem = closeProblem(stages, { stage: row.stage, reason: wish.reason });
    if (problem !== null) throw invalid("/reason", problem, reasonWanted(out));
    await rows.closeCaseRow(by.workspaceId, db, { caseId: row.id, outcome: wish.outcome, at: head.instant });
    await endCaseOffers(by.workspaceId, db, { caseId: row.id, at: head.instant });
    const data = { outcome: wish.outcome, stage: row.stage, skipped: out };
    await store.addStep(by.workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind: "closed", data, text: wish.reason });
    return { result: undefined, deeds: [deed("case.closed", row.id, { ...data, ...who(wish) })] };
  });
}

/** When the next reminder of a stage is due. */
export function nextLook(
  section: CaseSection,
  compiled: Compiled,
  of: { dueAt: number | null; ownerRemindedAt: number | null; coordinatorRemindedAt: number | null },
): number | null {
  return reminders(section, { ...of, zone: compiled.zone })[0]?.at ?? null;
}

async function assigned(at: Where, of: { caseId: string; ownerId: string; step: number }): Promise<void> {
  const id = externalId("cas", of.caseId);
  await insertMessages(at.workspaceId, at.db, [
    { kind: "case_assigned", person_id: of.ownerId, subject_key: `${id}:${of.step}`, data: { case: id }, due_at: at.head.instant },
  ]);
}

/** What every step by somebody says. */
export function step(
  by: By,
  wish: Acting,
  of: { caseId: string; head: Pick<BatchHead, "instant"> },
): Pick<store.NewStep, "caseId" | "at" | "actor" | "personId"> {
  return { caseId: of.caseId, at: of.head.instant, actor: by.actor, personId: wish.acting };
}

/** Whom the operator acted for: in the audit row of whatever was done. */
export function who(wish: Acting): Record<string, unknown> {
  return wish.acting === null ? {} : { acting_as: externalId("per", wish.acting) };
}

export function deed(action: string, caseId: string, detail: Record<string, unknown>): Deed {
  return { action, target: externalId("cas", caseId), detail };
}

export function invalid(pointer: string, code: string, message: string): Refusal {
  return new Refusal("validation_failed", message, { errors: [{ pointer, code, message }] });
}
