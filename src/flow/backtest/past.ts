/**
 * What a backtest remembers: the draft, whom facts were counted for, and the items that standings and budgets must see in
 * order before anything can be said. Memory is bounded by the caller, who may take the items away and bring them
 * back sorted.
 */
import type { Compiled, World } from "../../core/compiled.ts";
import type { StandingItem } from "../../core/rules/standing.ts";
import { type Pass, startPass } from "./pass.ts";

/** One thing that counts in a standing or draws on a budget, and whose standing and period that is. */
export type Item = StandingItem & { owner: string; period: string };

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
  /** People whose recruiter can matter; everybody when undefined. */
  advocates: ReadonlySet<string> | undefined;
  /** Items by owner and period, in the order in which people came. */
  groups: Map<string, Map<string, Item[]>>;
  /** Items held in `groups` now. */
  kept: number;
  /** Rewards that depend on nothing else go straight to the totals. */
  direct: Pass;
  /** Some budget refuses: every reward is kept until it is known whether it fits. */
  budgeted: boolean;
};

export function startPast(world: World, program: Compiled, span: { from: number; to: number }): Past {
  return {
    world,
    program,
    ...span,
    facts: 0,
    failed: 0,
    referrals: 0,
    recruiter: new Map(),
    advocates: undefined,
    groups: new Map(),
    kept: 0,
    direct: startPass(program, span),
    budgeted: program.budgets.some((b) => b.blocks),
  };
}

/** Keeps an item for its group. */
export function keep(past: Past, item: Item): void {
  let periods = past.groups.get(item.owner);
  if (periods === undefined) past.groups.set(item.owner, (periods = new Map()));
  const items = periods.get(item.period);
  if (items === undefined) periods.set(item.period, [item]);
  else items.push(item);
  past.kept++;
}

/** Somebody's recruiter, hers, and so on: nearest first, at most five; a circle ends it. */
export function chainOf(past: Past, advocate: string): string[] {
  const above: string[] = [];
  let now = past.recruiter.get(advocate);
  while (now !== undefined && now !== advocate && above.length < 5 && !above.includes(now)) {
    above.push(now);
    now = past.recruiter.get(now);
  }
  return above;
}
