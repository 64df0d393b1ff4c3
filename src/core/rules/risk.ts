/**
 * How doubtful a referral is, from 0 to 100, with reasons. What is read is given as yes, no and numbers (`RiskInputs`), which are kept with
 * the answer: the same inputs and the same policy always give the same answer, so that it can be explained, and judged again.
 */
import type { RiskPolicy } from "../program-risk.ts";
import { NETWORK_REASONS, RISK_KEYS, RISK_REASONS, type RiskReason } from "../risk-reasons.ts";

export type RiskInputs = {
  /** What the friend has in common with the advocate. */
  same: { email: boolean; phone: boolean; payment: boolean; device: boolean; address: boolean; household: boolean; network: boolean };
  /** How many other friends of the advocate the friend shares it with. */
  others: { payment: number; device: number; address: number; network: number };
  email: "disposable" | "lookalike" | null;
  /** Referrals of the advocate in the policy's time up to this one, with it. */
  recent: number;
  /** From the touch to the conversion; null when there was no touch to measure from. */
  seconds: number | null;
  /** Friends of the advocate, this one too, who ordered just above the minimum and returned it all. */
  returned: number;
  couponSite: boolean;
  lists: { allowed: boolean; blocked: boolean; network: boolean };
};
export type RiskPoint = { key: RiskReason; points: number };
export type Verdict = "allow" | "hold" | "refuse";
export type Assessment = { score: number; verdict: Verdict; reasons: RiskPoint[] };

/** Scores a referral and says what the policy makes of it. */
export function assess(inputs: RiskInputs, policy: RiskPolicy): Assessment {
  const reasons: RiskPoint[] = [];
  for (const key of RISK_KEYS) {
    const points = Math.round((policy.weights[key] ?? RISK_REASONS[key]) * strengthOf(key, inputs, policy));
    if (points > 0) reasons.push({ key, points });
  }
  const solid = combined(reasons.filter((r) => !NETWORK_REASONS.has(r.key)));
  const all = combined(reasons);
  // A network address by itself stays below the threshold, whatever its weights say.
  const score = solid === 0 ? Math.min(all, policy.hold_at - 1) : all;
  reasons.sort((a, b) => b.points - a.points);
  return { score, reasons, verdict: verdictOf({ score, solid }, inputs.lists, policy) };
}

function verdictOf(of: { score: number; solid: number }, lists: RiskInputs["lists"], policy: RiskPolicy): Verdict {
  if (lists.blocked) return "refuse";
  if (lists.allowed) return "allow";
  if (policy.refuse_at !== undefined && of.solid >= policy.refuse_at) return "refuse";
  return of.score >= policy.hold_at ? "hold" : "allow";
}

/** Doubts add up without ever passing 100. */
function combined(reasons: readonly RiskPoint[]): number {
  let left = 1;
  for (const { points } of reasons) left *= (100 - points) / 100;
  return Math.round(100 * (1 - left));
}

/** How fully a reason applies, from 0 to 1. */
function strengthOf(key: RiskReason, i: RiskInputs, policy: RiskPolicy): number {
  switch (key) {
    case "blocked":
      return Number(i.lists.blocked);
    case "same_email":
    case "same_phone":
    case "same_payment":
    case "same_device":
    case "same_address":
    case "same_household":
      return Number(i.same[key.slice(5) as keyof RiskInputs["same"]]);
    case "shared_payment":
    case "shared_device":
    case "shared_address":
      return crowd(i.others[key.slice(7) as keyof RiskInputs["others"]]);
    case "disposable_email":
      return Number(i.email === "disposable");
    case "lookalike_email":
      return Number(i.email === "lookalike");
    case "fast_conversion":
      return i.seconds === null ? 0 : clamp(1 - i.seconds / policy.quickest_seconds);
    case "velocity":
      return clamp((i.recent - policy.velocity.count) / policy.velocity.count);
    case "minimum_then_refund":
      return crowd(i.returned);
    case "coupon_site":
      return Number(i.couponSite);
    case "shared_network":
      return i.same.network ? 1 : crowd(i.others.network);
    case "blocked_network":
      return Number(i.lists.network);
  }
}

/** One is most of it already, three are all of it. */
function crowd(n: number): number {
  return n <= 0 ? 0 : n === 1 ? 0.7 : n === 2 ? 0.9 : 1;
}

function clamp(x: number): number {
  return Math.min(1, Math.max(0, x));
}
