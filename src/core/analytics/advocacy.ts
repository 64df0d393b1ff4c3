/**
 * How likely somebody is to recommend, as a score of 0 to 100 that anybody can add up: seven parts, each with its weight and what it was
 * made from. Simple on purpose: whoever reads it can disagree with it.
 */

/** What is known of somebody. `typicalValue` is what an average customer of the workspace ordered for, in the same currency. */
export type AdvocacyInputs = {
  now: number;
  knownSince: number;
  orders: number;
  value: number;
  typicalValue: number;
  lastOrderAt: number | null;
  /** Visits, shares, answers and other activities. */
  engagement: number;
  /** The newest answer to "would you recommend us", 0 to 10. */
  nps: number | null;
  referrals: number;
  qualified: number;
};

export type AdvocacyKey = "recency" | "frequency" | "value" | "tenure" | "engagement" | "survey" | "referring";

/** What each part can give at most; together 100. */
export const ADVOCACY_WEIGHTS: Readonly<Record<AdvocacyKey, number>> = {
  recency: 20,
  frequency: 20,
  value: 10,
  tenure: 10,
  engagement: 10,
  survey: 10,
  referring: 20,
};

/** `measure` is what the part is made of, in the unit of its key: days, orders, minor units, months, activities, an answer, friends. */
export type AdvocacyPart = { key: AdvocacyKey; weight: number; points: number; measure: number | null };
export type Advocacy = { score: number; parts: AdvocacyPart[] };

const DAY = 86_400_000;

/** 0 at nothing, a half at `half`, towards 1. */
const rising = (n: number, half: number): number => (n <= 0 || half <= 0 ? 0 : n / (n + half));
/** 1 at nothing, a half after `half`, towards 0. */
const falling = (n: number, half: number): number => half / (Math.max(0, n) + half);

/** The score with its parts, the largest first. The same inputs give the same score. */
export function advocacy(inputs: AdvocacyInputs): Advocacy {
  const { now, lastOrderAt, nps } = inputs;
  const sinceOrder = lastOrderAt === null ? null : Math.max(0, Math.floor((now - lastOrderAt) / DAY));
  const months = Math.max(0, Math.floor((now - inputs.knownSince) / (30 * DAY)));
  const friends = inputs.referrals + 2 * inputs.qualified;
  const share: Record<AdvocacyKey, [share: number, measure: number | null]> = {
    recency: [sinceOrder === null ? 0 : falling(sinceOrder, 60), sinceOrder],
    frequency: [rising(inputs.orders, 3), inputs.orders],
    value: [rising(inputs.value, inputs.typicalValue), inputs.value],
    tenure: [Math.min(1, months / 12), months],
    engagement: [rising(inputs.engagement, 5), inputs.engagement],
    survey: [nps === null ? 0 : nps >= 9 ? 1 : nps >= 7 ? 0.5 : 0, nps],
    referring: [rising(friends, 2), inputs.referrals],
  };
  const parts = (Object.keys(ADVOCACY_WEIGHTS) as AdvocacyKey[]).map((key) => {
    const weight = ADVOCACY_WEIGHTS[key];
    return { key, weight, points: Math.round(weight * share[key][0]), measure: share[key][1] };
  });
  parts.sort((a, b) => b.points - a.points);
  return { score: parts.reduce((sum, part) => sum + part.points, 0), parts };
}
