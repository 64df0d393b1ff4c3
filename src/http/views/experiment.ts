/** Experiments as the API shows them. A figure that cannot be had is null, with the reason beside it. */
import { z } from "zod";
import type { Compared, Missing } from "../../core/analytics/experiment/analyse.ts";
import { DECISION_REASONS, type DecisionReason, VERDICTS } from "../../core/analytics/experiment/decide.ts";
import type { Answer } from "../../core/analytics/result.ts";
import { CORRECTIONS, EXPERIMENT_METRICS, EXPERIMENT_STATES, METRIC_KEYS, UNITS, type Unit } from "../../core/experiment.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import type { ExperimentResults } from "../../flow/experiment-results.ts";
import type { ExperimentRow } from "../../store/experiments.ts";
import { instant, sentence } from "../schemas.ts";
import { lack, lackView, spokenValues } from "./lack.ts";

const arm = z.object({
  key: z.string(),
  name: z.string(),
  weight: z.number(),
  patch: z.record(z.string(), z.unknown()).nullable(),
  version: z.int().nullable().describe("The program's version that this arm's friends are bound under; null before the start."),
});
const metric = z.enum(METRIC_KEYS);

export const experiment = z
  .object({
    id: z.string(),
    program: z.string(),
    name: z.string(),
    hypothesis: z.string(),
    layer: z.string(),
    status: z.enum(EXPERIMENT_STATES),
    arms: z.array(arm),
    share: z.number(),
    unit: z.enum(UNITS),
    metric,
    worth: z.number(),
    guardrails: z.array(z.object({ metric, accepted: z.number() })),
    correction: z.enum(CORRECTIONS),
    currency: z.string().nullable(),
    alpha: z.number(),
    power: z.number(),
    minimum: z.int(),
    planned: z.int().nullable().describe("Null: no number of advocates is agreed."),
    created_at: instant,
    started_at: instant.nullable(),
    ended_at: instant.nullable(),
  })
  .meta({ id: "Experiment" });

export function experimentView(row: ExperimentRow): z.input<typeof experiment> {
  const {
    share,
    unit = "advocate",
    metric: main,
    worth,
    guardrails,
    correction = "holm",
    currency,
    alpha,
    power,
    minimum,
    planned,
  } = row.design;
  return {
    id: externalId("xpm", row.id),
    program: row.program,
    name: row.name,
    hypothesis: row.hypothesis,
    layer: row.layer,
    status: row.status,
    arms: row.arms.map(({ key, name, weight, patch, version }) => ({ key, name, weight, patch, version: version ?? null })),
    share,
    unit,
    metric: main,
    worth,
    guardrails,
    correction,
    currency,
    alpha,
    power,
    minimum,
    planned,
    created_at: formatInstant(row.created_at),
    started_at: row.started_at === null ? null : formatInstant(row.started_at),
    ended_at: row.ended_at === null ? null : formatInstant(row.ended_at),
  };
}

const either = <T>(of: Answer<T>): T | null => ("ok" in of ? of.ok : null);
const why = (of: Answer<unknown>, speaker: Speaker): z.input<typeof lack> | null => ("none" in of ? lackView(of.none, speaker) : null);

const interval = z.object({ low: z.number().nullable(), high: z.number().nullable(), p: z.number() });
const compared = z.object({
  arm: z.string(),
  metric,
  title: sentence,
  control: z.number().describe("The control's mean, share or ratio; money in minor units."),
  treatment: z.number(),
  effect: z.number().describe("Relative to the control."),
  se: z.number(),
  adjusted: z.boolean().describe("What advocates did before the start explains a part of it, which was taken off (CUPED)."),
  fixed: interval.describe("Welch's t-test: holds if it is read once, at the planned end."),
  sequential: interval.describe("Confidence sequence: holds however often one looks. Decisions rest on it."),
  belief: z.object({
    low: z.number(),
    high: z.number(),
    chance: z.number(),
    risk: z.object({ control: z.number(), treatment: z.number() }),
  }),
  holm: z.number().describe("p of the sequence, for all metrics of the arm together (Holm)."),
  false_discovery: z.number().describe("The same by Benjamini and Hochberg."),
  shown: z
    .boolean()
    .describe("A difference is shown: of the deciding metric by its own p, of the others by the p together that the experiment chose."),
});
const verdict = z.object({
  arm: z.string(),
  verdict: z.enum(VERDICTS),
  reasons: z.array(
    z.object({
      code: z.enum(Object.keys(DECISION_REASONS) as [keyof typeof DECISION_REASONS, ...(keyof typeof DECISION_REASONS)[]]),
      values: z.record(z.string(), z.union([z.number(), z.string()])),
      message: z.string().describe("A sentence in the caller's language (Accept-Language)."),
    }),
  ),
});

type Verdict = z.input<typeof verdict>;

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number(), level: z.number() });
const increment = z.object({
  arm: z.string(),
  customers: estimate.nullable().describe("Customers more for each advocate, because of the offer."),
  cost: estimate.nullable().describe("What each incremental customer cost, in minor units (Fieller's interval)."),
  reason: lack.nullable().describe("Why the cost cannot be said."),
});

export const experimentResults = z
  .object({
    from: instant,
    to: instant,
    renewing: z.boolean().describe("Something has happened since `to`: newer figures are being worked out. Ask again in a while."),
    arms: z.array(
      z.object({
        key: z.string(),
        weight: z.number(),
        advocates: z.int(),
        rows: z.int().describe("What was dealt: as many as advocates, or circles or companies of them."),
      }),
    ),
    unit: z.enum(UNITS),
    sample_ratio: z.object({ p: z.number(), broken: z.boolean().describe("Nothing is compared then.") }),
    compared: z.array(compared),
    missing: z.array(z.object({ arm: z.string(), metric, reason: lack })),
    contamination: z
      .object({
        share: z.number(),
        low: z.number(),
        high: z.number(),
        friends: z.int(),
        both: z.int(),
        moved: z
          .int()
          .describe("Bound under another arm's offer than that of the advocate they count for: two people turned out to be one."),
      })
      .nullable()
      .describe("Friends whom links of more than one arm had reached before they bound. Null: no friend has come yet."),
    increments: z.array(increment).describe("Of each hold-out: what the program as it is earns beyond it."),
    decisions: z.array(verdict),
    definition: sentence,
  })
  .meta({ id: "ExperimentResults" });

const DEFINITION =
  "One row for each advocate who takes part, whether she did anything or not. Friends bound, and money earned, since the start count.";

const TOGETHER =
  "One row for each circle or company, as it stood at the start: what its advocates did, to how many they are. Who joined later is dealt " +
  "by herself. Friends bound, and money earned, since the start count.";

export function resultsView(
  of: ExperimentResults & { unit: Unit; isRenewing: boolean },
  speaker: Speaker,
): z.input<typeof experimentResults> {
  const { analysis } = of;
  const names = new Map(of.arms.map(({ key, name }) => [key, name]));
  return {
    from: formatInstant(of.from),
    to: formatInstant(of.to),
    renewing: of.isRenewing,
    arms: of.arms.map(({ key, weight, advocates, rows = advocates }) => ({ key, weight, advocates, rows })),
    unit: of.unit,
    sample_ratio: { p: analysis.sampleRatio.p, broken: analysis.sampleRatio.isBroken },
    compared: analysis.compared.map(comparedView),
    missing: analysis.missing.map((m: Missing) => ({ arm: m.arm, metric: m.metric, reason: lackView(m.lack, speaker) })),
    contamination: either(of.contamination),
    increments: of.increments.map(({ arm: key, increment: found }) => {
      const got = either(found);
      return {
        arm: key,
        customers: got && got.customers,
        cost: got && either(got.cost),
        reason: why(got === null ? found : got.cost, speaker),
      };
    }),
    decisions: analysis.decisions.map(({ arm: key, verdict: said, reasons }) => ({
      arm: key,
      verdict: said,
      reasons: reasons.map((each) => reasonView(each, { speaker, names })),
    })),
    definition: of.unit === "advocate" ? DEFINITION : TOGETHER,
  };
}

/** Metrics and arms are said by their names. */
function reasonView(
  { code, values }: DecisionReason,
  { speaker, names }: { speaker: Speaker; names: ReadonlyMap<string, string> },
): Verdict["reasons"][number] {
  const metric = METRIC_KEYS.find((key) => key === values["metric"]);
  const arm = names.get(String(values["arm"]));
  const said = {
    ...spokenValues(values, speaker),
    ...(metric === undefined ? {} : { metric: speaker.say(EXPERIMENT_METRICS[metric].title) }),
    ...(arm === undefined ? {} : { arm }),
  };
  return { code, values: { ...values }, message: speaker.say(DECISION_REASONS[code], said) };
}

function comparedView(c: Compared): z.input<typeof compared> {
  const { low, high, chance, risk } = c.belief;
  return {
    arm: c.arm,
    metric: c.metric,
    title: EXPERIMENT_METRICS[c.metric].title,
    control: c.effect.means[0],
    treatment: c.effect.means[1],
    effect: c.effect.effect,
    se: c.effect.se,
    adjusted: c.effect.theta !== 0,
    fixed: c.fixed,
    sequential: c.sequential,
    belief: { low, high, chance, risk: { control: risk[0], treatment: risk[1] } },
    holm: c.holm,
    false_discovery: c.falseDiscovery,
    shown: c.isShown,
  };
}
