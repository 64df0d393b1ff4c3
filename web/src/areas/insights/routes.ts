/** What works: reports over the days. Every filter is in the address. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { reportSearch } from "./search.ts";

export const insightsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights",
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import("./reports.tsx"), "Funnel"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/money",
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import("./reports.tsx"), "MoneyReport"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/incentives",
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import("./reports.tsx"), "Incentives"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/sources",
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import("./reports.tsx"), "Sources"),
  }),
] as const;
