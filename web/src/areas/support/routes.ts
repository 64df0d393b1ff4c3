import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { feedbackSearch, ticketSearch } from "./search.ts";

const below = { getParentRoute: () => rootRoute } as const;

export const supportRoutes = [
  createRoute({
    ...below,
    path: "/support",
    validateSearch: ticketSearch,
    component: lazyRouteComponent(() => import("./tickets.tsx"), "Tickets"),
  }),
  createRoute({ ...below, path: "/support/tickets/$ticket", component: lazyRouteComponent(() => import("./ticket.tsx"), "Ticket") }),
  createRoute({
    ...below,
    path: "/support/feedback",
    validateSearch: feedbackSearch,
    component: lazyRouteComponent(() => import("./feedback.tsx"), "Feedback"),
  }),
  createRoute({ ...below, path: "/support/answers", component: lazyRouteComponent(() => import("./canned.tsx"), "Canned") }),
] as const;
