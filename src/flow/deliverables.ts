/** What influencers made: handed in by its address, looked at by a person, and paid by the program's rules once it is approved. */
import { externalId } from "../core/id.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import * as store from "../store/deliverables.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import { readProgram } from "../store/programs.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { OwnFactParts } from "./own-fact.ts";
import { activityDrafts } from "./own-activity.ts";
import type { Hashes } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

/** Hands one in. The same address again by the same person is the same one; by somebody else it is refused with `conflict`. */
export async function submitDeliverable(
  parts: ChangeParts,
  by: By,
  wish: { program: string; personId: string; url: string },
): Promise<{ deliverableId: string }> {
  const { workspaceId } = by;
  return await change(parts, by, async (db) => {
    const program = await readProgram(workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    if (program.status === "ended" || program.live === null) throw new Refusal("program_not_live", "The program is not live.");
    if ((await readAdvocateStatus(workspaceId, db, { programId: program.id, personId: wish.personId })) !== "active")
      throw new Refusal("conflict", "She does not take part in the program: let her join first.");
    const id = parts.ids.uuid();
    const row = { id, program: program.id, person: wish.personId, url: wish.url };
    if (await store.insertDeliverable(workspaceId, db, row)) {
      const deed = { action: "deliverable.submitted", target: externalId("dvr", id), detail: { program: wish.program } };
      return { result: { deliverableId: id }, deed };
    }
    const known = await store.readDeliverableByUrl(workspaceId, db, row);
    if (known === null || known.person !== wish.personId) {
      const message = "Somebody else has handed in this address.";
      throw new Refusal("conflict", message, { errors: [{ pointer: "/url", code: "url_taken", message }] });
    }
    return { result: { deliverableId: known.id }, deed: null };
  });
}

/**
 * Approves one, which makes it an activity `deliverable`: the program's rules say what that is worth. Approving again changes nothing and
 * sends the fact again, in case a crash came in between: there it is a duplicate. Refuses `conflict` for what was refused before.
 */
export async function approveDeliverable(parts: OwnFactParts & { hashes: Hashes }, by: By, id: string): Promise<void> {
  const row = await change(parts, by, async (db) => decide(by, db, { id, approve: true, reason: null }));
  const client = `deliverable:${row.id}:approved`;
  const at = row.decidedAt ?? undefined;
  const activity = { client, program: row.programKey, person: row.person, name: "deliverable", ...(at === undefined ? {} : { at }) };
  await parts.batcher.submitDrafts(by.workspaceId, activityDrafts(parts, [activity]));
}

/** Sends one back with a word. Refuses `conflict` for what was approved: the reward can be taken back, the approval stays. */
export async function refuseDeliverable(parts: ChangeParts, by: By, wish: { id: string; reason: string }): Promise<void> {
  await change(parts, by, async (db) => decide(by, db, { id: wish.id, approve: false, reason: wish.reason }));
}

type Decision = { id: string; approve: boolean; reason: string | null };

async function decide(
  by: By,
  db: Client,
  wish: Decision,
): Promise<{ result: store.DeliverableRow; deed: { action: string; target: string } | null }> {
  const { workspaceId } = by;
  const row = await store.lockDeliverable(workspaceId, db, wish.id);
  if (row === null) throw notFound("deliverable");
  const status = wish.approve ? "approved" : "refused";
  if (row.status === status) return { result: row, deed: null };
  if (row.status !== "submitted") throw new Refusal("conflict", `It was ${row.status} before.`);
  const at = await workspaceNow(workspaceId, db);
  await store.decideDeliverable(workspaceId, db, { id: row.id, status, at, reason: wish.reason });
  const kind = wish.approve ? ("deliverable_approved" as const) : ("deliverable_refused" as const);
  await insertMessages(workspaceId, db, [{ kind, person_id: row.person, subject_key: `deliverable:${row.id}`, due_at: at }]);
  const deed = { action: `deliverable.${status}`, target: externalId("dvr", row.id) };
  return { result: { ...row, status, decidedAt: at }, deed };
}
