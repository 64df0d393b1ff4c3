/** Whether a caller may ask this endpoint. */
import { Refusal } from "../flow/refusal.ts";
import type { Caller } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import { PUBLIC, type Permission } from "./permissions.ts";

export function checkMay(caller: Caller, endpoint: Endpoint): void {
  if (caller.kind === "publishable") {
    if (endpoint.publishable !== true)
      throw new Refusal(
        "key_kind_refused",
        "A publishable key is for browsers: it may send visits, shares, leads and identifies. Use a secret key here.",
      );
  } else if (endpoint.permission !== PUBLIC && !mayDo(caller, endpoint.permission)) {
    const { session } = caller;
    throw new Refusal(
      "scope_missing",
      `${session === undefined ? "The key lacks the scope" : `Your role (${session.role}) lacks the permission`} ${endpoint.permission}.`,
    );
  }
  if (endpoint.sandboxOnly === true && !caller.sandbox) throw new Refusal("sandbox_only", "Use a test key (gv_test_).");
}

export function mayDo(caller: Pick<Caller, "permissions">, permission: Permission): boolean {
  return caller.permissions === "all" || caller.permissions.has(permission);
}
