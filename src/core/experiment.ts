/**
 * An experiment as data: which arms a program is dealt into, and what is measured. A variant is a JSON merge patch on the live
 * definition; a hold-out is a variant without rewards.
 */
import { z } from "zod";
import type { Digest } from "./id.ts";
import { key } from "./program-rule.ts";
import { isOneLine } from "./text.ts";

/** What an arm may change: the offer and its words. Everything else decides who is counted, or is shared by all arms. */
export const PATCHABLE = ["name", "description", "rewards", "tiers", "bonuses", "share", "pages"] as const;

/** What is measured, one row an advocate. `money` ones need the experiment's currency. */
export const EXPERIMENT_METRICS = {
  friends: { kind: "mean", good: "up", money: false, title: "Friends an advocate brought" },
  customers: { kind: "mean", good: "up", money: false, title: "Friends an advocate brought who qualified" },
  referring: { kind: "proportion", good: "up", money: false, title: "Advocates who brought at least one friend who qualified" },
  conversion: { kind: "ratio", good: "up", money: false, title: "Of friends, those who qualified" },
  revenue: { kind: "mean", good: "up", money: true, title: "What friends of an advocate bought, refunds taken off" },
  reward_cost: { kind: "mean", good: "down", money: true, title: "Rewards owed for an advocate's referrals, both sides" },
  cost_per_customer: { kind: "ratio", good: "down", money: true, title: "Rewards owed for each friend who qualified" },
  refund_rate: { kind: "ratio", good: "down", money: true, title: "Of what friends bought, what was refunded" },
  rejected_rate: { kind: "ratio", good: "down", money: false, title: "Of referrals, those rejected" },
} as const;
export type ExperimentMetric = keyof typeof EXPERIMENT_METRICS;
export const METRIC_KEYS = Object.keys(EXPERIMENT_METRICS) as [ExperimentMetric, ...ExperimentMetric[]];

/** What is dealt as one: each advocate by herself, whoever brought one another, or whoever is of one company. */
export const UNITS = ["advocate", "circle", "company"] as const;
export type Unit = (typeof UNITS)[number];

export const EXPERIMENT_STATES = ["draft", "running", "stopped"] as const;
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];

/** Numbers that advocates are dealt: 0 to 9,999. */
export const DEALT = 10_000;

const patch = z.record(z.string(), z.unknown()).describe("JSON merge patch (RFC 7396) on the live definition. {} or null: unchanged.");

export const experimentArm = z.strictObject({
  key,
  name: z.string().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
  weight: z.number().positive().max(1000).default(1),
  patch: patch.nullable().default(null),
});

/** What is asked of several figures at once: Holm bounds the chance of one false alarm, Benjamini and Hochberg their share of alarms. */
export const CORRECTIONS = ["holm", "benjamini_hochberg"] as const;
export type Correction = (typeof CORRECTIONS)[number];

const asked = {
  program: z.string().max(64),
  name: z.string().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
  hypothesis: z.string().max(2000),
  layer: key.describe("Experiments of one layer exclude each other; those of different layers cross."),
  share: z.number().gt(0).max(1).describe("Of the program's advocates, those who take part."),
  unit: z.enum(UNITS).describe("What is dealt as one, so that its advocates come into one arm: as they stand when it starts."),
  arms: z.array(experimentArm).min(2).max(8).describe("The first is the control: the program as it is."),
  metric: z.enum(METRIC_KEYS),
  worth: z.number().gt(0).max(10).describe("The smallest relative effect worth having."),
  guardrails: z
    .array(z.strictObject({ metric: z.enum(METRIC_KEYS), accepted: z.number().min(0).max(10).default(0.1) }))
    .max(6)
    .describe("What must not get worse by more than `accepted`, relatively."),
  correction: z.enum(CORRECTIONS).describe("How the figures beside the deciding one are held to `alpha` together."),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .describe("Unit of the money metrics."),
  alpha: z.number().gt(0).lt(0.5),
  power: z.number().gt(0.5).lt(1),
  minimum: z.int().min(4).max(10_000_000).describe("Advocates below whom nothing is decided."),
  planned: z.int().min(4).max(100_000_000).nullable().describe("Advocates the plan asks for; see the plan."),
};

export const experimentWish = z
  .strictObject({
    ...asked,
    hypothesis: asked.hypothesis.default(""),
    layer: asked.layer.default("default"),
    share: asked.share.default(1),
    unit: asked.unit.default("advocate"),
    metric: asked.metric.default("customers"),
    worth: asked.worth.default(0.1),
    guardrails: asked.guardrails.default([]),
    correction: asked.correction.default("holm"),
    currency: asked.currency.default(null),
    alpha: asked.alpha.default(0.05),
    power: asked.power.default(0.8),
    minimum: asked.minimum.default(200),
    planned: asked.planned.default(null),
  })
  .meta({ id: "ExperimentWish" });
export type ExperimentWish = z.output<typeof experimentWish>;

/** What may be said anew of a draft; what is left out stays. */
export const experimentChange = z.strictObject(asked).partial().meta({ id: "ExperimentChange" });
export type ExperimentChange = z.output<typeof experimentChange>;

/** RFC 7396: objects are merged, null takes away, anything else replaces. */
export function mergePatch(target: unknown, change: unknown): unknown {
  if (!isObject(change)) return change;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Does the arm leave the program as it is? */
export const isUnchanged = (change: Record<string, unknown> | null): boolean => change === null || Object.keys(change).length === 0;

/** An arm without any reward: what comes anyway. */
export const isHoldOut = (change: Record<string, unknown> | null): boolean => {
  const rewards = change?.["rewards"];
  return rewards === null || (Array.isArray(rewards) && rewards.length === 0);
};

/** How many of the numbers an experiment takes. */
export const dealtSize = ({ arms, share }: { arms: readonly unknown[]; share: number }): number =>
  Math.max(arms.length, Math.round(share * DEALT));

export type Problem = { pointer: string; message: string; code: string };

/** What is wrong with the wish beyond its shape. */
export function experimentProblems(wish: ExperimentWish): Problem[] {
  const problems: Problem[] = [];
  const keys = new Set<string>();
  for (const [i, arm] of wish.arms.entries()) {
    if (keys.has(arm.key)) problems.push({ pointer: `/arms/${i}/key`, message: "Each arm needs a key of its own.", code: "not_unique" });
    keys.add(arm.key);
    for (const name of Object.keys(arm.patch ?? {}))
      if (!(PATCHABLE as readonly string[]).includes(name))
        problems.push({
          pointer: `/arms/${i}/patch/${name}`,
          message: `An arm may change ${PATCHABLE.join(", ")}; "${name}" is the same for all.`,
          code: "not_patchable",
        });
  }
  if (!isUnchanged(wish.arms[0]?.patch ?? null))
    problems.push({ pointer: "/arms/0/patch", message: "The first arm is the control: leave it as it is.", code: "control_changed" });
  const cuts = cutRange(
    { first: 0, below: dealtSize(wish) },
    wish.arms.map(({ weight }) => weight),
  );
  for (const [i, { first, below }] of cuts.entries())
    if (first >= below)
      problems.push({
        pointer: `/arms/${i}/weight`,
        message: "So few would be dealt into this arm that nobody is: give it more weight, or let more advocates take part.",
        code: "nobody",
      });
  const metrics = [wish.metric, ...wish.guardrails.map((g) => g.metric)];
  if (wish.currency === null && metrics.some((metric) => EXPERIMENT_METRICS[metric].money))
    problems.push({ pointer: "/currency", message: "A money metric needs a currency.", code: "required" });
  return problems;
}

/** The number an advocate is dealt: 8 hex digits of sha256 mod 10,000. The database computes the same (store/experiment-figures.ts). */
export const dealtTo = (digest: Digest, salt: string, advocate: string): number =>
  Number.parseInt(digest(`${salt}:${advocate}`).slice(0, 8), 16) % DEALT;

export type Range = { first: number; below: number };

/** Cuts a range by the arms' weights; the last one takes what rounding leaves. */
export function cutRange(range: Range, weights: readonly number[]): Range[] {
  const all = weights.reduce((sum, w) => sum + w, 0);
  let sum = 0;
  let first = range.first;
  return weights.map((weight, i) => {
    sum += weight;
    const below = i === weights.length - 1 ? range.below : range.first + Math.round(((range.below - range.first) * sum) / all);
    const cut = { first, below };
    first = below;
    return cut;
  });
}

/** The first free stretch of `size` numbers beside the taken ones, or null. */
export function freeRange(taken: readonly Range[], size: number): Range | null {
  let first = 0;
  for (const range of [...taken].sort((a, b) => a.first - b.first)) {
    if (range.first - first >= size) break;
    first = Math.max(first, range.below);
  }
  return first + size <= DEALT ? { first, below: first + size } : null;
}
