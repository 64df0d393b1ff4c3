import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { Refusal } from "../flow/refusal.ts";
import { MAX_DEPTH, parseJson } from "./json.ts";

const code = (bytes: Uint8Array | string): string => {
  try {
    parseJson(Buffer.from(bytes));
    return "fine";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe("parseJson", () => {
  test("reads what JSON.parse reads, for any value and any spacing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: "medium" }), fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        if (/__proto__|"constructor"/.test(text)) return;
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
      announced("json", 2000),
    );
  });

  test("any bytes are a value or a refusal, never another error", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: "binary" }).map((text) => Buffer.from(`{"a":"${text}"}`)),
        ),
        (bytes) => {
          expect(["fine", "json_invalid", "encoding_invalid", "body_missing", "key_forbidden", "nesting_too_deep"]).toContain(code(bytes));
        },
      ),
      announced("bytes", 2000),
    );
  });

  test("brackets inside strings, behind escaped quotes and backslashes, are no nesting", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("[", "{", '"', "\\", "a", "]"), maxLength: 300 }), (text) => {
        expect(parseJson(Buffer.from(JSON.stringify({ text })))).toEqual({ text });
      }),
      announced("brackets", 2000),
    );
  });

  test(`nests ${MAX_DEPTH} levels and no more, and a byte order mark is no fault`, () => {
    const nested = (n: number): string => "[".repeat(n) + "]".repeat(n);
    expect([code(nested(MAX_DEPTH)), code(nested(MAX_DEPTH + 1)), code("\ufeff{}")]).toEqual(["fine", "nesting_too_deep", "fine"]);
  });

  test("says where the encoding breaks, and never quotes the body", () => {
    expect(() => parseJson(Buffer.concat([Buffer.from('{"name":"Zoë'), Buffer.from([0xff])]))).toThrow(/Byte 13 /);
    expect(() => parseJson(Buffer.from('{"email":"ann@example.com",}'))).toThrow(/character 27/);
    expect(() => parseJson(Buffer.from('{"email":"ann@example.com",}'))).not.toThrow(/ann@/);
  });
});
