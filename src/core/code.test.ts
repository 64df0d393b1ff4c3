import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { CODE_ALPHABET, CODE_BYTES, CODE_LENGTH, codeFromBytes, isReserved, normaliseCode, vanityProblem } from "./code.ts";

/** Each Latin capital with letters of other scripts and styles that people take for it; written apart from the table under test. */
const DISGUISES: Record<string, string[]> = {
  A: ["\u0410", "\u0391", "\uff21", "\u{1d400}"],
  B: ["\u0412", "\u0392", "\uff22"],
  E: ["\u0415", "\u0395"],
  H: ["\u041d", "\u0397"],
  I: ["\u0406", "\u0399", "\u2160"],
  J: ["\u0408", "\uff2a"],
  K: ["\u041a", "\u039a", "\u212a"],
  M: ["\u041c", "\u039c", "\u216f"],
  N: ["\u039d", "\uff2e"],
  O: ["\u041e", "\u039f"],
  P: ["\u0420", "\u03a1"],
  S: ["\u0405", "\uff33"],
  T: ["\u0422", "\u03a4"],
  X: ["\u0425", "\u03a7", "\u2169"],
  Y: ["\u0423", "\u03a5"],
  C: ["\u0421", "\uff23"],
  Z: ["\u0396"],
  Q: ["\u051a"],
  W: ["\u051c"],
  2: ["\uff12", "\u00b2", "\u{1d7d0}"],
  7: ["\uff17", "\u2077"],
};
const SEPARATORS = ["", "", "", " ", "-", "\u2011", "\u2013", "\u00a0", "_", "\u200b", "\u00ad", "\ufeff", "\t"];

const letters = fc.array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), { minLength: 3, maxLength: 20 });

describe("the alphabet", () => {
  test("31 different upper-case letters and digits, none of 0 O 1 I L", () => {
    expect(new Set(CODE_ALPHABET).size).toBe(31);
    expect(CODE_ALPHABET).toMatch(/^[2-9A-HJKMNP-Z]{31}$/);
  });

  test("every letter is given by exactly 8 of the 256 values of a byte: no bias by construction", () => {
    const given = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = codeFromBytes(Uint8Array.of(byte), 1);
      if (letter !== undefined) given.set(letter, (given.get(letter) ?? 0) + 1);
    }
    expect([...given.values()]).toEqual(Array(31).fill(8));
  });

  test("bytes that give too few letters give no code, not a short one", () => {
    expect(codeFromBytes(new Uint8Array(9))).toBeUndefined();
    expect(codeFromBytes(new Uint8Array(24).fill(255))).toBeUndefined();
    expect(codeFromBytes(new Uint8Array(10))).toBe("2222222222");
  });
});

describe("P14", () => {
  const p14 = announced("P14", 2000);

  test("normalise is idempotent for any text of any script", () => {
    const odd = fc.constantFrom(..."\u0390\u0149\u1fb7\ufb03\ufdfa\u0130\u0131\u1e9e\u00df\u0399\u0308\u0345\u01f0");
    const mixed = fc.array(odd).map((list) => list.join(""));
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string(), mixed);
    fc.assert(
      fc.property(text, (value) => {
        const once = normaliseCode(value);
        expect(normaliseCode(once)).toBe(once);
      }),
      p14,
    );
  });

  test("normalise is idempotent for every code point of the planes that hold letters, alone and after a letter", () => {
    for (let point = 0; point < 0x30000; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      for (const text of [letter, `A${letter}`]) {
        const once = normaliseCode(text);
        if (normaliseCode(once) !== once) expect.fail(`U+${point.toString(16)}: ${JSON.stringify(once)}`);
      }
    }
  });

  test("case, look-alike letters, full-width digits, spaces and hyphens do not change the key", () => {
    const disguise = (letter: string): fc.Arbitrary<string> =>
      fc.constantFrom(letter, letter.toLowerCase(), ...(DISGUISES[letter] ?? []));
    const gap = fc.constantFrom(...SEPARATORS);
    const typing = (plain: string[]): fc.Arbitrary<string> =>
      fc.tuple(...plain.map((letter) => fc.tuple(disguise(letter), gap).map((two) => two.join("")))).map((list) => list.join(""));
    const disguised = letters.chain((plain) => fc.record({ plain: fc.constant(plain.join("")), typed: typing(plain) }));
    fc.assert(
      fc.property(disguised, ({ plain, typed }) => {
        expect(normaliseCode(typed)).toBe(plain);
        expect(normaliseCode(typed.toLowerCase())).toBe(plain);
        expect(normaliseCode(typed.toUpperCase())).toBe(plain);
        expect(normaliseCode(typed.normalize("NFD"))).toBe(plain);
      }),
      p14,
    );
  });

  test("generated codes are valid, their own key, of the asked length, and never a reserved word", () => {
    const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 3, max: 12 }), (drawn, length) => {
        const code = codeFromBytes(drawn, length);
        if (code === undefined) return;
        expect(code).toHaveLength(length);
        expect(normaliseCode(code)).toBe(code);
        expect(vanityProblem(code)).toBeUndefined();
        expect(isReserved(code)).toBe(false);
      }),
      p14,
    );
    // A draw that spells a reserved word is thrown away.
    const spelling = (word: string): Uint8Array => Uint8Array.from([...word].map((letter) => CODE_ALPHABET.indexOf(letter)));
    expect(codeFromBytes(spelling("PAY"), 3)).toBeUndefined();
    expect(codeFromBytes(spelling("SHARE"), 5)).toBeUndefined();
    expect(codeFromBytes(spelling("SHARED"), 6)).toBe("SHARED");
  });

  test("chi-square: 200,000 letters of 20,000 codes from the CSPRNG are uniform, over all and at each of the ten places", () => {
    const draws = 20_000;
    const places = Array.from({ length: CODE_LENGTH }, () => new Map<string, number>());
    const seen = new Set<string>();
    for (let i = 0; i < draws; i++) {
      const code = codeFromBytes(randomBytes(CODE_BYTES)) ?? expect.fail("a draw of 24 bytes gave no code");
      seen.add(code);
      [...code].forEach((letter, place) => places[place]?.set(letter, (places[place].get(letter) ?? 0) + 1));
    }
    const chi = (counts: (letter: string) => number, total: number): number =>
      [...CODE_ALPHABET].reduce((sum, letter) => sum + (counts(letter) - total / 31) ** 2 / (total / 31), 0);
    const all = chi((letter) => places.reduce((sum, place) => sum + (place.get(letter) ?? 0), 0), draws * CODE_LENGTH);
    const worst = Math.max(...places.map((place) => chi((letter) => place.get(letter) ?? 0, draws)));
    console.log(`P14 chi-square df=30 all=${all.toFixed(1)} worst place=${worst.toFixed(1)} (refused above 90, p = 7e-8)`);
    expect(Math.max(all, worst)).toBeLessThan(90);
    expect(seen.size).toBe(draws);
  });
});

describe("vanity codes", () => {
  test.each([
    ["BEN20", undefined],
    ["summer-sale_2026", undefined],
    ["abc", undefined],
    ["x".repeat(40), undefined],
    ["ab", "code_too_short"],
    ["", "code_too_short"],
    ["a-b", "code_too_short"],
    ["x".repeat(41), "code_too_long"],
    ["-abc", "code_characters"],
    ["abc_", "code_characters"],
    ["a b c", "code_characters"],
    ["a/b/c", "code_characters"],
    ["a.bc", "code_characters"],
    ["caf\u00e9", "code_characters"],
    ["\u0410\u0412\u0421", "code_characters"],
    ["<script>", "code_characters"],
    ["admin", "code_reserved"],
    ["Ad-Min", "code_reserved"],
    ["ADM1N", "code_reserved"],
    ["L0GIN", "code_reserved"],
    ["api", "code_reserved"],
    ["app", "code_reserved"],
    ["docs", "code_reserved"],
    ["health", "code_reserved"],
    ["well-known", "code_reserved"],
    ["administrators", undefined],
  ])("%j: %s", (text, problem) => {
    expect(vanityProblem(text)).toBe(problem);
  });

  test("O and 0, I, L and 1 stay apart in the key: what an owner chose is what is printed", () => {
    expect(["OSCAR10", "0SCAR10", "LILI", "1I1I"].map(normaliseCode)).toEqual(["OSCAR10", "0SCAR10", "LILI", "1I1I"]);
  });

  test("letters that fit no code are kept, so that a foreign text never becomes somebody else's code", () => {
    expect(normaliseCode("ЖBEN20")).toBe("ЖBEN20");
    expect(normaliseCode("BEN20!")).toBe("BEN20!");
    expect(normaliseCode("бен20")).not.toBe("BEN20");
  });
});
