/**
 * How many advocates an experiment needs, and how long that takes. n an arm of the control = (z_{1-a/2} + z_power)^2 (v_a + v_b/k)/d^2,
 * k treated for each of the control, d the smallest effect worth having (Chow, Shao and Wang 2008, chapter 3).
 */
import { type Answer, none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";

/** What is known of the metric before: a share, or a mean with its standard deviation over advocates. */
export type Baseline = { kind: "proportion"; rate: number } | { kind: "mean"; mean: number; sd: number };
/** `effect` is relative to the baseline; `treated` is how many are treated for each of the control. */
export type PlanAsk = { baseline: Baseline; effect: number; alpha: number; power: number; treated?: number };
export type Sample = { readonly control: number; readonly treatment: number; readonly total: number };

const within = (what: string, value: number, [low, high]: readonly [number, number]): { none: ReturnType<typeof none>["none"] } | null =>
  value > low && value < high ? null : none("out_of_range", { what, value, low, high });

/** Advocates in each arm. */
export function sampleFor(ask: PlanAsk): Answer<Sample> {
  const { baseline, effect, treated = 1 } = ask;
  const wrong =
    within("alpha", ask.alpha, [0, 1]) ??
    within("power", ask.power, [0, 1]) ??
    within("treated for each of the control", treated, [0, 1000]);
  if (wrong !== null) return wrong;
  if (!Number.isFinite(effect) || effect === 0) return none("zero_baseline", { what: "the smallest effect worth having" });
  const variances = variancesOf(baseline, effect);
  if ("none" in variances) return variances;
  const { before, after, gap } = variances.ok;
  const z = normalQuantile(1 - ask.alpha / 2) + normalQuantile(ask.power);
  const control = Math.max(2, Math.ceil((z * z * (before + after / treated)) / gap ** 2));
  const treatment = Math.max(2, Math.ceil(control * treated));
  return ok({ control, treatment, total: control + treatment });
}

type Variances = { before: number; after: number; gap: number };

function variancesOf(baseline: Baseline, effect: number): Answer<Variances> {
  if (baseline.kind === "mean") {
    const { mean, sd } = baseline;
    if (mean === 0 || !Number.isFinite(mean)) return none("zero_baseline", { what: "the mean so far" });
    if (!(sd > 0) || !Number.isFinite(sd)) return none("no_variation", { what: "advocates so far" });
    return ok({ before: sd ** 2, after: sd ** 2, gap: Math.abs(mean * effect) });
  }
  const { rate } = baseline;
  const after = rate * (1 + effect);
  const wrong = within("the share so far", rate, [0, 1]) ?? within("the share with the effect", after, [0, 1]);
  return wrong ?? ok({ before: rate * (1 - rate), after: after * (1 - after), gap: Math.abs(after - rate) });
}

/** The smallest relative effect that `control` advocates (and as many treated as asked) show with the asked power: by bisection. */
export function smallestEffect(ask: Omit<PlanAsk, "effect">, control: number): Answer<number> {
  let low = 1e-6;
  let high = ask.baseline.kind === "proportion" ? (1 - ask.baseline.rate) / ask.baseline.rate - 1e-9 : 1e6;
  const most = sampleFor({ ...ask, effect: high });
  if ("none" in most) return most;
  if (most.ok.control > control) return none("too_few", { have: control, needed: most.ok.control, what: "advocates" });
  for (let i = 0; i < 80; i++) {
    const middle = Math.sqrt(low * high);
    const needed = sampleFor({ ...ask, effect: middle });
    if ("ok" in needed && needed.ok.control <= control) high = middle;
    else low = middle;
  }
  return ok(high);
}

/** Real traffic: how many advocates new to the experiment came on each of the last days. `share` of them take part. */
export type Traffic = { perDay: readonly number[]; share: number };
/** In days, rounded up to whole weeks, since weekdays differ; from the traffic's own interval (its days' standard error). */
export type Duration = { readonly days: number; readonly soonest: number; readonly latest: number | null; readonly perDay: number };

/** How long until `total` advocates took part. */
export function durationOf(total: number, traffic: Traffic): Answer<Duration> {
  const { perDay, share } = traffic;
  if (perDay.length < 7) return none("too_few", { have: perDay.length, needed: 7, what: "days of traffic" });
  const wrong = within("the share that takes part", share, [0, 1 + 1e-12]);
  if (wrong !== null) return wrong;
  const mean = perDay.reduce((sum, n) => sum + n, 0) / perDay.length;
  if (!(mean > 0)) return none("no_rows");
  const variance = perDay.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (perDay.length - 1);
  const half = normalQuantile(0.975) * Math.sqrt(variance / perDay.length);
  const weeks = (rate: number): number => Math.ceil(total / (rate * share) / 7) * 7;
  return ok({ days: weeks(mean), soonest: weeks(mean + half), latest: mean > half ? weeks(mean - half) : null, perDay: mean * share });
}
