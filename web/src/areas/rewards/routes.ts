/** Rewards and money: what waits, what was paid, what is owed, and the books. Every filter is in the address. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { QUEUES, STATES } from "./search.ts";

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const one = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((each) => each === value);
type Search = Record<string, unknown>;
/** Every part may be left out of a link. */
const some = <S extends object>(search: S): Partial<S> => search;

export const rewardsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards",
    validateSearch: (search: Search) =>
      some({
        queue: one(search["queue"], QUEUES),
        state: one(search["state"], STATES),
        program: text(search["program"]),
        person: text(search["person"]),
        since: text(search["since"]),
      }),
    component: lazyRouteComponent(() => import("./rewards.tsx"), "Rewards"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/$reward",
    component: lazyRouteComponent(() => import("./reward.tsx"), "Reward"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/payouts",
    component: lazyRouteComponent(() => import("./payouts.tsx"), "Payouts"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/payouts/new",
    validateSearch: (search: Search) =>
      some({ unit: text(search["unit"]), kind: one(search["kind"], ["cash", "credit"]), minimum: text(search["minimum"]) }),
    component: lazyRouteComponent(() => import("./payout-new.tsx"), "PayoutNew"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/payouts/$batch",
    validateSearch: (search: Search) => some({ state: one(search["state"], ["in_flight", "settled", "failed"]) }),
    component: lazyRouteComponent(() => import("./payout-batch.tsx"), "PayoutBatch"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/statements/$person",
    validateSearch: (search: Search) => some({ from: text(search["from"]), to: text(search["to"]) }),
    component: lazyRouteComponent(() => import("./statement.tsx"), "Statement"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/owed",
    validateSearch: (search: Search) => some({ program: text(search["program"]), days: text(search["days"]) }),
    component: lazyRouteComponent(() => import("./owed.tsx"), "Owed"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/budgets",
    component: lazyRouteComponent(() => import("./budgets.tsx"), "Budgets"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/ledger",
    validateSearch: (search: Search) =>
      some({
        kind: text(search["kind"]),
        person: text(search["person"]),
        account: text(search["account"]),
        transaction: text(search["transaction"]),
      }),
    component: lazyRouteComponent(() => import("./ledger.tsx"), "Ledger"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/books",
    component: lazyRouteComponent(() => import("./books.tsx"), "Books"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/adjustments",
    validateSearch: (search: Search) =>
      some({
        state: one(search["state"], ["waiting", "done", "refused"]),
        what: one(search["what"], ["grant", "spend", "reverse"]),
        person: text(search["person"]),
        reward: text(search["reward"]),
      }),
    component: lazyRouteComponent(() => import("./adjustments.tsx"), "Adjustments"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/coupons",
    validateSearch: (search: Search) => some({ refill: text(search["refill"]) }),
    component: lazyRouteComponent(() => import("./coupons.tsx"), "Coupons"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rewards/catalogue",
    validateSearch: (search: Search) => some({ item: text(search["item"]) }),
    component: lazyRouteComponent(() => import("./catalogue.tsx"), "Catalogue"),
  }),
] as const;
