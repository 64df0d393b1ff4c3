/** Endpoints of licences, lists and reviews, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import licencesAdd from "./routes/licences.add.ts";
import licencesCheck from "./routes/licences.check.ts";
import licencesList from "./routes/licences.list.ts";
import listsAdd from "./routes/lists.add.ts";
import listsList from "./routes/lists.list.ts";
import listsRemove from "./routes/lists.remove.ts";
import reviewsApprove from "./routes/reviews.approve.ts";
import reviewsGet from "./routes/reviews.get.ts";
import reviewsList from "./routes/reviews.list.ts";
import reviewsRefuse from "./routes/reviews.refuse.ts";
import reviewsSummary from "./routes/reviews.summary.ts";

export const riskEndpoints: readonly Endpoint[] = [
  licencesAdd,
  licencesCheck,
  licencesList,
  listsAdd,
  listsList,
  listsRemove,
  reviewsApprove,
  reviewsGet,
  reviewsList,
  reviewsRefuse,
  reviewsSummary,
];
