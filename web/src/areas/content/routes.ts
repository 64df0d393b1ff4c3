import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { forProgram, only } from "./search.ts";

const getParentRoute = () => rootRoute;

export const contentRoutes = [
  createRoute({
    getParentRoute,
    path: "/content",
    beforeLoad: () => {
      throw redirect({ to: "/content/landing", replace: true });
    },
  }),
  createRoute({
    getParentRoute,
    path: "/content/landing",
    validateSearch: forProgram("language", "device", "scheme", "version", "mode"),
    component: lazyRouteComponent(() => import("./landing.tsx"), "Landing"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/portal",
    validateSearch: forProgram("language", "device", "scheme", "person"),
    component: lazyRouteComponent(() => import("./portal.tsx"), "Portal"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/share",
    validateSearch: forProgram("language", "region"),
    component: lazyRouteComponent(() => import("./share.tsx"), "Share"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/mails",
    validateSearch: only("q", "to"),
    component: lazyRouteComponent(() => import("./mails.tsx"), "Mails"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/mails/$kind",
    validateSearch: only("language", "scheme", "part"),
    component: lazyRouteComponent(() => import("./mail.tsx"), "Mail"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/brand",
    validateSearch: forProgram("show", "device", "scheme"),
    component: lazyRouteComponent(() => import("./brand.tsx"), "Brand"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/testimonials",
    validateSearch: forProgram("status"),
    component: lazyRouteComponent(() => import("./testimonials.tsx"), "Testimonials"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/help",
    validateSearch: only("language", "article"),
    component: lazyRouteComponent(() => import("./articles.tsx"), "Articles"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/resources",
    validateSearch: forProgram("language"),
    component: lazyRouteComponent(() => import("./resources.tsx"), "Resources"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/terms",
    validateSearch: forProgram("language", "version"),
    component: lazyRouteComponent(() => import("./terms.tsx"), "Terms"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/texts",
    validateSearch: only("language", "section", "only", "q", "key"),
    component: lazyRouteComponent(() => import("./texts.tsx"), "Texts"),
  }),
  createRoute({
    getParentRoute,
    path: "/content/snippets",
    validateSearch: forProgram("snippet"),
    component: lazyRouteComponent(() => import("./snippets.tsx"), "Snippets"),
  }),
] as const;
