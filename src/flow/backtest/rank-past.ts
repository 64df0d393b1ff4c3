/**
 * From kept items to totals: standings in rank order, recruiters' shares, budgets. Nearly every draft is done after one pass,
 * because its budgets suffice and the order of what draws on them does not matter. Where one does not, a second pass sets aside
 * what draws on it and pays that in the order in which it happened.
 */
import type { CompiledRule } from "../../core/compiled.ts";
import { compareKeys } from "../../core/facts.ts";
import { mulDiv, percentOf } from "../../core/money.ts";
import { startStanding, stepStanding } from "../../core/rules/standing.ts";
import {
  type Pass,
  type PastTotals,
  type Place,
  count,
  drawn,
  isExceeded,
  isInside,
  placesOf,
  redraw,
  startPass,
  totalsOf,
} from "./pass.ts";
import { type Draw, type Group, type Item, type Past, chainOf, compareInPast, eachGroup, lay } from "./past.ts";

/** A second pass: which budgets do not suffice, and what draws on them, to be paid in order. */
export type Contest = { places: Place[][]; items: Item[] };
export type Round = { pass: Pass; contest: Contest | undefined; shares: Map<string, Group> };

export function startRound(past: Past, contest: Contest | undefined): Round {
  return { pass: contest === undefined ? past.direct : startPass(past.program, past), contest, shares: new Map() };
}

/** Everything of one owner and period: ranked when it depends on a standing, paid as it stands otherwise. */
export function rankGroup(past: Past, round: Round, of: { period: string; items: Item[] }): void {
  const { items } = of;
  if (of.period === "") {
    for (const item of items) {
      item.owed = item.num === item.den ? item.nominal : mulDiv(item.nominal, item.num, item.den, "half_up");
      settleItem(past, round, item);
    }
    return;
  }
  sortItems(items);
  const state = startStanding();
  for (const item of items) {
    for (const r of stepStanding(past.program, state, item)) {
      settleItem(past, round, { ...r.grant, owner: item.owner, rule: r.rule });
    }
    if (item.rule !== undefined) settleItem(past, round, item);
  }
}

/** People come one after the other, so a group is rarely in order; the check costs a tenth of a sort. */
function sortItems(items: Item[]): void {
  for (let i = 1; i < items.length; i++) {
    if (compareInPast(items[i - 1] as Item, items[i] as Item) <= 0) continue;
    items.sort(compareInPast);
    return;
  }
}

function settleItem(past: Past, round: Round, item: Item): void {
  if (!isInside(round.pass, item.at)) return;
  if (item.capped) round.pass.limits.cap_reached++;
  if (item.owed <= 0 && item.draws === undefined) return;
  const { contest } = round;
  if (contest !== undefined && isContested(past, contest, item)) {
    contest.items.push(item);
    return;
  }
  grant(past, round.pass, item);
  share(past, round, item);
}

/** Counts a reward and what it draws on budgets. */
export function grant(past: Past, pass: Pass, item: Item): void {
  const rule = item.rule as CompiledRule;
  // What it was worth before it was taken back may have closed a budget.
  const most = item.draws?.reduce((n, [, owed]) => Math.max(n, owed), 0) ?? item.owed;
  if (!isInside(pass, item.at) || most <= 0) return;
  if (past.program.budgets.length > 0) {
    for (const place of placesOf(pass, rule, item)) {
      place.amount += most;
      place.count++;
    }
  }
  if (item.owed > 0) count(pass, rule, { owner: item.owner, item });
}

/** A recruiter's share of what her recruit earned: one level, as in settling. */
function share(past: Past, round: Round, item: Item): void {
  const { program } = past;
  const rule = item.rule as CompiledRule;
  if (program.downline.length === 0 || rule.to !== "advocate" || rule.stage < 0) return;
  const { form } = rule.amount;
  if (form !== "cash" && form !== "credit" && form !== "points") return;
  const recruiter = chainOf(past, item.owner)[0];
  if (recruiter === undefined) return;
  for (const down of program.downline) {
    if (down.amount.kind !== "percent") continue;
    const part = percentOf(item.owed, down.amount.percent, "half_up");
    if (part === 0) continue;
    const period = down.standing && program.standingEvery !== undefined ? program.standingPeriod(item.at).key : "";
    const own: Item = { ...item, owner: recruiter, rule: down, nominal: part, num: 1, den: 1, owed: part, capped: false };
    own.tie = `earned:${item.owner}:${item.rule?.index}|${item.tie}`;
    lay(round.shares, period, own);
  }
}

/** Ranks and pays the shares that the round has made so far. */
export function endRound(past: Past, round: Round): void {
  payContested(past, round);
  const { shares } = round;
  round.shares = new Map();
  for (const group of eachGroup(shares)) rankGroup(past, round, group);
  payContested(past, round);
}

/** In the order in which things happened: what fits is paid and earns its share, the first that does not closes the budget. */
function payContested(past: Past, round: Round): void {
  const { contest } = round;
  if (contest === undefined) return;
  const items = contest.items.sort(inTurn);
  contest.items = [];
  if (past.timed) return payAsTheyCame(round, items);
  for (const item of items) payOne(past, round, item);
}

/** As the batches came in: a reward is tried with its first amount; if it fits, each later one replaces the one before it. */
function payAsTheyCame(round: Round, items: readonly Item[]): void {
  const steps = items.flatMap((item, turn) => drawsIn(item).map((draw, nth, all) => ({ item, turn, draw, before: all[nth - 1]?.[1] })));
  steps.sort((a, b) => a.draw[0] - b.draw[0] || a.turn - b.turn);
  const refused = new Set<Item>();
  for (const { item, draw, before } of steps) {
    const places = placesOf(round.pass, item.rule as CompiledRule, item);
    if (before !== undefined) {
      if (!refused.has(item)) redraw(places, before, draw[1]);
    } else if (!drawn(places, { ...item, owed: draw[1] })) {
      refused.add(item);
      round.pass.limits.budget_exhausted++;
    }
  }
  for (const item of items)
    if (item.owed > 0 && !refused.has(item)) count(round.pass, item.rule as CompiledRule, { owner: item.owner, item });
}

/** From the first amount that is any. */
function drawsIn({ draws = [] }: Item): Draw[] {
  const first = draws.findIndex(([, owed]) => owed > 0);
  return first < 0 ? [] : draws.slice(first);
}

/** The order in which rewards draw on budgets; those of one fact by the names of their rules, as in settling. */
function inTurn(a: Item, b: Item): number {
  const byFact = compareKeys(a.at, a.rankClient, b.at, b.rankClient);
  if (byFact !== 0) return byFact;
  const [one, two] = [(a.rule as CompiledRule).key, (b.rule as CompiledRule).key];
  if (one !== two) return one < two ? -1 : 1;
  return a.tie < b.tie ? -1 : 1;
}

/** One contested reward, in its turn. */
export function payOne(past: Past, round: Round, item: Item): void {
  if (item.owed <= 0) return;
  const rule = item.rule as CompiledRule;
  if (!drawn(placesOf(round.pass, rule, item), item)) {
    round.pass.limits.budget_exhausted++;
    return;
  }
  count(round.pass, rule, { owner: item.owner, item });
  share(past, round, item);
}

/** The budgets that were asked for more than they hold: undefined when all suffice. */
export function contestOf(round: Round): Contest | undefined {
  const places = round.pass.places.map((periods) => [...periods.values()].filter(isExceeded));
  return places.some((list) => list.length > 0) ? { places, items: [] } : undefined;
}

function isContested(past: Past, contest: Contest, item: Item): boolean {
  const { budgets } = past.program;
  for (let i = 0; i < budgets.length; i++) {
    const exceeded = contest.places[i] as Place[];
    if (exceeded.length === 0) continue;
    const period = budgets[i]?.period(item.at).key;
    if (exceeded.some((p) => p.period === period)) return true;
  }
  return false;
}

/** Everything that was kept in memory, to the end. */
export function endPast(past: Past): PastTotals {
  const first = startRound(past, undefined);
  for (const group of eachGroup(past.groups)) rankGroup(past, first, group);
  endRound(past, first);
  const contest = contestOf(first);
  if (contest === undefined) return totalsOf(first.pass);
  const second = startRound(past, contest);
  for (const group of eachGroup(past.groups)) rankGroup(past, second, group);
  endRound(past, second);
  return totalsOf(second.pass);
}
