/**
 * Taking back what was told by hand: the stage that a referral was moved to, the answer to a lead. The fact stays where it is and counts no
 * more; whom it is about is folded again without it, and the ledger moves by the difference. What was paid already is carried.
 */
import { externalId } from "../core/id.ts";
import { type ToldFact, findSettled, lastStageTold, markWithdrawn, stageToldBy } from "../store/fact-withdraw.ts";
import * as leads from "../store/leads.ts";
import { canonicalPerson } from "../store/people.ts";
import { readReferral } from "../store/referrals.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { claimingOf } from "./claims-accept.ts";
import { type Behind, type MoneyParts, settleChange } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { foldingOf } from "./settle/hold-people.ts";
import { readPeople } from "./settle/load-batch.ts";
import { namesOf } from "./told-again.ts";
import { withoutNames } from "./without-names.ts";

export type StageUndo = { referralId: string; stage: string; eventId: string | null; reason: string };

/**
 * `stage`: where the referral was seen. `eventId`: the one event that is taken back, the last of that stage where it is null. Refuses
 * `conflict` when the referral stands elsewhere or came there by itself, or the event was taken back before.
 */
export async function undoStage(parts: MoneyParts, by: By, wish: StageUndo): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const referral = await readReferral(workspaceId, db, wish.referralId);
    if (referral === null) throw notFound("referral");
    const { program, program_id: programId, friend_id: friendId, stage } = referral;
    if (referral.status === "rejected" || referral.status === "superseded")
      throw new Refusal("conflict", `The referral is ${referral.status}: it moves no more.`);
    if (stage !== wish.stage) throw new Refusal("conflict", `The referral is in "${stage}" now: somebody moved it meanwhile.`);
    const behind = { db, head, workspaceId };
    const told = await toldOf(behind, { ...wish, friendId, program });
    const claiming = await claimingOf(parts, behind, programId).catch(() => null);
    if (claiming?.rules.lost.includes(told.stage) === true)
      throw new Refusal("conflict", "Its claim ended when it was lost, and others may have claimed it since: claim it anew.");
    await withdraw(parts, behind, { told, personId: friendId });
    const reason = await withoutNames(workspaceId, db, { text: wish.reason, people: [friendId, referral.advocate_id] });
    const detail = { stage: told.stage, event: externalId("evt", told.id), reason };
    const deed = { action: "referral.stage_undone", target: externalId("ref", referral.id), detail };
    return { result: undefined, deeds: [deed] };
  });
}

async function toldOf(
  { db, workspaceId }: Behind,
  of: { friendId: string; program: string; stage: string; eventId: string | null },
): Promise<ToldFact & { stage: string }> {
  if (of.eventId === null) {
    const told = await lastStageTold(workspaceId, db, of);
    if (told === null) throw new Refusal("conflict", "Nobody moved it there by hand: an order or a sign-up did.");
    return { ...told, stage: of.stage };
  }
  const told = await stageToldBy(workspaceId, db, { ...of, eventId: of.eventId });
  if (told === null) throw notFound("event");
  if (told.status === "withdrawn") throw new Refusal("conflict", "That move was taken back before.");
  if (told.status !== "settled") throw new Refusal("conflict", `The event is ${told.status}: it moved nothing.`);
  return told;
}

/** An answered lead waits for its answer again; of an accepted one the credit goes back. Refuses `conflict` once its time is over. */
export async function reopenLead(parts: MoneyParts, by: By, wish: { leadId: string }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const lead = await leads.readLead(workspaceId, db, wish.leadId);
    if (lead === null) throw notFound("lead");
    if (lead.status !== "accepted" && lead.status !== "declined")
      throw new Refusal("conflict", `The lead is ${lead.status}: there is no answer to take back.`);
    if (lead.expires_at <= head.instant) throw new Refusal("conflict", "The time to answer it is over: the answer stays.");
    if (lead.status === "accepted") {
      const told = await findSettled(workspaceId, db, namesOf(`lead:${lead.id}:accepted`));
      if (told !== null) await withdraw(parts, { db, head, workspaceId }, { told, personId: lead.person_id });
    }
    await leads.reopenLead(workspaceId, db, lead.id);
    return {
      result: undefined,
      deeds: [{ action: "lead.reopened", target: externalId("led", lead.id), detail: { before: lead.status } }],
    };
  });
}

async function withdraw(parts: MoneyParts, behind: Behind, of: { told: ToldFact; personId: string }): Promise<void> {
  const { db, head, workspaceId } = behind;
  const personId = (await canonicalPerson(workspaceId, db, of.personId)) ?? of.personId;
  await markWithdrawn(workspaceId, db, { id: of.told.id, at: head.instant });
  await settleChange(parts, behind, async (opened) => {
    await readPeople(db, opened, [personId]);
    opened.foldLimit = Number.MAX_SAFE_INTEGER;
    foldingOf(opened, personId).full = true;
  });
}
