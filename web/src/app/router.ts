/** All pages. An area's pages are loaded when one is opened; the shell and the kit are the first screen. */
import { createRouter } from "@tanstack/react-router";
import { currentSlug } from "../api/client.ts";
import { campaignsRoutes } from "../areas/campaigns/routes.ts";
import { contentRoutes } from "../areas/content/routes.ts";
import { developersRoutes } from "../areas/developers/routes.ts";
import { insightsRoutes } from "../areas/insights/routes.ts";
import { homeRoutes } from "../areas/home/routes.ts";
import { peopleRoutes } from "../areas/people/routes.ts";
import { programsRoutes } from "../areas/programs/routes.ts";
import { referralsRoutes } from "../areas/referrals/routes.ts";
import { rewardsRoutes } from "../areas/rewards/routes.ts";
import { riskRoutes } from "../areas/risk/routes.ts";
import { settingsRoutes } from "../areas/settings/routes.ts";
import { setupRoutes } from "../areas/setup/routes.ts";
import { supportRoutes } from "../areas/support/routes.ts";
import { rootRoute } from "./root.ts";

const routeTree = rootRoute.addChildren([
  ...campaignsRoutes,
  ...contentRoutes,
  ...developersRoutes,
  ...homeRoutes,
  ...insightsRoutes,
  ...peopleRoutes,
  ...programsRoutes,
  ...referralsRoutes,
  ...rewardsRoutes,
  ...riskRoutes,
  ...settingsRoutes,
  ...setupRoutes,
  ...supportRoutes,
]);

export const router = createRouter({
  routeTree,
  basepath: `/app/${encodeURIComponent(currentSlug ?? "")}`,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
