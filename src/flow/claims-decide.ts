/** What operators and claimants do to claims: approve, refuse, withdraw. */
import type { ClaimReason } from "../core/attribution/claim.ts";
import { externalId } from "../core/id.ts";
import { type ClaimRow, decideClaim, freeSubjects, noteClaim, readClaim } from "../store/claims.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { Deed } from "./change.ts";
import { NotBound, acceptClaim, claimingOf, refuseClaim } from "./claims-accept.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";

/**
 * Approves a claim: the friend is bound and what it earns is paid. One who turns out to be somebody's, or not eligible, makes it a refused
 * claim with that reason. The same again changes nothing. Refuses `conflict` for a claim that was decided otherwise.
 */
export async function approveClaim(parts: MoneyParts, by: By, claimId: string): Promise<void> {
  const attempt = (refuse: ClaimReason | null): Promise<void> =>
    onClaim(parts, by, claimId, async (behind, claim) => {
      if (claim.status === "accepted") return null;
      mustBe(claim, ["pending"]);
      if (refuse !== null) {
        await refuseClaim(behind, { claim, reason: refuse, by: by.actor });
        return { action: "claim.refused", target: "", detail: { reason: refuse } };
      }
      const claiming = await claimingOf(parts, behind, claim.program_id);
      await acceptClaim(parts, by, { behind, claim, claiming });
      return { action: "claim.approved", target: "", detail: {} };
    });
  try {
    await attempt(null);
  } catch (error) {
    if (!(error instanceof NotBound)) throw error;
    await attempt(error.reason);
  }
}

/** Refuses a claim that waits; `note` are words for the claimant's file. Refuses `conflict` for one that was decided otherwise. */
export async function decideRefusal(parts: MoneyParts, by: By, wish: { claimId: string; note: string | null }): Promise<void> {
  await onClaim(parts, by, wish.claimId, async (behind, claim) => {
    if (claim.status === "refused") return null;
    mustBe(claim, ["pending"]);
    if (wish.note !== null) await noteClaim(by.workspaceId, behind.db, { claimId: claim.id, note: wish.note });
    await refuseClaim(behind, { claim, reason: "refused", by: by.actor });
    return { action: "claim.refused", target: "", detail: { reason: "refused" } };
  });
}

/** Takes a claim back and frees its subject for others; what it has earned stays, and so does a referral that nobody else claims. */
export async function withdrawClaim(parts: MoneyParts, by: By, claimId: string): Promise<void> {
  await onClaim(parts, by, claimId, async ({ db, head, workspaceId }, claim) => {
    if (claim.status === "withdrawn") return null;
    mustBe(claim, ["pending", "accepted"]);
    const from = ["pending", "accepted"];
    await decideClaim(workspaceId, db, {
      id: claim.id,
      from,
      status: "withdrawn",
      reason: null,
      at: head.instant,
      by: by.actor,
      dueAt: null,
    });
    await freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil: null, at: head.instant });
    return { action: "claim.withdrawn", target: "", detail: {} };
  });
}

type Work = (behind: Behind, claim: ClaimRow) => Promise<Deed | null>;

async function onClaim(...[parts, by, claimId, work]: [parts: MoneyParts, by: By, claimId: string, work: Work]): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const claim = await readClaim(by.workspaceId, db, claimId);
    if (claim === null) throw notFound("claim");
    const deed = await work({ db, head, workspaceId: by.workspaceId }, claim);
    const target = externalId("clm", claimId);
    return { result: undefined, deeds: deed === null ? [] : [{ ...deed, target, detail: { program: claim.program, ...deed.detail } }] };
  });
}

function mustBe(claim: ClaimRow, states: readonly string[]): void {
  if (!states.includes(claim.status)) throw new Refusal("conflict", `The claim is ${claim.status}: it was decided already.`);
}
