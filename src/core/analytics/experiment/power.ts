/**
 * The power of a plan by playing it many times: what the formula says for one look at the end, and what always-valid intervals cost.
 * Chance is a seeded stream that the caller brings.
 */
import type { Random } from "../random.ts";
import { type Answer, none, ok } from "../result.ts";
import type { Arm } from "./arm.ts";
import { effectOf } from "./effect.ts";
import type { Baseline } from "./plan.ts";
import { fixedP, sequentialTest } from "./tests.ts";

export type PowerAsk = {
  baseline: Baseline;
  effect: number;
  alpha: number;
  control: number;
  treatment: number;
  /** How often one looks; 1 is the end alone. */
  looks: number;
  worlds: number;
};
/** Shares of worlds in which the effect was found: by the t-test at the end, by the t-test at any look, by the sequence at any look. */
export type Power = { readonly fixed: number; readonly peeked: number; readonly sequential: number };

/** Plays the experiment `worlds` times; with `effect` 0 the three are the rates of false alarms. */
export function simulatePower(ask: PowerAsk, random: Random): Answer<Power> {
  if (!(ask.worlds >= 1) || !(ask.looks >= 1))
    return none("out_of_range", { what: "worlds", value: ask.worlds, low: 1, high: 1_000_000 });
  const found = { fixed: 0, peeked: 0, sequential: 0 };
  for (let world = 0; world < ask.worlds; world++) {
    const seen = playWorld(ask, random);
    found.fixed += seen.fixed;
    found.peeked += seen.peeked;
    found.sequential += seen.sequential;
  }
  return ok({ fixed: found.fixed / ask.worlds, peeked: found.peeked / ask.worlds, sequential: found.sequential / ask.worlds });
}

function playWorld(ask: PowerAsk, random: Random): { fixed: 0 | 1; peeked: 0 | 1; sequential: 0 | 1 } {
  const arms = [emptyArm(), emptyArm()] as const;
  const out: { fixed: 0 | 1; peeked: 0 | 1; sequential: 0 | 1 } = { fixed: 0, peeked: 0, sequential: 0 };
  const options = { kind: ask.baseline.kind, difference: "absolute", metric: "outcome" } as const;
  // One tuning for the whole plan: the sequence is tightest where the experiment is meant to end.
  const tuning = ask.control + ask.treatment;
  for (let look = 1; look <= ask.looks; look++) {
    const upTo = (size: number): number => Math.round((size * look) / ask.looks);
    grow(arms[0], { to: upTo(ask.control), baseline: ask.baseline, factor: 1, random });
    grow(arms[1], { to: upTo(ask.treatment), baseline: ask.baseline, factor: 1 + ask.effect, random });
    const effect = effectOf(arms[0], arms[1], options);
    if ("none" in effect) continue;
    const always = sequentialTest(effect.ok, { alpha: ask.alpha, sides: "two", tuning });
    const isFound = fixedP(effect.ok, "two") < ask.alpha;
    out.fixed = isFound ? 1 : 0;
    if (isFound) out.peeked = 1;
    if ("ok" in always && always.ok.p < ask.alpha) out.sequential = 1;
  }
  return out;
}

type Growing = { n: number; sums: [number]; products: [[number]] };
const emptyArm = (): Growing & Arm => ({ n: 0, sums: [0], products: [[0]] });

/** Adds advocates: hits of a share in one draw; sums of a mean by gamma values of its mean and spread, skewed as money is. */
function grow(arm: Growing, by: { to: number; baseline: Baseline; factor: number; random: Random }): void {
  const { baseline, random } = by;
  const more = by.to - arm.n;
  if (baseline.kind === "proportion") {
    const hits = random.binomial(more, baseline.rate * by.factor);
    arm.sums[0] += hits;
    arm.products[0][0] += hits;
  } else {
    const shape = (baseline.mean / baseline.sd) ** 2;
    const scale = baseline.sd ** 2 / baseline.mean;
    const shift = baseline.mean * (by.factor - 1);
    for (let i = 0; i < more; i++) {
      const value = random.gamma(shape) * scale + shift;
      arm.sums[0] += value;
      arm.products[0][0] += value * value;
    }
  }
  arm.n = by.to;
}
