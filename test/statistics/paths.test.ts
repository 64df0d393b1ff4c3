import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Journey } from "../../src/core/analytics/paths/journey.ts";
import { creditByPosition } from "../../src/core/analytics/paths/journey.ts";
import { creditByMarkov } from "../../src/core/analytics/paths/markov.ts";
import { creditByShapley, shapley } from "../../src/core/analytics/paths/shapley.ts";
import { CREDIT_MODELS, sideBySide } from "../../src/core/analytics/paths/side-by-side.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { runs } from "../support/seeds.ts";

const journey = (path: string, conversions: number, nulls = 0): Journey => ({
  channels: path === "" ? [] : path.split(" > "),
  conversions,
  nulls,
});
type Credits = { ok: ReadonlyMap<string, { conversions: number }> };
const sumOf = (credit: Credits): number => [...credit.ok.values()].reduce((sum, { conversions }) => sum + conversions, 0);
const rounded = (credit: Credits) => Object.fromEntries([...credit.ok].map(([name, { conversions }]) => [name, +conversions.toFixed(9)]));

const journeys = fc
  .array(
    fc.record({
      channels: fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 6 }),
      conversions: fc.integer({ min: 0, max: 9 }),
      nulls: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .filter((all) => all.some(({ channels, conversions }) => channels.length > 0 && conversions > 0));

/** P(convert) by plain iteration with every move into `removed` going to null. */
function converts(all: readonly Journey[], removed?: string): number {
  const ways = new Map<string, Map<string, number>>();
  for (const { channels, conversions, nulls } of all) {
    const people = conversions + nulls;
    if (channels.length === 0 || people === 0) continue;
    const add = (from: string, to: string, n: number): void => {
      const out = ways.get(from) ?? new Map<string, number>();
      out.set(to, (out.get(to) ?? 0) + n);
      ways.set(from, out);
    };
    for (const [i, channel] of channels.entries()) add(i === 0 ? "start" : channels[i - 1]!, channel, people);
    add(channels.at(-1)!, "conv", conversions);
    add(channels.at(-1)!, "null", nulls);
  }
  let here = new Map([["start", 1]]);
  let converted = 0;
  for (let step = 0; step < 400; step++) {
    const next = new Map<string, number>();
    for (const [state, chance] of here) {
      const out = ways.get(state) ?? new Map<string, number>();
      const all_ = [...out.values()].reduce((sum, n) => sum + n, 0);
      for (const [to, n] of out) {
        if (to === "conv") converted += (chance * n) / all_;
        else if (to !== "null" && to !== removed) next.set(to, (next.get(to) ?? 0) + (chance * n) / all_);
      }
    }
    here = next;
  }
  return converted;
}

describe("credit by position", () => {
  test("first, last, linear, and 40-20-40", () => {
    const path = [journey("a > b > b > c", 10)];
    expect(rounded(creditByPosition(path, "first") as Credits)).toEqual({ a: 10, b: 0, c: 0 });
    expect(rounded(creditByPosition(path, "last") as Credits)).toEqual({ a: 0, b: 0, c: 10 });
    expect(rounded(creditByPosition(path, "linear") as Credits)).toEqual({ a: 2.5, b: 5, c: 2.5 });
    expect(rounded(creditByPosition(path, "position") as Credits)).toEqual({ a: 4, b: 2, c: 4 });
    expect(rounded(creditByPosition([journey("a > b", 2), journey("c", 1)], "position") as Credits)).toEqual({ a: 1, b: 1, c: 1 });
  });

  test("without a conversion that had a touch there is no credit", () => {
    expect(creditByPosition([], "first")).toMatchObject({ none: { code: "no_rows" } });
    expect(creditByMarkov([journey("a", 0, 4)])).toMatchObject({ none: { code: "zero_baseline" } });
    expect(creditByShapley([journey("", 4)])).toMatchObject({ none: { code: "no_rows" } });
    expect(creditByMarkov([journey("a", -1, 4)])).toMatchObject({ none: { code: "out_of_range" } });
  });
});

describe("Markov", () => {
  test("example A: removal .5, 1, 1; example B: chance .8, removal .75 and .5, credit 2.4 and 1.6", () => {
    const a = creditByMarkov([journey("c1 > c2 > c3", 1), journey("c1", 0, 1), journey("c2 > c3", 0, 1)]);
    if (!("ok" in a)) throw new Error("no credit");
    expect(a.ok.conversion).toBeCloseTo(1 / 3, 12);
    expect([...a.ok.removal.values()].map((effect) => +effect.toFixed(12))).toEqual([0.5, 1, 1]);
    expect(rounded({ ok: a.ok.credit })).toEqual({ c1: 0.2, c2: 0.4, c3: 0.4 });
    const b = creditByMarkov([journey("google", 2, 1), journey("mailing", 1), journey("google > mailing", 1)]);
    if (!("ok" in b)) throw new Error("no credit");
    expect(b.ok.conversion).toBeCloseTo(0.8, 12);
    expect([b.ok.removal.get("google"), b.ok.removal.get("mailing")]).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.5, 12)]);
    expect(rounded({ ok: b.ok.credit })).toEqual({ google: 2.4, mailing: 1.6 });
  });

  test("removal is what a chain without the channel loses, loops included; credits add up; order and repeats change nothing", () => {
    fc.assert(
      fc.property(journeys, (all) => {
        const found = creditByMarkov(all);
        if (!("ok" in found)) throw new Error("no credit");
        const whole = converts(all);
        expect(found.ok.conversion).toBeCloseTo(whole, 6);
        for (const [channel, effect] of found.ok.removal) expect(effect).toBeCloseTo(1 - converts(all, channel) / whole, 5);
        const total = all.reduce((sum, { channels, conversions }) => sum + (channels.length > 0 ? conversions : 0), 0);
        expect(sumOf({ ok: found.ok.credit })).toBeCloseTo(total, 8);
        const turned = creditByMarkov([...all].reverse());
        const single = creditByMarkov(
          all.map((one) => ({ ...one, channels: one.channels.filter((name, i) => name !== one.channels[i - 1]) })),
        );
        if (!("ok" in turned && "ok" in single)) throw new Error("no credit");
        for (const [channel, effect] of found.ok.removal) {
          expect(turned.ok.removal.get(channel)).toBeCloseTo(effect, 9);
          expect(single.ok.removal.get(channel)).toBeCloseTo(effect, 9);
        }
      }),
      runs(60),
    );
  });

  test("10,000 journeys over 12 channels take a few seconds at most, 400 channels are the most", () => {
    const random = makeRandom(3);
    const all = Array.from({ length: 10_000 }, () => ({
      channels: Array.from({ length: 1 + random.below(12) }, () => `c${random.below(12)}`),
      conversions: random.below(3),
      nulls: random.below(9),
    }));
    const before = process.cpuUsage();
    const found = creditByMarkov(all);
    // Processor time, which other tests beside this one do not change.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
    if (!("ok" in found)) throw new Error("no credit");
    expect(found.ok.removal.size).toBe(12);
    expect(creditByMarkov(Array.from({ length: 10_000 }, (_, i) => journey(`x${i}`, 1)))).toMatchObject({ none: { code: "too_many" } });
  });
});

describe("Shapley", () => {
  test("the glove game and the published worth vector", () => {
    const glove = [0, 0, 0, 0, 0, 1, 1, 1];
    expect(shapley(3, glove)).toEqual({ ok: [expect.closeTo(1 / 6, 12), expect.closeTo(1 / 6, 12), expect.closeTo(2 / 3, 12)] });
    // F is bit 0, O bit 1, L bit 2.
    const published = shapley(3, [0, 0.2, 0.1, 0.47, 0.17, 0.67, 0.27, 1]);
    expect(published).toEqual({ ok: [expect.closeTo(0.455, 12), expect.closeTo(0.205, 12), expect.closeTo(0.34, 12)] });
    expect(
      shapley(
        13,
        Array.from({ length: 8192 }, () => 0),
      ),
    ).toMatchObject({ none: { code: "too_many" } });
    expect(shapley(3, [0, 1])).toMatchObject({ none: { code: "too_few" } });
  });

  test("efficiency, symmetry, dummy", () => {
    const worth = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(worth, (values) => {
        const game = [0, ...values.slice(1)];
        const found = shapley(4, game) as { ok: number[] };
        expect(found.ok.reduce((sum, value) => sum + value, 0)).toBeCloseTo(game[15]!, 8);
        // Players 0 and 1 made alike: every coalition is worth what the one with the two exchanged is.
        const exchanged = (mask: number): number => (mask & ~3) | ((mask & 1) << 1) | ((mask & 2) >> 1);
        const alike = shapley(
          4,
          game.map((value, mask) => (value + game[exchanged(mask)]!) / 2),
        ) as { ok: number[] };
        expect(alike.ok[0]).toBeCloseTo(alike.ok[1]!, 9);
        const without3 = shapley(
          4,
          game.map((_, mask) => game[mask & 7]!),
        ) as { ok: number[] };
        expect(without3.ok[3]).toBeCloseTo(0, 9);
      }),
      runs(100),
    );
  });

  test("credit of journeys is the value of the game in which a coalition converts whom its channels alone touched", () => {
    fc.assert(
      fc.property(journeys, (all) => {
        const names = ["a", "b", "c", "d", "e"];
        const worth = Array.from({ length: 32 }, (_, mask) =>
          all.reduce((sum, { channels, conversions }) => {
            const isInside = channels.length > 0 && channels.every((name) => (mask & (1 << names.indexOf(name))) !== 0);
            return isInside ? sum + conversions : sum;
          }, 0),
        );
        const exact = shapley(5, worth) as { ok: number[] };
        const credit = creditByShapley(all) as Credits;
        for (const [i, name] of names.entries()) expect(credit.ok.get(name)?.conversions ?? 0).toBeCloseTo(exact.ok[i]!, 8);
      }),
      runs(100),
    );
  });
});

test("side by side every model's column adds up to the conversions with a touch, and too few conversions give no table", () => {
  fc.assert(
    fc.property(journeys, (all) => {
      const found = sideBySide(all);
      const total = all.reduce((sum, { channels, conversions }) => sum + (channels.length > 0 ? conversions : 0), 0);
      if (total < 10) {
        expect(found).toMatchObject({ none: { code: "too_few", values: { have: total } } });
        return;
      }
      if (!("ok" in found)) throw new Error("no table");
      for (const model of CREDIT_MODELS) {
        expect(found.ok.rows.reduce((sum, { by }) => sum + (by[model]?.conversions ?? 0), 0)).toBeCloseTo(total, 8);
      }
    }),
    runs(100),
  );
});
