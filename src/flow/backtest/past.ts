/**
 * What a backtest remembers: the draft, whom facts were counted for, and the items that standings and budgets must see in
 * order before anything can be said. Memory is bounded by the caller, who may take the items away (`drain`) and bring them
 * back sorted.
 */
import type { Compiled, World } from "../../core/compiled.ts";
import { compareKeys } from "../../core/facts.ts";
import type { StandingItem } from "../../core/rules/standing.ts";
import { type Pass, startPass } from "./pass.ts";

/** When, by the instant of its batch, a reward became worth how much. */
export type Draw = [received: number, owed: number];

/** One thing that counts in a standing or draws on a budget, and whose. `draws`: as its facts came in, where that is known. */
export type Item = StandingItem & { owner: string; draws?: Draw[] };

/** The items of one owner and period in the order in which people came; her other periods follow. */
export type Group = { owner: string; period: string; items: Item[]; next: Group | undefined };

export type Past = {
  world: World;
  program: Compiled;
  /** Only what qualifies in [from, to) is counted; older facts are folded for what they mean later. */
  from: number;
  to: number;
  facts: number;
  failed: number;
  referrals: number;
  /** An experiment dealt the program's advocates in this time. */
  hadTrial?: boolean;
  /** Who recruited whom, for chains and shares; filled by a first pass when the draft has any. */
  recruiter: Map<string, string>;
  /** People whose recruiter can matter; everybody when undefined. */
  advocates: ReadonlySet<string> | undefined;
  /** First purchases of people's companies, for drafts that ask. */
  companyFirsts: ReadonlyMap<string, { at: number; client: string }> | undefined;
  /** By owner. */
  groups: Map<string, Group>;
  /** Items held in `groups` now. */
  kept: number;
  /** Rewards that depend on nothing else go straight to the totals. */
  direct: Pass;
  /** Some budget refuses: every reward is kept until it is known whether it fits. */
  budgeted: boolean;
  /** What draws on it depends on nobody else, so that it can be paid in the order in which facts came in. */
  timed: boolean;
};

export function startPast(world: World, program: Compiled, span: { from: number; to: number }): Past {
  const budgeted = program.budgets.some((b) => b.blocks);
  return {
    world,
    program,
    ...span,
    facts: 0,
    failed: 0,
    referrals: 0,
    recruiter: new Map(),
    advocates: undefined,
    companyFirsts: undefined,
    groups: new Map(),
    kept: 0,
    direct: startPass(program, span),
    budgeted,
    timed: budgeted && program.standingEvery === undefined && program.downline.length === 0,
  };
}

/** Keeps an item for its owner in a period; "" is for what needs no ranking. */
export function keep(past: Past, period: string, item: Item): void {
  lay(past.groups, period, item);
  past.kept++;
}

export function lay(groups: Map<string, Group>, period: string, item: Item): void {
  const first = groups.get(item.owner);
  for (let group = first; group !== undefined; group = group.next) {
    if (group.period !== period) continue;
    group.items.push(item);
    return;
  }
  groups.set(item.owner, { owner: item.owner, period, items: [item], next: first });
}

/** Rank order, as in settling, without making a string for each item: of one fact by rule, then by what it rests on. */
export function compareInPast(a: Item, b: Item): number {
  const key = compareKeys(a.rankAt, a.rankClient, b.rankAt, b.rankClient);
  if (key !== 0) return key;
  if (a.kind !== b.kind) return a.kind === "qualified" ? -1 : 1;
  const [one, two] = a.rule === b.rule ? [a.tie, b.tie] : [`${a.rule?.index ?? ""}|`, `${b.rule?.index ?? ""}|`];
  return one === two ? 0 : one < two ? -1 : 1;
}

export function* eachGroup(groups: Map<string, Group>): Generator<Group, void, void> {
  for (const first of groups.values()) for (let group: Group | undefined = first; group !== undefined; group = group.next) yield group;
}

/** Takes all kept items away. */
export function drain(past: Past): Group[] {
  const all = [...eachGroup(past.groups)];
  past.groups = new Map();
  past.kept = 0;
  return all;
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
