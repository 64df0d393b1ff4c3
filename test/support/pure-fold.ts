/**
 * The core without a database: random programs compiled, moves as facts, and a person's fold taken step by step as the settle
 * path takes it.
 */
import { createHash } from "node:crypto";
import { event as eventSchema } from "../../src/core/event.ts";
import { type Fact, compareKeys } from "../../src/core/facts.ts";
import type { World } from "../../src/core/compiled.ts";
import { normalise } from "../../src/core/ingest/normalise.ts";
import { continues, owed, saved, start, step } from "../../src/core/reducer.ts";
import { grantKey } from "../../src/core/reward.ts";
import type { Entitlement, FoldContext, Saved } from "../../src/core/state.ts";
import { worldOf } from "../../src/flow/load-world.ts";
import { type Move, eventOf } from "./random-moves.ts";
import type { RandomTimeline } from "./random-programs.ts";

export const programId = (key: string): string => `id-${key}`;

/** Compiled, with every program live from the beginning. */
export function worldOfTimelines(timelines: readonly RandomTimeline[]): World {
  const versions = timelines.flatMap((t) =>
    t.versions.map((v, i) => ({
      program_id: programId(t.key),
      key: t.key,
      version: i + 1,
      definition: v.definition,
      effective_from: v.from,
      applies_to: v.open ? "open_referrals" : "new_referrals",
    })),
  );
  return worldOf(
    versions,
    timelines.map((t) => ({ program_id: programId(t.key), at: 0, status: "live" })),
    "UTC",
  );
}

/** The fact that the door would make of a move, frozen: folding must not change what it was given. Undefined: the door refuses it. */
export function factOf(move: Move): Fact | undefined {
  const isOwn = move.type === "joined" || move.type === "left" || move.type === "delay_passed";
  const input = eventOf(isOwn ? { ...move, type: "custom" as never } : { ...move, touch: undefined }, {
    code: () => "",
    click: () => "",
  });
  const draft = normalise(eventSchema.parse(input), {
    index: 0,
    client: move.client,
    keyed: (text) => createHash("md5").update(text).digest("hex"),
  });
  if (Array.isArray(draft)) return undefined;
  const fact: Fact = { id: `fact-${move.client}`, client: move.client, type: move.type, at: move.at, person: move.who };
  if (draft.order) fact.order = draft.order;
  if (draft.correction) fact.correction = draft.correction;
  const { touch } = move;
  if (touch)
    fact.evidence = [
      {
        kind: touch.kind,
        ...(touch.team && { team: touch.team }),
        program: programId(touch.program),
        advocate: touch.advocate,
        link: `link-${touch.advocate}`,
        code: `C-${touch.advocate}`,
        at: move.at - (touch.kind === "link" ? touch.age : 0),
      },
    ];
  for (const field of ["program", "stage", "name", "subject", "channel", "value", "quantity", "rule", "basis"] as const)
    if (move[field] !== undefined) (fact as Record<string, unknown>)[field] = move[field];
  if (move.value !== undefined) fact.currency = "USD";
  fact.inputs = {
    ...(move.grade !== undefined && { "person.attributes.grade": move.grade }),
    ...(move.vip !== undefined && { "event.properties.vip": move.vip }),
  };
  return deepFreeze(fact);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

export const byKey = (a: Fact, b: Fact): number => compareKeys(a.at, a.client, b.at, b.client);

/** What a fold came to, without internal objects: comparable and printable. `live` leaves out what owes nothing any more. */
export type Outcome = { state: Saved; grants: Record<string, object> };

const plain = (e: Entitlement): object => ({
  version: e.program.version,
  friend: e.friend,
  advocate: e.advocate,
  fact: e.fact,
  at: e.at,
  client: e.client,
  form: e.form,
  unit: e.unit,
  nominal: e.nominal,
  num: e.num,
  den: e.den,
  counts: e.counts,
  payload: e.payload ?? null,
});
const keyOf = (e: Entitlement): string => grantKey({ program: e.program.id, rule: e.rule.key, basis: e.basis, recipient: e.recipient });

export type Given = { world: World; context: FoldContext };

/** All facts in key order, from nothing. */
export function foldAll(person: string, facts: readonly Fact[], given: Given): Outcome {
  const state = start(person);
  for (const fact of [...facts].sort(byKey)) step(state, fact, given);
  const result = owed(state, given.context);
  return { state: text(saved(state)), grants: Object.fromEntries(result.entitlements.map((e) => [keyOf(e), plain(e)])) };
}

/**
 * Facts as they arrive, in groups of `sizes`: each group steps the saved state when it may (read back from its JSON text, as
 * from the database), and folds everything that has arrived when it may not. The rule of when it may is the settle path's
 * (flow/settle/fold-people.ts). @returns the outcome and how many groups were stepped.
 */
export function foldAsItComes(
  person: string,
  arrivals: readonly Fact[],
  given: Given & { sizes: (i: number) => number },
): Outcome & { stepped: number } {
  const arrived: Fact[] = [];
  let now: Outcome = { state: text(saved(start(person))), grants: {} };
  let stepped = 0;
  for (let from = 0, i = 0; from < arrivals.length; i++) {
    const group = arrivals.slice(from, from + given.sizes(i)).sort(byKey);
    from += given.sizes(i);
    if (mayStep(now.state, group, arrived)) {
      stepped++;
      const state = start(person, now.state);
      for (const fact of group) step(state, fact, given);
      const result = owed(state, given.context);
      now = {
        state: text(saved(state)),
        grants: { ...now.grants, ...Object.fromEntries(result.entitlements.map((e) => [keyOf(e), plain(e)])) },
      };
      arrived.push(...group);
    } else {
      arrived.push(...group);
      now = foldAll(person, arrived, given);
    }
  }
  return { ...now, stepped };
}

function mayStep(state: Saved, group: readonly Fact[], arrived: readonly Fact[]): boolean {
  let last = state;
  const orders = new Set(arrived.flatMap((f) => f.order?.id ?? f.correction?.id ?? []));
  for (const fact of group) {
    if (!continues(last, fact) || (fact.order && orders.has(fact.order.id))) return false;
    if (fact.order) orders.add(fact.order.id);
    last = { ...last, n: last.n + 1, at: fact.at, c: fact.client };
  }
  return true;
}

function text(state: Saved): Saved {
  return JSON.parse(JSON.stringify(state)) as Saved;
}
