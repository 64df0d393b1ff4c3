/** One way through everything the draft would grant: totals, winners, what limits refused, and how much each budget was asked for. */
import type { BudgetRule, Compiled, CompiledRule } from "../../core/compiled.ts";
import type { StandingItem } from "../../core/rules/standing.ts";

/** What the past would have cost. */
export type PastTotals = {
  rules: { rule: string; unit: string; form: string; rewards: number; cost: number }[];
  winners: { person: string; unit: string; amount: number }[];
  limits: { cap_reached: number; budget_exhausted: number };
  /** Budgets that ran out: the instant of the first reward that did not fit, and how many were refused. */
  budgets: { key: string; period: string; spent_at: number; refused: number }[];
};

export type Place = { budget: BudgetRule; period: string; amount: number; count: number; spentAt: number | null; refused: number };
type RuleTotal = PastTotals["rules"][number];

export type Pass = {
  program: Compiled;
  from: number;
  to: number;
  rules: Map<string, RuleTotal>[];
  winners: Map<string, Map<string, number>>;
  limits: PastTotals["limits"];
  /** By budget rule, then period. */
  places: Map<string, Place>[];
};

export function startPass(program: Compiled, span: { from: number; to: number }): Pass {
  return {
    program,
    from: span.from,
    to: span.to,
    rules: program.rules.map(() => new Map()),
    winners: new Map(),
    limits: { cap_reached: 0, budget_exhausted: 0 },
    places: program.budgets.map(() => new Map()),
  };
}

export function isInside(pass: Pass, at: number): boolean {
  return at >= pass.from && at < pass.to;
}

/** Counts a reward that is paid. */
export function count(pass: Pass, rule: CompiledRule, of: { owner: string; item: StandingItem }): void {
  const { item, owner } = of;
  const totals = pass.rules[rule.index] as Map<string, RuleTotal>;
  let total = totals.get(item.unit);
  if (total === undefined) {
    total = { rule: rule.key, unit: item.unit, form: rule.amount.form, rewards: 0, cost: 0 };
    totals.set(item.unit, total);
  }
  total.rewards++;
  total.cost += item.owed;
  // Friends are many and win once each: the list is of those who refer.
  if (rule.to === "friend") return;
  let winners = pass.winners.get(item.unit);
  if (winners === undefined) pass.winners.set(item.unit, (winners = new Map()));
  winners.set(owner, (winners.get(owner) ?? 0) + item.owed);
}

/** The budgets of the draft that a reward draws on. */
export function placesOf(pass: Pass, rule: CompiledRule, item: StandingItem): Place[] {
  const out: Place[] = [];
  const { budgets } = pass.program;
  for (let i = 0; i < budgets.length; i++) {
    const budget = budgets[i] as BudgetRule;
    if (!draws(budget, rule, item.unit)) continue;
    const period = budget.period(item.at).key;
    const places = pass.places[i] as Map<string, Place>;
    let place = places.get(period);
    if (place === undefined) places.set(period, (place = { budget, period, amount: 0, count: 0, spentAt: null, refused: 0 }));
    out.push(place);
  }
  return out;
}

function draws(budget: BudgetRule, rule: CompiledRule, unit: string): boolean {
  if (budget.rule !== undefined) return budget.rule === rule.key;
  const { form } = rule.amount;
  return budget.amount?.currency === unit && (form === "cash" || form === "credit" || form === "gift_card");
}

/** Asked for more than there is: some of what draws on it is refused, and which depends on the order. */
export function isExceeded({ budget, amount, count: asked }: Place): boolean {
  if (!budget.blocks) return false;
  return budget.amount !== undefined ? amount > budget.amount.amount : asked > (budget.count ?? Number.MAX_SAFE_INTEGER);
}

/** Draws on all of these budgets, or on none: the first reward that does not fit closes its budget at its own instant, as in settling. */
export function drawn(places: readonly Place[], item: StandingItem): boolean {
  for (const place of places) {
    if (!place.budget.blocks) continue;
    const more = { ...place, amount: place.amount + item.owed, count: place.count + 1 };
    if (place.spentAt === null && isExceeded(more)) place.spentAt = item.at;
    if (place.spentAt === null || item.at < place.spentAt) continue;
    place.refused++;
    return false;
  }
  for (const place of places) {
    place.amount += item.owed;
    place.count++;
  }
  return true;
}

/** Another amount of what was drawn, as in settling: what was drawn before is given back. */
export function redraw(places: readonly Place[], before: number, now: number): void {
  for (const place of places) {
    place.amount += now - before;
    place.count += Number(now > 0) - Number(before > 0);
  }
}

/** The ten who would have won most of each unit, and everything else in plain lists. */
export function totalsOf(pass: Pass): PastTotals {
  const winners = [...pass.winners].flatMap(([unit, people]) =>
    [...people]
      .map(([person, amount]) => ({ person, unit, amount }))
      .sort((a, b) => b.amount - a.amount || (a.person < b.person ? -1 : 1))
      .slice(0, 10),
  );
  const spent = pass.places.flatMap((places) => [...places.values()]).filter((p) => p.spentAt !== null);
  return {
    rules: pass.rules.flatMap((units) => [...units.values()]),
    winners: winners.sort((a, b) => b.amount - a.amount || (a.person < b.person ? -1 : 1)),
    limits: pass.limits,
    budgets: spent.map((p) => ({ key: p.budget.key, period: p.period, spent_at: p.spentAt ?? 0, refused: p.refused })),
  };
}
