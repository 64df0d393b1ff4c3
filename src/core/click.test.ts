import crypto from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { makeClick, makeClickId, readClickId, touchIdOf } from "./click.ts";
import type { Click, Mac } from "./click.ts";

const macOf =
  (key: string): Mac =>
  (message) =>
    crypto.createHmac("sha256", key).update(message).digest();
const mac = macOf("one installation");

const clicks: fc.Arbitrary<Click> = fc.record({
  link: fc.uuid(),
  at: fc.oneof(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 })),
  nonce: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

describe("click id", () => {
  test("what was written is read, in 52 URL-safe characters", () => {
    fc.assert(
      fc.property(clicks, (click) => {
        const id = makeClickId(click, mac);
        expect(id).toMatch(/^clk_[A-Za-z0-9_-]{48}$/);
        expect(readClickId(id, mac)).toEqual(click);
      }),
      announced("click-id round trip", 1000),
    );
  });

  test("every one of its 288 sealed bits, when flipped, makes it nobody's click", () => {
    fc.assert(
      fc.property(clicks, (click) => {
        const id = makeClickId(click, mac);
        const sealed = Buffer.from(id.slice(4), "base64url");
        // All 288 bits of the 36 bytes, one at a time.
        for (let bit = 0; bit < sealed.length * 8; bit++) {
          const changed = Buffer.from(sealed);
          changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
          expect(readClickId(`clk_${changed.toString("base64url")}`, mac)).toBeNull();
        }
      }),
      announced("click-id bits", 100),
    );
  });

  test("every flipped bit of its text is refused, whatever letter it becomes", () => {
    fc.assert(
      fc.property(clicks, fc.nat(51), fc.nat(7), (click, at, bit) => {
        const id = makeClickId(click, mac);
        const changed = id.slice(0, at) + String.fromCharCode(id.charCodeAt(at) ^ (1 << bit)) + id.slice(at + 1);
        expect(readClickId(changed, mac)).toBeNull();
      }),
      announced("click-id text bits", 1000),
    );
  });

  test("another installation's key reads nothing", () => {
    fc.assert(
      fc.property(clicks, (click) => {
        expect(readClickId(makeClickId(click, mac), macOf("another installation"))).toBeNull();
      }),
      announced("click-id other key", 1000),
    );
  });

  test("any text at all is answered with null, not with an error", () => {
    const sealed = fc.uint8Array({ minLength: 36, maxLength: 36 }).map((bytes) => `clk_${Buffer.from(bytes).toString("base64url")}`);
    const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), sealed);
    fc.assert(
      fc.property(texts, (text) => {
        expect(readClickId(text, mac)).toBeNull();
      }),
      announced("click-id any text", 1000),
    );
    const good = makeClickId({ link: "0192f7a0-0000-7000-8000-000000000001", at: 1, nonce: 2 }, mac);
    for (const text of [`${good}A`, good.slice(0, -1), `${good}=`, ` ${good}`, good.replace("clk_", "CLK_"), ""])
      expect(readClickId(text, mac)).toBeNull();
  });

  test("tells neither the link nor the instant: the same link a millisecond later shares no run of 6 letters", () => {
    const link = crypto.randomUUID();
    const texts = [0, 1, 2, 3].map((nonce) => makeClickId({ link, at: 1_795_000_000_000 + (nonce & 1), nonce }, mac).slice(4));
    expect(new Set(texts).size).toBe(4);
    for (const text of texts) {
      expect(Buffer.from(text, "base64url").includes(Buffer.from(link.replaceAll("-", ""), "hex").subarray(0, 4))).toBe(false);
      for (const other of texts) {
        if (other === text) continue;
        for (let i = 0; i + 6 <= text.length; i++) expect(other).not.toContain(text.slice(i, i + 6));
      }
    }
  });

  test("values that do not fit are refused, never cut", () => {
    const link = crypto.randomUUID();
    for (const at of [-1, 0.5, 2 ** 48, Number.NaN]) expect(() => makeClickId({ link, at, nonce: 0 }, mac)).toThrow(RangeError);
    for (const nonce of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => makeClickId({ link, at: 0, nonce }, mac)).toThrow(RangeError);
    for (const bad of ["", link.toUpperCase().replace(/[0-9-]/g, "A"), `${link} `, link.replaceAll("-", "")]) {
      expect(() => makeClickId({ link: bad, at: 0, nonce: 0 }, mac)).toThrow(RangeError);
    }
  });
});

describe("touch id", () => {
  test("is a version 7 uuid of the click's instant, the same each time, another for another nonce", () => {
    fc.assert(
      fc.property(clicks, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (click, nonce) => {
        const id = touchIdOf(click);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(click.at);
        expect(touchIdOf({ ...click })).toBe(id);
        expect(makeClick(click, mac)).toEqual({ id: makeClickId(click, mac), touchId: id });
        if (nonce !== click.nonce) expect(touchIdOf({ ...click, nonce })).not.toBe(id);
      }),
      announced("touch id", 1000),
    );
  });
});
