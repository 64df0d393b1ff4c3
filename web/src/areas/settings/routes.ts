import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import type { AuditSearch } from "./search.ts";

const root = { getParentRoute: () => rootRoute } as const;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

export const settingsRoutes = [
  createRoute({ ...root, path: "/settings", component: lazyRouteComponent(() => import("./workspace.tsx"), "WorkspacePage") }),
  createRoute({ ...root, path: "/settings/account", component: lazyRouteComponent(() => import("./account.tsx"), "AccountPage") }),
  createRoute({ ...root, path: "/settings/operators", component: lazyRouteComponent(() => import("./operators.tsx"), "OperatorsPage") }),
  createRoute({ ...root, path: "/settings/keys", component: lazyRouteComponent(() => import("./keys.tsx"), "KeysPage") }),
  createRoute({ ...root, path: "/settings/domains", component: lazyRouteComponent(() => import("./domains.tsx"), "DomainsPage") }),
  createRoute({
    ...root,
    path: "/settings/audit",
    validateSearch: (given: Record<string, unknown>): AuditSearch => ({
      actor: text(given["actor"]),
      action: text(given["action"]),
      target: text(given["target"]),
      from: text(given["from"]),
      to: text(given["to"]),
    }),
    component: lazyRouteComponent(() => import("./audit.tsx"), "AuditPage"),
  }),
] as const;
