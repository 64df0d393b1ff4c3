/** The words of experiments: states, metrics and verdicts. Reasons come as sentences from the server. */
import type { components } from "@grapevine/sdk";
import type { Tone } from "../../kit/values.tsx";
import { money, number, percent } from "../../words/format.ts";
import { direction, t } from "../../words/say.ts";

export type Experiment = components["schemas"]["Experiment"];
export type Results = components["schemas"]["ExperimentResults"];
export type Plan = components["schemas"]["ExperimentPlan"];
export type Metric = Experiment["metric"];
export type Lack = components["schemas"]["Lack"];
export type Verdict = Results["decisions"][number]["verdict"];

export const STATES: Record<Experiment["status"], { word: () => string; tone: Tone; why: () => string }> = {
  draft: { word: () => t("Draft"), tone: "gray", why: () => t("Nobody is dealt into it yet.") },
  running: { word: () => t("Running"), tone: "sky", why: () => t("Advocates are dealt by chance, and their friends follow them.") },
  stopped: { word: () => t("Stopped"), tone: "gray", why: () => t("Nobody is dealt any more. What was promised stays.") },
};

/** `good`: where better lies. `kind`: how its value is read. */
export const METRICS: Record<Metric, { name: () => string; good: "up" | "down"; kind: "count" | "share" | "money" }> = {
  friends: { name: () => t("Friends an advocate brought"), good: "up", kind: "count" },
  customers: { name: () => t("Friends an advocate brought who qualified"), good: "up", kind: "count" },
  referring: { name: () => t("Advocates who brought at least one friend who qualified"), good: "up", kind: "share" },
  conversion: { name: () => t("Of friends, those who qualified"), good: "up", kind: "share" },
  revenue: { name: () => t("What an advocate’s friends bought, refunds taken off"), good: "up", kind: "money" },
  reward_cost: { name: () => t("Rewards owed for an advocate’s referrals, both sides"), good: "down", kind: "money" },
  cost_per_customer: { name: () => t("Rewards owed for each friend who qualified"), good: "down", kind: "money" },
  refund_rate: { name: () => t("Of what friends bought, what was refunded"), good: "down", kind: "share" },
  rejected_rate: { name: () => t("Of referrals, those refused"), good: "down", kind: "share" },
};
/** How figures beside the deciding one are held to account together. */
export const CORRECTIONS: Record<Experiment["correction"], { name: () => string; what: () => string }> = {
  holm: { name: () => t("Hardly any false alarm (Holm)"), what: () => t("The chance that even one of them is wrong stays below 5 %.") },
  benjamini_hochberg: {
    name: () => t("Few among those found (Benjamini and Hochberg)"),
    what: () => t("Of the differences it finds, at most 5 % are wrong on average. It finds more."),
  },
};

/** What is dealt as one. */
export const UNITS: Record<Experiment["unit"], { name: () => string; what: () => string }> = {
  advocate: { name: () => t("Each advocate by herself"), what: () => t("Finds most with the fewest people.") },
  circle: {
    name: () => t("Circles: whoever brought one another"),
    what: () => t("Friends who talk to each other see the same offer. It needs more advocates; the plan says how many."),
  },
  company: {
    name: () => t("Companies: whoever is of one company"),
    what: () => t("Colleagues see the same offer. It needs more advocates; the plan says how many."),
  },
};

/** Metrics that need a currency. */
export const IN_MONEY: readonly Metric[] = ["revenue", "reward_cost", "cost_per_customer", "refund_rate"];

export function metricValue(metric: Metric, value: number, currency: string | null): string {
  const { kind } = METRICS[metric];
  if (kind === "share") return percent(value);
  if (kind === "money") return currency === null ? number(value) : money(Math.round(value), currency);
  return number(value, { maximumFractionDigits: 3 });
}

/** "+12 %": against the control. Its sign stays before it in a line that runs from right to left. */
export function change(effect: number): string {
  const maximumFractionDigits = Math.abs(effect) < 0.1 ? 1 : 0;
  const text = number(effect, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits });
  return direction() === "rtl" ? `\u2066${text}\u2069` : text;
}

/** An interval that may be open. Nothing falls by more than all of it. */
export function between(least: number | null, high: number | null): string {
  const low = least === null ? null : Math.max(-1, least);
  if (low === null && high === null) return t("anything is possible");
  if (low === null) return t("at most {high}", { high: change(high ?? 0) });
  if (high === null) return t("at least {low}", { low: change(low) });
  return t("{low} to {high}", { low: change(low), high: change(high) });
}

/** A p-value without false precision. */
export const chanceOf = (p: number): string =>
  p < 0.001 ? t("below {p}", { p: number(0.001) }) : number(p, { maximumFractionDigits: 3 });

export const VERDICTS: Record<Verdict, { word: () => string; tone: Tone }> = {
  ship: { word: () => t("Take it over"), tone: "leaf" },
  keep: { word: () => t("Keep the program as it is"), tone: "gray" },
  go_on: { word: () => t("Let it go on"), tone: "sky" },
  stop_guardrail: { word: () => t("Stop it: something suffers"), tone: "rust" },
  broken_sample_ratio: { word: () => t("Do not trust it"), tone: "rust" },
  too_little_data: { word: () => t("Too early to say"), tone: "amber" },
};

/** An arm's name by its key. */
export const armName = (of: Experiment, key: string): string => of.arms.find((arm) => arm.key === key)?.name ?? key;
