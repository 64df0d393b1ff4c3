/** Lifetime value from orders: each cohort with its models, interval and check on held-out weeks; and who is worth what for whom. */
import { makeRandom } from "../../core/analytics/random.ts";
import { programReturn, referralValue } from "../../core/analytics/referring/crv.ts";
import { type Quadrant, quadrants } from "../../core/analytics/referring/quadrant.ts";
import { type Answer, type Estimate, none } from "../../core/analytics/result.ts";
import type { Cohort, CohortReport } from "../../core/analytics/value/report.ts";
import { valueReport } from "../../core/analytics/value/report.ts";
import type { BuyerColumns } from "../../core/analytics/value/summary.ts";
import { uuidAt } from "../../store/copy-out.ts";
import type { Client } from "../../store/db.ts";
import { type BuyerRows, readBuyers } from "../../store/study-buyers.ts";
import { readMembers } from "../../store/study-members.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { keepBest } from "./best.ts";
import type { Tell } from "./tell.ts";

export const VALUE_CUTS = ["referred", "program", "segment"] as const;

export type ValueAsk = {
  zone: string;
  /** Customers who first bought on this day or later; null: all. */
  from: number | null;
  to: number;
  cut: number | null;
  currency: string | null;
  by: (typeof VALUE_CUTS)[number];
  programs: readonly { id: string; key: string }[];
  segment: string | null;
  weeks: number;
  margin: number;
  discount: number;
  caused: number;
  people: number;
};

type Worth = Extract<CohortReport["worth"], { ok: unknown }>["ok"];
/** A cohort without its draws. */
export type CohortFound = Omit<CohortReport, "worth"> & { worth: Answer<Omit<Worth, "draws" | "tried">>; buyers: number };
export type ValuedPerson = { person: string; value: number; referring: number; friends: number };
export type Cell = { quadrant: Quadrant; people: number; value: number; referring: number; top: ValuedPerson[] };
export type ValueFound = {
  currency: string | null;
  firstDay: number | null;
  cohorts: CohortFound[];
  quadrants: Answer<{ lines: { value: number; referring: number }; cells: Cell[] }>;
  /** What a referred customer is worth more, less what a referral costs, by that cost. */
  returned: Answer<Estimate>;
  /** Rewards for a friend who became a customer, on average. */
  cost: number | null;
};

/** Of the cohort that the others are compared with. */
export const FIRST = none("does_not_apply", { what: "A difference", because: "the others are compared with this group" });

/** The same data give the same intervals. */
const SEED = 20_261_122;

/** How much of it is done when all is read, and how many rows are thought to be half of them. */
const READ = 0.7;
const HALF_ROWS = 500_000;

export async function studyValue(workspaceId: string, db: Client, ask: ValueAsk & { tell?: Tell }): Promise<ValueFound> {
  const tell = ask.tell ?? (() => undefined);
  const currency = ask.currency ?? (await usualCurrency(workspaceId, db));
  const nothing = none("no_rows");
  if (currency === null) return { currency, firstDay: null, cohorts: [], quadrants: nothing, returned: nothing, cost: null };
  const members = ask.segment === null ? [] : [...(await readMembers(workspaceId, db, ask.segment))];
  const { zone, to, cut, from } = ask;
  const programs = ask.programs.map(({ id }) => id);
  tell(0.02);
  const rows = await readBuyers(workspaceId, db, {
    zone,
    currency,
    to,
    cut,
    from,
    programs,
    by: ask.by === "segment" ? { members } : ask.by,
    tell: (n) => tell(READ * (0.5 + (0.5 * n) / (n + HALF_ROWS))),
  });
  const scope = scopeOf(rows, from);
  const groups = groupsOf(rows, { ask, isIn: scope.isIn });
  const horizon = { weeks: ask.weeks, margin: ask.margin, yearlyDiscount: ask.discount };
  const random = makeRandom(SEED);
  const onCohort = (done: number): void => tell(READ + ((1 - READ) * done) / (groups.length + 1));
  const found = valueReport(groups, { until: to, cut: rows.cut[0] ?? to, horizon, random, onCohort });
  const cohorts = found.map((each, i) => withoutDraws(each, groups[i]!.buyers.length));
  return {
    currency,
    firstDay: scope.firstDay,
    cohorts,
    quadrants: quadrantsOf(rows, ask),
    returned: returnOf(cohorts, { by: ask.by, cost: scope.cost }),
    cost: scope.cost,
  };
}

function withoutDraws({ worth, ...rest }: CohortReport, buyers: number): CohortFound {
  if ("none" in worth) return { ...rest, worth, buyers };
  const { draws: _draws, tried: _tried, ...own } = worth.ok;
  return { ...rest, worth: { ok: own }, buyers };
}

type Scope = { isIn: (row: number) => boolean; firstDay: number | null; cost: number | null };

/** Whoever bought, first on the day or later; the first day of all of them; and what each of those who came by a referral cost. */
function scopeOf({ length, nth, days, firstDay, came, cameCost }: BuyerRows, from: number | null): Scope {
  const isIn = (i: number): boolean => days[i]! > 0 && (from === null || firstDay[i]! >= from);
  let [first, referrals, cost] = [Infinity, 0, 0];
  for (let i = 0; i < length; i++) {
    if (nth[i] !== 1 || !isIn(i)) continue;
    first = Math.min(first, firstDay[i]!);
    referrals += came[i]!;
    cost += cameCost[i]!;
  }
  return { isIn, firstDay: Number.isFinite(first) ? first : null, cost: referrals === 0 ? null : cost / referrals };
}

/** The cohorts: those compared with first. Somebody whom two programs brought stands in both. */
function groupsOf(rows: BuyerRows, { ask, isIn }: { ask: ValueAsk; isIn: Scope["isIn"] }): Cohort[] {
  const keys = ask.programs.map(({ key }) => key);
  const names = ask.by === "segment" ? ["others", "segment"] : ["not_referred", ...(ask.by === "program" ? keys : ["referred"])];
  const members = names.map(() => [] as number[]);
  for (let i = 0; i < rows.length; i++) if (isIn(i)) members[rows.part[i]!]!.push(i);
  return names.map((key, part) => {
    const all = Int32Array.from(members[part]!);
    members[part] = [];
    const held = all.filter((i) => rows.heldDays[i]! > 0);
    return { key, buyers: buyersOf(rows, all, ask.to), held: heldOf(rows, held) };
  });
}

const WEEK = 7;

const column = (of: Int32Array, value: (row: number) => number): Float64Array => {
  const out = new Float64Array(of.length);
  for (let i = 0; i < of.length; i++) out[i] = value(of[i]!);
  return out;
};

/** As value/summary.ts makes them of single purchases. */
function buyersOf(rows: BuyerRows, of: Int32Array, to: number): BuyerColumns {
  const { firstDay, lastDay, days, total, firstSpend } = rows;
  const nothing = new Float64Array(0);
  return {
    length: of.length,
    x: column(of, (i) => days[i]! - 1),
    recency: column(of, (i) => (lastDay[i]! - firstDay[i]!) / WEEK),
    age: column(of, (i) => (to - firstDay[i]!) / WEEK),
    spend: column(of, (i) => (days[i] === 1 ? 0 : (total[i]! - firstSpend[i]!) / (days[i]! - 1))),
    firstSpend: column(of, (i) => firstSpend[i]!),
    later: nothing,
  };
}

/** The same by the cut, with how many days came after it. */
function heldOf(rows: BuyerRows, of: Int32Array): BuyerColumns {
  const { firstDay, heldDay, heldDays, days, cut } = rows;
  const nothing = new Float64Array(0);
  return {
    length: of.length,
    x: column(of, (i) => heldDays[i]! - 1),
    recency: column(of, (i) => (heldDay[i]! - firstDay[i]!) / WEEK),
    age: column(of, (i) => (cut[i]! - firstDay[i]!) / WEEK),
    spend: nothing,
    firstSpend: nothing,
    later: column(of, (i) => days[i]! - heldDays[i]!),
  };
}

function returnOf(cohorts: readonly CohortFound[], { by, cost }: { by: ValueAsk["by"]; cost: number | null }): Answer<Estimate> {
  const against = by === "referred" ? cohorts[1]?.against : null;
  if (against === null || against === undefined || cost === null) return none("no_rows");
  return "none" in against ? against : programReturn(against.ok.difference, cost);
}

/** Everybody who bought or brought somebody: what she spent, and what those whom she brought did, less what that cost. */
function quadrantsOf(rows: BuyerRows, ask: ValueAsk): ValueFound["quadrants"] {
  const { value: caused, low, high } = { value: ask.caused, low: ask.caused, high: ask.caused };
  const terms = { caused: { value: caused, low, high, level: 0.95 }, savedOnCaused: 0, savedOnOthers: 0, discount: 0 };
  const of = Int32Array.from(rows.nth.keys()).filter((i) => rows.nth[i] === 1);
  const [value, referring] = [new Float64Array(of.length), new Float64Array(of.length)];
  for (const [k, i] of of.entries()) {
    value[k] = ask.margin * rows.total[i]!;
    if (rows.friends[i] === 0) continue;
    const brought = { period: 0, margin: ask.margin * rows.gained[i]!, referralCost: rows.cost[i]!, marketingCost: 0 };
    const worth = referralValue([brought], terms);
    if ("none" in worth) return worth;
    referring[k] = worth.ok.value;
  }
  const found = quadrants({ value, referring });
  if ("none" in found) return found;
  const { lines, cells, of: sides } = found.ok;
  const person = (k: number): string => uuidAt(rows.ids, 16 * of[k]!);
  const before = (a: number, b: number): boolean => {
    const more = value[a]! + referring[a]! - value[b]! - referring[b]!;
    return more === 0 ? person(a) < person(b) : more > 0;
  };
  const names = Object.keys(cells) as Quadrant[];
  const tops = new Map(names.map((name) => [name, [] as number[]]));
  for (let k = 0; k < of.length; k++) keepBest(tops.get(sides[k]!)!, k, { most: ask.people, before });
  const top = (name: Quadrant): ValuedPerson[] =>
    tops.get(name)!.map((k) => ({ person: person(k), value: value[k]!, referring: referring[k]!, friends: rows.friends[of[k]!]! }));
  return { ok: { lines, cells: names.map((quadrant) => ({ quadrant, ...cells[quadrant], top: top(quadrant) })) } };
}
