/**
 * The past under a draft, in the pure core: people one after the other, then standings, budgets and recruiters' shares. No database and
 * no clock: the same functions that settle live events, fed from a stream. Memory follows what limits and budgets have to remember.
 */
import type { Compiled, World } from "../../core/compiled.ts";
import { type Fact, compareKeys } from "../../core/facts.ts";
import { mulDiv, percentOf } from "../../core/money.ts";
import { owed, start, step } from "../../core/reducer.ts";
import { type StandingItem, compareItems, standingPeriod, startStanding, stepStanding } from "../../core/rules/standing.ts";
import type { Entitlement, FoldContext, PersonState } from "../../core/state.ts";

/** One grant of the draft, as much of it as costs and limits need. */
type Grant = {
  rule: string;
  recipient: string;
  at: number;
  client: string;
  form: string;
  unit: string;
  owed: number;
  capped: boolean;
  parent?: Grant;
};
type Standing = { items: StandingItem[]; grants: (Grant | undefined)[] };

export type Past = {
  world: World;
  program: Compiled;
  /** Only what qualifies in [from, to) is counted; older facts are folded for what they mean later. */
  from: number;
  to: number;
  facts: number;
  failed: number;
  referrals: number;
  /** Who recruited whom, for chains and shares; filled by a first pass when the draft has any. */
  recruiter: Map<string, string>;
  grants: Grant[];
  standings: Map<string, Standing>;
};

export function startPast(world: World, program: Compiled, span: { from: number; to: number }): Past {
  return { world, program, ...span, facts: 0, failed: 0, referrals: 0, recruiter: new Map(), grants: [], standings: new Map() };
}

function contextOf(past: Past): FoldContext {
  return { canonical: (id) => id, upline: (_program, advocate) => chain(past, advocate) };
}

function chain(past: Past, advocate: string): string[] {
  const above: string[] = [];
  for (
    let now = past.recruiter.get(advocate);
    now !== undefined && above.length < 5 && !above.includes(now);
    now = past.recruiter.get(now)
  )
    above.push(now);
  return above;
}

/** Steps one person's facts (in key order). A fact that throws is left out, as in a live batch. */
export function stepPast(past: Past, person: string, facts: readonly Fact[]): PersonState {
  const state = start(person);
  const given = { world: past.world, context: contextOf(past) };
  for (const fact of facts) {
    past.facts++;
    try {
      step(state, fact, given);
    } catch {
      past.failed++;
    }
  }
  return state;
}

/** First pass: only who recruited whom. */
export function noteRecruiter(past: Past, person: string, facts: readonly Fact[]): void {
  const ref = stepPast(past, person, facts).p[past.program.id];
  if (ref) past.recruiter.set(person, ref.a);
}

/** One person: what her facts owe under the draft goes to the totals, or waits for its standing. */
export function foldPerson(past: Past, person: string, facts: readonly Fact[]): void {
  const state = stepPast(past, person, facts);
  const result = owed(state, contextOf(past));
  past.failed += result.failed.length;
  const ref = state.p[past.program.id];
  if (ref) past.referrals++;
  if (ref?.q !== undefined && past.program.standingEvery !== undefined) {
    rank(past, { owner: ref.a, item: qualified(person, ref.q, ref.qc ?? "") });
  }
  for (const e of result.entitlements) entitle(past, e);
}

function entitle(past: Past, e: Entitlement): void {
  const grant: Grant = {
    rule: e.rule.key,
    recipient: e.recipient,
    at: e.at,
    client: e.client,
    form: e.form,
    unit: e.unit,
    owed: 0,
    capped: false,
  };
  if (e.rule.standing) {
    rank(past, { owner: e.recipient, item: itemOf(e), grant });
    return;
  }
  grant.owed = e.num === e.den ? e.nominal : mulDiv(e.nominal, e.num, e.den, "half_up");
  if (grant.owed > 0) past.grants.push(grant);
}

function rank(past: Past, of: { owner: string; item: StandingItem; grant?: Grant }): void {
  const period = standingPeriod(past.program, of.item.at)?.key ?? "ever";
  const key = `${of.owner}|${period}`;
  let standing = past.standings.get(key);
  if (standing === undefined) past.standings.set(key, (standing = { items: [], grants: [] }));
  standing.items.push(of.item);
  standing.grants.push(of.grant);
}

function qualified(friend: string, at: number, client: string): StandingItem {
  const base = { rankAt: at, rankClient: client, at, friend, unit: "", nominal: 0, num: 1, den: 1, counts: true, owed: 0, capped: false };
  return { kind: "qualified", tie: friend, ...base };
}

function itemOf(e: Entitlement): StandingItem {
  return {
    kind: "entitled",
    rankAt: e.at,
    rankClient: e.client,
    at: e.at,
    rule: e.rule,
    friend: e.friend,
    unit: e.unit,
    nominal: e.nominal,
    num: e.num,
    den: e.den,
    counts: e.counts,
    tie: `${e.rule.index}|${e.basis}`,
    owed: 0,
    capped: false,
  };
}

/** What the past would have cost. */
export type PastTotals = {
  rules: { rule: string; unit: string; form: string; rewards: number; cost: number }[];
  winners: { person: string; unit: string; amount: number }[];
  limits: { cap_reached: number; budget_exhausted: number };
};

/** Standings, shares and budgets, when all people are in. */
export function endPast(past: Past): PastTotals {
  for (const [key, standing] of past.standings) foldStanding(past, key.slice(0, key.indexOf("|")), standing);
  share(past);
  // Only a budget asks who came first.
  if (past.program.budgets.length > 0) past.grants.sort((a, b) => a.at - b.at || compareKeys(a.at, a.client, b.at, b.client));
  const limits = { cap_reached: 0, budget_exhausted: 0 };
  const rules = new Map<string, PastTotals["rules"][number]>();
  const winners = new Map<string, PastTotals["winners"][number]>();
  const spent = new Map<string, { amount: number; count: number; closed: boolean }>();
  for (const grant of past.grants) {
    const inside = grant.at >= past.from && grant.at < past.to;
    if (grant.capped && inside) limits.cap_reached++;
    if (grant.owed <= 0) continue;
    if (!inside) continue;
    if (!withinBudget(past, grant, spent)) {
      limits.budget_exhausted++;
      continue;
    }
    const rule = entry(rules, `${grant.rule}|${grant.unit}`, () => ({
      rule: grant.rule,
      unit: grant.unit,
      form: grant.form,
      rewards: 0,
      cost: 0,
    }));
    rule.rewards++;
    rule.cost += grant.owed;
    entry(winners, `${grant.recipient}|${grant.unit}`, () => ({ person: grant.recipient, unit: grant.unit, amount: 0 })).amount +=
      grant.owed;
  }
  return {
    rules: [...rules.values()],
    winners: [...winners.values()].sort((a, b) => b.amount - a.amount || (a.person < b.person ? -1 : 1)).slice(0, 10),
    limits,
  };
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function foldStanding(past: Past, owner: string, standing: Standing): void {
  const order = standing.items
    .map((_, i) => i)
    .sort((a, b) => compareItems(standing.items[a] as StandingItem, standing.items[b] as StandingItem));
  const state = startStanding();
  for (const i of order) {
    const item = standing.items[i] as StandingItem;
    for (const r of stepStanding(past.program, state, item)) {
      past.grants.push({
        rule: r.rule.key,
        recipient: owner,
        at: item.at,
        client: item.rankClient,
        form: r.rule.amount.form,
        unit: r.grant.unit,
        owed: r.grant.owed,
        capped: r.grant.capped,
      });
    }
    const grant = standing.grants[i];
    if (grant === undefined) continue;
    grant.owed = item.owed;
    grant.capped = item.capped;
    past.grants.push(grant);
  }
}

/** A recruiter's share of what her recruits earned: one level, as in settling. */
function share(past: Past): void {
  if (past.program.downline.length === 0) return;
  for (const grant of past.grants.slice()) {
    const recruiter = past.recruiter.get(grant.recipient);
    const rule = past.program.rules.find((r) => r.key === grant.rule);
    if (
      recruiter === undefined ||
      rule?.to !== "advocate" ||
      rule.stage < 0 ||
      (grant.form !== "cash" && grant.form !== "credit" && grant.form !== "points")
    )
      continue;
    for (const down of past.program.downline) {
      if (down.amount.kind !== "percent") continue;
      const part = percentOf(grant.owed, down.amount.percent, "half_up");
      if (part > 0)
        past.grants.push({ ...grant, rule: down.key, recipient: recruiter, form: down.amount.form, owed: part, capped: false });
    }
  }
}

/** The first grant that does not fit closes its budget for the period, as in settling. */
function withinBudget(past: Past, grant: Grant, spent: Map<string, { amount: number; count: number; closed: boolean }>): boolean {
  const drawn: { amount: number; count: number; closed: boolean }[] = [];
  for (const b of past.program.budgets) {
    const money = grant.form === "cash" || grant.form === "credit" || grant.form === "gift_card";
    if (b.rule !== undefined ? b.rule !== grant.rule : !(money && b.amount?.currency === grant.unit)) continue;
    const used = entry(spent, `${b.key}|${b.period(grant.at).key}`, () => ({
      amount: 0,
      count: 0,
      closed: false,
    }));
    const over =
      b.amount !== undefined ? used.amount + grant.owed > b.amount.amount : used.count + 1 > (b.count ?? Number.MAX_SAFE_INTEGER);
    if (b.blocks && (used.closed || over)) {
      used.closed = true;
      return false;
    }
    drawn.push(used);
  }
  for (const used of drawn) {
    used.amount += grant.owed;
    used.count++;
  }
  return true;
}
