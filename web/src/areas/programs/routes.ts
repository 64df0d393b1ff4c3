import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const whole = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);

export const programsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs",
    component: lazyRouteComponent(() => import("./list.tsx"), "Programs"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs/new",
    /** `preset`: chosen; `copy`: the key of the program that it is made from; `by`: "document". */
    validateSearch: (search: Record<string, unknown>) => ({
      ...(text(search["preset"]) === undefined ? {} : { preset: text(search["preset"])! }),
      ...(text(search["copy"]) === undefined ? {} : { copy: text(search["copy"])! }),
      ...(search["by"] === "document" ? { by: "document" as const } : {}),
    }),
    component: lazyRouteComponent(() => import("./new.tsx"), "NewProgram"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs/$program",
    component: lazyRouteComponent(() => import("./overview.tsx"), "ProgramOverview"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs/$program/edit",
    /** `rule`: the reward that is open; `at`: a place of the document; `side`: what the preview shows. */
    validateSearch: (search: Record<string, unknown>): { view?: "document"; rule?: string; at?: string; side?: "cost" | "page" } => ({
      ...(search["view"] === "document" ? { view: "document" as const } : {}),
      ...(text(search["rule"]) === undefined ? {} : { rule: text(search["rule"])! }),
      ...(text(search["at"]) === undefined ? {} : { at: text(search["at"])! }),
      ...(search["side"] === "cost" || search["side"] === "page" ? { side: search["side"] } : {}),
    }),
    component: lazyRouteComponent(() => import("./edit.tsx"), "EditProgram"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs/$program/publish",
    component: lazyRouteComponent(() => import("./publish.tsx"), "PublishProgram"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/programs/$program/versions",
    validateSearch: (search: Record<string, unknown>): { from?: number; to?: number } => ({
      ...(whole(search["from"]) === undefined ? {} : { from: whole(search["from"])! }),
      ...(whole(search["to"]) === undefined ? {} : { to: whole(search["to"])! }),
    }),
    component: lazyRouteComponent(() => import("./versions.tsx"), "ProgramVersions"),
  }),
] as const;
