/** The worth of subscribers: referred or not, each with what was seen of their renewals, a model, its interval and a check of it. */
import { makeRandom } from "../../core/analytics/random.ts";
import { type SubscriberFigures, subscriberReport } from "../../core/analytics/value/subscribers.ts";
import type { Client } from "../../store/db.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { type SubscribersAsk, readSubscribers } from "../../store/study-subscribers.ts";

/** `periods`: renewals that count. `discount`: a year. */
export type SubscriptionsAsk = SubscribersAsk & { periods: number; margin: number; discount: number };
export type SubscriptionsFound = { currency: string | null; cohorts: SubscriberFigures[] };

/** The same data give the same intervals. */
const SEED = 20_261_122;

export async function studySubscriptions(workspaceId: string, db: Client, ask: SubscriptionsAsk): Promise<SubscriptionsFound> {
  const currency = ask.currency ?? (await usualCurrency(workspaceId, db));
  const rows = await readSubscribers(workspaceId, db, { ...ask, currency });
  const discount = (1 + ask.discount) ** (ask.months / 12) - 1;
  const cohorts = [false, true].map((isReferred) => ({
    key: isReferred ? "referred" : "not_referred",
    groups: rows.filter(({ referred }) => referred === isReferred),
  }));
  const terms = { periods: ask.periods, margin: ask.margin, discount };
  return { currency, cohorts: subscriberReport(cohorts, { terms, random: makeRandom(SEED) }) };
}
