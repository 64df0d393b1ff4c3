import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { boardSearch, dealSearch, deskSearch, inboxSearch, referralSearch } from "./search.ts";

const below = { getParentRoute: () => rootRoute } as const;

export const referralsRoutes = [
  createRoute({
    ...below,
    path: "/referrals",
    validateSearch: referralSearch,
    component: lazyRouteComponent(() => import("./referrals.tsx"), "Referrals"),
  }),
  createRoute({
    ...below,
    path: "/referrals/desk",
    validateSearch: deskSearch,
    component: lazyRouteComponent(() => import("./desk.tsx"), "Desk"),
  }),
  createRoute({ ...below, path: "/referrals/boards", component: lazyRouteComponent(() => import("./boards.tsx"), "Boards") }),
  createRoute({
    ...below,
    path: "/referrals/boards/$program",
    validateSearch: boardSearch,
    component: lazyRouteComponent(() => import("./board-page.tsx"), "BoardPage"),
  }),
  createRoute({
    ...below,
    path: "/referrals/deals",
    validateSearch: dealSearch,
    component: lazyRouteComponent(() => import("./deals.tsx"), "Deals"),
  }),
  createRoute({
    ...below,
    path: "/referrals/inbox",
    validateSearch: inboxSearch,
    component: lazyRouteComponent(() => import("./inbox.tsx"), "Inbox"),
  }),
  createRoute({ ...below, path: "/referrals/$referral", component: lazyRouteComponent(() => import("./referral.tsx"), "Referral") }),
] as const;
