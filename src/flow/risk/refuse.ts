/** Referrals that are refused for their risk: what waits is denied, and the referral is rejected, so that no prize counts it either. */
import { RISK_REFUSED } from "../../core/reward.ts";
import type { Client } from "../../store/db.ts";
import { findReferralOf } from "../../store/referrals-write.ts";
import type { BatchHead } from "../../store/settle-load.ts";
import { loadRewards } from "../../store/settle-load-rewards.ts";
import type { By } from "../by.ts";
import { rejectAll } from "../change-referrals.ts";
import { claimChanged } from "../change-rewards.ts";
import { type MoneyParts, settleChange } from "../money-parts.ts";

export type Refused = {
  program: string;
  friend: string;
  /** The review: transfers name it as their cause. */
  cause: string;
  /** What waits. */
  rewards: readonly string[];
  /** Nothing that was available is taken back. */
  keepsGiven?: boolean;
};

/** All of them in one transaction: a farm of a thousand friends is one advocate's standing, folded once. */
export async function refuseReferrals(
  parts: MoneyParts,
  by: By,
  of: { db: Client; head: BatchHead; refused: readonly Refused[] },
): Promise<void> {
  const { db, head, refused } = of;
  const causes = new Map(refused.flatMap((r) => r.rewards.map((id) => [id, r.cause])));
  const rewards = await loadRewards(db, by.workspaceId, [...causes.keys()]);
  if (rewards.length > 0)
    await settleChange(parts, { db, head, workspaceId: by.workspaceId }, (book, claims) => {
      for (const reward of rewards)
        claimChanged(book, claims, { reward, cause: causes.get(reward.id) ?? reward.fact, owed: 0, gate: "denied", reason: RISK_REFUSED });
    });
  const referrals = [];
  for (const r of refused) {
    const known = r.keepsGiven === true ? null : await findReferralOf(by.workspaceId, db, { programId: r.program, friendId: r.friend });
    if (known !== null && known.status !== "rejected" && known.status !== "superseded") referrals.push(known);
  }
  if (referrals.length > 0) await rejectAll(parts, by, { db, head, referrals });
}
