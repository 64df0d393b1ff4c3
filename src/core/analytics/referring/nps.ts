/**
 * Net promoter score: the share who answer 9 or 10 less the share who answer 0 to 6, in points (Reichheld 2003, HBR 81(12)).
 * SE = sqrt((p + d - (p-d)^2) / n), p and d the shares. 50/30/20 of 100 is 30, give or take 15.3. Of fewer than 30
 * answers the interval is Student's with the spread of a sample (n - 1): the normal one held the truth in 91 % of worlds with 5 to 30.
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { normalQuantile, studentQuantile } from "../special.ts";

export type Nps = Estimate & {
  readonly standardError: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

/** From so many answers on the normal interval is as good. */
const ENOUGH = 30;

/** `answers[k]` is how many answered k, 0 to 10. None below `needed` answers (5): of two answers any score is chance. */
export function netPromoterScore(answers: readonly number[], options: { level?: number; needed?: number } = {}): Answer<Nps> {
  const { level = 0.95, needed = 5 } = options;
  const between = (from: number, to: number): number => answers.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const [detractors, passives, promoters] = [between(0, 6), between(7, 8), between(9, 10)];
  const n = detractors + passives + promoters;
  if (n === 0) return none("no_rows");
  if (n < needed) return none("too_few", { what: "answers", have: n, needed });
  const [p, d] = [promoters / n, detractors / n];
  const standardError = 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
  const value = 100 * (p - d);
  const upper = 0.5 + level / 2;
  const wide = n >= ENOUGH ? normalQuantile(upper) : n > 1 ? studentQuantile(upper, n - 1) * Math.sqrt(n / (n - 1)) : 0;
  // A single answer says nothing of the others.
  const half = n === 1 ? 200 : wide * standardError;
  return ok({
    value,
    low: Math.max(-100, value - half),
    high: Math.min(100, value + half),
    level,
    standardError,
    promoters,
    passives,
    detractors,
  });
}
