/**
 * Counts the codes that lead nowhere, by address and in all. Somebody who mistypes has one or two; somebody who tries codes one after the
 * other spends the budget, is told of in the log, and gets the same answer for every code, right or wrong, until the window ends.
 *
 * The count is in memory, per process: with n processes an address has n budgets, which is as good. A random code has 49.5 bits, so the
 * budget protects chosen codes, and a code tells nothing but where its program leads.
 */
import ipaddr from "ipaddr.js";
import type { Log } from "../flow/ports.ts";
import { addressOf } from "./address.ts";

export type GuessOptions = {
  log: Log;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
  /** Who is counted: network addresses, or anything else by its own name (keys), which is never taken for a proxy's address. */
  by?: "address" | "name";
  /** Codes that lead nowhere, per address and window. 300: a carrier's gateway stands for thousands of people. */
  budget?: number;
  /** In all, per window and process. 2,000. */
  alarm?: number;
  windowMs?: number;
};

export type Guesses = {
  /** Counts one code that led nowhere. */
  miss(ip: string): void;
  /** False nearly always: then nobody's address need be found out. */
  isAnyBlocked(): boolean;
  /** Seconds until this address may try again, or 0 when it may now. */
  blockedFor(ip: string): number;
  counts(): { misses: number; blocked: number; alarms: number };
};

const BUDGET = 300;
const ALARM = 2_000;
const WINDOW_MS = 600_000;
/** Addresses counted one by one; beyond it the alarm for all is what speaks. */
const MOST_ADDRESSES = 50_000;

export function createGuesses(options: GuessOptions): Guesses {
  const { log, monotonic, by = "address", budget = BUDGET, alarm = ALARM, windowMs = WINDOW_MS } = options;
  const counted = new Map<string, number>();
  const blocked = new Set<string>();
  const count = { misses: 0, alarms: 0 };
  let missesInWindow = 0;
  let windowEnds = -Infinity;

  const renew = (): void => {
    const now = monotonic();
    if (now < windowEnds) return;
    windowEnds = now + windowMs;
    missesInWindow = 0;
    counted.clear();
    blocked.clear();
  };

  const raise = (message: string, fields: Record<string, unknown>): void => {
    count.alarms++;
    log.warn(message, { alarm: "code_guessing", window_seconds: windowMs / 1000, ...fields });
  };

  return {
    miss(ip) {
      renew();
      count.misses++;
      missesInWindow++;
      if (missesInWindow === alarm) raise("Many codes that lead nowhere are being tried.", { misses: alarm });
      const address = by === "name" ? ip : addressOf(ip);
      const misses = (counted.get(address) ?? 0) + 1;
      if (misses > 1 || counted.size < MOST_ADDRESSES) counted.set(address, misses);
      if (misses !== budget) return;
      const shared = by === "address" && isShared(ip);
      if (!shared) blocked.add(address);
      raise(by === "name" ? "One key tries codes that lead nowhere." : "One address tries codes that lead nowhere.", {
        misses: budget,
        ...(by === "name" ? { name: ip } : { network: networkOf(ip) }),
        blocked: !shared,
        ...(shared
          ? { hint: "The address is private, so it is a proxy's or this machine's. Set TRUST_PROXY to tell visitors apart." }
          : {}),
      });
    },
    isAnyBlocked: () => blocked.size > 0,
    blockedFor(ip) {
      renew();
      return blocked.has(by === "name" ? ip : addressOf(ip)) ? Math.max(1, Math.ceil((windowEnds - monotonic()) / 1000)) : 0;
    },
    counts: () => ({ ...count, blocked: blocked.size }),
  };
}

/** Where proxies and this machine are. Shared addresses of carriers (100.64/10) are also what clouds give their balancers. */
const SHARED: readonly string[] = ["loopback", "private", "uniqueLocal", "linkLocal", "carrierGradeNat", "unspecified"];

/**
 * Behind a proxy that nobody told us of, all visitors have one address: blocking it would end every link. A stranger cannot come from
 * these.
 */
function isShared(ip: string): boolean {
  return !ipaddr.isValid(ip) || SHARED.includes(ipaddr.process(ip).range());
}

/** An address for the log, cut so that it names no household: /24 of IPv4, /48 of IPv6. */
function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return "unknown";
  const address = ipaddr.process(ip);
  return address.kind() === "ipv4"
    ? `${address.toString().split(".").slice(0, 3).join(".")}.0/24`
    : `${(address as ipaddr.IPv6).parts
        .slice(0, 3)
        .map((part) => part.toString(16))
        .join(":")}::/48`;
}
