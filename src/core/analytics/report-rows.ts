/**
 * What reports count of one friend in one program, from what is stored of her: the days of her steps, and her orders. Pure, so that the
 * same can be said of any set of facts, whatever the order in which they came.
 */

/** Epoch milliseconds to the number of the local day since 1970. */
export type DayOf = (at: number) => number;

export type OrderInput = { id: string; at: number; total: number; refunded: number; currency: string };
export type FriendInput = {
  referral: string;
  program: string;
  friend: string;
  advocate: string;
  /** Of the program, that the referral is bound to. */
  version: number;
  channel: string;
  evidence: string;
  country: string;
  stage: string;
  boundAt: number;
  qualifiedAt: number | null;
  /** Instants of her sign-ups and leads. */
  signups: readonly number[];
  /** Orders that are hers, each once. */
  orders: readonly OrderInput[];
};

export type OrderLine = { order_id: string; day: number; nth: number; total: number; refunded: number; currency: string };
export type FriendRow = {
  referral_id: string;
  program_id: string;
  friend_id: string;
  advocate_id: string;
  version: number;
  channel: string;
  evidence: string;
  country: string;
  stage: string;
  came: number;
  signed: number | null;
  bought: number | null;
  again: number | null;
  qualified: number | null;
  orders: number;
};

/** Orders since she came, oldest first; one that was taken back whole is no order. The nth counts those that are. */
function ordersSince(input: FriendInput, dayOf: DayOf): OrderLine[] {
  const own = input.orders.filter((order) => order.at >= input.boundAt);
  const sorted = own.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let nth = 0;
  return sorted.map(({ id, at, total, refunded, currency }) => {
    const stands = total === 0 || refunded < total;
    if (stands) nth++;
    return { order_id: id, day: dayOf(at), nth: stands ? nth : 0, total, refunded, currency };
  });
}

/** Her row and the rows of her orders. */
export function friendRow(input: FriendInput, dayOf: DayOf): { row: FriendRow; orders: OrderLine[] } {
  const orders = ordersSince(input, dayOf);
  const dayOfNth = (nth: number): number | null => orders.find((order) => order.nth === nth)?.day ?? null;
  const signups = input.signups.filter((at) => at >= input.boundAt);
  const { referral, program, friend, advocate, version, channel, evidence, country, stage } = input;
  const row: FriendRow = {
    referral_id: referral,
    program_id: program,
    friend_id: friend,
    advocate_id: advocate,
    version,
    channel,
    evidence,
    country,
    stage,
    came: dayOf(input.boundAt),
    signed: signups.length === 0 ? null : dayOf(Math.min(...signups)),
    bought: dayOfNth(1),
    again: dayOfNth(2),
    qualified: input.qualifiedAt === null ? null : dayOf(input.qualifiedAt),
    orders: orders.filter((order) => order.nth > 0).length,
  };
  return { row, orders };
}

/** Days of one step of retention: the first thirty since she came are step 0. */
export const STEP_DAYS = 30;
/** Steps that are kept: three years. */
const STEPS = 36;

export type Retained = { program: string; day: number; metric: string; dim: "after"; key: string; unit: string; value: number };

/** By how long after she came she ordered: once a step, and what it came to in each currency. Counted on the day she came. */
export function retention(row: FriendRow, orders: readonly OrderLine[]): Retained[] {
  const of = (order: OrderLine): number => Math.floor((order.day - row.came) / STEP_DAYS);
  const within = orders.filter((order) => order.nth > 0 && of(order) < STEPS);
  const at = { program: row.program_id, day: row.came, dim: "after" as const };
  const active = [...new Set(within.map(of))].map((step) => ({ ...at, metric: "retained", key: String(step), unit: "", value: 1 }));
  const worth = [...Map.groupBy(within, (order) => `${of(order)} ${order.currency}`)].map(([name, list]) => {
    const [key = "", unit = ""] = name.split(" ");
    const value = list.reduce((sum, order) => sum + order.total - order.refunded, 0);
    return { ...at, metric: "cohort_revenue", key, unit, value };
  });
  return [...active, ...worth];
}
