/**
 * The past under a draft, in the pure core: people one after the other. No database and no clock: the same functions that
 * settle live events, fed from a stream. What depends on a standing or a budget is kept for rank-past.ts.
 */
import type { Fact } from "../../core/facts.ts";
import { mulDiv } from "../../core/money.ts";
import { owed, start, step } from "../../core/reducer.ts";
import type { Entitlement, FoldContext, PersonState } from "../../core/state.ts";
import { drawsOf } from "./draws.ts";
import { type Item, type Past, chainOf, keep } from "./past.ts";
import { grant } from "./rank-past.ts";

export { startPast } from "./past.ts";
export type { Past } from "./past.ts";
export { endPast } from "./rank-past.ts";

const same = (id: string): string => id;

function contextOf(past: Past, person: string): FoldContext {
  const context: FoldContext = { canonical: same, upline: (_program, advocate) => chainOf(past, advocate) };
  const first = past.companyFirsts?.get(person);
  if (first !== undefined) context.companyFirst = first;
  return context;
}

/** Steps one person's facts (in key order). A fact that throws is left out and the rest is folded once more, as in a live batch. */
function stepPast(past: Past, person: string, facts: readonly Fact[]): { state: PersonState; context: FoldContext } {
  past.facts += facts.length;
  const context = contextOf(past, person);
  const given = { world: past.world, context };
  let left = facts;
  for (;;) {
    const state = start(person);
    const bad = stepAll(state, left, given);
    if (bad === undefined) return { state, context };
    past.failed++;
    left = left.filter((f) => f !== bad);
  }
}

function stepAll(state: PersonState, facts: readonly Fact[], given: { world: Past["world"]; context: FoldContext }): Fact | undefined {
  for (const fact of facts) {
    try {
      step(state, fact, given);
    } catch {
      return fact;
    }
  }
  return undefined;
}

/** First pass, for drafts that pay above the advocate: only who recruited whom, and only of those who refer others. */
export function noteRecruiter(past: Past, person: string, facts: readonly Fact[]): void {
  if (past.advocates?.has(person) === false) return;
  const ref = stepPast(past, person, facts).state.p[past.program.id];
  if (ref !== undefined) past.recruiter.set(person, ref.a);
}

/** Somebody's facts in key order; `received`: when each came, where that is known. */
export type PastLife = { facts: readonly Fact[]; received?: readonly number[] };

/** One person: what her facts owe under the draft goes to the totals, or waits for its standing and budget. */
export function foldPerson(past: Past, person: string, { facts, received }: PastLife): void {
  const { program } = past;
  const { state, context } = stepPast(past, person, facts);
  const result = owed(state, context);
  past.failed += result.failed.length;
  const ref = state.p[program.id];
  if (ref !== undefined) {
    past.referrals++;
    if (ref.q !== undefined && program.standingEvery !== undefined) {
      keep(past, program.standingPeriod(ref.q).key, qualified(person, { at: ref.q, client: ref.qc ?? "", owner: ref.a }));
    }
  }
  // Other programs of an exclusive group are asked too, and not counted.
  const own = result.entitlements.filter((e) => e.program.id === program.id);
  const drawn =
    past.timed && received !== undefined && own.length > 0 ? drawsOf(past, person, { facts, received, context, all: own }) : null;
  if (drawn === null) {
    if (own.length > 0) past.timed = false;
    for (const e of own) entitle(past, e);
  } else for (const { last, draws } of drawn.values()) keep(past, "", { ...entitled(last), draws });
}

function entitle(past: Past, e: Entitlement): void {
  const item = entitled(e);
  const isRanked = e.rule.standing && past.program.standingEvery !== undefined;
  if (isRanked) return keep(past, past.program.standingPeriod(e.at).key, item);
  if (past.budgeted) return keep(past, "", item);
  item.owed = item.num === item.den ? item.nominal : mulDiv(item.nominal, item.num, item.den, "half_up");
  grant(past, past.direct, item);
}

function entitled(e: Entitlement): Item {
  return {
    owner: e.recipient,
    kind: "entitled",
    rankAt: e.at,
    rankClient: e.client,
    at: e.at,
    rule: e.rule,
    friend: e.friend,
    unit: e.unit,
    ...(e.channel !== undefined && { channel: e.channel }),
    nominal: e.nominal,
    num: e.num,
    den: e.den,
    counts: e.counts,
    tie: e.basis,
    owed: 0,
    capped: false,
  };
}

function qualified(friend: string, of: { at: number; client: string; owner: string }): Item {
  const { at, client, owner } = of;
  return {
    owner,
    kind: "qualified",
    rankAt: at,
    rankClient: client,
    at,
    rule: undefined,
    friend,
    unit: "",
    nominal: 0,
    num: 1,
    den: 1,
    counts: true,
    tie: friend,
    owed: 0,
    capped: false,
  } as Item;
}
