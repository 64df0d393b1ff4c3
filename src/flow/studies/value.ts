/** Lifetime value from orders: each cohort with its models, interval and check on held-out weeks; and who is worth what for whom. */
import { makeRandom } from "../../core/analytics/random.ts";
import { programReturn, referralValue } from "../../core/analytics/referring/crv.ts";
import { type Quadrant, quadrants } from "../../core/analytics/referring/quadrant.ts";
import { type Answer, type Estimate, none } from "../../core/analytics/result.ts";
import type { CohortReport } from "../../core/analytics/value/report.ts";
import { valueReport } from "../../core/analytics/value/report.ts";
import type { Purchase } from "../../core/analytics/value/summary.ts";
import type { Client } from "../../store/db.ts";
import { readMembers } from "../../store/study-members.ts";
import { type FriendLine, readFriendLines, readPurchases, usualCurrency } from "../../store/study-purchases.ts";

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

export async function studyValue(workspaceId: string, db: Client, ask: ValueAsk): Promise<ValueFound> {
  const currency = ask.currency ?? (await usualCurrency(workspaceId, db));
  if (currency === null)
    return { currency, firstDay: null, cohorts: [], quadrants: none("no_rows"), returned: none("no_rows"), cost: null };
  const span = { zone: ask.zone, currency, to: ask.to };
  const all = await readPurchases(workspaceId, db, span);
  const lines = await readFriendLines(workspaceId, db, { ...span, programs: ask.programs.map(({ id }) => id) });
  const members = ask.segment === null ? null : await readMembers(workspaceId, db, ask.segment);
  const purchases = since(all, ask.from);
  const groups = groupsOf(purchases, { ask, lines, members });
  const horizon = { weeks: ask.weeks, margin: ask.margin, yearlyDiscount: ask.discount };
  const found = valueReport(groups, { until: ask.to, horizon, random: makeRandom(SEED), ...(ask.cut === null ? {} : { cut: ask.cut }) });
  const cohorts = found.map((each, i) => withoutDraws(each, groups[i]!.buyers));
  const cost = meanCost(purchases, lines);
  return {
    currency,
    firstDay: purchases.length === 0 ? null : purchases.reduce((least, { day }) => Math.min(least, day), ask.to),
    cohorts,
    quadrants: quadrantsOf(all, lines, ask),
    returned: returnOf(cohorts, { by: ask.by, cost }),
    cost,
  };
}

function withoutDraws({ worth, ...rest }: CohortReport, buyers: number): CohortFound {
  if ("none" in worth) return { ...rest, worth, buyers };
  const { draws: _draws, tried: _tried, ...own } = worth.ok;
  return { ...rest, worth: { ok: own }, buyers };
}

/** Purchases of those whose first lies on the day or later. */
function since(all: readonly Purchase[], from: number | null): readonly Purchase[] {
  if (from === null) return all;
  const first = new Map<string, number>();
  for (const { customer, day } of all) first.set(customer, Math.min(first.get(customer) ?? day, day));
  return all.filter(({ customer }) => first.get(customer)! >= from);
}

type Group = { key: string; purchases: Purchase[]; buyers: number };

/** The cohorts: those compared with first. Somebody whom two programs brought stands in both. */
function groupsOf(
  purchases: readonly Purchase[],
  { ask, lines, members }: { ask: ValueAsk; lines: readonly FriendLine[]; members: ReadonlySet<string> | null },
): Group[] {
  const keys = new Map(ask.programs.map(({ id, key }) => [id, key]));
  const programsOf = new Map<string, Set<string>>();
  for (const { friend, program } of lines) {
    let own = programsOf.get(friend);
    if (own === undefined) programsOf.set(friend, (own = new Set()));
    own.add(keys.get(program)!);
  }
  const namesOf = (customer: string): Iterable<string> => {
    if (ask.by === "segment") return [members?.has(customer) === true ? "segment" : "others"];
    const own = programsOf.get(customer);
    if (own === undefined) return ["not_referred"];
    return ask.by === "program" ? own : ["referred"];
  };
  const names = ask.by === "segment" ? ["others", "segment"] : ["not_referred", ...(ask.by === "program" ? keys.values() : ["referred"])];
  const groups = new Map(names.map((key) => [key, { key, purchases: [] as Purchase[], buyers: new Set<string>() }]));
  for (const purchase of purchases) {
    for (const name of namesOf(purchase.customer)) {
      const group = groups.get(name)!;
      group.purchases.push(purchase);
      group.buyers.add(purchase.customer);
    }
  }
  return [...groups.values()].map((group) => ({ ...group, buyers: group.buyers.size }));
}

function meanCost(purchases: readonly Purchase[], lines: readonly FriendLine[]): number | null {
  const buyers = new Set(purchases.map(({ customer }) => customer));
  const won = lines.filter(({ friend }) => buyers.has(friend));
  return won.length === 0 ? null : won.reduce((sum, { cost }) => sum + cost, 0) / won.length;
}

function returnOf(cohorts: readonly CohortFound[], { by, cost }: { by: ValueAsk["by"]; cost: number | null }): Answer<Estimate> {
  const against = by === "referred" ? cohorts[1]?.against : null;
  if (against === null || against === undefined || cost === null) return none("no_rows");
  return "none" in against ? against : programReturn(against.ok.difference, cost);
}

/** Everybody who bought or brought somebody: what she spent, and what those whom she brought did, less what that cost. */
function quadrantsOf(all: readonly Purchase[], lines: readonly FriendLine[], ask: ValueAsk): ValueFound["quadrants"] {
  const byCustomer = Map.groupBy(all, ({ customer }) => customer);
  const spentSince = (customer: string, day: number): number =>
    (byCustomer.get(customer) ?? []).reduce((sum, each) => (each.day >= day ? sum + each.amount : sum), 0);
  const byAdvocate = Map.groupBy(lines, ({ advocate }) => advocate);
  const terms = {
    caused: { value: ask.caused, low: ask.caused, high: ask.caused, level: 0.95 },
    savedOnCaused: 0,
    savedOnOthers: 0,
    discount: 0,
  };
  const people: ValuedPerson[] = [];
  for (const person of new Set([...byCustomer.keys(), ...byAdvocate.keys()])) {
    const friends = byAdvocate.get(person) ?? [];
    const referring = referralValue(
      friends.map(({ friend, day, cost }) => ({
        period: 0,
        margin: ask.margin * spentSince(friend, day),
        referralCost: cost,
        marketingCost: 0,
      })),
      terms,
    );
    if ("none" in referring) return referring;
    people.push({ person, value: ask.margin * spentSince(person, -Infinity), referring: referring.ok.value, friends: friends.length });
  }
  const found = quadrants(people.map(({ person, value, referring }) => ({ id: person, value, referring })));
  if ("none" in found) return found;
  const { lines: at, cells, of } = found.ok;
  const top = (quadrant: Quadrant): ValuedPerson[] =>
    people
      .filter((_, i) => of[i] === quadrant)
      .sort((a, b) => b.value + b.referring - a.value - a.referring || (a.person < b.person ? -1 : 1))
      .slice(0, ask.people);
  const names = Object.keys(cells) as Quadrant[];
  return { ok: { lines: at, cells: names.map((quadrant) => ({ quadrant, ...cells[quadrant], top: top(quadrant) })) } };
}
