/**
 * The fast path (stepping a saved state) and the full fold (all facts from nothing) are one function: for random programs and
 * random histories they come to the same state and the same grants, whatever the order and grouping of arrival.
 */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type StandingItem, compareItems, startStanding, stepStanding } from "../../src/core/rules/standing.ts";
import type { FoldContext } from "../../src/core/state.ts";
import { byKey, factOf, foldAll, foldAsItComes, worldOfTimelines } from "../support/pure-fold.ts";
import { movesArb } from "../support/random-moves.ts";
import { EPOCH, SPAN, timelinesArb } from "../support/random-programs.ts";
import { announced } from "../support/seeds.ts";
import { shuffled } from "../support/shuffle.ts";

/** Ids are few, so that they meet: one friend, an advocate more often than another, and now and then the friend herself. */
const CAST = { people: ["f1"], advocates: ["a1", "a1", "a1", "a2", "f1"], programs: ["p0", "p0", "p0", "p1", "p2"], orders: 14 };
/** a1 was recruited by a2, and a2 by f1 herself: a chain that comes back. */
const CHAIN: Record<string, string[]> = { a1: ["a2", "f1"], a2: ["f1"] };
const context: FoldContext = { canonical: (id) => id, upline: (_program, advocate) => CHAIN[advocate] ?? [] };
const worlds = timelinesArb({ programs: 3, chains: true });
const histories = movesArb(CAST, { min: 1, max: 40 }).map((moves) => moves.map(factOf).filter((fact) => fact !== undefined));
const groups = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 });
const tally = { runs: 0, facts: 0, groupsStepped: 0, grants: 0, standings: 0, standingItems: 0 };

afterAll(() => console.log(`fast-equals-full tally ${JSON.stringify(tally)}`));

test("stepping saved states, through their JSON text, comes to what one full fold comes to (1,000 programs and histories)", () => {
  const property = fc.property(worlds, histories, groups, (timelines, facts, sizes) => {
    const world = worldOfTimelines(timelines);
    const full = foldAll("f1", facts, { world, context });
    const stepped = foldAsItComes("f1", [...facts].sort(byKey), { world, context, sizes: (i) => sizes[i % 3] ?? 1 });
    tally.runs++;
    tally.facts += facts.length;
    tally.groupsStepped += stepped.stepped;
    tally.grants += Object.keys(full.grants).length;
    expect({ state: stepped.state, grants: stepped.grants }).toEqual(full);
  });
  fc.assert(property, announced("fast-equals-full", 1000));
  // A property that holds because nothing ever happens proves nothing.
  expect(tally.grants).toBeGreaterThan(1_000);
  expect(tally.groupsStepped).toBeGreaterThan(2_000);
});

test("P2, P3: facts that come in any order, in groups, come to the same; folding twice is folding once (1,000)", () => {
  const property = fc.property(worlds, histories, fc.nat(), (timelines, facts, seed) => {
    const world = worldOfTimelines(timelines);
    const full = foldAll("f1", facts, { world, context });
    const mixed = shuffled(facts, seed);
    const came = foldAsItComes("f1", mixed, { world, context, sizes: (i) => 1 + (i % 3) });
    expect({ state: came.state, grants: came.grants }).toEqual(full);
    expect(foldAll("f1", mixed, { world, context })).toEqual(full);
  });
  fc.assert(property, announced("P2-core", 1000));
});

const item = fc.record({
  isQualified: fc.boolean(),
  hours: fc.integer({ min: 0, max: SPAN / 3_600_000 }),
  rule: fc.nat(),
  friend: fc.constantFrom("f1", "f2", "f3"),
  nominal: fc.constantFrom(0, 1, 777, 2000, 9999),
  kept: fc.constantFrom([1, 1], [0, 1], [1, 3], [2, 3]),
  unit: fc.constantFrom("USD", "USD", "EUR", "choice"),
  channel: fc.constantFrom("x", "linkedin", ""),
});

test("a standing stepped item by item, through its JSON text, answers as one folded at once (1,000)", () => {
  const limited = timelinesArb({ programs: 1, versions: false }).filter(
    ([t]) => worldOfTimelines([t!]).timelines[0]?.versions[0]?.compiled.standingEvery !== undefined,
  );
  const property = fc.property(
    limited,
    fc.array(item, { minLength: 1, maxLength: 30, size: "max" }),
    groups,
    (timelines, wishes, sizes) => {
      const program = worldOfTimelines(timelines).timelines[0]!.versions[0]!.compiled;
      const rules = program.rules.filter((rule) => rule.standing && rule.threshold === undefined);
      const items = wishes
        .map((w, i): StandingItem => {
          const [num = 1, den = 1] = w.kept;
          const isQualified = w.isQualified || rules.length === 0;
          const at = EPOCH + w.hours * 3_600_000;
          const rank = {
            rankAt: at,
            rankClient: String((i * 61) % 97),
            at,
            friend: w.friend,
            unit: w.unit,
            channel: w.channel,
            tie: `${i}`,
            owed: 0,
            capped: false,
          };
          if (isQualified) return { kind: "qualified", ...rank, nominal: 0, num: 1, den: 1, counts: true };
          return { kind: "entitled", ...rank, rule: rules[w.rule % rules.length]!, nominal: w.nominal, num, den, counts: num > 0 };
        })
        .sort(compareItems);
      const once = answers(items, (state, each) => stepStanding(program, state, each));
      let group = 0;
      const stepped = answers(items, (state, each, i) => {
        const size = sizes[group % 3] ?? 1;
        if (i % size === 0) {
          group++;
          Object.assign(state, JSON.parse(JSON.stringify(state)));
        }
        return stepStanding(program, state, each);
      });
      expect(stepped).toEqual(once);
      tally.standings++;
      tally.standingItems += items.length;
    },
  );
  fc.assert(property, announced("fast-equals-full-standings", 1000));
});

type Step = (state: ReturnType<typeof startStanding>, item: StandingItem, i: number) => ReturnType<typeof stepStanding>;

function answers(items: readonly StandingItem[], step: Step): { answers: object[]; state: object } {
  const state = startStanding();
  const out = items.map((each, i) => {
    const mine = { ...each };
    const reached = step(state, mine, i).map((r) => `${r.rule.key}:${r.period}:${r.nth}:${r.grant.owed}`);
    return { owed: mine.owed, capped: mine.capped, reached };
  });
  return { answers: out, state };
}
