/**
 * Rate limits that hold across processes: the count is in PostgreSQL, and each process takes a part of a window's
 * allowance at once (a lease) and spends it in memory, so that a busy key costs no statement per request. With n
 * processes the limit is never passed; a caller may be refused up to (n - 1) leases early.
 */
import crypto from "node:crypto";
import { takeLease } from "../store/limits.ts";
import type { Pool } from "../store/db.ts";

export type Policy = {
  /** Requests a window allows. */
  limit: number;
  windowSeconds: number;
  /** The most requests taken from the table at once; a busy process comes to it by doubling. 1 where every single one counts. */
  lease: number;
};

export const POLICIES = {
  /** Per key, on the event doors: 10,000 requests a second. */
  events: { limit: 600_000, windowSeconds: 60, lease: 60_000 },
  /** Per key, everything else. */
  api: { limit: 12_000, windowSeconds: 60, lease: 200 },
  /** Per key or session: what is typed into a search box, letter by letter. */
  search: { limit: 1_200, windowSeconds: 60, lease: 50 },
  /** Per publishable key and address: what one browser may send. */
  browser: { limit: 600, windowSeconds: 60, lease: 20 },
  /** Per address: people who ask for a mail to sign in with, and who type its code. Each code and each mailbox has limits of its own. */
  sign_in_send: { limit: 120, windowSeconds: 900, lease: 1 },
  sign_in_code: { limit: 120, windowSeconds: 900, lease: 1 },
  /** Per person who is signed in to her own side. */
  member: { limit: 600, windowSeconds: 60, lease: 20 },
  /** Per address, what can be guessed: keys that do not exist, codes and coupons. */
  guess: { limit: 60, windowSeconds: 60, lease: 5 },
  /** Per address: sign-in links that are redeemed, and looked at. */
  sign_in: { limit: 10, windowSeconds: 900, lease: 1 },
  /** Operators who sign in: per address of the network, and per e-mail address, whoever tries it. And mails that they ask for. */
  console_sign_in: { limit: 60, windowSeconds: 900, lease: 1 },
  console_account: { limit: 10, windowSeconds: 900, lease: 1 },
  console_send: { limit: 20, windowSeconds: 900, lease: 1 },
  console_mailbox: { limit: 3, windowSeconds: 900, lease: 1 },
  /** Per address: offers that friends take by leaving an address. Many may come through one carrier. */
  claim: { limit: 30, windowSeconds: 900, lease: 1 },
  /** Per key or workspace: samples of mails that those who run it send to themselves. */
  test_mail: { limit: 20, windowSeconds: 900, lease: 1 },
  /** Per address: names that a proxy asks about before it makes a certificate. */
  shared_report: { limit: 120, windowSeconds: 60, lease: 10 },
  domain_ask: { limit: 600, windowSeconds: 60, lease: 20 },
  sign_in_page: { limit: 60, windowSeconds: 900, lease: 5 },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof POLICIES;
export type PolicyOverrides = Partial<Record<PolicyName, Policy>>;

/** `resetSeconds` is the time until the window ends. `remaining` counts what other processes have leased as used. */
export type Verdict = {
  policy: PolicyName;
  allowed: boolean;
  limit: number;
  windowSeconds: number;
  remaining: number;
  resetSeconds: number;
};

export type Limiter = {
  /** Counts one request of `target` under a policy. Synchronous while a lease lasts. */
  take(policy: PolicyName, target: string): Verdict | Promise<Verdict>;
};

/** `taken`: what this process has leased in this window. */
type Bucket = { left: number; used: number; taken: number; endsAt: number; full: boolean; asking: Promise<unknown> | null };

/**
 * The first lease of a window. Then as much again as was taken so far: a process that dies takes about what it has answered with it. With
 * 60,000 at once ten restarts within a minute used up a key's whole allowance, and everything was refused until the next.
 */
const FIRST_LEASE = 500;

/** Beyond this many targets the memory starts anew; what was leased and not spent is lost for a window. */
const MAX_BUCKETS = 50_000;

/** `now` is a clock in milliseconds that never steps back; windows follow the database's clock. */
export function createLimiter(pool: Pool, overrides: PolicyOverrides = {}, now: () => number = () => performance.now()): Limiter {
  const policies: Record<PolicyName, Policy> = { ...POLICIES, ...overrides };
  const buckets = new Map<string, Bucket>();

  const verdict = (name: PolicyName, bucket: Bucket, allowed: boolean): Verdict => {
    const { limit, windowSeconds } = policies[name];
    const resetSeconds = Math.max(0, Math.ceil((bucket.endsAt - now()) / 1000));
    return { policy: name, allowed, limit, windowSeconds, remaining: Math.max(0, limit - bucket.used + bucket.left), resetSeconds };
  };

  const spend = (name: PolicyName, bucket: Bucket): Verdict | null => {
    if (now() >= bucket.endsAt) return null;
    if (bucket.left > 0) {
      bucket.left--;
      return verdict(name, bucket, true);
    }
    return bucket.full ? verdict(name, bucket, false) : null;
  };

  const lease = async (name: PolicyName, target: string, bucket: Bucket): Promise<void> => {
    const policy = policies[name];
    if (now() >= bucket.endsAt) bucket.taken = 0;
    // Hashed: an address in a table is personal data, and a target may be anything.
    const hashed = crypto.hash("sha256", `${name}:${target}`, "hex").slice(0, 32);
    const { windowSeconds, limit } = policy;
    const take = (size: number) => takeLease(pool, { bucket: hashed, windowSeconds, limit, lease: size });
    const first = Math.min(FIRST_LEASE, policy.lease, policy.limit);
    let size = Math.min(policy.lease, policy.limit, Math.max(first, bucket.taken));
    let { used, secondsLeft } = await take(size);
    // Near the limit a large lease no longer fits, and a small one may.
    if (used === null && size > first) ({ used, secondsLeft } = await take((size = first)));
    bucket.endsAt = now() + secondsLeft * 1000;
    bucket.full = used === null;
    bucket.left = used === null ? 0 : size;
    bucket.taken += bucket.left;
    bucket.used = used ?? policy.limit;
  };

  const ask = async (name: PolicyName, target: string, bucket: Bucket): Promise<Verdict> => {
    for (;;) {
      bucket.asking ??= lease(name, target, bucket).finally(() => {
        bucket.asking = null;
      });
      await bucket.asking;
      // A hundred requests may have waited for a lease of twenty: those that got none ask again.
      const spent = spend(name, bucket);
      if (spent !== null) return spent;
    }
  };

  return {
    take(name, target) {
      const id = `${name}:${target}`;
      let bucket = buckets.get(id);
      if (bucket === undefined) {
        if (buckets.size >= MAX_BUCKETS) buckets.clear();
        bucket = { left: 0, used: 0, taken: 0, endsAt: -Infinity, full: false, asking: null };
        buckets.set(id, bucket);
      }
      return spend(name, bucket) ?? ask(name, target, bucket);
    },
  };
}
