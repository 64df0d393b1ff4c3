/** Forecasts as the API shows them: quantiles, never one number; what cannot be told is null, with the reason. */
import { z } from "zod";
import { type Fan, QUANTILES } from "../../core/analytics/forecast/forecast.ts";
import { CHECKED } from "../../core/analytics/forecast/hindcast.ts";
import { LEVERS, SERIES } from "../../core/analytics/forecast/program-model.ts";
import type { Answer } from "../../core/analytics/result.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import type { ForecastAnswer } from "../../flow/forecast-program.ts";
import { sentence } from "../schemas.ts";
import { asOf, renewing } from "../study-ask.ts";
import { lack, lackView } from "./lack.ts";

const fan = z.array(z.number()).describe(`Values at the quantiles ${QUANTILES.join(", ")}.`);
const each = <T extends z.ZodType>(of: T) =>
  z.object(Object.fromEntries(SERIES.map((name) => [name, of])) as Record<(typeof SERIES)[number], T>);

export const forecast = z
  .object({
    as_of: asOf,
    renewing,
    counted: z.int().describe("Complete weeks of the program that it rests on."),
    quantiles: z.array(z.number()),
    forecast: z
      .object({
        weeks: each(z.array(fan)).describe("A fan for each week; money in minor units."),
        total: each(fan).describe("Of all weeks together; of advocates, those in the last one."),
        budget: z.object({ spent: z.number().describe("Share of futures in which it runs out."), week: fan.nullable() }).nullable(),
        break_even: fan
          .nullable()
          .describe("The reward for a new customer at which margin pays for rewards and no more, in minor units."),
      })
      .nullable(),
    sensitivity: z.array(
      z.object({ lever: z.enum(LEVERS), low: z.number(), high: z.number(), net_low: z.number(), net_high: z.number() }),
    ),
    hindcast: z
      .object({
        fitted: z.int().describe("Weeks it was fitted on; the rest is compared."),
        checked: z.array(
          z.object({
            series: z.enum(CHECKED),
            low: z.number(),
            middle: z.number(),
            high: z.number(),
            actual: z.number(),
            inside: z.boolean(),
            coverage: z.number().describe("Share of single weeks that lay in their own 80 %."),
          }),
        ),
      })
      .nullable(),
    missing: z.record(z.string(), lack).describe("Why something is null."),
    assumptions: z.array(sentence),
  })
  .meta({ id: "Forecast" });

const ASSUMPTIONS = [
  "What comes is like what was counted: seasons and trends are not modelled.",
  "Of what an order is worth, its margin is kept; refunded orders take their reward back.",
  "Once the budget is spent nothing more is paid, and friends go on coming.",
];

const reasonsOf = (answers: Record<string, Answer<unknown>>, speaker: Speaker): z.input<typeof forecast>["missing"] =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => ("none" in answer ? [[name, lackView(answer.none, speaker)]] : [])),
  );

const copied = (of: Fan): number[] => [...of];

export function forecastView(of: ForecastAnswer, speaker: Speaker): Omit<z.input<typeof forecast>, "as_of" | "renewing"> {
  const told = "ok" in of.forecast ? of.forecast.ok : null;
  const past = "ok" in of.hindcast ? of.hindcast.ok : null;
  const byName = <T>(value: (name: (typeof SERIES)[number]) => T) =>
    Object.fromEntries(SERIES.map((name) => [name, value(name)])) as Record<(typeof SERIES)[number], T>;
  return {
    counted: of.counted,
    quantiles: [...QUANTILES],
    forecast: told && {
      weeks: byName((name) => told.weeks[name].map(copied)),
      total: byName((name) => copied(told.total[name])),
      budget: told.budget && { spent: told.budget.spent, week: told.budget.week && copied(told.budget.week) },
      break_even: told.breakEven && copied(told.breakEven),
    },
    sensitivity: of.sensitivity.map(({ lever, low, high, netLow, netHigh }) => ({
      lever,
      low,
      high,
      net_low: netLow,
      net_high: netHigh,
    })),
    hindcast: past && { fitted: past.fitted, checked: past.checked.map(({ isInside, ...rest }) => ({ ...rest, inside: isInside })) },
    missing: reasonsOf({ forecast: of.forecast, hindcast: of.hindcast }, speaker),
    assumptions: ASSUMPTIONS,
  };
}
