/** What the portal reads. */
import type { Endpoint } from "./endpoint.ts";
import portalHome from "./routes/portal.home.ts";
import portalItems from "./routes/portal.items.ts";
import portalLearn from "./routes/portal.learn.ts";
import portalReferrals from "./routes/portal.referrals.ts";
import portalRewards from "./routes/portal.rewards.ts";
import portalStanding from "./routes/portal.standing.ts";

export const portalEndpoints: readonly Endpoint[] = [
  portalHome,
  portalReferrals,
  portalRewards,
  portalItems,
  portalStanding,
  portalLearn,
];
