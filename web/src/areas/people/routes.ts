import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people",
    component: lazyRouteComponent(() => import("./people.tsx"), "People"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/people/$person",
    component: lazyRouteComponent(() => import("./person.tsx"), "Person"),
  }),
] as const;
