import crypto from "node:crypto";
import { expect, test } from "vitest";
import { createCipher } from "./cipher.ts";

const secret = crypto.randomBytes(32);
const cipher = createCipher(secret);

test("what was sealed opens in its own place, and two seals of one text differ", () => {
  const sealed = cipher.seal("whsec_ä", "w|t|c|1");
  expect(cipher.open(sealed, "w|t|c|1")).toBe("whsec_ä");
  expect(cipher.seal("whsec_ä", "w|t|c|1")).not.toBe(sealed);
  expect(sealed).not.toContain("whsec");
});

test("it does not open in another place, under another secret, or with any bit changed", () => {
  const sealed = cipher.seal("text", "a");
  expect(() => cipher.open(sealed, "b")).toThrow();
  expect(() => createCipher(crypto.randomBytes(32)).open(sealed, "a")).toThrow("another secret");
  const [head, id, rest] = sealed.split(".") as [string, string, string];
  const bytes = Buffer.from(rest, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => cipher.open(`${head}.${id}.${changed.toString("base64url")}`, "a")).toThrow();
  }
});

test("after the secret changed, what is older still opens and what is new is under the new one", () => {
  const sealed = cipher.seal("text", "a");
  const next = createCipher(crypto.randomBytes(32), [secret]);
  expect(next.open(sealed, "a")).toBe("text");
  expect(() => cipher.open(next.seal("text", "a"), "a")).toThrow("another secret");
});
