/**
 * From purchases to what the models of lifetime value look at: how often somebody bought again, how long ago, what for. The rule is
 * that of Fader & Hardie's CDNOW summary, all 2,357 rows of it: purchases of one customer on one day are one, the first purchase is
 * time zero, a week is seven days, spend is the mean of a day over the repeat days alone.
 */

/** `day` counts from 1970-01-01; `amount` in whatever unit, the same for all. */
export type Purchase = { readonly customer: string; readonly day: number; readonly amount: number };

/** Times in weeks since the first purchase. `later` counts the repeat days after the calibration's end, up to the end of watching. */
export type Buyer = {
  readonly customer: string;
  /** Repeat purchase days within the calibration. */
  readonly x: number;
  /** When the last of them was, 0 when there is none (t_x). */
  readonly recency: number;
  /** From the first purchase to the calibration's end (T). */
  readonly age: number;
  /** Mean amount of a repeat day, 0 when there is none. */
  readonly spend: number;
  readonly firstSpend: number;
  readonly later: number;
  readonly laterSpend: number;
};

/** The same column by column: a million buyers are some numbers, and no object each. */
export type BuyerColumns = { readonly length: number } & Readonly<
  Record<"x" | "recency" | "age" | "spend" | "firstSpend" | "later", ArrayLike<number>>
>;

/** Buyers as columns; of what a buyer does not say, zeros. */
export function columnsOf(buyers: readonly Partial<Omit<Buyer, "customer">>[]): BuyerColumns {
  const column = (name: Exclude<keyof BuyerColumns, "length">): Float64Array => Float64Array.from(buyers, (buyer) => buyer[name] ?? 0);
  return {
    length: buyers.length,
    x: column("x"),
    recency: column("recency"),
    age: column("age"),
    spend: column("spend"),
    firstSpend: column("firstSpend"),
    later: column("later"),
  };
}

const DAYS_A_WEEK = 7;

/** The days somebody bought on with what each came to, in order. A day that came to less than zero is a credit and no purchase. */
function daysOf(purchases: readonly Purchase[]): [day: number, amount: number][] {
  const days = new Map<number, number>();
  for (const { day, amount } of purchases) days.set(day, (days.get(day) ?? 0) + amount);
  return [...days].filter(([, amount]) => amount >= 0).sort(([a], [b]) => a - b);
}

/**
 * Everybody whose first purchase lies within the calibration, which ends with the day `until`; days after `watchedUntil` do not exist.
 * In the order in which the customers first appear.
 */
export function summarise(purchases: Iterable<Purchase>, period: { until: number; watchedUntil?: number | undefined }): Buyer[] {
  const { until, watchedUntil = period.until } = period;
  const byCustomer = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    if (purchase.day > Math.max(until, watchedUntil)) continue;
    const known = byCustomer.get(purchase.customer);
    if (known === undefined) byCustomer.set(purchase.customer, [purchase]);
    else known.push(purchase);
  }
  const buyers: Buyer[] = [];
  for (const [customer, all] of byCustomer) {
    const [first, ...repeats] = daysOf(all);
    if (first === undefined || first[0] > until) continue;
    const within = repeats.filter(([day]) => day <= until);
    const after = repeats.slice(within.length);
    const total = within.reduce((sum, [, amount]) => sum + amount, 0);
    buyers.push({
      customer,
      x: within.length,
      recency: ((within.at(-1)?.[0] ?? first[0]) - first[0]) / DAYS_A_WEEK,
      age: (until - first[0]) / DAYS_A_WEEK,
      spend: within.length === 0 ? 0 : total / within.length,
      firstSpend: first[1],
      later: after.length,
      laterSpend: after.reduce((sum, [, amount]) => sum + amount, 0),
    });
  }
  return buyers;
}
