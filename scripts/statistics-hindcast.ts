/** What the lifetime value model would have said, beside what came: CDNOW and the online retailer, from their raw logs. */
import { makeRandom } from "../src/core/analytics/random.ts";
import type { BgNbd } from "../src/core/analytics/value/bgnbd.ts";
import { expectedMore, expectedRepeats } from "../src/core/analytics/value/bgnbd-expect.ts";
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

/** A sixth of the time held out: from its first day on, what was expected and what came. */
export type Part = { from: string; expected: number; actual: number };
export type Hindcast = {
  name: string;
  until: string;
  customers: number;
  calibration: Calibration;
  cohort: CohortWorth;
  /** Where in time the error lies. */
  parts: Part[];
  /** From everybody's first purchase to the end: what the model says of somebody it knows nothing of, and what came. */
  whole: { expected: number; actual: number };
};

const PARTS = 6;

function partsOf(purchases: readonly Purchase[], model: BgNbd, { until, watchedUntil }: { until: number; watchedUntil: number }): Part[] {
  const buyers = summarise(purchases, { until, watchedUntil });
  const days = Array.from({ length: PARTS + 1 }, (_, i) => until + Math.round(((watchedUntil - until) * i) / PARTS));
  const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0);
  const expected = days.map((day) => (day === until ? 0 : sum(buyers.map((buyer) => expectedMore(model, buyer, (day - until) / 7)))));
  const came = days.map((day) => sum(summarise(purchases, { until, watchedUntil: day }).map(({ later }) => later)));
  return days
    .slice(1)
    .map((_, i) => ({
      from: new Date((days[i]! + 1) * 86_400_000).toISOString().slice(0, 10),
      expected: expected[i + 1]! - expected[i]!,
      actual: came[i + 1]! - came[i]!,
    }));
}

function hindcastOf(name: string, purchases: readonly Purchase[], period: { until: string; watchedUntil: string }): Hindcast {
  const [until, watchedUntil] = [dayOf(period.until), dayOf(period.watchedUntil)];
  const each = summarise(purchases, { until, watchedUntil });
  const buyers = columnsOf(each);
  const weeks = (watchedUntil - until) / 7;
  const horizon = { weeks: 52, margin: 1, yearlyDiscount: 0.1 };
  const cohort = must(cohortWorth(buyers, { horizon, random: makeRandom(1), resamples: 60 }));
  const { model } = cohort.repeats;
  return {
    name,
    until: period.until,
    customers: buyers.length,
    calibration: must(calibrate(model, buyers, weeks)),
    cohort,
    parts: partsOf(purchases, model, { until, watchedUntil }),
    whole: {
      expected: each.reduce((sum, { age }) => sum + expectedRepeats(model, age + weeks), 0),
      actual: each.reduce((sum, { x, later }) => sum + x + later, 0),
    },
  };
}

/** Both logs, cut where the second part is about as long as the first. */
export const hindcasts = (): Hindcast[] => [
  hindcastOf("CDNOW", cdnowPurchases(), { until: "1997-09-30", watchedUntil: "1998-06-30" }),
  hindcastOf("Online Retail", retailPurchases(), { until: "2011-06-09", watchedUntil: "2011-12-09" }),
];
