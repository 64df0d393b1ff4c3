import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../../test/support/seeds.ts";
import type { Compiled } from "../compiled.ts";
import { type ProgramDefinition, definition } from "../program.ts";
import { compileProgram } from "./compile.ts";
import { type StandingItem, compareItems, startStanding, stepStanding } from "./standing.ts";

type Rule = NonNullable<ProgramDefinition["rewards"]>[number];
const DAY = 86_400_000;
const START = Date.UTC(2030, 0, 1);

const program = (rule: Partial<Rule>, tiers?: ProgramDefinition["tiers"]): Compiled =>
  compileProgram(
    definition.parse({
      key: "p",
      kind: "tiered",
      name: "P",
      stages: ["order"],
      qualifies_at: "order",
      destination: "https://shop.example/",
      tiers,
      rewards: [{ key: "r", when: { stage: "order" }, give: { cash: "10.00 USD" }, ...rule }],
    }),
    { id: "p", version: 1 },
  );
type Ask = {
  day: number;
  friend?: string;
  nominal?: number;
  num?: number;
  den?: number;
  counts?: boolean;
  unit?: string;
  kind?: "qualified" | "entitled";
  client?: string;
};

/** Items as the settle path makes them; `kind` qualified is the referral, entitled the reward. */
function item(compiled: Compiled, ask: Ask): StandingItem {
  const { day, friend = `f${day}`, nominal = 1000, num = 1, den = 1, counts = true, unit = "USD", kind = "entitled" } = ask;
  return {
    kind,
    rankAt: START + day * DAY,
    rankClient: ask.client ?? friend,
    at: START + day * DAY,
    rule: kind === "entitled" ? compiled.rules[0]! : undefined,
    friend,
    unit,
    nominal,
    num,
    den,
    counts,
    tie: friend,
    owed: 0,
    capped: false,
  };
}
const both = (compiled: Compiled, ask: Ask): StandingItem[] => [item(compiled, { ...ask, kind: "qualified" }), item(compiled, ask)];

/** Folds items in rank order. @returns what each entitlement is owed, in that order. */
function fold(compiled: Compiled, items: StandingItem[]): number[] {
  const state = startStanding();
  const sorted = items.toSorted(compareItems);
  for (const one of sorted) stepStanding(compiled, state, one);
  return sorted.filter((one) => one.kind === "entitled").map((one) => one.owed);
}
const days = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe("tiers", () => {
  const tiers = { every: "quarter" as const, steps: [{ from: 1 }, { from: 5, multiply: 1.5 }, { from: 15, multiply: 2 }] };
  const compiled = program({}, tiers);

  test("the first to fourth, the fifth to fourteenth, and from the fifteenth on", () => {
    const owed = fold(
      compiled,
      days(16).flatMap((day) => both(compiled, { day })),
    );
    expect(owed).toEqual([...Array<number>(4).fill(1000), ...Array<number>(10).fill(1500), 2000, 2000]);
  });

  test("one that no longer counts frees its place: those behind it move up", () => {
    const owed = fold(
      compiled,
      days(15).flatMap((day) => both(compiled, { day, counts: day !== 2, num: day === 2 ? 0 : 1 })),
    );
    expect(owed.reduce((sum, n) => sum + n, 0)).toBe(19000);
    expect(owed[2]).toBe(0);
  });

  test("each quarter begins again at the first step", () => {
    const owed = fold(
      compiled,
      [...days(6), 90].flatMap((day) => both(compiled, { day })),
    );
    expect(owed).toEqual([1000, 1000, 1000, 1000, 1500, 1500, 1000]);
  });

  test("what is half refunded is scaled after its tier", () => {
    const owed = fold(
      compiled,
      days(5).flatMap((day) => both(compiled, { day, num: day === 4 ? 1 : 1, den: day === 4 ? 2 : 1 })),
    );
    expect(owed).toEqual([1000, 1000, 1000, 1000, 750]);
  });

  test("half a unit is rounded up once for the tier and once for what is kept", () => {
    const fine = program({ give: { points: 3 } }, { steps: [{ from: 1, multiply: 1.5 }] });
    // 3 x 1.5 = 4.5, 5; a half of 5 is 2.5, 3.
    expect(fold(fine, both(fine, { day: 0, nominal: 3, den: 2, unit: "points" }))).toEqual([3]);
  });

  test("a reward before the first qualified referral is worth the first step", () => {
    expect(fold(compiled, [item(compiled, { day: 0 })])).toEqual([1000]);
  });

  test("P7: one more conversion, anywhere in the period, never lowers the tier of another", () => {
    const step = fc.record({ from: fc.integer({ min: 1, max: 12 }), multiply: fc.integer({ min: 4, max: 20 }).map((n) => n / 4) });
    const ascending = fc.uniqueArray(step, { minLength: 1, maxLength: 4, selector: (s) => s.from }).map((steps) => {
      const sorted = steps.toSorted((a, b) => a.from - b.from);
      const factors = sorted.map((s) => s.multiply).toSorted((a, b) => a - b);
      return sorted.map((s, i) => ({ from: s.from, multiply: factors[i]! }));
    });
    const conversions = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ascending, conversions, fc.integer({ min: 0, max: 80 }), (steps, before, more) => {
        const rising = program({}, { every: "quarter", steps });
        const owedBy = (set: readonly number[]) => {
          const sorted = set.toSorted((a, b) => a - b);
          const owed = fold(
            rising,
            sorted.flatMap((day) => both(rising, { day })),
          );
          return new Map(sorted.map((day, i) => [day, owed[i]!]));
        };
        const first = owedBy(before);
        const second = owedBy([...new Set([...before, more])]);
        for (const [day, owed] of first) expect(second.get(day)).toBeGreaterThanOrEqual(owed);
        // And within a period nobody earns less than who came before.
        const inOrder = [...second.entries()].toSorted(([a], [b]) => a - b).map(([, owed]) => owed);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
      announced("P7", 1000),
    );
  });
});

describe("limits", () => {
  const asks = (n: number, change: Partial<Ask> = {}): Ask[] => days(n).map((day) => ({ day, ...change }));
  test.each<[string, Partial<Rule>, Ask[], number[]]>([
    ["three in all", { limit: { count: 3 } }, asks(5), [1000, 1000, 1000, 0, 0]],
    [
      "two a month, and again in the next",
      { limit: { count: 2, every: "month" } },
      [...asks(3), { day: 31 }, { day: 32 }, { day: 33 }],
      [1000, 1000, 0, 1000, 1000, 0],
    ],
    ["25.00 in all: the third is paid in part", { limit: { amount: "25.00 USD" } }, asks(4), [1000, 1000, 500, 0]],
    ["25.00 a week", { limit: { amount: "25.00 USD", every: "week" } }, asks(8), [1000, 1000, 500, 0, 0, 0, 1000, 1000]],
    [
      "an amount counts its own currency only",
      { give: { cash: { percent: 10 } }, limit: { amount: "15.00 USD" } },
      [{ day: 0 }, { day: 1, unit: "EUR" }, { day: 2, unit: "EUR" }, { day: 3 }],
      [1000, 1000, 1000, 500],
    ],
    [
      "one a friend",
      { limit: { per: "friend", count: 1 } },
      [
        { day: 0, friend: "a" },
        { day: 1, friend: "a" },
        { day: 2, friend: "b" },
      ],
      [1000, 0, 1000],
    ],
    [
      "what does not count takes no place",
      { limit: { count: 2 } },
      [{ day: 0 }, { day: 1, counts: false, num: 0 }, { day: 2 }, { day: 3 }],
      [1000, 0, 1000, 0],
    ],
    [
      "what is half refunded leaves room in an amount",
      { limit: { amount: "25.00 USD" } },
      [{ day: 0, num: 1, den: 2 }, { day: 1 }, { day: 2 }],
      [500, 1000, 1000],
    ],
  ])("%s", (_name, rule, wanted, expected) => {
    const compiled = program(rule);
    expect(
      fold(
        compiled,
        wanted.map((ask) => item(compiled, ask)),
      ),
    ).toEqual(expected);
  });

  test("the order in which rewards arrive does not decide who is over the limit", () => {
    const compiled = program({ limit: { count: 2 } });
    const items = (order: number[]) => order.map((day) => item(compiled, { day }));
    expect(fold(compiled, items([3, 1, 2, 0]))).toEqual(fold(compiled, items([0, 1, 2, 3])));
  });
});

describe("thresholds", () => {
  const reached = (rule: Partial<Rule>, n: number): number[] => {
    const compiled = program({ ...rule, give: { points: 500 } });
    const state = startStanding();
    return days(n).flatMap((day) => stepStanding(compiled, state, item(compiled, { day, kind: "qualified" })).map((r) => day * 10 + r.nth));
  };
  test("once, at the fifth", () => expect(reached({ when: { threshold: 5 } }, 12)).toEqual([41]));
  test("each time, at the fifth and tenth", () => expect(reached({ when: { threshold: 5, repeat: true } }, 12)).toEqual([41, 92]));
  test("every one", () => expect(reached({ when: { threshold: 1, repeat: true } }, 3)).toEqual([1, 12, 23]));
});
