import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import type { EventSearch, MailSearch, RequestSearch, SnippetSearch, StatusSearch } from "./search.ts";

const root = { getParentRoute: () => rootRoute } as const;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

type Given = Record<string, unknown>;

export const developersRoutes = [
  createRoute({ ...root, path: "/developers", component: lazyRouteComponent(() => import("./overview.tsx"), "Overview") }),
  createRoute({
    ...root,
    path: "/developers/events",
    validateSearch: (given: Given): EventSearch => ({
      type: text(given["type"]),
      status: text(given["status"]),
      person: text(given["person"]),
      program: text(given["program"]),
      since: text(given["since"]),
    }),
    component: lazyRouteComponent(() => import("./events.tsx"), "Events"),
  }),
  createRoute({ ...root, path: "/developers/events/$event", component: lazyRouteComponent(() => import("./event.tsx"), "EventPage") }),
  createRoute({ ...root, path: "/developers/webhooks", component: lazyRouteComponent(() => import("./webhooks.tsx"), "Webhooks") }),
  createRoute({
    ...root,
    path: "/developers/webhooks/$webhook",
    validateSearch: (given: Given): StatusSearch => ({ status: text(given["status"]), type: text(given["type"]) }),
    component: lazyRouteComponent(() => import("./webhook.tsx"), "WebhookPage"),
  }),
  createRoute({
    ...root,
    path: "/developers/deliveries/$delivery",
    component: lazyRouteComponent(() => import("./delivery.tsx"), "DeliveryPage"),
  }),
  createRoute({ ...root, path: "/developers/sources", component: lazyRouteComponent(() => import("./sources.tsx"), "Sources") }),
  createRoute({
    ...root,
    path: "/developers/sources/$source",
    component: lazyRouteComponent(() => import("./source.tsx"), "SourcePage"),
  }),
  createRoute({
    ...root,
    path: "/developers/requests",
    validateSearch: (given: Given): RequestSearch => ({ key: text(given["key"]), status: text(given["status"]) }),
    component: lazyRouteComponent(() => import("./requests.tsx"), "Requests"),
  }),
  createRoute({ ...root, path: "/developers/sandbox", component: lazyRouteComponent(() => import("./sandbox.tsx"), "Sandbox") }),
  createRoute({
    ...root,
    path: "/developers/snippets",
    validateSearch: (given: Given): SnippetSearch => ({ show: text(given["show"]), program: text(given["program"]) }),
    component: lazyRouteComponent(() => import("./snippets.tsx"), "Snippets"),
  }),
  createRoute({
    ...root,
    path: "/developers/mail",
    validateSearch: (given: Given): MailSearch => ({
      status: text(given["status"]),
      kind: text(given["kind"]),
      person: text(given["person"]),
    }),
    component: lazyRouteComponent(() => import("./mailbox.tsx"), "Mailbox"),
  }),
  createRoute({ ...root, path: "/developers/mail/$mail", component: lazyRouteComponent(() => import("./mail.tsx"), "MailPage") }),
  createRoute({ ...root, path: "/developers/imports", component: lazyRouteComponent(() => import("./imports.tsx"), "Imports") }),
  createRoute({ ...root, path: "/developers/health", component: lazyRouteComponent(() => import("./health.tsx"), "Health") }),
] as const;
