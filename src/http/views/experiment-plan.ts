/** What a planned experiment would need, as the API shows it. A figure that cannot be had is null, with the reason beside it. */
import { z } from "zod";
import type { Answer } from "../../core/analytics/result.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import type { CirclePlan, ExperimentPlan } from "../../flow/experiment-plan.ts";
import { lack, lackView } from "./lack.ts";

const why = (of: Answer<unknown>, speaker: Speaker): z.input<typeof lack> | null => ("none" in of ? lackView(of.none, speaker) : null);
const either = <T>(of: Answer<T>): T | null => ("ok" in of ? of.ok : null);

export const experimentPlan = z
  .object({
    baseline: z
      .union([
        z.object({ kind: z.literal("proportion"), rate: z.number() }),
        z.object({ kind: z.literal("mean"), mean: z.number(), sd: z.number() }),
      ])
      .nullable()
      .describe("Of the last 28 days, an advocate."),
    sample: z.object({ control: z.int(), treatment: z.int(), total: z.int() }).nullable(),
    duration: z.object({ days: z.int(), soonest: z.int(), latest: z.int().nullable(), per_day: z.number() }).nullable(),
    power: z
      .object({ fixed: z.number(), peeked: z.number(), sequential: z.number() })
      .nullable()
      .describe(
        "Share of 400 played worlds in which the effect is found: by one look at the end, by the t-test at any look, by the sequence.",
      ),
    circles: z
      .object({
        circles: z.int().describe("Of two and more advocates who brought one another."),
        members: z.int(),
        largest: z.int(),
        factor: z.number().describe("So many times as many advocates are needed when whole circles are dealt (Kish's design effect)."),
        icc: z.number().describe("How alike advocates of one circle are: 0 not at all, 1 the same."),
        total: z.int().describe("Advocates in all arms."),
        days: z.int().nullable().describe("Null: it cannot be told how long that takes."),
        power: z.number().nullable().describe("With the sample above: at any look. Null: too many to play."),
      })
      .nullable()
      .describe("What it would take if advocates who brought one another came into one arm. Null: see `missing`."),
    smallest_effect: z.number().nullable().describe("What could be shown with whoever can take part within eight weeks."),
    missing: z.record(z.string(), lack).describe("Why a figure is null."),
  })
  .meta({ id: "ExperimentPlan" });

function circlesView(of: CirclePlan | null): z.input<typeof experimentPlan>["circles"] {
  if (of === null) return null;
  const { duration, power, ...rest } = of;
  return { ...rest, days: either(duration)?.days ?? null, power: either(power)?.sequential ?? null };
}

export function planView(plan: ExperimentPlan, speaker: Speaker): z.input<typeof experimentPlan> {
  const reasons = Object.entries({ ...plan, smallest_effect: plan.smallest })
    .filter(([name]) => name !== "smallest")
    .flatMap(([name, answer]) => {
      const reason = why(answer as Answer<unknown>, speaker);
      return reason === null ? [] : [[name, reason] as const];
    });
  const duration = either(plan.duration);
  return {
    baseline: either(plan.baseline),
    sample: either(plan.sample),
    duration: duration && { days: duration.days, soonest: duration.soonest, latest: duration.latest, per_day: duration.perDay },
    power: either(plan.power),
    circles: circlesView(either(plan.circles)),
    smallest_effect: either(plan.smallest),
    missing: Object.fromEntries(reasons),
  };
}
