/** Endpoints of studies: statistics computed aside, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import reportsAdvocating from "./routes/reports.advocating.ts";
import reportsCredit from "./routes/reports.credit.ts";
import reportsGoodFriends from "./routes/reports.good-friends.ts";
import reportsLikely from "./routes/reports.likely.ts";
import reportsRings from "./routes/reports.rings.ts";
import reportsSubscriptions from "./routes/reports.subscriptions.ts";
import reportsTree from "./routes/reports.tree.ts";
import reportsTreeFriends from "./routes/reports.tree-friends.ts";
import reportsValue from "./routes/reports.value.ts";

export const studyEndpoints: readonly Endpoint[] = [
  reportsAdvocating,
  reportsCredit,
  reportsGoodFriends,
  reportsLikely,
  reportsRings,
  reportsSubscriptions,
  reportsTree,
  reportsTreeFriends,
  reportsValue,
];
