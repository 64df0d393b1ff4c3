/** Reviews, lists and licences, each a flow with its parts handed in. */
import { addLicence, checkLicence } from "../flow/licences.ts";
import type { MoneyParts } from "../flow/money-parts.ts";
import { addListed, removeListed } from "../flow/risk/lists.ts";
import { approveReview, decideReviews, refuseReview } from "../flow/risk/reviews.ts";
import type { RiskServices } from "../http/services-risk.ts";

export function riskServices(parts: MoneyParts): RiskServices {
  return {
    approve: (by, wish) => approveReview(parts, by, wish),
    refuse: (by, wish) => refuseReview(parts, by, wish),
    decideMany: (by, wish) => decideReviews(parts, by, wish),
    addListed: (by, wish) => addListed(parts, by, wish),
    removeListed: (by, id) => removeListed(parts, by, id),
    addLicence: (by, wish) => addLicence(parts, by, wish),
    checkLicence: (by, wish) => checkLicence(parts, by, wish),
  };
}
