/**
 * Growth by word of mouth. K = share who invite x invitations of one who does x share of invitations that bring somebody, and
 *   C(t) = C0 (K^(t/ct + 1) - 1) / (K - 1), ct the cycle time (Skok 2009, "Lessons Learned - Viral Marketing", forEntrepreneurs.com).
 * With C0 = 10, 10 invitations, 20 %: 20,470 after 20 days at a cycle of 2, 20,971,510 at a cycle of 1.
 */
import type { Answer, Estimate } from "../result.ts";
import { finite, none, ok } from "../result.ts";

export type InviteCounts = {
  /** Everybody who could invite, had a full window to do so, and was counted. */
  readonly people: number;
  readonly inviters: number;
  readonly invitations: number;
  readonly joined: number;
};

/** `k` is the product of the other three. A part without anything below it is none, and K is then 0 for nobody joined. */
export type ViralParts = {
  readonly k: number;
  readonly shareInviting: number;
  readonly invitationsEach: Answer<number>;
  readonly conversion: Answer<number>;
};

export function viralParts({ people, inviters, invitations, joined }: InviteCounts): Answer<ViralParts> {
  if (!(people >= 1)) return none("no_rows");
  return ok({
    k: joined / people,
    shareInviting: inviters / people,
    invitationsEach: inviters >= 1 ? ok(invitations / inviters) : none("zero_baseline", { what: "The number of people who invited" }),
    conversion: invitations >= 1 ? ok(joined / invitations) : none("zero_baseline", { what: "The number of visits" }),
  });
}

export type Spread = { readonly start: number; readonly k: number; readonly time: number; readonly cycle: number };

/** Skok's C(t): customers after `time`, everybody inviting once, a cycle after coming. For K = 1 the limit C0 (t/ct + 1). */
export function customersAfter({ start, k, time, cycle }: Spread): Answer<number> {
  if (!(cycle > 0)) return none("zero_baseline", { what: "The cycle time" });
  if (!(k >= 0 && start >= 0 && time >= 0))
    return none("out_of_range", { what: "K, start or time", value: Math.min(k, start, time), low: 0, high: 1e9 });
  const cycles = time / cycle + 1;
  // (K^n - 1)/(K - 1) by expm1, which stays right next to K = 1.
  const log = Math.log(k);
  const sum = k === 1 ? cycles : k === 0 ? 1 : Math.expm1(cycles * log) / Math.expm1(log);
  return finite(start * sum, "The number of customers");
}

/** All who ever come when each brings fewer than one: C0 / (1 - K). None for K >= 1, which has no end by itself. */
export function customersInTheEnd(start: number, k: number): Answer<number> {
  if (k >= 0 && k < 1) return ok(start / (1 - k));
  return none("does_not_apply", { what: "A final number of customers", because: "each customer brings at least one more" });
}

/** The time in which they double at K > 1: ct ln 2 / ln K; none where they do not. */
export function doublingTime(k: number, cycle: number): Answer<number> {
  if (!(cycle > 0)) return none("zero_baseline", { what: "The cycle time" });
  return k > 1
    ? ok((cycle * Math.LN2) / Math.log(k))
    : none("does_not_apply", { what: "A doubling time", because: "each customer brings no more than one" });
}

/** The same with its interval, which is that of K (95 %) turned round; where that holds one, nobody knows whether they double at all. */
export function doublingWithin(k: number, interval: { low: number | null; high: number | null }, cycle: number): Answer<Estimate> {
  const value = doublingTime(k, cycle);
  if (!("ok" in value)) return value;
  const [slow, fast] = [doublingTime(interval.low ?? 0, cycle), doublingTime(interval.high ?? k, cycle)];
  return "ok" in slow && "ok" in fast
    ? ok({ value: value.ok, low: fast.ok, high: slow.ok, level: 0.95 })
    : none("does_not_apply", { what: "A doubling time", because: "by its interval each customer may bring no more than one" });
}
