/**
 * How long something takes when for some it has not happened yet (Kaplan & Meier 1958, JASA 53(282):457-481): time from invitation to
 * joining, from joining to the first reward, from joining to leaving. Who has not got there counts as long as she was watched.
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";

/** `happened` false: watched for `time` without it. */
export type Wait = { readonly time: number; readonly happened: boolean };

/** At `time`: `waiting` had not got there before it, `share` (1 - S) had by it, with Greenwood's interval on the log(-log) scale. */
export type WaitStep = { readonly time: number; readonly waiting: number; readonly happened: number; readonly share: Estimate };

/** The share that got there by each time at which somebody did. None for nobody, or when it happened to nobody. O(n log n). */
export function waitCurve(waits: readonly Wait[], level = 0.95): Answer<WaitStep[]> {
  if (waits.length === 0) return none("no_rows");
  if (waits.some(({ time }) => !(time >= 0 && Number.isFinite(time)))) return none("not_finite", { what: "A time" });
  const sorted = [...waits].sort((a, b) => a.time - b.time);
  const z = normalQuantile(0.5 + level / 2);
  const steps: WaitStep[] = [];
  let [survival, greenwood, waiting] = [1, 0, sorted.length];
  for (let i = 0; i < sorted.length; ) {
    const { time } = sorted[i]!;
    let [happened, gone] = [0, 0];
    for (; i < sorted.length && sorted[i]!.time === time; i++, gone++) if (sorted[i]!.happened) happened++;
    if (happened > 0) {
      survival *= 1 - happened / waiting;
      greenwood += happened < waiting ? happened / (waiting * (waiting - happened)) : 0;
      const value = 1 - survival;
      const spread = survival > 0 && survival < 1 ? (z * Math.sqrt(greenwood)) / Math.log(survival) : 0;
      const at = (sign: number): number => (survival > 0 ? 1 - survival ** Math.exp(sign * spread) : 1);
      steps.push({ time, waiting, happened, share: { value, low: Math.min(at(1), at(-1)), high: Math.max(at(1), at(-1)), level } });
    }
    waiting -= gone;
  }
  return steps.length > 0 ? ok(steps) : none("too_few", { what: "people to whom it has happened", have: 0, needed: 1 });
}

/**
 * The time by which a share `p` of all got there, with the interval of Brookmeyer & Crowley 1982. None when fewer than that have, yet; an
 * end of the interval that is not reached yet is null.
 */
export function waitQuantile(curve: readonly WaitStep[], p: number): Answer<{ value: number; low: number; high: number | null }> {
  const by = (read: (step: WaitStep) => number): number | undefined => curve.find((step) => read(step) >= p - 1e-12)?.time;
  const value = by(({ share }) => share.value);
  if (value === undefined) {
    const have = Math.round(100 * (curve.at(-1)?.share.value ?? 0));
    return none("too_few", { what: "percent who have got there", have, needed: Math.round(100 * p) });
  }
  return ok({ value, low: by(({ share }) => share.high) ?? value, high: by(({ share }) => share.low) ?? null });
}

/** The share that got there by `time`: the last step not after it. */
export const shareBy = (curve: readonly WaitStep[], time: number): number =>
  curve.reduce((share, step) => (step.time <= time ? step.share.value : share), 0);
