import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    validateSearch: (search: Record<string, unknown>): { goal?: "edit" } => (search["goal"] === "edit" ? { goal: "edit" } : {}),
    component: lazyRouteComponent(() => import("./home.tsx"), "Home"),
  }),
] as const;
