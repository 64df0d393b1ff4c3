/** What each role may do, by the permissions of the API. A closed table: a new permission is the owner's and the manager's alone. */
import type { Role } from "../core/roles.ts";
import { PERMISSIONS, type Permission } from "./permissions.ts";

const reads = PERMISSIONS.filter((each) => each.endsWith(":read"));
const all = (...names: string[]): Permission[] => PERMISSIONS.filter((each) => names.includes(each.split(":")[0]!));
const without = (list: readonly Permission[], ...out: Permission[]): Permission[] => list.filter((each) => !out.includes(each));

/** Who works here, what machines may come in, and where money leaves to: the owner's. */
const OWNERS_OWN: readonly Permission[] = ["operators:write", "workspaces:write", "keys:write", "payouts:write", "portal:write"];
/** Reads that are nothing but personal data, or files of it. */
const PERSONAL: readonly Permission[] = ["people:contact", "messages:read", "imports:read", "payouts:read"];

const ROLE_PERMISSIONS: Record<Exclude<Role, "owner">, readonly Permission[]> = {
  manager: without(PERMISSIONS, ...OWNERS_OWN),
  // Everything that can be read, with addresses hidden (mask.ts), and nothing that can be changed.
  analyst: without([...reads, "coupons:validate"], ...PERSONAL),
  support: [
    ...without(reads, "keys:read", "payouts:read", "budgets:read", "imports:read", "sources:read", "webhooks:read", "audit:read"),
    ...all("claims", "requests", "cases", "leads", "shares", "testimonials", "deliverables", "redemptions").filter((each) =>
      each.endsWith(":write"),
    ),
    "people:contact",
    "people:write",
    "companies:write",
    "advocates:write",
    "referrals:write",
    "links:write",
    "events:write",
    "messages:write",
    // Each act up to the workspace's limit (support-limit.ts).
    "rewards:write",
    "coupons:validate",
  ],
  finance: [
    ...reads,
    "people:contact",
    "rewards:write",
    "ledger:write",
    "adjustments:write",
    "adjustments:approve",
    "payouts:write",
    "budgets:write",
    "coupons:write",
    "coupons:validate",
    "redemptions:write",
    "catalogue:write",
  ],
};

const SETS = new Map(Object.entries(ROLE_PERMISSIONS).map(([role, list]) => [role, new Set(list)]));

export function permissionsOfRole(role: Role): ReadonlySet<Permission> | "all" {
  return role === "owner" ? "all" : SETS.get(role)!;
}
