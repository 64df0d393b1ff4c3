/** The answer of the report about lifetime value. */
import { z } from "zod";
import type { Calibration, CalibrationRow } from "../../core/analytics/value/calibration.ts";
import { expectedRepeats } from "../../core/analytics/value/bgnbd-expect.ts";
import { meanSpend } from "../../core/analytics/value/gamma-gamma.ts";
import { externalId } from "../../core/id.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import { type CohortFound, FIRST, type ValueFound } from "../../flow/studies/value.ts";
import { asOf, renewing, studyPeriod } from "../study-ask.ts";
import { lack } from "./lack.ts";
import { estimate, estimateOf, estimateView, partOf, reasonOf } from "./no-figure.ts";

const row = z.object({
  bought_again: z.int().describe("Times by the cut; the last row: that many or more."),
  customers: z.int(),
  expected: estimate.describe("Purchases that the model expects in the weeks held out."),
  actual: z.int(),
});
const cohort = z.object({
  cohort: z.string().describe("referred, not_referred, a program's key, segment, others."),
  customers: z.int(),
  worth: estimate.describe("What a new customer is worth from her first purchase to the horizon's end, in minor units."),
  against: estimate.describe("By how much more than a customer of the first cohort."),
  relative: estimate.describe("The same as a share of what one of the first cohort is worth."),
  models: z
    .object({
      repeats: z.object({
        r: z.number(),
        alpha: z.number().describe("Weeks."),
        a: z.number(),
        b: z.number(),
        log_likelihood: z.number(),
      }),
      repeaters: z.int(),
      spend: z.object({
        p: z.number(),
        q: z.number(),
        v: z.number().describe("Minor units."),
        log_likelihood: z.number(),
        mean: z.number().nullable().describe("What a purchase comes to on average, minor units. Null: the fit has no mean."),
      }),
      by_week: z
        .array(z.number())
        .describe("Repeat purchases expected of a new customer in her first week, in her first two weeks and so on to the horizon."),
      correlation: estimate.describe("Of how often and how much customers buy. The model assumes about 0."),
      discounted_repeats: z.number().describe("Repeat purchases within the horizon, at what each is worth today."),
      first_purchase: z.number().describe("Minor units, on average."),
    })
    .nullable()
    .describe("BG/NBD (Fader, Hardie & Lee 2005) and gamma-gamma (Fader & Hardie 2013), each by maximum likelihood."),
  calibration: z
    .object({
      weeks: z.number().describe("Held out: the model was fitted on the days before."),
      rows: z.array(row),
      total: row,
      error: estimate.describe("(Expected - actual) / actual."),
      covered: z.number().describe("Share of customers whose purchases lay within their own 95 % range."),
      promised: z.number().describe("What the ranges promise: they are of whole numbers."),
    })
    .nullable(),
  calibration_reason: lack.nullable(),
});

export const VALUE_NOTES = ["not_randomised", "margin_unknown", "caused_assumed"] as const;

export const valueStudy = z
  .object({
    period: studyPeriod,
    as_of: asOf,
    renewing,
    currency: z.string().nullable().describe("The only one counted: nothing is converted. Null: there are no orders."),
    by: z.enum(["referred", "program", "segment"]),
    horizon: z.object({ weeks: z.int(), margin: z.number(), yearly_discount: z.number() }),
    cohorts: z.array(cohort),
    return_on_rewards: estimate.describe("(What a referred customer is worth more - what she cost) / what she cost."),
    cost_per_friend: z
      .number()
      .nullable()
      .describe("Rewards to either side for a friend who bought, on average, minor units; null: none."),
    quadrants: z
      .object({
        value_line: z.number().describe("Above it somebody's own value is high: the median."),
        referring_line: z.number(),
        cells: z.array(
          z.object({
            quadrant: z.enum(["champions", "affluents", "advocates", "misers"]),
            people: z.int(),
            value: z.number().describe("What they spent themselves, at the margin, in minor units."),
            referring: z.number().describe("What those whom they brought spent, at the margin, less the rewards for it."),
            top: z.array(z.object({ person: z.string(), value: z.number(), referring: z.number(), friends: z.int() })),
          }),
        ),
      })
      .nullable()
      .describe("Who is worth much herself, and whose referrals are (Kumar, Petersen & Leone 2007)."),
    quadrants_reason: lack.nullable(),
    notes: z
      .array(z.enum(VALUE_NOTES))
      .describe(
        "not_randomised: who came by a referral was not left to chance, so differences may have other causes. margin_unknown: amounts " +
          "are revenue, since no margin was given. caused_assumed: the share of friends who came because of the referral was assumed, " +
          "not measured by a hold-out.",
      ),
  })
  .meta({ id: "ValueStudy" });

type Row = z.input<typeof row>;
const rowView = ({ x, customers, expected, actual }: CalibrationRow): Row => ({
  bought_again: x,
  customers,
  expected: estimateOf(expected),
  actual,
});

function calibrationView({ weeks, rows, total, error, covered, promised }: Calibration, speaker: Speaker) {
  return { weeks, rows: rows.map(rowView), total: rowView(total), error: estimateView(error, speaker), covered, promised };
}

type Said = { speaker: Speaker; weeks: number };

function cohortView({ key, buyers, worth, calibration, against }: CohortFound, { speaker, weeks }: Said): z.input<typeof cohort> {
  const difference = against ?? FIRST;
  const relative = "none" in difference ? difference : difference.ok.relative;
  return {
    cohort: key,
    customers: buyers,
    worth: estimateView("none" in worth ? worth : { ok: worth.ok.worth }, speaker),
    against: estimateView("none" in difference ? difference : { ok: difference.ok.difference }, speaker),
    relative: estimateView(relative, speaker),
    models: partOf(worth, ({ repeats, spend, correlation, discountedRepeats, firstSpend }) => ({
      repeats: { ...repeats.model, log_likelihood: repeats.logLikelihood },
      repeaters: repeats.repeaters,
      spend: { ...spend.model, log_likelihood: spend.logLikelihood, mean: partOf(meanSpend(spend.model), (mean) => mean) },
      by_week: Array.from({ length: weeks }, (_, i) => expectedRepeats(repeats.model, i + 1)),
      correlation: estimateView(correlation, speaker),
      discounted_repeats: discountedRepeats,
      first_purchase: firstSpend,
    })),
    calibration: partOf(calibration, (of) => calibrationView(of, speaker)),
    calibration_reason: reasonOf(calibration, speaker),
  };
}

export function quadrantsView(of: ValueFound["quadrants"]): z.input<typeof valueStudy>["quadrants"] {
  return partOf(of, ({ lines, cells }) => ({
    value_line: lines.value,
    referring_line: lines.referring,
    cells: cells.map((cell) => ({ ...cell, top: cell.top.map((each) => ({ ...each, person: externalId("per", each.person) })) })),
  }));
}

/** `weeks`: the horizon. */
export function valueFoundView(found: ValueFound, { speaker, weeks }: Said) {
  return {
    currency: found.currency,
    cohorts: found.cohorts.map((each) => cohortView(each, { speaker, weeks })),
    return_on_rewards: estimateView(found.returned, speaker),
    cost_per_friend: found.cost,
    quadrants: quadrantsView(found.quadrants),
    quadrants_reason: reasonOf(found.quadrants, speaker),
  };
}
