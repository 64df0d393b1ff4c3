/** The closed list of permissions. A secret key has all or a chosen few; a publishable key has none of them. */

const RESOURCES = [
  "events",
  "people",
  "companies",
  "advocates",
  "links",
  "referrals",
  "rewards",
  "ledger",
  "programs",
  "payouts",
  "adjustments",
  "coupons",
  "reviews",
  "lists",
  "keys",
  "audit",
  "settings",
  "budgets",
  "reports",
  "imports",
  "sources",
  "clock",
  "contests",
  "shares",
  "deliverables",
  "catalogue",
  "redemptions",
  "levels",
  "gatherings",
  "testimonials",
  "cases",
  "leads",
  "requests",
  "claims",
  "vacancies",
  "messages",
  "webhooks",
  "portal",
  "operators",
  "workspaces",
] as const;

export type Permission =
  | `${(typeof RESOURCES)[number]}:${"read" | "write"}`
  | "people:erase"
  | "people:contact"
  | "adjustments:approve"
  | "programs:publish"
  | "coupons:validate"
  | "coupons:redeem"
  | "till";

export const PERMISSIONS: readonly Permission[] = [
  ...RESOURCES.flatMap((resource) => [`${resource}:read`, `${resource}:write`] as const),
  "people:erase",
  "people:contact",
  "adjustments:approve",
  "programs:publish",
  "coupons:validate",
  "coupons:redeem",
  "till",
];

/** What a scope brings along. `till` is what the shop's staff need and nothing else: ask about a coupon and redeem it. */
const BRINGS: Partial<Record<Permission, readonly Permission[]>> = {
  "people:read": ["people:contact"],
  till: ["coupons:validate", "coupons:redeem"],
  "coupons:read": ["coupons:validate"],
  "coupons:write": ["coupons:validate", "coupons:redeem", "till"],
};

/** Anyone may call it: health, documents, sign-in. A route says so; it is never the default. */
export const PUBLIC = "public";

/** Scopes as stored with a key, to permissions. None, or "*", is everything; an unknown scope grants nothing. */
export function permissionsOf(scopes: readonly string[]): ReadonlySet<Permission> | "all" {
  if (scopes.length === 0 || scopes.includes("*")) return "all";
  return new Set(PERMISSIONS.filter((each) => scopes.includes(each)).flatMap((each) => [each, ...(BRINGS[each] ?? [])]));
}
