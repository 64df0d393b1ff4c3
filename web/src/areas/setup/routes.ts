import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { STEPS, type Step } from "./steps.ts";

export const setupRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup",
    validateSearch: (search: Record<string, unknown>): { step?: Step } =>
      STEPS.includes(search["step"] as Step) ? { step: search["step"] as Step } : {},
    component: lazyRouteComponent(() => import("./setup.tsx"), "Setup"),
  }),
] as const;
