/** From the arms' sums to what is shown and what is decided: the sample ratio first, then each treatment against the control. */
import { type Correction, EXPERIMENT_METRICS, type ExperimentMetric } from "../../experiment.ts";
import { type Answer, type Lack, none } from "../result.ts";
import type { Arm, MetricKind } from "./arm.ts";
import { type Belief, believe } from "./bayes.ts";
import { DOMINATES_ABOVE, type Decision, type Guardrail, type Measured, decide } from "./decide.ts";
import { type Effect, effectOf } from "./effect.ts";
import { benjaminiHochberg, holm } from "./multiple.ts";
import { BROKEN_BELOW, sampleRatio } from "./sample-ratio.ts";
import { type Tested, fixedTest, sequentialTest } from "./tests.ts";

export type MeasuredArm = {
  readonly key: string;
  /** As sentences call it. */
  readonly name: string;
  readonly weight: number;
  readonly advocates: number;
  /** What was dealt: advocates, or circles or companies of them; left out, as many as advocates. */
  readonly rows?: number;
  /** Sums of each metric and its largest row. `kind`: the metric's own when left out. */
  readonly metrics: ReadonlyMap<ExperimentMetric, { arm: Arm; largest: number; kind?: MetricKind }>;
};
export type Design = {
  readonly metric: ExperimentMetric;
  readonly worth: number;
  readonly alpha: number;
  readonly minimum: number;
  readonly planned: number | null;
  readonly guardrails: readonly { metric: ExperimentMetric; accepted: number }[];
  /** Of the metrics beside the deciding one; Holm without it. */
  readonly correction?: Correction;
};
export type Compared = {
  readonly arm: string;
  readonly metric: ExperimentMetric;
  readonly effect: Effect;
  /** What holds at one look, at every look, and as a belief; p of this treatment's metrics together, two ways. */
  readonly fixed: Tested;
  readonly sequential: Tested;
  readonly belief: Belief;
  readonly holm: number;
  readonly falseDiscovery: number;
  /** p of the deciding metric alone, of another one with all of them, is below alpha. */
  readonly isShown: boolean;
};
export type Missing = { readonly arm: string; readonly metric: ExperimentMetric; readonly lack: Lack };
export type Analysis = {
  readonly sampleRatio: { readonly p: number; readonly isBroken: boolean };
  readonly compared: readonly Compared[];
  readonly missing: readonly Missing[];
  readonly decisions: readonly (Decision & { readonly arm: string })[];
};

/** Nothing is compared when the sample ratio is broken: an effect one has seen is not forgotten. */
export function analyse(arms: readonly MeasuredArm[], design: Design): Analysis {
  const ratioP = sampleRatio(
    arms.map((arm) => arm.rows ?? arm.advocates),
    arms.map((arm) => arm.weight),
  );
  const isBroken = ratioP < BROKEN_BELOW;
  const [control, ...treatments] = arms;
  const compared: Compared[] = [];
  const missing: Missing[] = [];
  for (const treatment of isBroken || control === undefined ? [] : treatments) {
    const found = compareArm(control as MeasuredArm, treatment, design);
    compared.push(...found.compared);
    missing.push(...found.missing);
  }
  const advocates = arms.reduce((sum, arm) => sum + (arm.rows ?? arm.advocates), 0);
  const decisions = treatments.map((treatment) => {
    const largest = treatment.metrics.get(design.metric)?.largest ?? 0;
    const sum = treatment.metrics.get(design.metric)?.arm.sums[0] ?? 0;
    const standing = {
      ratioP,
      advocates,
      planned: design.planned ?? Number.POSITIVE_INFINITY,
      minimum: design.minimum,
      metric: design.metric,
      arm: treatment.key,
      primary: measured(compared, { arm: treatment.key, metric: design.metric }),
      good: EXPERIMENT_METRICS[design.metric].good,
      worth: design.worth,
      guardrails: design.guardrails.map((g): Guardrail => guardrailOf(compared, { ...g, arm: treatment.key })),
    };
    const dominated = sum > 0 && largest / sum > DOMINATES_ABOVE ? { dominated: largest / sum } : {};
    return { arm: treatment.key, ...decide({ ...standing, ...dominated }) };
  });
  return { sampleRatio: { p: ratioP, isBroken }, compared, missing, decisions };
}

function guardrailOf(compared: readonly Compared[], of: { metric: ExperimentMetric; accepted: number; arm: string }): Guardrail {
  const { metric, arm, accepted } = of;
  return { metric, arm, accepted, of: measured(compared, of), harm: EXPERIMENT_METRICS[metric].good === "up" ? "down" : "up" };
}

function measured(compared: readonly Compared[], of: { arm: string; metric: ExperimentMetric }): Measured {
  const found = compared.find((c) => c.arm === of.arm && c.metric === of.metric);
  return found === undefined ? null : { ...of, low: found.sequential.low, high: found.sequential.high };
}

function compareArm(control: MeasuredArm, treatment: MeasuredArm, design: Design): { compared: Compared[]; missing: Missing[] } {
  const compared: Compared[] = [];
  const missing: Missing[] = [];
  for (const metric of treatment.metrics.keys()) {
    const one = compareOne(control, treatment, { metric, alpha: design.alpha, tuning: design.planned });
    if ("none" in one) missing.push({ arm: treatment.key, metric, lack: one.none });
    else compared.push(one.ok);
  }
  const p = compared.map((c) => c.sequential.p);
  const [steps, rates] = [holm(p), benjaminiHochberg(p)];
  const together = design.correction === "benjamini_hochberg" ? rates : steps;
  const told = compared.map((c, i): Compared => {
    const isShown = (c.metric === design.metric ? c.sequential.p : (together[i] as number)) < design.alpha;
    return { ...c, holm: steps[i] as number, falseDiscovery: rates[i] as number, isShown };
  });
  return { compared: told, missing };
}

function compareOne(
  control: MeasuredArm,
  treatment: MeasuredArm,
  of: { metric: ExperimentMetric; alpha: number; tuning: number | null },
): Answer<Compared> {
  const { metric, alpha } = of;
  const [a, b] = [control.metrics.get(metric), treatment.metrics.get(metric)];
  if (a === undefined || b === undefined) return none("no_rows");
  const { kind: own, title } = EXPERIMENT_METRICS[metric];
  const kind = a.kind ?? own;
  const effect = effectOf(a.arm, b.arm, { kind, difference: "relative", metric: title, arms: [control.name, treatment.name] });
  if ("none" in effect) return effect;
  const fixed = fixedTest(effect.ok, { alpha, sides: "two" });
  if ("none" in fixed) return fixed;
  const tuning = of.tuning === null ? {} : { tuning: of.tuning };
  const sequential = sequentialTest(effect.ok, { alpha, sides: "two", ...tuning });
  if ("none" in sequential) return sequential;
  const belief = believe(effect.ok, { alpha });
  const base = { arm: treatment.key, metric, effect: effect.ok, belief, holm: 1, falseDiscovery: 1, isShown: false };
  return { ok: { ...base, fixed: fixed.ok, sequential: sequential.ok } };
}
