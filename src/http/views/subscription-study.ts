/** The answer of the report about what subscribers are worth. */
import { z } from "zod";
import type { SubscriberFigures } from "../../core/analytics/value/subscribers.ts";
import type { Speaker } from "../../core/words/speaker.ts";
import type { SubscriptionsFound } from "../../flow/studies/subscriptions.ts";
import { FIRST } from "../../flow/studies/value.ts";
import { asOf, renewing, studyPeriod } from "../study-ask.ts";
import { lack } from "./lack.ts";
import { estimate, estimateView, partOf, reasonOf } from "./no-figure.ts";

const held = z.object({ renewal: z.int(), due: z.int(), expected: z.number(), stayed: z.int() });
const cohort = z.object({
  cohort: z.string().describe("referred, not_referred."),
  customers: z.int().describe("Who subscribed."),
  left: z.int().describe("Who cancelled since."),
  seen: z
    .array(
      z.object({
        renewal: z.int().describe("1 is the first."),
        due: z.int().describe("Customers who came to it."),
        stayed: z.int(),
        share: z.number().describe("Of all who subscribed: there after it. Who is too young for it counts as far as she was watched."),
        fitted: z.number().nullable().describe("The same share by the model."),
      }),
    )
    .describe("As far as ten customers came."),
  model: z
    .object({ alpha: z.number(), beta: z.number(), log_likelihood: z.number() })
    .nullable()
    .describe("Shifted-beta-geometric (Fader & Hardie 2007) by maximum likelihood."),
  renewals: estimate.describe("Renewals to come of a new subscriber within the horizon."),
  pays: z.number().nullable().describe("A period, on average while she stays, minor units: all her orders meanwhile, less refunds."),
  worth: estimate.describe("What a new subscriber is worth from her first payment to the horizon's end, in minor units."),
  against: estimate.describe("By how much more than one of the first cohort."),
  check: z
    .object({
      fitted: z.int().describe("The model saw the renewals up to this one."),
      rows: z.array(held).describe("Those after it: how many the model said would stay of those who came to it, and how many did."),
      total: held.omit({ renewal: true }),
      share_expected: z.number().describe("Of all who subscribed: there after the last of them, by the model."),
      share: z.number().describe("The same as it was seen."),
    })
    .nullable(),
  check_reason: lack.nullable(),
});

export const SUBSCRIPTION_NOTES = ["not_randomised", "margin_unknown"] as const;

export const subscriptionStudy = z
  .object({
    period: studyPeriod,
    as_of: asOf,
    renewing,
    currency: z.string().nullable().describe("The only one counted: nothing is converted. Null: there are no orders."),
    renews: z.enum(["month", "quarter", "year"]),
    horizon: z.object({ weeks: z.int(), renewals: z.int(), margin: z.number(), yearly_discount: z.number() }),
    cohorts: z.array(cohort),
    notes: z
      .array(z.enum(SUBSCRIPTION_NOTES))
      .describe(
        "not_randomised: who came by a referral was not left to chance, so differences may have other causes. margin_unknown: amounts " +
          "are revenue, since no margin was given.",
      ),
  })
  .meta({ id: "SubscriptionStudy" });

function cohortView(of: SubscriberFigures, speaker: Speaker): z.input<typeof cohort> {
  return {
    cohort: of.key,
    customers: of.customers,
    left: of.left,
    seen: of.seen.map(({ period, due, stayed, share, fitted }) => ({ renewal: period, due, stayed, share, fitted })),
    model: partOf(of.fit, ({ model, logLikelihood }) => ({ ...model, log_likelihood: logLikelihood })),
    renewals: estimateView(of.renewals, speaker),
    pays: of.paid,
    worth: estimateView(of.worth, speaker),
    against: estimateView(of.against ?? FIRST, speaker),
    check: partOf(of.check, ({ fitted, rows, due, expected, stayed, shareExpected, share }) => ({
      fitted,
      rows: rows.map(({ period, ...row }) => ({ renewal: period, ...row })),
      total: { due, expected, stayed },
      share_expected: shareExpected,
      share,
    })),
    check_reason: reasonOf(of.check, speaker),
  };
}

export const subscriptionFoundView = ({ currency, cohorts }: SubscriptionsFound, speaker: Speaker) => ({
  currency,
  cohorts: cohorts.map((each) => cohortView(each, speaker)),
});
