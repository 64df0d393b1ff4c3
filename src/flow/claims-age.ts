/**
 * What time does to claims: a rule decides those that nobody decided, exclusivity ends. A claim whose referral moves on is worked on, so
 * its exclusivity begins anew with each stage; one that qualified is kept, one that was lost frees its subject.
 */
import { exclusiveFrom, nextLook } from "../core/attribution/claim.ts";
import { externalId } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import {
  type ClaimRow,
  decideClaim,
  freeSubjects,
  keepClaim,
  postponeClaim,
  readClaim,
  readDueClaims,
  readHolding,
} from "../store/claims.ts";
import { insertMessages } from "../store/messages.ts";
import { readReferral } from "../store/referrals.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Claiming, NotBound, acceptClaim, claimingOf, refuseClaim, tellDecided } from "./claims-accept.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";

/** Claims in one look; each is a transaction of its own, for each may pay. */
const CHUNK = 500;
/** A claim that a paused program leaves undecided is looked at again then. */
const DAY = 86_400_000;

/** Does what is due to claims. Safe to run twice, by several processes at once, and to be killed. @returns how many changed. */
export async function sweepClaims(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  for (let total = 0; ; ) {
    const due = await inWorkspace(parts.pool, workspaceId, async (db) =>
      readDueClaims(workspaceId, db, { instant: until ?? (await workspaceNow(workspaceId, db)), limit: CHUNK }),
    );
    for (const id of due) if (await sweepOne(parts, workspaceId, id)) total++;
    if (due.length < CHUNK) return total;
  }
}

async function sweepOne(parts: MoneyParts, workspaceId: string, id: string): Promise<boolean> {
  const by: By = { workspaceId, actor: "rule", requestId: "sweep", idempotencyKey: null };
  const once = (refuse: NotBound | null): Promise<boolean> =>
    asWriter(parts, by, async (db, head) => {
      const behind = { db, head, workspaceId };
      const claim = refuse === null ? null : await readClaim(workspaceId, db, id);
      if (refuse === null) return { result: await ageClaim(parts, by, { behind, claimId: id }), deeds: [] };
      if (claim?.status === "pending") await refuseClaim(behind, { claim, reason: refuse.reason, by: "rule" });
      return { result: true, deeds: [] };
    });
  try {
    return await once(null);
  } catch (error) {
    if (!(error instanceof NotBound)) throw error;
    return await once(error);
  }
}

/** What has become of one claim by now. @returns false when it stays as it is: not due, or its program is paused. */
export async function ageClaim(parts: MoneyParts, by: By, of: { behind: Behind; claimId: string }): Promise<boolean> {
  const { behind } = of;
  const { db, head, workspaceId } = behind;
  const claim = await readClaim(workspaceId, db, of.claimId);
  if (claim === null) return false;
  if (claim.status !== "pending" && claim.status !== "accepted") {
    await freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil: claim.blocks_until, at: head.instant });
    return true;
  }
  if (claim.due_at === null || claim.due_at > head.instant) return false;
  const claiming = await claimingIfAny(parts, behind, claim.program_id);
  if (claim.status === "accepted") await follow(behind, { claim, claiming });
  else if (claiming !== null) await decideByRule(parts, by, { behind, claim, claiming });
  else await postponeClaim(workspaceId, db, { claimId: claim.id, until: head.instant + DAY });
  return claim.status === "accepted" || claiming !== null;
}

/** A paused or ended program decides nothing; its claims wait. */
async function claimingIfAny(parts: MoneyParts, behind: Behind, programId: string): Promise<Claiming | null> {
  try {
    return await claimingOf(parts, behind, programId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function decideByRule(parts: MoneyParts, by: By, of: { behind: Behind; claim: ClaimRow; claiming: Claiming }): Promise<void> {
  const { decide } = of.claiming.rules;
  if (typeof decide === "object" && decide.answer === "refuse")
    return refuseClaim(of.behind, { claim: of.claim, reason: "not_decided", by: "rule" });
  await acceptClaim(parts, by, of);
}

/** An accepted claim whose exclusivity would be over: kept, begun anew, freed or ended, as its referral stands; told a week before. */
async function follow(behind: Behind, of: { claim: ClaimRow; claiming: Claiming | null }): Promise<void> {
  const { db, head, workspaceId } = behind;
  const { claim, claiming } = of;
  const referral = claim.referral_id === null ? null : await readReferral(workspaceId, db, claim.referral_id);
  const mine = referral !== null && referral.advocate_id === claim.shares[0]?.person;
  if (mine && claiming !== null && claiming.rules.lost.includes(referral.stage)) return end(behind, { claim, status: "ended" });
  if (mine && referral.status === "qualified") return keepClaim(workspaceId, db, { claimId: claim.id, until: null, dueAt: null });
  const again = mine && claiming !== null ? exclusiveFrom(claiming.rules, referral.stage_at, claiming.compiled.zone) : 0;
  const until = Math.max(again, claim.exclusive_until);
  if (until <= head.instant) return end(behind, { claim, status: "expired" });
  const dueAt = nextLook(until, head.instant);
  await keepClaim(workspaceId, db, { claimId: claim.id, until, dueAt });
  if (dueAt === until) await tellEnding(behind, { claim, until });
}

async function tellEnding(behind: Behind, of: { claim: ClaimRow; until: number }): Promise<void> {
  const { claim, until } = of;
  const id = externalId("clm", claim.id);
  const message = {
    kind: "claim_expiring" as const,
    subject_key: `${id}:${until}`,
    data: { claim: id, program: claim.program, until },
  };
  await insertMessages(
    behind.workspaceId,
    behind.db,
    claim.shares.map((s) => ({ ...message, person_id: s.person, due_at: behind.head.instant })),
  );
}

async function end(behind: Behind, of: { claim: ClaimRow; status: "expired" | "ended" }): Promise<void> {
  const { db, head, workspaceId } = behind;
  const { claim, status } = of;
  await decideClaim(workspaceId, db, {
    id: claim.id,
    from: ["accepted"],
    status,
    reason: null,
    at: head.instant,
    by: "rule",
    dueAt: null,
  });
  const keepUntil = status === "expired" ? claim.blocks_until : null;
  await freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil, at: head.instant });
  await tellDecided(behind, { claim, status, reason: null });
}

/** After a stage: a lost deal is free at once. The rest is looked at when its time comes. */
export async function endLost(
  behind: Behind,
  of: { claiming: Claiming; programId: string; friendId: string; stage: string },
): Promise<void> {
  if (!of.claiming.rules.lost.includes(of.stage)) return;
  for (const claim of await readHolding(behind.workspaceId, behind.db, of)) await end(behind, { claim, status: "ended" });
}
