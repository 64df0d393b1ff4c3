/** A spent budget, opened again by an operator. */
import type { Book } from "../core/book.ts";
import { mulDiv } from "../core/money.ts";
import { externalId } from "../core/id.ts";
import type { Reward } from "../core/reward.ts";
import { clearSpent } from "../store/rewards-write.ts";
import { loadRefused } from "../store/settle-load-rewards.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { claimChanged } from "./change-rewards.ts";
import { type MoneyParts, settleChange } from "./money-parts.ts";
import { notFound } from "./refusal.ts";
import { placesOf } from "./settle/budgets.ts";
import { programOf } from "./settle/claim-rewards.ts";

/** `period` as in the budgets' list; empty is a budget without periods. */
export type BudgetName = { programId: string; key: string; period: string };

/**
 * Opens a spent budget and settles what it refused, in the order in which it happened, as far as there is room: after a refund gave money
 * back, or a new version raised the amount. What still does not fit closes it again. Opening one that is not spent changes nothing.
 */
export async function reopenBudget(parts: MoneyParts, by: By, name: BudgetName): Promise<void> {
  const budget = { ...name, period: name.period === "" ? "ever" : name.period };
  await asWriter(parts, by, async (db, head) => {
    const opened = await clearSpent(by.workspaceId, db, budget);
    if (opened === null) throw notFound("budget");
    if (!opened) return { result: undefined, deeds: [] };
    const cause = parts.ids.uuid();
    let asked = 0;
    await settleChange(parts, { db, head, workspaceId: by.workspaceId }, async (book, claims) => {
      const refused = (await loadRefused(db, by.workspaceId, budget.programId)).filter((r) => isOf(book, r, budget));
      asked = refused.length;
      for (const reward of refused) {
        const owed = mulDiv(reward.nominal, reward.num, reward.den, "half_up");
        claimChanged(book, claims, { reward, cause, owed, gate: null, reason: null });
      }
    });
    const detail = { key: budget.key, period: budget.period, asked_again: asked };
    return { result: undefined, deeds: [{ id: cause, action: "budget.reopened", target: externalId("prg", budget.programId), detail }] };
  });
}

function isOf(book: Book, reward: Reward, budget: BudgetName): boolean {
  const program = programOf(book, reward);
  return program !== undefined && placesOf(program, reward).some(([, place]) => place.key === budget.key && place.period === budget.period);
}
