/**
 * From occurrences to entitlements: ordinals (nth, times), waits, exclusive groups. Runs after the last step, over all
 * occurrences in fold order, so that a refund that came later has already freed its place.
 *
 * On the fast path the occurrences are only those of the new facts and the counters start from the saved ones; in a full
 * fold both start from nothing. What comes out is the same (property test in test/properties).
 */
import type { Compiled, CompiledRule } from "../compiled.ts";
import { type Fact, type Reason, compareKeys } from "../facts.ts";
import { mulDiv, splitLargestRemainder } from "../arithmetic.ts";
import { isFullyRefunded } from "../order-state.ts";
import type { Entitlement, FoldContext, Occurrence, Owed, PersonState } from "../state.ts";
import { addDuration } from "../time.ts";
import { counterOf } from "./activities.ts";
import { type Worth, worthOf } from "./amount.ts";
import { retells, subjectBasis } from "./corrected.ts";

/** What the person's facts owe, before standings and budgets. Also brings the saved counters up to date. */
export function owed(s: PersonState, context: FoldContext): Owed {
  const out: Owed = { entitlements: [], due: [], failed: [] };
  for (const q of s.qualifications) {
    if (q.ref.q !== undefined || (q.order !== undefined && isFullyRefunded(q.order))) continue;
    q.ref.q = q.fact.at;
    q.ref.qc = q.fact.client;
  }
  const { occurrences } = s;
  for (let from = 0; from < occurrences.length; ) {
    let to = from + 1;
    const first = occurrences[from] as Occurrence;
    while (to < occurrences.length && (occurrences[to] as Occurrence).fact === first.fact) to++;
    try {
      ofOneFact(s, to - from === 1 ? [first] : occurrences.slice(from, to), { context, out });
    } catch (error) {
      out.failed.push({ fact: first.fact, error: String(error) });
    }
    from = to;
  }
  return out;
}

type Sink = { context: FoldContext; out: Owed };

/**
 * All occurrences of one fact. Programs come in priority order, so the first program of an exclusive group whose rules
 * really pay takes the conversion; the others give nothing and their counters do not move.
 */
function ofOneFact(s: PersonState, occurrences: readonly Occurrence[], sink: Sink): void {
  let taken: Map<string, string> | undefined;
  for (const o of occurrences) {
    const group = o.program.program.exclusive_group;
    const winner = group === undefined ? undefined : taken?.get(group);
    if (winner !== undefined && winner !== o.program.id) {
      nothing(o, "exclusive_program");
      continue;
    }
    const pays = one(s, o, sink);
    if (pays && group !== undefined && winner === undefined) (taken ??= new Map()).set(group, o.program.id);
  }
}

/** One occurrence. @returns true when it entitles somebody (also when later refunded in part, or still waiting). */
function one(s: PersonState, o: Occurrence, sink: Sink): boolean {
  const { program, rule, fact } = o;
  if (o.void === true) return nothing(o, "condition_not_met");
  const worth = worthOf(program, rule, o.told === undefined ? o : { fact: o.told, inForce: o.inForce });
  if (typeof worth === "string") return nothing(o, worth);
  const ordinal = worth.counts ? count(s, o) : 0;
  if (worth.counts && !takesPlace(rule, ordinal)) return nothing(o, "not_nth");
  const basis = basisOf(s, o, ordinal);
  if (rule.wait !== undefined) {
    const due = addDuration(fact.at, rule.wait, program.zone);
    const passed = s.passed.get(`${program.key}|${rule.key}|${basis}`);
    // A wait recorded for another fact (the basis was renumbered since) is not this one's wait.
    if (passed === undefined || passed.at < due || compareKeys(passed.at, passed.client, fact.at, fact.client) < 0) {
      if (worth.counts) sink.out.due.push({ program, rule, basis, at: due });
      nothing(o, "waiting");
      return true;
    }
    if (rule.whereAfter !== undefined && !rule.whereAfter(passed, o.order?.order)) return nothing(o, "condition_not_met");
  }
  if (rule.to === "team") {
    for (const part of partsOf(o, worth)) sink.out.entitlements.push(entitlement(s, o, { basis, ...part }));
    return worth.counts;
  }
  const recipient = recipientOf(s, o, sink.context);
  if (recipient === undefined) return nothing(o, rule.to === "giver" ? "condition_not_met" : "upline_missing");
  sink.out.entitlements.push(entitlement(s, o, { worth, basis, recipient }));
  return worth.counts;
}

/** Notes why an occurrence gives nothing. @returns false: it does not pay. */
function nothing(o: Occurrence, reason: Reason): false {
  if (o.note !== undefined) o.note.silent ??= reason;
  return false;
}

function takesPlace(rule: CompiledRule, ordinal: number): boolean {
  if (rule.nth !== undefined && ordinal !== rule.nth) return false;
  return rule.times === undefined || ordinal <= rule.times;
}

/** Counts this occurrence among those of its rule that still count; the counter is saved with the referral. */
function count(s: PersonState, o: Occurrence): number {
  if (o.ref) return (o.ref.n[o.rule.key] = (o.ref.n[o.rule.key] ?? 0) + 1);
  const key = counterOf(o.program, o.rule, o.fact);
  const counters = (s.x ??= {});
  return (counters[key] = (counters[key] ?? 0) + 1);
}

/** A business key, not an event: the same order from two doors, or a replay, is the same grant. */
function basisOf(s: PersonState, o: Occurrence, ordinal: number): string {
  const { fact, rule } = o;
  if (fact.order) return fact.type === "payment" ? `payment:${fact.order.id}` : `order:${fact.order.id}`;
  if (rule.joined) return "joined";
  if (rule.activity !== undefined) return `fact:${fact.client}`;
  return retells(fact) ? subjectBasis(s.person, fact) : `friend:${s.person}:${ordinal}`;
}

/**
 * A reward to a team: each one's part of it, which together are the whole, as bought and as kept, to the last minor unit. Without a
 * team it is the advocate's alone.
 */
function partsOf(o: Occurrence, worth: Worth): { recipient: string; worth: Worth }[] {
  const team = o.ref?.tm ?? [];
  if (team.length === 0) return [{ recipient: o.ref?.a ?? "", worth }];
  const weights = team.map(([, share]) => share);
  const whole = splitLargestRemainder(worth.nominal, weights);
  if (worth.num === worth.den) return team.map(([recipient], i) => ({ recipient, worth: { ...worth, nominal: whole[i] ?? 0 } }));
  const kept = splitLargestRemainder(mulDiv(worth.nominal, worth.num, worth.den, "half_up"), weights);
  return team.map(([recipient], i) => {
    const num = kept[i] ?? 0;
    // The smallest part may be one unit where it was none: of a smaller whole its remainder may be the largest.
    const nominal = Math.max(whole[i] ?? 0, num);
    return { recipient, worth: { ...worth, nominal, num, den: Math.max(1, nominal) } };
  });
}

function recipientOf(s: PersonState, o: Occurrence, context: FoldContext): string | undefined {
  const { rule, ref, program } = o;
  if (rule.to === "giver") return o.fact.between?.giver;
  if (ref === undefined || rule.to === "friend") return s.person;
  if (rule.to === "advocate") return ref.a;
  const above = context.upline(program.id, ref.a)[rule.level - 1];
  return above === undefined || above === s.person ? undefined : above;
}

function entitlement(s: PersonState, o: Occurrence, found: { worth: Worth; basis: string; recipient: string }): Entitlement {
  const { program, rule, fact, ref } = o;
  const { worth } = found;
  return {
    program,
    rule,
    basis: found.basis,
    recipient: found.recipient,
    friend: ref || rule.to === "giver" ? s.person : null,
    advocate: ref ? ref.a : null,
    fact: fact.id,
    at: fact.at,
    client: fact.client,
    form: rule.amount.form,
    unit: worth.unit,
    nominal: worth.nominal,
    num: worth.num,
    den: worth.den,
    counts: worth.counts,
    payload: worth.options === undefined ? payloadOf(rule, fact) : { options: worth.options },
    ...(rule.limitByChannel && { channel: fact.channel ?? "" }),
  };
}

function payloadOf(rule: CompiledRule, fact: Fact): unknown {
  if (rule.to === "giver") return { payer: fact.between?.taker };
  return rule.amount.kind === "flat" ? rule.amount.payload : undefined;
}

/** Reward instant from which it may be available: the fact's instant plus the hold, and not before a rule that waits has decided. */
export function availableAt(program: Compiled, rule: CompiledRule, at: number): number {
  const held = rule.hold === undefined ? at : addDuration(at, rule.hold, program.zone);
  return rule.wait === undefined ? held : Math.max(held, addDuration(at, rule.wait, program.zone));
}

/**
 * When what is left of a reward ends, or null. It counts from the instant at which the reward was promised to be available, not from the
 * sweep that made it so: the same facts have the same end, whenever they were swept. An operator's later approval moves it
 * (flow/change-rewards.ts).
 */
export function expiresAt(program: Compiled, rule: CompiledRule, available: number): number | null {
  return rule.expires === undefined ? null : addDuration(available, rule.expires, program.zone);
}
