/** What the portal reads. */
import type { Endpoint } from "./endpoint.ts";
import portalHome from "./routes/portal.home.ts";
import portalReferrals from "./routes/portal.referrals.ts";
import portalRewards from "./routes/portal.rewards.ts";

export const portalEndpoints: readonly Endpoint[] = [portalHome, portalReferrals, portalRewards];
