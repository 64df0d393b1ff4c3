/**
 * The second fold: advocate x program x period. Takes entitlements and qualified referrals in rank order and says what
 * each is owed after tiers, ordinals and caps. Like the first it is stepped from a saved state when everything new sorts
 * last, and folded from nothing otherwise.
 */
import type { Compiled, CompiledRule } from "../compiled.ts";
import { compareKeys } from "../facts.ts";
import { type Ratio, mulDiv } from "../money.ts";
import type { StandingState } from "../standing-state.ts";
import { inTime } from "./in-time.ts";

export type StandingItem = {
  kind: "qualified" | "entitled";
  /** Rank: the fact's own key, moved behind what was already closed when it arrived late. */
  rankAt: number;
  rankClient: string;
  /** The fact's own instant: which period it counts in. */
  at: number;
  rule?: CompiledRule;
  /** Whose referral it rests on, and what it is paid in: a limit may count by the one, and one of money only counts its own currency. */
  friend: string | null;
  unit: string;
  /** The channel of its event, where a limit counts by it. */
  channel?: string;
  nominal: number;
  num: number;
  den: number;
  counts: boolean;
  /** Tells items of one fact apart, so that the order is total. */
  tie: string;
  /** The answer. */
  owed: number;
  capped: boolean;
};
/** A threshold reached: the n-th time within the period that it counts in, and what it is worth after the rule's limit. */
export type Reached = { rule: CompiledRule; period: string; nth: number; item: StandingItem; grant: StandingItem };

export function startStanding(): StandingState {
  return { at: 0, c: "", q: {}, l: {} };
}

/** Rank order: key, then qualifications before what they qualify for, then a tie that depends on content only. */
export function compareItems(a: StandingItem, b: StandingItem): number {
  const key = compareKeys(a.rankAt, a.rankClient, b.rankAt, b.rankClient);
  if (key !== 0) return key;
  if (a.kind !== b.kind) return a.kind === "qualified" ? -1 : 1;
  return a.tie === b.tie ? 0 : a.tie < b.tie ? -1 : 1;
}

/** Takes one item and writes its answer into it. @returns thresholds that it reached. */
export function stepStanding(program: Compiled, state: StandingState, item: StandingItem): Reached[] {
  state.at = item.rankAt;
  state.c = item.rankClient;
  if (item.kind === "qualified") return qualify(program, state, item);
  const rule = item.rule as CompiledRule;
  // A choice is one choice on every tier; what is picked is multiplied.
  const factor = rule.to === "advocate" && item.unit !== "choice" ? tierFactor(program, state, item.at) : undefined;
  const granted = factor === undefined ? item.nominal : mulDiv(item.nominal, factor.num, factor.den, "half_up");
  item.owed = item.num === item.den ? granted : mulDiv(granted, item.num, item.den, "half_up");
  item.capped = false;
  if (rule.limited) limit(program, state, item);
  return [];
}

function qualify(program: Compiled, state: StandingState, item: StandingItem): Reached[] {
  if (!item.counts) return [];
  const key = program.tierPeriod(item.at).key;
  const count = (state.q[key] = (state.q[key] ?? 0) + 1);
  const reached: Reached[] = [];
  for (const rule of program.thresholds) {
    const n = rule.threshold as number;
    if (rule.within !== undefined || rule.streakPeriod !== undefined) {
      const period = rule.within === undefined ? "streak" : "within";
      for (const nth of inTime(program, state, { rule, at: item.at }))
        reached.push({ rule, period, nth, item, grant: grantOf(program, state, { rule, item }) });
    } else if (count === n || (rule.repeat && count % n === 0)) {
      reached.push({ rule, period: key, nth: count / n, item, grant: grantOf(program, state, { rule, item }) });
    }
  }
  return reached;
}

/** What a threshold pays takes its place in the rule's limit like any other reward. */
function grantOf(program: Compiled, state: StandingState, of: { rule: CompiledRule; item: StandingItem }): StandingItem {
  const { amount } = of.rule;
  // There is no order to take a part of: a share gives nothing (the linter refuses it).
  const worth = amount.kind === "percent" ? { unit: "", amount: 0 } : amount;
  const grant: StandingItem = {
    ...of.item,
    kind: "entitled",
    rule: of.rule,
    friend: null,
    unit: worth.unit,
    nominal: worth.amount,
    owed: worth.amount,
  };
  if (of.rule.limited) limit(program, state, grant);
  return grant;
}

/** The step for the present number of qualified referrals; before the first one counts, the first step's. */
function tierFactor(program: Compiled, state: StandingState, at: number): Ratio | undefined {
  if (program.tiers === undefined) return undefined;
  const count = Math.max(1, state.q[program.tierPeriod(at).key] ?? 0);
  let factor: Ratio | undefined;
  for (const step of program.tiers.steps) if (step.from <= count) factor = step.factor;
  return factor;
}

/** A count limit refuses what is beyond it; an amount limit pays what is left. What does not count takes no place. */
function limit(program: Compiled, state: StandingState, item: StandingItem): void {
  const rule = item.rule as CompiledRule;
  if (rule.limitAmount !== undefined && rule.limitAmount.currency !== item.unit) return;
  const of = (rule.limitPerFriend ? `|${item.friend ?? ""}` : "") + (rule.limitByChannel ? `|#${item.channel ?? ""}` : "");
  const key = `${rule.key}|${rule.limitPeriod(item.at).key}${of}`;
  const used = (state.l[key] ??= [0, 0]);
  if (!item.counts) return;
  if (rule.limitCount !== undefined && used[0] >= rule.limitCount) {
    item.owed = 0;
    item.capped = true;
    return;
  }
  if (rule.limitAmount !== undefined) {
    const left = Math.max(0, rule.limitAmount.amount - used[1]);
    if (item.owed > left) {
      item.owed = left;
      item.capped = true;
    }
  }
  used[0]++;
  used[1] += item.owed;
}

/** Key of the standing a fact's instant belongs to; undefined when the program has no standings. */
export function standingPeriod(program: Compiled, at: number): { key: string; end: number } | undefined {
  if (program.standingEvery === undefined) return undefined;
  const period = program.standingPeriod(at);
  return { key: period.key, end: period.end };
}
