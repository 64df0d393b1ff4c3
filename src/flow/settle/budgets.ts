/**
 * Budgets: one counter a program and period. What a reward draws follows it: when its amount, its instant or its version
 * changes, the old draw is given back and the new one taken, so that the counter is always the sum of what is owed.
 */
import type { Book, BudgetRow } from "../../core/book.ts";
import type { BudgetRule, Compiled } from "../../core/compiled.ts";
import type { Reward } from "../../core/reward.ts";
import { type Claims, type Target, programOf } from "./claim-rewards.ts";

export type BudgetPlace = { program: string; key: string; period: string };

export function budgetKey(program: string, key: string, period: string): string {
  return `${program}|${key}|${period}`;
}

/** The budget periods that this batch's targets draw on, now or before. */
export function budgetsNeeded(book: Book, claims: Claims): BudgetPlace[] {
  const needed = new Map<string, BudgetPlace>();
  for (const { reward, program } of claims.targets.values()) {
    const before = book.loaded.get(reward.id);
    const places = placesOf(program, reward)
      .concat(placesOf(inForce(book, program), reward))
      .concat(before === undefined ? [] : placesOf(programOf(book, before) ?? program, before));
    for (const [, place] of places) needed.set(budgetKey(place.program, place.key, place.period), place);
  }
  return [...needed.values()];
}

/** The budgets of a program version that a reward draws on, each with its period. */
export function placesOf(program: Compiled, reward: Reward): [BudgetRule, BudgetPlace][] {
  const out: [BudgetRule, BudgetPlace][] = [];
  for (const b of program.budgets) {
    if (applies(b, reward)) out.push([b, { program: program.id, key: b.key, period: b.period(reward.at).key }]);
  }
  return out;
}

function applies(b: BudgetRule, reward: Reward): boolean {
  if (b.rule !== undefined) return b.rule === reward.rule;
  return (
    b.amount !== undefined &&
    b.amount.currency === reward.unit &&
    (reward.form === "cash" || reward.form === "credit" || reward.form === "gift_card")
  );
}

function rowOf(book: Book, place: BudgetPlace): BudgetRow {
  const key = budgetKey(place.program, place.key, place.period);
  let row = book.budgets.get(key);
  if (row === undefined) {
    row = { ...place, used: 0, usedCount: 0, spentAt: null, dirty: false };
    book.budgets.set(key, row);
  }
  return row;
}

/**
 * The first reward that does not fit closes the budget at its own instant; what happened before that is still paid. How much there is
 * says the version in force now, not the one a referral was bound under: they share one counter, and an operator who raises the amount
 * means the money that is still to be spent.
 */
export function fits(book: Book, t: Target, owed: number): boolean {
  for (const [b, place] of placesOf(inForce(book, t.program), t.reward)) {
    if (!b.blocks) continue;
    const row = rowOf(book, place);
    if (row.spentAt !== null) {
      if (t.reward.at >= row.spentAt) return false;
      continue;
    }
    const over = b.amount !== undefined ? row.used + owed > b.amount.amount : row.usedCount + 1 > (b.count ?? Number.MAX_SAFE_INTEGER);
    if (!over) continue;
    row.spentAt = t.reward.at;
    row.dirty = true;
    return false;
  }
  return true;
}

function inForce(book: Book, program: Compiled): Compiled {
  return book.world.byId.get(program.id)?.versions.findLast((v) => v.from <= book.instant)?.compiled ?? program;
}

/** Gives back what the reward drew before and takes what it draws now. */
export function redraw(book: Book, before: Reward, t: Target): void {
  const { reward } = t;
  book.drawn.set(reward.id, { ...reward });
  const same = before.owed === reward.owed && before.at === reward.at && before.version === reward.version && before.unit === reward.unit;
  if (same) return;
  for (const [, place] of placesOf(programOf(book, before) ?? t.program, before)) draw(rowOf(book, place), -before.owed);
  for (const [, place] of placesOf(t.program, reward)) draw(rowOf(book, place), reward.owed);
}

function draw(row: BudgetRow, amount: number): void {
  if (amount === 0) return;
  row.used += amount;
  row.usedCount += amount > 0 ? 1 : -1;
  row.dirty = true;
}
