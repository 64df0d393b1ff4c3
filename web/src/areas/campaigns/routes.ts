import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import type { BoardSearch, NewSearch, ReportSearch, StatusSearch } from "./search.ts";

const root = { getParentRoute: () => rootRoute } as const;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

type Given = Record<string, unknown>;

export const campaignsRoutes = [
  createRoute({
    ...root,
    path: "/campaigns",
    validateSearch: (given: Given): StatusSearch => ({ status: text(given["status"]) }),
    component: lazyRouteComponent(() => import("./announcements.tsx"), "Announcements"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/asks",
    validateSearch: (given: Given): StatusSearch => ({ status: text(given["status"]) }),
    component: lazyRouteComponent(() => import("./announcements.tsx"), "Asks"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/new",
    validateSearch: (given: Given): NewSearch => (given["kind"] === "ask" ? { kind: "ask" } : {}),
    component: lazyRouteComponent(() => import("./new.tsx"), "NewAnnouncement"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/announcements/$announcement",
    validateSearch: (given: Given): ReportSearch => ({ show: text(given["show"]), language: text(given["language"]) }),
    component: lazyRouteComponent(() => import("./announcement.tsx"), "AnnouncementPage"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/announcements/$announcement/edit",
    component: lazyRouteComponent(() => import("./edit.tsx"), "EditAnnouncement"),
  }),
  createRoute({ ...root, path: "/campaigns/bonuses", component: lazyRouteComponent(() => import("./bonuses.tsx"), "Bonuses") }),
  createRoute({ ...root, path: "/campaigns/contests", component: lazyRouteComponent(() => import("./contests.tsx"), "Contests") }),
  createRoute({
    ...root,
    path: "/campaigns/contests/$contest",
    component: lazyRouteComponent(() => import("./contest.tsx"), "ContestPage"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/leaderboards",
    validateSearch: (given: Given): BoardSearch => ({
      program: text(given["program"]),
      period: text(given["period"]),
      hidden: text(given["hidden"]),
    }),
    component: lazyRouteComponent(() => import("./leaderboards.tsx"), "Leaderboards"),
  }),
  createRoute({
    ...root,
    path: "/campaigns/levels",
    validateSearch: (given: Given): { badge?: string } => ({ badge: text(given["badge"]) }),
    component: lazyRouteComponent(() => import("./levels.tsx"), "Levels"),
  }),
  createRoute({ ...root, path: "/campaigns/gatherings", component: lazyRouteComponent(() => import("./gatherings.tsx"), "Gatherings") }),
  createRoute({
    ...root,
    path: "/campaigns/gatherings/$gathering",
    component: lazyRouteComponent(() => import("./gathering.tsx"), "GatheringPage"),
  }),
] as const;
