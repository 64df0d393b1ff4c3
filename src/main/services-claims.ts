/** Claims, vacancies, deals and stages, each a flow with its parts handed in. */
import { makeClaim } from "../flow/claims.ts";
import { approveClaim, decideRefusal, withdrawClaim } from "../flow/claims-decide.ts";
import type { MoneyParts } from "../flow/money-parts.ts";
import { moveCandidate, moveStage } from "../flow/stages.ts";
import { putDeal, putVacancy } from "../flow/vacancies.ts";
import { undoStage } from "../flow/withdraw.ts";
import type { ClaimServices } from "../http/services-claims.ts";

export function claimServices(parts: MoneyParts): ClaimServices {
  return {
    make: (by, wish) => makeClaim(parts, by, wish),
    approve: (by, id) => approveClaim(parts, by, id),
    refuse: (by, wish) => decideRefusal(parts, by, wish),
    withdraw: (by, id) => withdrawClaim(parts, by, id),
    putVacancy: (by, wish) => putVacancy(parts, by, wish),
    putDeal: (by, wish) => putDeal(parts, by, wish),
    moveStage: (by, wish) => moveStage(parts, by, wish),
    undoStage: (by, wish) => undoStage(parts, by, wish),
    moveCandidate: (by, wish) => moveCandidate(parts, by, wish),
  };
}
