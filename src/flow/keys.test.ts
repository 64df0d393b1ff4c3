import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIds } from "../adapters/ids.ts";
import { makeKey, readKey } from "./keys.ts";

const ids = createIds();

describe("API keys", () => {
  test("a key reads back as its kind and its hash, and 2,000 of them differ", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const kind = (["secret", "publishable", "test"] as const)[i % 3]!;
      const key = makeKey(kind, ids);
      expect(key.text).toMatch(/^gv_(live|pub|test)_[0-9A-Za-z]{49}$/);
      expect(readKey(key.text)).toEqual({ kind, hash: key.hash });
      seen.add(key.text);
    }
    expect(seen.size).toBe(2000);
  });

  test("one letter changed, dropped, doubled or swapped with its neighbour is no key", () => {
    const { text } = makeKey("secret", ids);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom("change", "drop", "double", "swap"), (at, how) => {
        const letter = text[at]!;
        const other = letter === "x" ? "y" : "x";
        const before = text.slice(0, at);
        const after = text.slice(at + 1);
        const next = after[0] ?? letter;
        const wrong = {
          change: before + other + after,
          drop: before + after,
          double: before + letter + letter + after,
          swap: before + next + letter + after.slice(1),
        }[how];
        if (wrong !== text) expect(readKey(wrong)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test("the extremes of 32 bytes have the same length as any other", () => {
    for (const fill of [0, 255]) {
      const key = makeKey("test", { uuid: () => "", bytes: (n) => new Uint8Array(n).fill(fill) });
      expect(key.text).toHaveLength("gv_test_".length + 49);
      expect(readKey(key.text)?.kind).toBe("test");
    }
  });
});
