import crypto from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeClickId, readClickId } from "../core/click.ts";
import { createClickMac } from "./click-mac.ts";

test("the click key's function is HMAC-SHA-256 under a key derived from the secret, for every message that fits", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.uint8Array({ maxLength: 64 }), (secret, message) => {
      const key = crypto.createHmac("sha256", secret).update("click id").digest();
      expect([...createClickMac(secret)(message)]).toEqual([...crypto.createHmac("sha256", key).update(message).digest()]);
    }),
  );
});

test("two processes with one secret read each other's clicks, another secret reads none", () => {
  const click = { link: crypto.randomUUID(), at: 1_795_000_000_000, nonce: 4_000_000_000 };
  const id = makeClickId(click, createClickMac(Buffer.alloc(32, 1)));
  expect(readClickId(id, createClickMac(Buffer.alloc(32, 1)))).toEqual(click);
  expect(readClickId(id, createClickMac(Buffer.alloc(32, 2)))).toBeNull();
});
