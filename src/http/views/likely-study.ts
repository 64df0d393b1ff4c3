/** The answer of the report about who is likely to refer. */
import { z } from "zod";
import type { Judged } from "../../core/analytics/finding/likely.ts";
import type { Rule } from "../../core/analytics/finding/together.ts";
import { externalId } from "../../core/id.ts";
import { LEARNT_FROM, type LikelyPerson } from "../../flow/studies/likely.ts";
import { asOf, renewing, studyPeriod } from "../study-ask.ts";
import { lack } from "./lack.ts";
import { estimate, estimateOf } from "./no-figure.ts";

const rule = z
  .object({
    product: z.string(),
    next: z.string(),
    both: z.int().describe("Customers who bought both, of `of` who bought the first."),
    of: z.int(),
    share: z.number(),
    lift: z.number().describe("How many times likelier than among all customers."),
    low_lift: z.number().describe("The same at the lower end of the share's 95 % interval: the order of the list."),
  })
  .meta({ id: "BoughtTogether" });

/** How well a score finds them, and what it is made of. */
export const scored = z.object({
  fitted_on: z.int(),
  judged_on: z.int().describe("Held out: not fitted on."),
  base_rate: z.number().describe("The share of those judged who did."),
  area: estimate.describe("Area under the curve: the chance that one who did stands above one who did not. 0.5 is chance."),
  recency_area: estimate.describe("The same of the simplest ranking: who bought last."),
  gain: estimate.describe("What the score finds beyond recency. Where its interval reaches below 0, rank by recency."),
  weights: z
    .array(z.object({ feature: z.string(), weight: z.number() }))
    .describe("Log odds a standard deviation, so that sizes can be compared."),
  tenths: z
    .array(z.object({ people: z.int(), did: z.int(), expected: z.number() }))
    .describe("Those judged, by score, the highest first."),
});

export const likelyStudy = z
  .object({
    period: studyPeriod.describe("The days from which it was learnt: who of the customers before brought a first friend in them."),
    as_of: asOf,
    renewing,
    customers: z.int(),
    candidates: z
      .int()
      .describe(
        `Of them, those who had brought nobody by then. Of more than ${LEARNT_FROM} about as many are drawn by their ids, to learn from ` +
          "and to judge: see `fitted_on` and `judged_on`.",
      ),
    score: scored.nullable(),
    score_reason: lack.nullable(),
    people: z
      .array(
        z.object({
          person: z.string(),
          chance: z.number(),
          contributions: z
            .array(z.object({ feature: z.string(), value: z.number(), adds: z.number() }))
            .describe("What each adds to the log odds of an average customer, the largest first. Orders and amounts are logarithms."),
          next: z.array(rule).describe("What those who bought what she has bought too."),
        }),
      )
      .describe("The likeliest of those who were not asked yet and brought nobody."),
    together: z.array(rule).describe(`From what ${LEARNT_FROM} customers at most bought, of more drawn by their ids.`),
    together_reason: lack.nullable(),
  })
  .meta({ id: "LikelyStudy" });

export const ruleView = ({ item, next, both, of, share, lift, lowLift }: Rule): z.input<typeof rule> => ({
  product: item,
  next,
  both,
  of,
  share,
  lift,
  low_lift: lowLift,
});

export const scoreView = (of: Judged): z.input<typeof likelyStudy>["score"] => ({
  fitted_on: of.fittedOn,
  judged_on: of.judgedOn,
  base_rate: of.baseRate,
  area: estimateOf(of.area),
  recency_area: estimateOf(of.recencyArea),
  gain: estimateOf(of.gain),
  weights: of.model.names.map((feature, i) => ({ feature, weight: of.model.weights[i]! })),
  tenths: of.tenths.map(({ people, happened, expected }) => ({ people, did: happened, expected })),
});

export const likelyPersonView = ({ person, chance, contributions, next }: LikelyPerson) => ({
  person: externalId("per", person),
  chance,
  contributions: contributions.map(({ name, value, adds }) => ({ feature: name, value, adds })),
  next: next.map(ruleView),
});
