import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import type { PeopleFilter } from "./filter-search.ts";

type Search = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const given = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people",
    validateSearch: (search: Search): PeopleFilter =>
      given({
        program: text(search["program"]),
        joined: Number(search["joined"]) > 0 ? Number(search["joined"]) : undefined,
        country: text(search["country"]),
        segment: text(search["segment"]),
        sort: search["sort"] === "score" ? ("score" as const) : undefined,
      }),
    component: lazyRouteComponent(() => import("./people.tsx"), "People"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/companies",
    component: lazyRouteComponent(() => import("./companies.tsx"), "Companies"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/companies/$company",
    component: lazyRouteComponent(() => import("./company.tsx"), "Company"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/segments",
    component: lazyRouteComponent(() => import("./segments.tsx"), "Segments"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/segments/$segment",
    component: lazyRouteComponent(() => import("./segment.tsx"), "SegmentPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/import",
    component: lazyRouteComponent(() => import("./import.tsx"), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/sources",
    component: lazyRouteComponent(() => import("./sources.tsx"), "Sources"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/sources/$plan",
    component: lazyRouteComponent(() => import("./plan.tsx"), "PlanPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/$person",
    validateSearch: (search: Search): { tab?: string } => given({ tab: text(search["tab"]) }),
    component: lazyRouteComponent(() => import("./person.tsx"), "Person"),
  }),
] as const;
