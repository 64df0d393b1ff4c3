/**
 * What becomes due by time in cases, leads and requests: reminders, offers and leads that nobody took, requests that nobody answered. Each
 * is a row's own instant and is written down when it is done, so that a second sweep finds nothing.
 */
import { type Reminder, reminders } from "../core/case.ts";
import { externalId } from "../core/id.ts";
import { type CaseRow, addStep, readAnyCase } from "../store/cases.ts";
import { readDueCases, setReminded } from "../store/cases-change.ts";
import type { Client } from "../store/db.ts";
import { decideLead, readDueLeads } from "../store/leads.ts";
import { insertMessages } from "../store/messages.ts";
import { decideRequest, readDueRequests } from "../store/requests.ts";
import { inBatch } from "../store/settle-transaction.ts";
import { SYSTEM, sweepOffers } from "./case-offers.ts";
import { nextLook, planOf } from "./cases.ts";
import { tellSender } from "./leads.ts";
import type { MoneyParts } from "./money-parts.ts";
import type { Where } from "./program-section.ts";
import { tellAsker } from "./requests.ts";

/** Rows of each sort in one transaction. */
const CHUNK = 500;

/** @returns how many reminders, offers, leads and requests. */
export async function sweepCases(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  for (let total = 0; ; ) {
    const done = await inBatch(parts.pool, workspaceId, async (db: Client, opening) => {
      const head = await opening;
      const instant = until === undefined ? head.instant : Math.min(head.instant, until);
      const at: Where = { db, workspaceId, head: { instant, revision: head.revision } };
      const counts = [await remind(parts, at), await sweepOffers(parts, at, CHUNK), await expireRequests(at), await returnLeads(at)];
      return { statements: [], result: counts };
    });
    total += done.reduce((sum, n) => sum + n, 0);
    if (done.every((n) => n < CHUNK)) return total;
  }
}

/** The owner is reminded and the coordinator told, each once a stage, however late the sweep comes. */
async function remind(parts: MoneyParts, at: Where): Promise<number> {
  const due = await readDueCases(at.workspaceId, at.db, { instant: at.head.instant, limit: CHUNK });
  for (const id of due) await remindOf(parts, at, (await readAnyCase(at.workspaceId, at.db, id))!);
  return due.length;
}

async function remindOf(parts: MoneyParts, at: Where, row: CaseRow): Promise<void> {
  const { db, workspaceId, head } = at;
  const { section, compiled } = await planOf(parts, at, row);
  const now = { dueAt: row.dueAt, ownerRemindedAt: row.ownerRemindedAt, coordinatorRemindedAt: row.coordinatorRemindedAt };
  const id = externalId("cas", row.id);
  for (const { who, at: instant } of reminders(section, { ...now, zone: compiled.zone })) {
    if (instant > head.instant) break;
    if (who === "owner") now.ownerRemindedAt = head.instant;
    else now.coordinatorRemindedAt = head.instant;
    const person = readerOf(row, who);
    if (person === null) continue;
    const data = { case: id, stage: row.stage, to: who };
    await addStep(workspaceId, db, { caseId: row.id, at: head.instant, kind: "reminded", actor: SYSTEM, personId: null, data });
    await insertMessages(workspaceId, db, [
      { kind: "case_due", person_id: person, subject_key: `${id}:${row.stageStep}:${who}`, data, due_at: instant },
    ]);
  }
  const nextAt = nextLook(section, compiled, now);
  await setReminded(workspaceId, db, { caseId: row.id, owner: now.ownerRemindedAt, coordinator: now.coordinatorRemindedAt, nextAt });
}

function readerOf(row: CaseRow, who: Reminder): string | null {
  return who === "owner" ? row.ownerId : row.coordinatorId;
}

/** A request that nobody answered expires at its own instant, and the asker is told. */
async function expireRequests({ db, workspaceId, head }: Where): Promise<number> {
  const due = await readDueRequests(workspaceId, db, { instant: head.instant, limit: CHUNK });
  for (const request of due) {
    const at = request.expires_at;
    await decideRequest(workspaceId, db, { id: request.id, status: "expired", at, deciderId: null, introductionId: null });
    await tellAsker({ db, workspaceId }, { request, status: "expired", at });
  }
  return due.length;
}

/** A lead that was not accepted in time goes back at its own instant: nothing is owed for it, and its sender is told. */
async function returnLeads({ db, workspaceId, head }: Where): Promise<number> {
  const due = await readDueLeads(workspaceId, db, { instant: head.instant, limit: CHUNK });
  for (const lead of due) {
    const at = lead.expires_at;
    await decideLead(workspaceId, db, { id: lead.id, status: "returned", at, deciderId: null });
    await tellSender({ db, workspaceId }, { lead, status: "returned", at });
  }
  return due.length;
}
