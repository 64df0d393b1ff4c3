/** Referrals, rewards and coupons as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { Prefix } from "../../core/id.ts";
import { mulDiv } from "../../core/money.ts";
import { REWARD_STATES, holderId, optionsOf } from "../../core/reward.ts";
import { formatInstant } from "../../core/time.ts";
import type { ReferralRow } from "../../store/referrals.ts";
import type { CouponRow, RewardRow } from "../../store/rewards.ts";
import { basisShown } from "./fact.ts";
import { instant, money } from "../schemas.ts";

const idOrNull = (prefix: Prefix, uuid: string | null): string | null => (uuid === null ? null : externalId(prefix, uuid));
const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export const referral = z
  .object({
    id: z.string(),
    program: z.string(),
    advocate: z.string(),
    friend: z.string(),
    link: z.string().nullable(),
    evidence: z.string(),
    evidence_at: instant,
    bound_at: instant,
    version: z.int(),
    stage: z.string(),
    stage_at: instant,
    status: z.enum(["open", "qualified", "rejected", "superseded"]),
    qualified_at: instant.nullable(),
    frozen_at: instant.nullable(),
    manual: z.boolean(),
  })
  .meta({ id: "Referral" });

export function referralView(row: ReferralRow): z.input<typeof referral> {
  return {
    id: externalId("ref", row.id),
    program: row.program,
    advocate: externalId("per", row.advocate_id),
    friend: externalId("per", row.friend_id),
    link: idOrNull("lnk", row.link_id),
    evidence: row.evidence,
    evidence_at: formatInstant(row.evidence_at),
    bound_at: formatInstant(row.bound_at),
    version: row.version,
    stage: row.stage,
    stage_at: formatInstant(row.stage_at),
    status: row.status as "open",
    qualified_at: instantOrNull(row.qualified_at),
    frozen_at: instantOrNull(row.frozen_at),
    manual: row.manual,
  };
}

const WAITS = ["hold", "approval", "choice", "risk", "review", "licence"] as const;
const GATES: Readonly<Record<string, (typeof WAITS)[number]>> = {
  review: "approval",
  choice: "choice",
  risk: "risk",
  risk_review: "review",
  licence: "licence",
};

/** What a pending reward waits for; null for any other. */
export function waitsFor(row: { state: string; gate: string | null }): (typeof WAITS)[number] | null {
  return row.state === "pending" ? (row.gate === null ? "hold" : (GATES[row.gate] ?? null)) : null;
}

export const reward = z
  .object({
    id: z.string(),
    program: z.string(),
    rule: z.string(),
    basis: z.string().describe("The business key it rests on, such as order:4711."),
    person: z.string(),
    friend: z.string().nullable(),
    advocate: z.string().nullable(),
    event: z.string(),
    kind: z.string(),
    value: money.describe("What is owed now, after take-backs."),
    granted: money.describe("What was granted at first."),
    state: z.enum(REWARD_STATES),
    reason: z.string().nullable(),
    waits_for: z
      .enum(WAITS)
      .nullable()
      .describe("What stands between it and being available: hold (time alone), approval, choice, risk, review, licence. Null: nothing."),
    at: instant,
    available_at: instant,
    matured_at: instant.nullable(),
    expires_at: instant.nullable().describe("When what is left of it ends."),
    expired: z.int().describe("How much of it ended without being used."),
    revision: z.int(),
    details: z.unknown().describe("Terms of a coupon, name of a perk. Of a choice: the options, and once one is picked its number."),
  })
  .meta({ id: "Reward" });

export function rewardView(row: RewardRow): z.input<typeof reward> {
  return {
    id: externalId("rwd", row.id),
    program: row.program,
    rule: row.rule,
    basis: basisShown(row.basis),
    person: holderId(row, row.recipient_id),
    friend: idOrNull("per", row.friend_id),
    advocate: idOrNull("per", row.advocate_id),
    event: externalId("evt", row.fact_id),
    kind: row.form,
    value: { amount: row.owed, currency: row.unit },
    granted: { amount: row.nominal, currency: row.unit },
    state: row.state as "pending",
    reason: row.reason,
    waits_for: waitsFor(row),
    at: formatInstant(row.at),
    available_at: formatInstant(row.available_at),
    matured_at: instantOrNull(row.matured_at),
    expires_at: instantOrNull(row.expires_at),
    expired: row.expired,
    revision: row.revision,
    details: detailsOf(row),
  };
}

/** What a choice offers as the API says amounts; of what was picked, its number beside its own details. */
function detailsOf({ form, payload, detail }: RewardRow): unknown {
  if (detail?.choice !== undefined) return { ...(payload as object | null), option: detail.choice };
  if (form !== "choice") return payload;
  const options = optionsOf({ form, payload }).map((o, option) => {
    const amount = mulDiv(o.nominal, o.num, o.den, "half_up");
    return { option, kind: o.form, value: { amount, currency: o.unit }, details: o.payload };
  });
  return { options };
}

export const coupon = z
  .object({
    code: z.string(),
    reward: z.string(),
    person: z.string(),
    terms: z.unknown(),
    issued_at: instant,
    valid_until: instant.nullable(),
    redeemed_at: instant.nullable(),
    order: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .meta({ id: "Coupon" });

export function couponView(row: CouponRow): z.input<typeof coupon> {
  return {
    code: row.code,
    reward: externalId("rwd", row.reward_id),
    person: externalId("per", row.person_id),
    terms: row.terms,
    issued_at: formatInstant(row.issued_at),
    valid_until: instantOrNull(row.valid_until),
    redeemed_at: instantOrNull(row.redeemed_at),
    order: row.redeemed_order,
    receipt: row.receipt,
  };
}
