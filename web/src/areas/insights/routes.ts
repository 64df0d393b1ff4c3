/** What works: reports over the days. Every filter is in the address. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { experimentSearch, forecastSearch, newSearch } from "./experiment-search.ts";
import { agoSearch, compareSearch, periodSearch, reportSearch, valueSearch } from "./search.ts";

export const insightsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights",
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import("./reports.tsx"), "Funnel"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/kept",
    component: lazyRouteComponent(() => import("./kept.tsx"), "KeptViews"),
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
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/campaigns",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./campaigns.tsx"), "CampaignReport"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/compare",
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import("./compare.tsx"), "Compare"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/cohorts",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./cohorts.tsx"), "Cohorts"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/growth",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./growth.tsx"), "Growth"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/tree",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./grove.tsx"), "Grove"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/advocates",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./advocates.tsx"), "AdvocatesReport"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/likely",
    validateSearch: agoSearch,
    component: lazyRouteComponent(() => import("./likely.tsx"), "Likely"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/good-friends",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./good-friends.tsx"), "GoodFriends"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/advocating",
    validateSearch: agoSearch,
    component: lazyRouteComponent(() => import("./advocating.tsx"), "Advocating"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/participation",
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import("./participation.tsx"), "Participation"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/value",
    validateSearch: valueSearch,
    component: lazyRouteComponent(() => import("./value.tsx"), "Value"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/tracking",
    component: lazyRouteComponent(() => import("./tracking.tsx"), "Tracking"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/experiments",
    validateSearch: experimentSearch,
    component: lazyRouteComponent(() => import("./experiments.tsx"), "Experiments"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/experiments/new",
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import("./experiment-new.tsx"), "NewExperiment"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/experiments/$experiment",
    component: lazyRouteComponent(() => import("./experiment.tsx"), "ExperimentPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/insights/forecast",
    validateSearch: forecastSearch,
    component: lazyRouteComponent(() => import("./forecast.tsx"), "Forecast"),
  }),
] as const;
