/** What an operator is in a workspace. What each role may do stands in src/http/roles.ts, by the permissions of the API. */
export const ROLES = ["owner", "manager", "analyst", "support", "finance"] as const;
export type Role = (typeof ROLES)[number];
