import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/support/seeds.ts";
import type { Digest } from "../id.ts";
import { canonicalJson, fingerprint } from "./fingerprint.ts";

const keyed = (key: string): Digest => (text) => createHmac("sha256", key).update(text).digest("hex");

/** The same content with the members of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reordered(member)]));
}

describe("canonicalJson", () => {
  test("is JSON of the same value, and the same text for every order of members", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reordered(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      runs(2000),
    );
  });

  test("different contents give different texts", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        if (canonicalJson(a) === canonicalJson(b)) expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
      }),
      runs(2000),
    );
  });

  test.each<[unknown, string]>([
    [{ b: 1, a: { d: [3, { z: 1, y: 2 }], c: null } }, '{"a":{"c":null,"d":[3,{"y":2,"z":1}]},"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [[undefined, Number.NaN, -0, 1e21], "[null,null,0,1e+21]"],
    ['quote " back \\ tab \t é \u2028 \ud800', JSON.stringify('quote " back \\ tab \t é \u2028 \ud800')],
    [{ 10: 1, 9: 2, a: 3, B: 4, "é": 5 }, '{"10":1,"9":2,"B":4,"a":3,"é":5}'],
    [JSON.parse('{"__proto__":{"x":1},"a":1}'), '{"__proto__":{"x":1},"a":1}'],
  ])("%#", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test("what is no JSON data, and nesting past 100 levels, throws", () => {
    expect(() => canonicalJson({ a: 1n })).toThrow(TypeError);
    expect(() => canonicalJson([() => 1])).toThrow(TypeError);
    const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
    expect(canonicalJson(deep(100))).toHaveLength(200);
    expect(() => canonicalJson(deep(101))).toThrow(RangeError);
  });
});

describe("fingerprint", () => {
  test("equal content is equal under one key and unlinkable under another", () => {
    const event = { type: "purchase", order: { id: "4711", total: 8000 } };
    const again = { order: { total: 8000, id: "4711" }, type: "purchase" };
    expect(fingerprint(event, keyed("a"))).toBe(fingerprint(again, keyed("a")));
    expect(fingerprint(event, keyed("a"))).not.toBe(fingerprint(event, keyed("b")));
    expect(fingerprint(event, keyed("a"))).not.toBe(fingerprint({ ...event, order: { id: "4711", total: 8001 } }, keyed("a")));
  });
});
