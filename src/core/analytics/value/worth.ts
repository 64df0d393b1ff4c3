/**
 * Customer lifetime value: CLV = sum over steps of margin E[Z] (E[X(t_k)] - E[X(t_{k-1})]) / (1+d)^(t_k in years), over a horizon that is
 * stated and never infinite (Fader, Hardie & Lee 2005, "RFM and CLV", J. Marketing Research 42(4):415-430, in discrete steps).
 */
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import type { BgNbd } from "./bgnbd.ts";
import { chanceAlive, expectedRepeats, modelOf } from "./bgnbd-expect.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import { expectedSpend, meanSpend } from "./gamma-gamma.ts";
import type { Repeat } from "./repeats.ts";

/** `margin` is the share of an amount that is earned; `yearlyDiscount` .1 for 10 % a year; a step of four weeks when none is given. */
export type Horizon = {
  readonly weeks: number;
  readonly margin: number;
  readonly yearlyDiscount: number;
  readonly stepWeeks?: number | undefined;
};

export type ValueModels = { readonly repeats: BgNbd; readonly spend: GammaGamma };

const WEEKS_A_YEAR = 365.25 / 7;
const MOST_WEEKS = 1040;

/** Why this horizon gives no figure, or nothing. */
export function badHorizon({
  weeks,
  margin,
  yearlyDiscount,
  stepWeeks = 4,
}: Horizon): { none: ReturnType<typeof none>["none"] } | undefined {
  if (!(weeks > 0 && weeks <= MOST_WEEKS))
    return none("out_of_range", { what: "The horizon in weeks", value: weeks, low: 1, high: MOST_WEEKS });
  if (!(yearlyDiscount >= 0 && yearlyDiscount <= 10)) {
    return none("out_of_range", { what: "The yearly discount", value: yearlyDiscount, low: 0, high: 10 });
  }
  if (!(stepWeeks >= 1)) return none("out_of_range", { what: "The step in weeks", value: stepWeeks, low: 1, high: weeks });
  return Number.isFinite(margin) ? undefined : none("not_finite", { what: "The margin" });
}

/** Purchases within the horizon, each counted at what a purchase then is worth today. The horizon must be good. */
export function discountedRepeats(model: BgNbd, { weeks, yearlyDiscount, stepWeeks = 4 }: Horizon): number {
  let [sum, before] = [0, 0];
  for (let from = 0; from < weeks; from += stepWeeks) {
    const t = Math.min(weeks, from + stepWeeks);
    const until = expectedRepeats(model, t);
    sum += (until - before) * (1 + yearlyDiscount) ** (-t / WEEKS_A_YEAR);
    before = until;
  }
  return sum;
}

/** What a customer with this history is still worth within the horizon, in the unit of her spend. */
export function residualWorth(models: ValueModels, history: Repeat & { readonly spend: number }, horizon: Horizon): Answer<number> {
  const bad = badHorizon(horizon);
  if (bad !== undefined) return bad;
  const spend = expectedSpend(models.spend, history);
  if ("none" in spend) return spend;
  const repeats = chanceAlive(models.repeats, history) * discountedRepeats(modelOf(models.repeats, history), horizon);
  return ok(horizon.margin * spend.ok * repeats);
}

/** What somebody who makes her first purchase now is worth: that purchase (`firstSpend` on average) and the repeats it leads to. */
export function newCustomerWorth(models: ValueModels, horizon: Horizon, firstSpend: number): Answer<number> {
  const bad = badHorizon(horizon);
  if (bad !== undefined) return bad;
  const spend = meanSpend(models.spend);
  if ("none" in spend) return spend;
  return ok(horizon.margin * (firstSpend + spend.ok * discountedRepeats(models.repeats, horizon)));
}
