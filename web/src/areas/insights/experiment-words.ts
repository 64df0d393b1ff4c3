/** The words of experiments: states, metrics, verdicts and reasons; and why there is no figure, here and in forecasts. */
import type { components } from "@grapevine/sdk";
import type { Tone } from "../../kit/values.tsx";
import { money, number, percent } from "../../words/format.ts";
import { direction, t } from "../../words/say.ts";

export type Experiment = components["schemas"]["Experiment"];
export type Results = components["schemas"]["ExperimentResults"];
export type Plan = components["schemas"]["ExperimentPlan"];
export type Metric = Experiment["metric"];
export type Lack = components["schemas"]["Lack"];
type Reason = Results["decisions"][number]["reasons"][number];
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

/** An experiment's names by their keys. */
export const armName = (of: Experiment, key: string): string => of.arms.find((arm) => arm.key === key)?.name ?? key;
const metricName = (key: unknown): string => METRICS[key as Metric]?.name() ?? String(key);

/** A reason of a decision, with the names that people know. */
export function reasonText(of: Experiment, { code, values }: Reason): string {
  const metric = metricName(values["metric"]);
  const arm = armName(of, String(values["arm"] ?? ""));
  const n = (key: string): string => number(Number(values[key] ?? 0));
  switch (code) {
    case "sample_ratio":
      return t("The arms are not as large as they were dealt (chance: {p}). Rows are lost or doubled, so no effect is shown.", {
        p: chanceOf(Number(values["p"] ?? 0)),
      });
    case "guardrail_worse":
      return t("“{metric}” got worse in “{arm}” by more than you accepted.", { metric, arm });
    case "guardrail_unclear":
      return t("“{metric}” in “{arm}” may still be worse than you accepted.", { metric, arm });
    case "below_minimum":
      return t("{have} of {needed} advocates take part: {missing} are missing.", {
        have: n("have"),
        needed: n("needed"),
        missing: n("missing"),
      });
    case "no_figure":
      return t("There is no figure for “{metric}” yet.", { metric });
    case "dominated":
      return t("One advocate makes {share} of “{metric}” in “{arm}”: the figure is hers, not the arm’s.", {
        share: percent(Number(values["share"] ?? 0)),
        metric,
        arm,
      });
    case "better":
      return t("“{arm}” is better: the interval of “{metric}” that holds at every look lies on the good side of zero.", { arm, metric });
    case "worse":
      return t("“{arm}” is worse: the interval of “{metric}” that holds at every look lies on the bad side of zero.", { arm, metric });
    case "nothing_worth":
      return t("The interval of “{metric}” leaves no effect as large as the one worth having.", { metric });
    case "unsettled":
      return t("The interval of “{metric}” still holds both no effect and one worth having.", { metric });
    case "ended_unsettled":
      return t("All planned advocates take part, and “{metric}” is not shown to differ.", { metric });
  }
}

/** What is counted, as the server names it in a reason. */
const COUNTED: Record<string, () => string> = {
  advocates: () => t("advocates"),
  "advocates so far": () => t("advocates so far"),
  "advocates with friends": () => t("advocates with friends"),
  "advocates to play with": () => t("advocates to play with"),
  friends: () => t("friends"),
  "friends reached by both": () => t("friends reached by both"),
  weeks: () => t("weeks"),
  "days of traffic": () => t("days of traffic"),
};

/** A name as the server writes it, by what people know; a metric's key in it as the metric's name. */
function counted(what: unknown): string {
  const text = String(what ?? "");
  if (COUNTED[text] !== undefined) return COUNTED[text]();
  const metric = (Object.keys(METRICS) as Metric[]).find((key) => text.split(/\W+/).includes(key));
  return metric === undefined ? t("the rows") : `“${METRICS[metric].name()}”`;
}

/** Why there is no figure, as a sentence. */
export function lackText({ code, values }: Lack): string {
  const what = counted(values["what"]);
  const n = (key: string): string => number(Number(values[key] ?? 0));
  switch (code) {
    case "no_rows":
      return t("There is nothing to count yet.");
    case "too_few":
      return t("There are {have} {what}; this needs at least {needed}.", { have: n("have"), what, needed: n("needed") });
    case "too_many":
      return t("There are {have} {what}; this can be worked out for at most {most}.", { have: n("have"), what, most: n("most") });
    case "no_variation":
      return t("All rows are the same, so nothing can be learned from how they differ.");
    case "one_group_empty":
      return t("There is nobody in one of the groups, so there is nothing to compare with.");
    case "zero_baseline":
      return t("It is zero so far, so a change relative to it means nothing.");
    case "does_not_apply":
      return values["what"] === "The cost of an incremental customer"
        ? t("What one more customer costs cannot be said: the offer is not shown to bring any.")
        : t("It does not describe these data.");
    case "out_of_range":
      return t("It must lie from {low} to {high}.", { low: n("low"), high: n("high") });
    default:
      return t("It cannot be worked out from what was counted.");
  }
}
