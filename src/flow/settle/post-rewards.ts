/**
 * Third part of a batch: budgets, and the ledger. Each target is brought to what is owed by one transfer of the
 * difference; what a reward earned for the recruiter above follows from it (downline.ts).
 */
import { type Book, referralKey } from "../../core/book.ts";
import { compareKeys } from "../../core/facts.ts";
import { bringTo, unexpire } from "../../core/ledger/post.ts";
import { type Reward, isBarred } from "../../core/reward.ts";
import { fits, redraw } from "./budgets.ts";
import type { Claims, Target } from "./claim-rewards.ts";

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
  const before = book.drawn.get(reward.id) ?? book.loaded.get(reward.id) ?? { ...reward };
  // A choice draws on no budget before an option is picked.
  const isFirst = reward.revision === 0 || (before.form === "choice" && reward.form !== "choice");
  if (owed > 0 && isFirst && !fits(book, t, owed)) {
    reward.gate = "budget";
    reason = "budget_exhausted";
    owed = 0;
  }
  if (leavesAccount(before, reward)) takeBack(book, t, before);
  const transfer = bringTo(
    reward,
    { owed, reason, instant: book.instant, cause: t.cause, mayMature: !book.importing && reward.gate === null },
    book.digest,
  );
  if (transfer) book.transfers.push(transfer);
  restore(book, t);
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
  const transfer = bringTo(
    reward,
    { owed: 0, reason: "superseded", instant: book.instant, cause: t.cause, mayMature: false },
    book.digest,
  );
  if (transfer) book.transfers.push(transfer);
  restore(book, t);
  Object.assign(reward, { unit, form });
}

/** What had ended of a reward that is taken back. */
function restore(book: Book, { reward, cause }: Target): void {
  const transfer = (reward.expired ?? 0) > 0 ? unexpire(reward, { instant: book.instant, cause }, book.digest) : undefined;
  if (transfer === undefined) return;
  book.transfers.push(transfer);
  book.restored.push({ reward: reward.id, by: transfer.amount });
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
