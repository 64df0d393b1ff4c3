/**
 * Customer referral value: what somebody's referrals are worth (Kumar, Petersen & Leone 2007, HBR 85(10); 2010, J. Marketing 74(5):1-17).
 *   CRV = sum over friends who would not have come otherwise of (A - a - M + ACQ1)/(1+r)^t + sum over those who would have of ACQ2/(1+r)^t
 * A margin, a cost of the referral, M cost of marketing to the friend, ACQ1 and ACQ2 what acquiring her otherwise would have cost, t in
 * periods. Who would have come anyway nobody can tell of one friend: the share who would not is taken from a hold-out, with its interval.
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";

/** Money in one unit. `period` counts from now (or from the advocate's start), the same for all. */
export type ReferredFriend = {
  readonly period: number;
  readonly margin: number;
  readonly referralCost: number;
  readonly marketingCost: number;
};

export type CrvTerms = {
  /** The share of friends who came because they were referred, with its interval. */
  readonly caused: Estimate;
  readonly savedOnCaused: number;
  readonly savedOnOthers: number;
  /** Per period, .1 for 10 %. */
  readonly discount: number;
};

/** One advocate's CRV; low and high come from those of `caused`, at its level. No friends are worth 0. O(friends). */
export function referralValue(friends: readonly ReferredFriend[], terms: CrvTerms): Answer<Estimate> {
  const { caused, savedOnCaused, savedOnOthers, discount } = terms;
  if (!(caused.low >= 0 && caused.high <= 1)) {
    return none("out_of_range", { what: "The share of friends who came because of the referral", value: caused.value, low: 0, high: 1 });
  }
  if (!(discount > -1)) return none("out_of_range", { what: "The discount", value: discount, low: 0, high: 10 });
  let [ifCaused, ifNot] = [0, 0];
  for (const { period, margin, referralCost, marketingCost } of friends) {
    const now = (1 + discount) ** -period;
    ifCaused += (margin - referralCost - marketingCost + savedOnCaused) * now;
    ifNot += savedOnOthers * now;
  }
  const at = (share: number): number => share * ifCaused + (1 - share) * ifNot;
  const ends = [at(caused.low), at(caused.high)];
  const value = at(caused.value);
  if (!ends.concat(value).every(Number.isFinite)) return none("not_finite", { what: "The referral value" });
  return ok({ value, low: Math.min(...ends), high: Math.max(...ends), level: caused.level });
}

/** What a program returned: (difference in lifetime value - reward) / reward. (40-25)/25 = .60 (GfK MIR 5(1), 2013). */
export function programReturn(gained: Estimate, reward: number): Answer<Estimate> {
  if (!(reward > 0)) return none("zero_baseline", { what: "The reward" });
  const of = (value: number): number => (value - reward) / reward;
  const answer = { value: of(gained.value), low: of(gained.low), high: of(gained.high), level: gained.level };
  return [answer.value, answer.low, answer.high].every(Number.isFinite) ? ok(answer) : none("not_finite", { what: "The return" });
}
