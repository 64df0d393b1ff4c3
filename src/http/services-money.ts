/** What http needs from flow for the money pages: many rewards at once, adjustments, proofs of the books. Part of `Services`. */
import type { AdjustmentWish } from "../flow/adjustments.ts";
import type { BudgetLine } from "../flow/budget-report.ts";
import type { By } from "../flow/by.ts";
import type { DecideRewards, DecidedRewards } from "../flow/decide-rewards.ts";
import type { Client } from "../store/db.ts";

export type MoneyServices = {
  /** What cannot be decided is told of and stops nothing. */
  decideRewards(by: By, wish: DecideRewards): Promise<DecidedRewards>;
  previewRewards(by: By, wish: DecideRewards): Promise<DecidedRewards>;
  /** Does it up to the workspace's limit; above, it waits for a second operator. */
  propose(by: By, wish: AdjustmentWish): Promise<{ id: string }>;
  /** Refuses `second_person_needed` to whoever proposed it. */
  approve(by: By, id: string): Promise<void>;
  refuse(by: By, input: { id: string; reason: string }): Promise<void>;
  /** Begins in the background. Refuses `conflict` while one is running. */
  startProof(by: By, isClosing: () => boolean): Promise<{ id: string }>;
  budgets(at: { workspaceId: string; db: Client }): Promise<BudgetLine[]>;
};
