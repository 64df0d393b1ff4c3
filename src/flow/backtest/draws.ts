/**
 * What rewards drew on budgets as their facts came in: a refund that came later gave money back later, and what was closed by then stayed
 * closed. One batch of the settle path has one instant (`received`), and its facts are known together.
 */
import { compareKeys, type Fact } from "../../core/facts.ts";
import { mulDiv } from "../../core/money.ts";
import { owed, start, step } from "../../core/reducer.ts";
import type { Entitlement, FoldContext, PersonState } from "../../core/state.ts";
import type { Draw, Past } from "./past.ts";

const CORRECTS: ReadonlySet<string> = new Set(["refund", "chargeback", "order_updated"]);

/** Names a reward among those of a person. */
const nameOf = (e: Entitlement): string => `${e.rule.index}|${e.recipient}|${e.basis}`;

const amountOf = (e: Entitlement): number => (e.num === e.den ? e.nominal : mulDiv(e.nominal, e.num, e.den, "half_up"));

/** A reward with every amount that it had; `last` is what is left of it. */
type Drawn = { last: Entitlement; draws: Draw[] };
type Told = { facts: readonly Fact[]; received: readonly number[]; context: FoldContext };

/**
 * Every reward of a person in the draft's program, as it stood after each batch; `all`: as they are in the end. Null: a fact throws, and
 * nothing can be told.
 */
export function drawsOf(past: Past, person: string, of: Told & { all: readonly Entitlement[] }): Map<string, Drawn> | null {
  const { facts, received, context, all } = of;
  const found = new Map<string, Drawn>();
  if (isPlain(facts, received)) {
    const came = new Map(facts.map((fact, i) => [fact.client, received[i]!]));
    for (const e of all) add(found, e, { at: came.get(e.client) ?? received.at(-1)!, amount: amountOf(e) });
    return found;
  }
  const given = { world: past.world, context };
  let state = start(person);
  let last: Fact | undefined;
  for (const batch of [...new Set(received)].toSorted((a, b) => a - b)) {
    const fresh = facts.filter((_, i) => received[i] === batch);
    const isLate = fresh.some((fact) => last !== undefined && compareKeys(fact.at, fact.client, last.at, last.client) < 0);
    if (isLate) state = start(person);
    if (!stepAll(state, isLate ? facts.filter((_, i) => received[i]! <= batch) : fresh, given)) return null;
    last = facts.findLast((_, i) => received[i]! <= batch);
    note(past, found, { batch, context, state });
  }
  return found;
}

/** Everything came in its own order, and nothing was corrected: a reward is what it became with its fact. */
function isPlain(facts: readonly Fact[], received: readonly number[]): boolean {
  return facts.every((fact, i) => !CORRECTS.has(fact.type) && (i === 0 || received[i]! >= received[i - 1]!));
}

function stepAll(state: PersonState, facts: readonly Fact[], given: { world: Past["world"]; context: FoldContext }): boolean {
  try {
    for (const fact of facts) step(state, fact, given);
    return true;
  } catch {
    return false;
  }
}

function note(past: Past, found: Map<string, Drawn>, of: { batch: number; context: FoldContext; state: PersonState }): void {
  const there = new Set<string>();
  for (const e of owed(of.state, of.context).entitlements) {
    if (e.program.id !== past.program.id) continue;
    there.add(nameOf(e));
    add(found, e, { at: of.batch, amount: amountOf(e) });
  }
  // What is owed no more at all was drawn, too.
  for (const [name, { last }] of found) if (!there.has(name)) add(found, { ...last, num: 0, den: 1 }, { at: of.batch, amount: 0 });
}

function add(found: Map<string, Drawn>, last: Entitlement, { at, amount }: { at: number; amount: number }): void {
  const drawn = found.get(nameOf(last));
  if (drawn === undefined) found.set(nameOf(last), { last, draws: [[at, amount]] });
  else {
    drawn.last = last;
    if (drawn.draws.at(-1)![1] !== amount) drawn.draws.push([at, amount]);
  }
}
