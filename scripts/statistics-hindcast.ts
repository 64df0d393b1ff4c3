/** What the lifetime value model would have said, beside what came: CDNOW and the online retailer, from their raw logs. */
import { makeRandom } from "../src/core/analytics/random.ts";
import type { Calibration } from "../src/core/analytics/value/calibration.ts";
import { calibrate } from "../src/core/analytics/value/calibration.ts";
import type { CohortWorth } from "../src/core/analytics/value/cohort.ts";
import { cohortWorth } from "../src/core/analytics/value/cohort.ts";
import type { Purchase } from "../src/core/analytics/value/summary.ts";
import { columnsOf, summarise } from "../src/core/analytics/value/summary.ts";
import { cdnowPurchases, cells, dayOf, must } from "./statistics-figures.ts";

/** Orders with their customer; a credit takes back from the customer's newest orders first, and what is not left of one is no purchase. */
export function retailPurchases(): Purchase[] {
  const open = new Map<string, { day: number; amount: number }[]>();
  const rows = cells("online_retail_invoices.csv").map((row) => ({ at: row[1]!, customer: row[2]!, amount: Number(row[6]) }));
  for (const { at, customer, amount } of rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (customer === "") continue;
    let orders = open.get(customer);
    if (orders === undefined) open.set(customer, (orders = []));
    if (amount > 0) orders.push({ day: dayOf(at), amount });
    let back = -amount;
    for (let i = orders.length - 1; i >= 0 && back > 1e-9; i--) {
      const taken = Math.min(back, orders[i]!.amount);
      orders[i]!.amount -= taken;
      back -= taken;
    }
  }
  return [...open].flatMap(([customer, orders]) =>
    orders.filter(({ amount }) => amount > 0.005).map(({ day, amount }) => ({ customer, day, amount })),
  );
}

export type Hindcast = { name: string; until: string; customers: number; calibration: Calibration; cohort: CohortWorth };

function hindcastOf(name: string, purchases: readonly Purchase[], period: { until: string; watchedUntil: string }): Hindcast {
  const [until, watchedUntil] = [dayOf(period.until), dayOf(period.watchedUntil)];
  const buyers = columnsOf(summarise(purchases, { until, watchedUntil }));
  const weeks = (watchedUntil - until) / 7;
  const horizon = { weeks: 52, margin: 1, yearlyDiscount: 0.1 };
  const cohort = must(cohortWorth(buyers, { horizon, random: makeRandom(1), resamples: 60 }));
  return {
    name,
    until: period.until,
    customers: buyers.length,
    calibration: must(calibrate(cohort.repeats.model, buyers, weeks)),
    cohort,
  };
}

/** Both logs, cut where the second part is about as long as the first. */
export const hindcasts = (): Hindcast[] => [
  hindcastOf("CDNOW", cdnowPurchases(), { until: "1997-09-30", watchedUntil: "1998-06-30" }),
  hindcastOf("Online Retail", retailPurchases(), { until: "2011-06-09", watchedUntil: "2011-12-09" }),
];
