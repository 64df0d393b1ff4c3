/**
 * Third part of a batch: budgets, and the ledger. Each target is brought to what is owed by one transfer of the
 * difference; what a reward earned for the recruiter above follows from it.
 */
import { type Book, referralKey } from "../../core/book.ts";
import type { Compiled } from "../../core/compiled.ts";
import { compareKeys } from "../../core/facts.ts";
import { bringTo } from "../../core/ledger/post.ts";
import { percentOf } from "../../core/money.ts";
import { type Reward, grantKey, isBarred } from "../../core/reward.ts";
import { fits, redraw } from "./budgets.ts";
import { type Claims, type Target, newReward, touch } from "./claim-rewards.ts";
import { uplineOf } from "./fold-people.ts";

/** Posts every target in key order, so that a budget is spent in the order in which things happened. */
export function postRewards(book: Book, claims: Claims): void {
  const targets = [...claims.targets.values()].sort(
    (a, b) => compareKeys(a.reward.at, a.reward.client, b.reward.at, b.reward.client) || (a.reward.rule < b.reward.rule ? -1 : 1),
  );
  for (const t of targets) post(book, t);
}

function post(book: Book, t: Target): void {
  const { reward } = t;
  const { state, gate, reason: reasonBefore } = reward;
  const barred = isBarred(reward.gate);
  let owed = barred ? 0 : t.owed;
  let reason = barred ? reward.reason : t.reason;
  if (owed > 0 && reward.revision === 0 && !fits(book, t, owed)) {
    reward.gate = "budget";
    reason = "budget_exhausted";
    owed = 0;
  }
  const before = book.drawn.get(reward.id) ?? book.loaded.get(reward.id) ?? { ...reward };
  if (leavesAccount(before, reward)) takeBack(book, t, before);
  const transfer = bringTo(
    reward,
    { owed, reason, instant: book.instant, cause: t.cause, mayMature: !book.importing && reward.gate !== "review" },
    book.digest,
  );
  if (transfer) book.transfers.push(transfer);
  const isNew = !book.loaded.has(reward.id);
  t.moved = isNew || transfer !== undefined || state !== reward.state || gate !== reward.gate || reasonBefore !== reward.reason;
  if (t.moved) book.dirtyRewards.add(reward);
  redraw(book, before, t);
  if (reward.maturedAt === book.instant && reward.friend !== null) freeze(book, reward);
}

/** What was posted sits in an account of another unit or form: the order's currency or the rule's version turned out to be another. */
function leavesAccount(before: Reward, now: Reward): boolean {
  return now.owed !== 0 && (before.unit !== now.unit || before.form !== now.form);
}

function takeBack(book: Book, t: Target, before: Reward): void {
  const { reward } = t;
  const { unit, form } = reward;
  Object.assign(reward, { unit: before.unit, form: before.form });
  const transfer = bringTo(reward, { owed: 0, reason: "superseded", instant: book.instant, cause: t.cause, mayMature: false }, book.digest);
  if (transfer) book.transfers.push(transfer);
  Object.assign(reward, { unit, form });
}

/** The first reward that becomes available freezes the binding it rests on. */
function freeze(book: Book, reward: Reward): void {
  const key = referralKey(reward.program, reward.friend ?? "");
  const row = book.referrals.get(key);
  if (row === undefined) book.freezes.push({ program: reward.program, friend: reward.friend ?? "" });
  else if (row.frozenAt === null) {
    row.frozenAt = book.instant;
    book.dirtyReferrals.add(key);
  }
}

/** Rewards whose recruiter earns a share of them, with what they come to now. One level only: derived ones earn nothing on. */
export function downlineTargets(book: Book, claims: Claims): { parent: Target; recruiter: string | undefined; basis: string }[] {
  const out: { parent: Target; recruiter: string | undefined; basis: string }[] = [];
  for (const parent of claims.targets.values()) {
    const { reward, program } = parent;
    if (program.downline.length === 0 || reward.parent !== null || reward.advocate !== reward.recipient || reward.friend === null)
      continue;
    if (reward.form !== "cash" && reward.form !== "credit" && reward.form !== "points") continue;
    out.push({ parent, recruiter: uplineOf(book, program.id, reward.recipient)[0], basis: derivedBasis(reward) });
  }
  return out;
}

export function derivedBasis(parent: Reward): string {
  return `earned:${parent.recipient}:${parent.rule}:${parent.basis}`;
}

/** Claims the recruiters' shares; they pass standings and budgets of their own afterwards. */
export function claimDownline(book: Book, claims: Claims): Claims {
  const next: Claims = { targets: new Map(), touched: new Map() };
  for (const { parent, recruiter, basis } of downlineTargets(book, claims)) {
    const blocked = isBarred(parent.reward.gate);
    for (const rule of parent.program.downline) {
      if (rule.amount.kind !== "percent") continue;
      const share = blocked ? 0 : percentOf(parent.owed, rule.amount.percent, "half_up");
      for (const stale of book.derived.get(`${parent.program.id}|${rule.key}|${basis}`) ?? []) {
        if (stale.recipient !== recruiter)
          next.targets.set(grantKey(stale), {
            reward: stale,
            program: parent.program,
            owed: 0,
            reason: "superseded",
            cause: parent.cause,
          });
      }
      if (recruiter === undefined) continue;
      const key = grantKey({ program: parent.program.id, rule: rule.key, basis, recipient: recruiter });
      const known = book.rewards.get(key);
      if (share === 0 && known === undefined) continue;
      const { reward: p } = parent;
      const reward = known ?? derivedReward(book, { parent, rule, recruiter, basis, key });
      Object.assign(reward, { nominal: share, num: 1, den: 1, counts: share > 0, at: p.at, client: p.client });
      book.rewards.set(key, reward);
      book.dirtyRewards.add(reward);
      if (rule.standing)
        touch(next, { program: parent.program, owner: recruiter, at: reward.at }, (t) => {
          t.added.push(reward);
          if (known) t.refold = true;
        });
      else
        next.targets.set(key, {
          reward,
          program: parent.program,
          owed: share,
          reason: share > 0 ? null : "fully_refunded",
          cause: parent.cause,
        });
    }
  }
  return next;
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
