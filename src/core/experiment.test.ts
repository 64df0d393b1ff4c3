import crypto from "node:crypto";
import { expect, test } from "vitest";
import { DEALT, cutRange, dealtTo, freeRange, mergePatch } from "./experiment.ts";

test("a merge patch adds, replaces and takes away as RFC 7396 says, and leaves its target alone", () => {
  const target = { a: "b", c: { d: "e", f: "g" }, list: [1, 2] };
  expect(mergePatch(target, { a: "z", c: { f: null }, list: [3] })).toEqual({ a: "z", c: { d: "e" }, list: [3] });
  expect(target).toEqual({ a: "b", c: { d: "e", f: "g" }, list: [1, 2] });
  expect(mergePatch({ a: "foo" }, null)).toBeNull();
  expect(mergePatch({}, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } });
  expect(mergePatch({ e: null }, { a: 1 })).toEqual({ e: null, a: 1 });
});

test("arms cut a stretch without gap or overlap, by weight, and share a layer without touching", () => {
  expect(cutRange({ first: 0, below: DEALT }, [1, 1, 1])).toEqual([
    { first: 0, below: 3333 },
    { first: 3333, below: 6667 },
    { first: 6667, below: 10_000 },
  ]);
  expect(cutRange({ first: 2000, below: 3000 }, [3, 1]).map((r) => r.below)).toEqual([2750, 3000]);
  expect(freeRange([], 4000)).toEqual({ first: 0, below: 4000 });
  expect(
    freeRange(
      [
        { first: 6000, below: 8000 },
        { first: 0, below: 4000 },
      ],
      2000,
    ),
  ).toEqual({ first: 4000, below: 6000 });
  expect(freeRange([{ first: 0, below: 4000 }], 7000)).toBeNull();
});

test("numbers are dealt evenly, the same for the same salt, and independently for another", () => {
  const digest = (text: string): string => crypto.hash("sha256", text, "hex");
  const people = Array.from({ length: 20_000 }, () => crypto.randomUUID());
  const counts = [0, 0, 0, 0];
  for (const id of people) {
    const half = (salt: string): number => (dealtTo(digest, salt, id) < DEALT / 2 ? 0 : 1);
    expect(half("a")).toBe(half("a"));
    const cell = half("a") * 2 + half("b");
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  // Five standard deviations of a quarter of 20,000.
  for (const count of counts) expect(Math.abs(count - 5000)).toBeLessThan(310);
});
