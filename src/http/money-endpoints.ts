/** The endpoints of the money pages: many at once, adjustments, proofs, statements, figures. */
import type { Endpoint } from "./endpoint.ts";
import adjustmentsApprove from "./routes/adjustments.approve.ts";
import adjustmentsCreate from "./routes/adjustments.create.ts";
import adjustmentsGet from "./routes/adjustments.get.ts";
import adjustmentsList from "./routes/adjustments.list.ts";
import adjustmentsRefuse from "./routes/adjustments.refuse.ts";
import ledgerProof from "./routes/ledger.proof.ts";
import ledgerProofs from "./routes/ledger.proofs.ts";
import ledgerVerify from "./routes/ledger.verify.ts";
import payoutsItems from "./routes/payouts.items.ts";
import peopleStatement from "./routes/people.statement.ts";
import reportsBudgets from "./routes/reports.budgets.ts";
import reportsLiability from "./routes/reports.liability.ts";
import reportsTimes from "./routes/reports.times.ts";
import reviewsDecide from "./routes/reviews.decide.ts";
import reviewsPolicyPreview from "./routes/reviews.policy-preview.ts";
import rewardsDecide from "./routes/rewards.decide.ts";

export const moneyEndpoints: readonly Endpoint[] = [
  rewardsDecide,
  adjustmentsCreate,
  adjustmentsList,
  adjustmentsGet,
  adjustmentsApprove,
  adjustmentsRefuse,
  ledgerVerify,
  ledgerProofs,
  ledgerProof,
  payoutsItems,
  peopleStatement,
  reportsTimes,
  reportsLiability,
  reportsBudgets,
  reviewsDecide,
  reviewsPolicyPreview,
];
