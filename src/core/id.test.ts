import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { PREFIXES, derivedUuid, externalId, parseId, uuidOf } from "./id.ts";
import type { Digest, Prefix } from "./id.ts";
import { INSTANT_END, INSTANT_FIRST } from "./time.ts";

const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");
const prefixes = Object.values(PREFIXES);
const hex = fc.stringMatching(/^[0-9a-f]{32}$/);

describe("external ids", () => {
  test("every prefix is three letters and stands for one kind", () => {
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z]{3}$/);
  });

  test("parse reads back what externalId prints, for every prefix and uuid", () => {
    fc.assert(
      fc.property(fc.constantFrom<Prefix>(...prefixes), fc.uuid(), (prefix, uuid) => {
        const id = externalId(prefix, uuid);
        expect(id).toMatch(/^[a-z]{3}_[0-9a-f]{32}$/);
        expect(parseId(id)).toEqual({ prefix, uuid });
        expect(uuidOf(prefix, id)).toBe(uuid);
        expect(uuidOf(prefix === "per" ? "rwd" : "per", id)).toBeNull();
      }),
      runs(1000),
    );
  });

  test.each([
    "",
    "per_",
    "per_0192f0c1",
    "PER_0192f0c1a2b37c4d8e5f60718293a4b5",
    "per_0192F0C1a2b37c4d8e5f60718293a4b5",
    "xyz_0192f0c1a2b37c4d8e5f60718293a4b5",
    "per-0192f0c1a2b37c4d8e5f60718293a4b5",
    "per_0192f0c1a2b37c4d8e5f60718293a4b5 ",
    "per_0192f0c1-a2b3-7c4d-8e5f-60718293a4b5",
    "per_0192f0c1a2b37c4d8e5f60718293a4bg",
    "__p_0192f0c1a2b37c4d8e5f60718293a4b5",
  ])("%j is no id", (text) => {
    expect(parseId(text)).toBeNull();
  });
});

describe("derivedUuid", () => {
  test("has the layout of a uuid, version 8, and sorts by its instant", () => {
    const instant = fc.integer({ min: INSTANT_FIRST, max: INSTANT_END });
    fc.assert(
      fc.property(hex, hex, instant, instant, (a, b, early, late) => {
        const uuid = derivedUuid(a, early);
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toBe(early);
        expect(derivedUuid(a, early)).toBe(uuid);
        if (early < late) expect(uuid < derivedUuid(b, late)).toBe(true);
      }),
      runs(1000),
    );
  });

  test("100,000 keys of one millisecond give 100,000 uuids", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(derivedUuid(sha256(`order:${i}`), 1_763_719_200_000));
    expect(seen.size).toBe(100_000);
  });

  test("every digest bit it uses changes the uuid", () => {
    const base = "0".repeat(32);
    for (const i of [0, 1, 2, 3, 4, 10, 18]) {
      expect(derivedUuid(`${base.slice(0, i)}1${base.slice(i + 1)}`, 0)).not.toBe(derivedUuid(base, 0));
    }
  });

  test("a short or upper-case digest, and what is no instant, throws", () => {
    expect(() => derivedUuid("ab", 0)).toThrow(RangeError);
    expect(() => derivedUuid("A".repeat(32), 0)).toThrow(RangeError);
    for (const at of [-1, 1.5, Number.NaN, 2 ** 48]) expect(() => derivedUuid("0".repeat(32), at)).toThrow(RangeError);
  });
});
