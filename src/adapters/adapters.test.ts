import crypto from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHashes } from "./hashes.ts";
import { createIds } from "./ids.ts";
import { createLog } from "./log.ts";

describe("hashes", () => {
  test("keyed is HMAC-SHA-256 cut to 128 bits, for any secret and text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.string({ unit: "binary" }), (secret, text) => {
        const expected = crypto.createHmac("sha256", secret).update(Buffer.from(text)).digest("hex").slice(0, 32);
        expect(createHashes(secret).keyed(text)).toBe(expected);
      }),
    );
  });

  test("two secrets give two keyed hashes and the same digest", () => {
    const [a, b] = [createHashes(Buffer.from("a")), createHashes(Buffer.from("b"))];
    expect(a.keyed("text")).not.toBe(b.keyed("text"));
    expect(a.digest("text")).toBe(b.digest("text"));
  });
});

describe("ids", () => {
  test("10,000 uuids of one millisecond differ, are version 7 and carry their instant", () => {
    const ids = createIds(() => 1_795_000_000_000);
    const made = new Set(Array.from({ length: 10_000 }, () => ids.uuid()));
    expect(made.size).toBe(10_000);
    for (const id of made) expect(id).toMatch(/^01a1ee56-5e00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("bytes that were handed out never change", () => {
    const ids = createIds();
    const first = ids.bytes(32);
    const copy = [...first];
    for (let i = 0; i < 1000; i++) ids.bytes(32);
    expect([...first]).toEqual(copy);
    expect(ids.bytes(10_000)).toHaveLength(10_000);
  });
});

describe("log", () => {
  test("a value with a line break stays on its line, and lines below the level are not written", () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) }, "warn", () => 0);
    log.info("quiet");
    log.warn("loud", { value: 'a\n{"level":"error"}' });
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd()).not.toContain("\n");
    expect(JSON.parse(lines[0]!)).toMatchObject({ time: "1970-01-01T00:00:00.000Z", level: "warn", message: "loud" });
  });
});
