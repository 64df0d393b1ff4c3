/** The money pages' services, each a flow with its parts handed in. */
import { approveAdjustment, proposeAdjustment, refuseAdjustment } from "../flow/adjustments.ts";
import { budgetReport } from "../flow/budget-report.ts";
import { decideRewards, previewRewards } from "../flow/decide-rewards.ts";
import type { MoneyParts } from "../flow/money-parts.ts";
import { startProof } from "../flow/prove-ledger.ts";
import type { MoneyServices } from "../http/services-money.ts";

export function moneyServices(parts: MoneyParts): MoneyServices {
  return {
    decideRewards: (by, wish) => decideRewards(parts, by, wish),
    previewRewards: (by, wish) => previewRewards(parts, by, wish),
    propose: (by, wish) => proposeAdjustment(parts, by, wish),
    approve: (by, id) => approveAdjustment(parts, by, id),
    refuse: (by, input) => refuseAdjustment(parts, by, input),
    startProof: (by, isClosing) => startProof(parts, by, isClosing),
    budgets: (at) => budgetReport(parts, at),
  };
}
