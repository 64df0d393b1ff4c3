/** P7, P8 and the 10,000 shuffles of F11, in the pure core. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseBinding } from "../../src/core/attribution/bind.ts";
import type { Evidence, Fact } from "../../src/core/facts.ts";
import { definition } from "../../src/core/program.ts";
import { compileProgram } from "../../src/core/rules/compile.ts";
import { type StandingItem, compareItems, startStanding, stepStanding } from "../../src/core/rules/standing.ts";
import type { FoldContext } from "../../src/core/state.ts";
import { DAY, HOUR } from "../../src/core/time.ts";
import { factOf, foldAll, foldAsItComes, worldOfTimelines } from "../support/pure-fold.ts";
import type { Move } from "../support/random-moves.ts";
import { EPOCH } from "../support/random-programs.ts";
import { announced } from "../support/seeds.ts";
import { shuffled } from "../support/shuffle.ts";

const base = { kind: "direct", name: "p", destination: "https://shop.example/", qualifies_at: "order" };

test("P7: one conversion more never lowers what any reward of the period is worth, and tiers only rise within it (1,000)", () => {
  const steps = fc.uniqueArray(fc.integer({ min: 2, max: 8 }), { maxLength: 3 }).map((froms) => [1, ...froms.sort((a, b) => a - b)]);
  const hours = fc.array(fc.integer({ min: 0, max: 90 * 24 }), { minLength: 1, maxLength: 20, size: "max" });
  const property = fc.property(
    steps,
    hours,
    fc.integer({ min: 0, max: 90 * 24 }),
    fc.constantFrom("month", "quarter", undefined),
    (froms, at, extra, every) => {
      const program = compileProgram(
        definition.parse({
          ...base,
          key: "p",
          stages: ["order"],
          tiers: { every, steps: froms.map((from, i) => ({ from, multiply: 1 + i / 2 })) },
          rewards: [{ key: "r", when: { stage: "order" }, give: { cash: "10.00 USD" } }],
        }),
        { id: "p", version: 1 },
      );
      const few = worth(program, at);
      const more = worth(program, [...at, extra]);
      few.forEach((owed, i) => expect(more[i]).toBeGreaterThanOrEqual(owed));
      // Within a tier period the worth only rises with time.
      const order = at.map((h, i) => ({ h, i })).sort((a, b) => a.h - b.h || a.i - b.i);
      for (let k = 1; k < order.length; k++) {
        const [a, b] = [order[k - 1]!, order[k]!];
        if (sameTierPeriod(a.h, b.h, every)) expect(few[b.i]).toBeGreaterThanOrEqual(few[a.i] as number);
      }
    },
  );
  fc.assert(property, announced("P7", 1000));
});

function sameTierPeriod(a: number, b: number, every: string | undefined): boolean {
  const month = (h: number) => new Date(EPOCH + h * HOUR).getUTCMonth();
  if (every === undefined) return true;
  return every === "month" ? month(a) === month(b) : Math.floor(month(a) / 3) === Math.floor(month(b) / 3);
}

/** What each conversion (one friend each, at these hours) owes, in the order given. */
function worth(program: ReturnType<typeof compileProgram>, hours: readonly number[]): number[] {
  const items = hours.flatMap((h, i): StandingItem[] => {
    const at = EPOCH + h * HOUR;
    const one = {
      rankAt: at,
      rankClient: String(i).padStart(3, "0"),
      at,
      friend: `f${i}`,
      unit: "USD",
      nominal: 1000,
      num: 1,
      den: 1,
      counts: true,
      tie: `${i}`,
      owed: 0,
      capped: false,
    };
    return [
      { ...one, kind: "qualified" },
      { ...one, kind: "entitled", rule: program.rules[0]! },
    ];
  });
  const state = startStanding();
  for (const item of [...items].sort(compareItems)) stepStanding(program, state, item);
  return items.filter((item) => item.kind === "entitled").map((item) => item.owed);
}

const kinds = fc.constantFrom<Evidence["kind"]>("code", "link", "invite", "name", "claim");
const touch = fc.record({
  kind: kinds,
  advocate: fc.constantFrom("a1", "a2", "a3", "me"),
  age: fc.oneof(fc.integer({ min: 0, max: 40 * DAY }), fc.constantFrom(30 * DAY, 30 * DAY + 1, 30 * DAY - 1, 0, 1)),
});
const NOW = EPOCH + 60 * DAY;
const evidence = (t: { kind: Evidence["kind"]; advocate: string; age: number }): Evidence => ({
  kind: t.kind,
  program: "p",
  advocate: t.advocate,
  at: NOW - t.age,
});
const program = (model: string) =>
  compileProgram(definition.parse({ ...base, key: "p", stages: ["order"], attribution: { model, window: "30d" } }), {
    id: "p",
    version: 1,
  });
const models = { last_touch: program("last_touch"), first_touch: program("first_touch") };
const by = { fact: { id: "f", client: "c", type: "purchase", at: NOW, person: "me" } as Fact, self: "me", canonical: (id: string) => id };

test("P8: attribution always answers, the same way every time, with one advocate who is not the friend herself (1,000)", () => {
  const property = fc.property(fc.array(touch, { maxLength: 8 }), fc.nat(), (touches, seed) => {
    for (const model of Object.values(models)) {
      const found = chooseBinding(model, touches.map(evidence), by);
      expect(chooseBinding(model, touches.map(evidence), by)).toEqual(found);
      const eligible = touches.filter((t) => t.advocate !== "me" && t.age <= 30 * DAY);
      if (typeof found === "string") expect(eligible).toEqual([]);
      else {
        expect(eligible.map((t) => t.advocate)).toContain(found.advocate);
        // Without two touches of one instant the order in which they became known says nothing.
        if (new Set(touches.map((t) => t.age)).size === touches.length)
          expect(chooseBinding(model, shuffled(touches, seed).map(evidence), by)).toEqual(found);
      }
    }
  });
  fc.assert(property, announced("P8", 1000));
});

test("P8: the window is inclusive to the millisecond, and on a single click first and last touch agree (1,000)", () => {
  const property = fc.property(
    kinds,
    fc.constantFrom("a1", "a2"),
    fc.integer({ min: -2, max: 2 }),
    fc.boolean(),
    (kind, advocate, off, atEdge) => {
      const age = atEdge ? 30 * DAY + off : Math.abs(off);
      const [last, first] = [models.last_touch, models.first_touch].map((model) =>
        chooseBinding(model, [evidence({ kind, advocate, age })], by),
      );
      expect(first).toEqual(last);
      expect(typeof last === "string" ? last : last?.advocate).toBe(age <= 30 * DAY ? advocate : "window_passed");
    },
  );
  fc.assert(property, announced("P8-window", 1000));
});

test("F11: click, sign-up, purchase, refund and what else may happen, in 10,000 shuffles, come to one state", () => {
  const rules = {
    ...base,
    key: "p0",
    stages: ["visit", "signup", { key: "order", on: "purchase" }],
    friends: { who: "anyone" },
    attribution: { window: "90d" },
  };
  const world = worldOfTimelines([
    {
      key: "p0",
      versions: [
        {
          from: 0,
          open: false,
          definition: definition.parse({
            ...rules,
            rewards: [
              { key: "tenth", when: { stage: "order" }, give: { cash: { percent: 10, of: "order.total" } } },
              {
                key: "first",
                when: { stage: "order", nth: 1, where: { "order.total": { gte: "50.00 USD" } } },
                give: { credit: "20.00 USD" },
                on_refund: "all_below_threshold",
              },
              { key: "welcome", when: { stage: "signup" }, to: "friend", give: { coupon: { percent: 20 } } },
            ],
          }),
        },
      ],
    },
  ]);
  const at = (minutes: number) => EPOCH + minutes * 60_000;
  const order = (id: string, total: number) => ({ id, total, tax: 0, shipping: 0, discount: 0, currency: "USD" });
  const moves: Move[] = [
    { type: "visit", client: "c1", at: at(0), who: "f1", touch: { program: "p0", advocate: "a1", kind: "link", age: 0 } },
    { type: "signup", client: "c2", at: at(10), who: "f1" },
    { type: "purchase", client: "c3", at: at(20), who: "f1", order: order("o1", 8000) },
    { type: "refund", client: "c4", at: at(30), who: "f1", order: { id: "o1", amount: 4000, currency: "USD" } },
    {
      type: "purchase",
      client: "c5",
      at: at(20),
      who: "f1",
      order: order("o2", 6000),
      touch: { program: "p0", advocate: "a2", kind: "code", age: 0 },
    },
    { type: "refund", client: "c6", at: at(15), who: "f1", order: { id: "o2", amount: 6000, currency: "USD" } },
    { type: "refund", client: "c7", at: at(40), who: "f1", order: { amount: 1000, currency: "USD" } },
  ];
  const facts = moves.map(factOf).filter((fact) => fact !== undefined);
  const context: FoldContext = { canonical: (id) => id, upline: () => [] };
  const full = foldAll("f1", facts, { world, context });
  const { seed } = announced("F11-core", 10_000);
  for (let i = 0; i < 10_000; i++) {
    const came = foldAsItComes("f1", shuffled(facts, seed + i), { world, context, sizes: (n) => 1 + ((seed + i + n) % 3) });
    expect({ state: came.state, grants: came.grants }).toEqual(full);
  }
  expect(Object.keys(full.grants)).toHaveLength(5);
}, 60_000);
