import { describe, expect, test } from "vitest";
import { areaUnder, precisionRecall } from "../../src/core/analytics/finding/auc.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import type { Trace } from "../../src/core/analytics/rings/components.ts";
import { groupsOf } from "../../src/core/analytics/rings/components.ts";
import { burstOf, mostWithin } from "../../src/core/analytics/rings/evidence.ts";
import type { Account, Rings } from "../../src/core/analytics/rings/rings.ts";
import { findRings } from "../../src/core/analytics/rings/rings.ts";

const DAY = 86_400_000;
const pairs = (account: string, kind: string, keys: readonly number[]): Trace[] => keys.map((key) => ({ account, kind, key: `${key}` }));

/** Honest people, with households, offices and real referrals; and rings by device, by chain of transfers and by a common funder. */
function world(seed: number) {
  const random = makeRandom(seed);
  const accounts: (Account & { bad: boolean })[] = [];
  const traces: Trace[] = [];
  for (let i = 0; i < 2000; i++) {
    const referrer = i > 0 && random.chance(0.4) ? `h${random.below(i)}` : null;
    accounts.push({ id: `h${i}`, born: random.below(365) * DAY + random.below(DAY), referrer, bad: false });
    traces.push(...pairs(`h${i}`, "ip", [i % 20 === 0 ? 1_000_000 + random.below(3) : i]));
    if (i > 0 && random.chance(0.1)) traces.push(...pairs(`h${i}`, "address", [i]), ...pairs(`h${i - 1}`, "address", [i]));
    if (i > 0 && random.chance(0.01)) traces.push(...pairs(`h${i}`, "card", [i]), ...pairs(`h${i - 1}`, "card", [i]));
  }
  for (let ring = 0; ring < 12; ring++) {
    const start = random.below(365) * DAY;
    const spread = ring % 4 === 0 ? 60 * DAY : DAY / 2;
    const size = 4 + random.below(20);
    for (let i = 0; i < size; i++) {
      const id = `r${ring}-${i}`;
      accounts.push({ id, born: start + random.below(spread), referrer: i > 0 && random.chance(0.7) ? `r${ring}-0` : null, bad: true });
      if (ring % 3 === 0) traces.push(...pairs(id, "device", [5_000_000 + ring]));
      if (ring % 3 === 1 && i > 0)
        traces.push(...pairs(id, "transfer", [6e6 + ring * 100 + i]), ...pairs(`r${ring}-${i - 1}`, "transfer", [6e6 + ring * 100 + i]));
      if (ring % 3 === 2) traces.push(...pairs(id, "funding", [7_000_000 + ring]));
    }
  }
  return { accounts, traces };
}

describe("groups", () => {
  test("whoever is tied to somebody of a group is of it; a public place ties nobody", () => {
    const traces = [
      ...pairs("a", "card", [1]),
      ...pairs("b", "card", [1]),
      ...pairs("b", "device", [2]),
      ...pairs("c", "device", [2]),
      ...pairs("stranger", "card", [1]),
      ...Array.from({ length: 31 }, (_, i) => ({ account: `o${i}`, kind: "ip", key: "office" })),
    ];
    const groups = groupsOf(["a", "b", "c", "d", ...Array.from({ length: 31 }, (_, i) => `o${i}`)], traces);
    expect(groups.groups).toEqual([[0, 1, 2]]);
    expect(groups.publicPlaces).toBe(1);
  });
});

describe("rings", () => {
  test("of grades over rings of three shapes and honest households, nine in ten at the top are rings", () => {
    const { accounts, traces } = world(7);
    const found = findRings(accounts, traces);
    if (!("ok" in found)) throw new Error("no rings");
    const bad = accounts.map((account) => account.bad);
    const ranking = precisionRecall(found.ok.grades, bad);
    if (!("ok" in ranking)) throw new Error("no ranking");
    expect(ranking.ok.averagePrecision).toBeGreaterThan(0.9);
    expect(areaUnder(found.ok.grades, bad)).toMatchObject({ ok: { value: expect.closeTo(1, 1) } });
    for (const ring of found.ok.rings) {
      expect(ring.grade).toBeGreaterThanOrEqual(0);
      expect(ring.grade).toBeLessThan(100);
    }
    const worst = found.ok.rings[0]!;
    expect(worst.evidence.length).toBeGreaterThan(3);
    expect(worst.things.every((thing) => thing.accounts.every((place) => place >= 0 && place < worst.accounts.length))).toBe(true);
  });

  test("the order of accounts and traces changes no grade", () => {
    const { accounts, traces } = world(9);
    const a = findRings(accounts, traces) as { ok: Rings };
    const b = findRings([...accounts].reverse(), [...traces].reverse()) as { ok: Rings };
    for (const [i, grade] of [...b.ok.grades].reverse().entries()) expect(grade).toBeCloseTo(a.ok.grades[i]!, 9);
  });

  test("a circle of referrals, a star and a chain say so", () => {
    const born = (id: string, referrer: string | null, at: number): Account => ({ id, referrer, born: at * 40 * DAY });
    const ids = ["a", "b", "c", "d", "e"];
    const star = ids.slice(1).flatMap((id, i) => [...pairs("a", "transfer", [i]), ...pairs(id, "transfer", [i])]);
    const circle = findRings(
      ids.map((id, i) => born(id, ids[(i + 1) % 5]!, i)),
      star,
    ) as { ok: Rings };
    const plain = findRings(
      ids.map((id, i) => born(id, null, i)),
      star,
    ) as { ok: Rings };
    const keys = circle.ok.rings[0]!.evidence.map(({ key }) => key);
    expect(keys).toContain("circle");
    expect(keys).toContain("inside");
    expect(circle.ok.rings[0]!.grade).toBeGreaterThan(plain.ok.rings[0]!.grade);
    expect(plain.ok.rings[0]!.evidence.find(({ key }) => key === "shape")?.values).toEqual({ shape: "star" });
    const links = ids.slice(1).flatMap((id, i) => [...pairs(ids[i]!, "transfer", [i]), ...pairs(id, "transfer", [i])]);
    const chain = findRings(
      ids.map((id, i) => born(id, null, i)),
      links,
    ) as { ok: Rings };
    expect(chain.ok.rings[0]!.evidence.find(({ key }) => key === "shape")?.values).toEqual({ shape: "chain" });
  });

  test("a burst is what is above chance: where all are born in a day, nobody is odd", () => {
    expect(mostWithin([0, 1, 2, 50], 2)).toBe(3);
    expect(burstOf([0, 1, 2, 3, 4], DAY, 0.01).strength).toBeGreaterThan(0.6);
    expect(burstOf([0, 1, 2, 3, 4], DAY, 1).strength).toBe(0);
    expect(findRings([], [])).toMatchObject({ none: { code: "no_rows" } });
    expect(findRings([{ id: "a", born: 0, referrer: "a" }], [])).toMatchObject({ ok: { rings: [], grades: [0] } });
  });

  test("50,000 accounts on one device and 50,000 on none are one ring", () => {
    const accounts = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, born: i * 1000, referrer: null }));
    const traces = accounts.slice(0, 50_000).map(({ id }) => ({ account: id, kind: "device", key: "one" }));
    const found = findRings(accounts, traces) as { ok: Rings };
    expect(found.ok.rings[0]!.accounts.length).toBe(50_000);
  });
});
