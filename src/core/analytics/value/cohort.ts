/**
 * The lifetime value of a cohort (referred or not, a program, a segment) with a bootstrap interval, and the difference of two.
 */
import { intervalOf } from "../resample.ts";
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import type { BgNbdFit } from "./bgnbd.ts";
import { fitBgNbd } from "./bgnbd.ts";
import type { GammaGammaFit } from "./gamma-gamma.ts";
import { fitGammaGamma, spendAgainstCount, tabulateSpends } from "./gamma-gamma.ts";
import { tabulate } from "./repeats.ts";
import type { BuyerColumns } from "./summary.ts";
import type { CohortOptions } from "./draws.ts";
import { drawWorths } from "./draws.ts";
import { discountedRepeats, newCustomerWorth } from "./worth.ts";

export type CohortWorth = {
  readonly customers: number;
  readonly repeats: BgNbdFit;
  readonly spend: GammaGammaFit;
  /** What a customer of this cohort is worth from her first purchase to the horizon's end. */
  readonly worth: Estimate;
  /** The same of each resample, for a difference of two cohorts. */
  readonly draws: readonly number[];
  readonly tried: number;
  /** Repeat purchases within the horizon, discounted. */
  readonly discountedRepeats: number;
  readonly firstSpend: number;
  /** Correlation of how often and how much: the model assumes about 0. None where it cannot be had. */
  readonly correlation: Answer<number>;
};

/** What somebody pays at first, on average. */
export function meanFirstSpend({ length, firstSpend }: Pick<BuyerColumns, "length" | "firstSpend">): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += firstSpend[i]!;
  return sum / length;
}

/** Fits both models to a cohort. None with what is missing when one of them cannot be fitted. O(resamples x customers). */
export function cohortWorth(buyers: BuyerColumns, options: CohortOptions): Answer<CohortWorth> {
  const rows = tabulate(buyers);
  const repeats = fitBgNbd(rows);
  if ("none" in repeats) return repeats;
  const spends = tabulateSpends(buyers);
  const spend = fitGammaGamma(spends);
  if ("none" in spend) return spend;
  const fits = { repeats: repeats.ok, spend: spend.ok };
  const firstSpend = meanFirstSpend(buyers);
  const worth = newCustomerWorth({ repeats: repeats.ok.model, spend: spend.ok.model }, options.horizon, firstSpend);
  if ("none" in worth) return worth;
  const draws = drawWorths({ buyers, firstSpend, rows, spends, ...fits, value: worth.ok }, options);
  const tried = options.resamples ?? 200;
  const interval = intervalOf(worth.ok, draws, { level: options.level ?? 0.95, tried });
  if ("none" in interval) return interval;
  return ok({
    customers: buyers.length,
    ...fits,
    worth: interval.ok,
    draws,
    tried,
    discountedRepeats: discountedRepeats(repeats.ok.model, options.horizon),
    firstSpend,
    correlation: spendAgainstCount(buyers),
  });
}

export type WorthDifference = { readonly difference: Estimate; readonly relative: Answer<Estimate> };

/** How much more a customer of `a` is worth than one of `b`, also as a share of b's worth; both fitted to the same horizon. */
export function compareWorth(a: CohortWorth, b: CohortWorth): Answer<WorthDifference> {
  const pairs = a.draws.slice(0, b.draws.length).map((draw, i) => [draw, b.draws[i]!] as const);
  const options = { level: a.worth.level, tried: Math.min(a.tried, b.tried) };
  const difference = intervalOf(
    a.worth.value - b.worth.value,
    pairs.map(([x, y]) => x - y),
    options,
  );
  if ("none" in difference) return difference;
  const relative =
    b.worth.low > 0
      ? intervalOf(
          a.worth.value / b.worth.value - 1,
          pairs.map(([x, y]) => x / y - 1),
          options,
        )
      : none("zero_baseline", { what: "What a customer of the group compared with is worth" });
  return ok({ difference: difference.ok, relative });
}
