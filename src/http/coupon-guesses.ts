/**
 * Coupon codes that are tried one after the other, counted by the key that asks: a till that mistypes has a few, and its key is stopped for
 * the rest of ten minutes when it has many. A shop's own server asks for all its visitors by one key: it may be wrong much more often.
 */
import type { Log } from "../flow/ports.ts";
import { Refusal } from "../flow/refusal.ts";
import { createGuesses } from "./guesses.ts";

const TILL_BUDGET = 60;
const SERVER_BUDGET = 2_000;

type Caller = { workspaceId: string; actor: string; permissions: ReadonlySet<string> | "all" };

export type CouponGuesses = {
  /** Refuses `rate_limited` while the caller's budget is spent. */
  check(caller: Caller): void;
  /** Counts an answer that found no coupon for this person. */
  count(caller: Caller, reason: string | null): void;
};

export function createCouponGuesses(log: Log): CouponGuesses {
  const of = (budget: number) => createGuesses({ log, monotonic: () => performance.now(), by: "name", budget });
  const [tills, servers] = [of(TILL_BUDGET), of(SERVER_BUDGET)];
  const counterOf = (caller: Caller) => (caller.permissions !== "all" && !caller.permissions.has("coupons:write") ? tills : servers);
  return {
    check(caller) {
      const seconds = counterOf(caller).blockedFor(`${caller.workspaceId} ${caller.actor}`);
      if (seconds > 0) throw new Refusal("rate_limited", "Too many codes that are no coupon's were tried.", { retryAfter: seconds });
    },
    count(caller, reason) {
      if (reason === "unknown" || reason === "other_person") counterOf(caller).miss(`${caller.workspaceId} ${caller.actor}`);
    },
  };
}
