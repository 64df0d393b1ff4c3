/**
 * What an advocate's reward earns for the recruiter above her: a share of it, claimed when the parent has been posted. One
 * level only: derived rewards earn nothing on. They pass standings and budgets of their own.
 */
import type { Book } from "../../core/book.ts";
import type { Compiled, CompiledRule } from "../../core/compiled.ts";
import { percentOf } from "../../core/money.ts";
import { type Reward, grantKey, isBarred } from "../../core/reward.ts";
import { type Claims, type Target, moveReward, newReward, noClaims, touch } from "./claim-rewards.ts";
import { uplineOf } from "./fold-people.ts";

export type DownlineTarget = { parent: Target; recruiter: string | undefined; basis: string };

/** Rewards whose recruiter earns a share of them, with what they come to now. */
export function downlineTargets(book: Book, claims: Claims): DownlineTarget[] {
  const out: DownlineTarget[] = [];
  for (const parent of claims.targets.values()) {
    const { reward, program } = parent;
    if (program.downline.length === 0 || reward.parent !== null || reward.advocate !== reward.recipient || reward.friend === null)
      continue;
    if (reward.form !== "cash" && reward.form !== "credit" && reward.form !== "points") continue;
    out.push({ parent, recruiter: uplineOf(book, program.id, reward.recipient)[0], basis: derivedBasis(reward) });
  }
  return out;
}

export function derivedBasis(parent: Pick<Reward, "recipient" | "rule" | "basis">): string {
  return `earned:${parent.recipient}:${parent.rule}:${parent.basis}`;
}

/** Claims the recruiters' shares, and gives back those of a recruiter who is not above the advocate any more. */
export function claimDownline(book: Book, claims: Claims): Claims {
  const next = noClaims();
  for (const { parent, recruiter, basis } of downlineTargets(book, claims)) {
    for (const rule of parent.program.downline) {
      if (rule.amount.kind !== "percent") continue;
      const share = isBarred(parent.reward.gate) ? 0 : percentOf(parent.owed, rule.amount.percent, "half_up");
      const stored = book.derived.get(`${parent.program.id}|${rule.key}|${basis}`) ?? [];
      for (const stale of stored) if (stale.recipient !== recruiter) claimShare(book, next, { parent, rule, share: 0, reward: stale });
      if (recruiter === undefined) continue;
      const key = grantKey({ program: parent.program.id, rule: rule.key, basis, recipient: recruiter });
      const known = book.rewards.get(key);
      if (share === 0 && known === undefined) continue;
      const reward = known ?? derivedReward(book, { parent, rule, recruiter, basis, key });
      book.rewards.set(key, reward);
      claimShare(book, next, { parent, rule, share, reward });
    }
  }
  return next;
}

type Share = { parent: Target; rule: CompiledRule; share: number; reward: Reward };

function claimShare(book: Book, claims: Claims, { parent, rule, share, reward }: Share): void {
  const { reward: p, program } = parent;
  const isKnown = book.loaded.has(reward.id);
  const same = isKnown && reward.nominal === share && reward.at === p.at && reward.client === p.client && reward.unit === p.unit;
  const target = { reward, program, owed: share, reason: share > 0 ? null : "fully_refunded", cause: parent.cause };
  if (same) {
    if (book.force && !rule.standing) claims.targets.set(grantKey(reward), target);
    return;
  }
  if (isKnown) moveReward(book, { reward, claims }, { program, rule, at: p.at, client: p.client });
  Object.assign(reward, { nominal: share, counts: share > 0, at: p.at, client: p.client, unit: p.unit, version: program.version });
  book.dirtyRewards.add(reward);
  if (rule.standing)
    touch(claims, { program, owner: reward.recipient, at: reward.at }, (t) => {
      t.added.push(reward);
      if (isKnown) t.refold = true;
    });
  else claims.targets.set(grantKey(reward), target);
}

function derivedReward(
  book: Book,
  d: { parent: Target; rule: Compiled["rules"][number]; recruiter: string; basis: string; key: string },
): Reward {
  const { reward: p } = d.parent;
  const reward = newReward(
    book,
    {
      program: d.parent.program,
      rule: d.rule,
      basis: d.basis,
      recipient: d.recruiter,
      friend: p.friend,
      advocate: p.recipient,
      fact: p.fact,
      at: p.at,
      client: p.client,
      form: d.rule.amount.form,
      unit: p.unit,
      nominal: 0,
      num: 1,
      den: 1,
      counts: true,
    },
    d.key,
  );
  reward.parent = p.id;
  return reward;
}
