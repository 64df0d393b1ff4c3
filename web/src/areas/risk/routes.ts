/** Risk: what is doubted and why, who is trusted or blocked, and the policy. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { REVIEW_STATES } from "./queue.ts";

type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const one = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((each) => each === value);
/** Every part may be left out of a link. */
const some = <S extends object>(search: S): Partial<S> => search;

const queue = (search: Search) =>
  some({ state: one(search["state"], REVIEW_STATES), program: text(search["program"]), advocate: text(search["advocate"]) });

export const riskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/risk",
    validateSearch: queue,
    component: lazyRouteComponent(() => import("./reviews.tsx"), "Reviews"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/risk/lists",
    validateSearch: (search: Search) =>
      some({ list: one(search["list"], ["allow", "block"]), add: one(search["add"], ["allow", "block"]) }),
    component: lazyRouteComponent(() => import("./lists.tsx"), "Lists"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/risk/policy",
    validateSearch: (search: Search) => some({ program: text(search["program"]) }),
    component: lazyRouteComponent(() => import("./policy.tsx"), "Policy"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/risk/rings",
    validateSearch: (search: Search) =>
      some({ grade: [10, 50, 70].find((each) => each === Number(search["grade"])), ring: text(search["ring"]) }),
    component: lazyRouteComponent(() => import("./rings.tsx"), "Rings"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/risk/$review",
    validateSearch: queue,
    component: lazyRouteComponent(() => import("./review.tsx"), "Review"),
  }),
] as const;
