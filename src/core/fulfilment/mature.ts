/** Maturing: the hold is over and nobody has to approve, so what waited becomes available. */
import { derivedUuid } from "../id.ts";
import type { Digest } from "../ledger/post.ts";
import type { Transfer } from "../reward.ts";
import { movement } from "./movement.ts";

/** A reward whose hold is over: pending, with something owed. */
export type DueReward = { id: string; recipient: string; form: string; unit: string; owed: number; program: string; friend: string | null };
export type Maturing = {
  transfers: Transfer[];
  /** Each reward with the transfer that it is part of, as parallel lists. */
  ids: string[];
  transferOf: string[];
  /** Referrals that the rewards rest on: frozen now. */
  programs: string[];
  friends: string[];
};

/**
 * One transfer for each recipient, form and unit, whatever the number of rewards in it: an advocate with 40 rewards of one day gets one
 * line in the ledger, and a sweep of 100,000 rewards for 1,000 advocates writes 1,000 transfers.
 */
export function planMaturing(due: readonly DueReward[], of: { digest: Digest; workspace: string; instant: number }): Maturing {
  const plan: Maturing = { transfers: [], ids: [], transferOf: [], programs: [], friends: [] };
  const first = due[0];
  if (first === undefined) return plan;
  const sweep = derivedUuid(of.digest(`sweep|${of.workspace}|${of.instant}|${first.id}`), of.instant);
  const byHolder = new Map<string, Transfer>();
  const frozen = new Set<string>();
  for (const r of due) {
    const key = `${r.recipient}|${r.form}|${r.unit}`;
    const known = byHolder.get(key);
    const transfer = known ?? start(of.digest, { due: r, sweep, instant: of.instant });
    if (known === undefined) byHolder.set(key, transfer);
    else transfer.amount += r.owed;
    plan.ids.push(r.id);
    plan.transferOf.push(transfer.id);
    if (r.friend === null || frozen.has(`${r.program}|${r.friend}`)) continue;
    frozen.add(`${r.program}|${r.friend}`);
    plan.programs.push(r.program);
    plan.friends.push(r.friend);
  }
  plan.transfers = [...byHolder.values()];
  return plan;
}

function start(digest: Digest, of: { due: DueReward; sweep: string; instant: number }): Transfer {
  const { due: r, sweep, instant } = of;
  const holding = { owner: r.recipient, form: r.form, unit: r.unit };
  const key = `${sweep}|${r.recipient}|${r.form}|${r.unit}`;
  return movement(digest, holding, {
    key,
    group: sweep,
    kind: "mature",
    cause: sweep,
    at: instant,
    amount: r.owed,
    from: "pending",
    to: "available",
  });
}
