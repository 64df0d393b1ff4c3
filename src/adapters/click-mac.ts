/** The keyed function that seals click ids (core/click.ts). */
import crypto from "node:crypto";
import type { Mac } from "../core/click.ts";

const BLOCK = 64;
const DIGEST = 32;

/**
 * HMAC-SHA-256 under a key of its own, derived from the installation's secret: all processes that share the secret read each other's
 * click ids, and no other use of the secret ever sees the same key. The returned bytes are overwritten by the next call.
 *
 * HMAC is put together from two one-shot hashes whose digests come out as "binary" (latin1) text: that is 0.3 us a hash against 1.7 us for
 * a Buffer (the Buffer is what costs) and 2.4 to 11 us for createHmac. Every redirect seals one id with two calls.
 */
export function createClickMac(secret: Uint8Array): Mac {
  const key = crypto.createHmac("sha256", secret).update("click id").digest();
  const inner = Buffer.alloc(BLOCK + DIGEST * 2, 0x36);
  const outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
  key.forEach((byte, i) => {
    inner[i] = 0x36 ^ byte;
    outer[i] = 0x5c ^ byte;
  });
  const result = Buffer.alloc(DIGEST);
  // Views by length: a message is 27 or 11 bytes, and a new view costs as much as half a hash.
  const views = new Map<number, Buffer>();
  return (message) => {
    if (message.length > DIGEST * 2) throw new RangeError(`A click's message has at most 64 bytes, got ${message.length}.`);
    let view = views.get(message.length);
    if (view === undefined) views.set(message.length, (view = inner.subarray(0, BLOCK + message.length)));
    view.set(message, BLOCK);
    outer.write(crypto.hash("sha256", view, "binary"), BLOCK, "latin1");
    result.write(crypto.hash("sha256", outer, "binary"), "latin1");
    return result;
  };
}
