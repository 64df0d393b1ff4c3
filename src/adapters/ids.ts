/** Identifiers and secrets from the operating system's CSPRNG. */
import crypto from "node:crypto";
import type { Ids } from "../flow/ports.ts";

/** Random bytes are drawn 4 kB at a time: one draw costs about 1 us whatever its size, a uuid needs 10 bytes. */
const POOL_BYTES = 4096;

/** `now` gives epoch milliseconds for the time prefix of version 7 uuids. */
export function createIds(now: () => number = Date.now): Ids {
  let pool = Buffer.alloc(0);
  let used = 0;
  const take = (n: number): Buffer => {
    if (used + n > pool.length) {
      pool = crypto.randomBytes(Math.max(POOL_BYTES, n));
      used = 0;
    }
    used += n;
    return pool.subarray(used - n, used);
  };
  return {
    uuid() {
      const time = Math.floor(now()).toString(16).padStart(12, "0");
      const random = Buffer.from(take(10));
      random[0] = 0x70 | (random[0]! & 0x0f);
      random[2] = 0x80 | (random[2]! & 0x3f);
      const hex = random.toString("hex");
      return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
    },
    // A copy: a caller's secret must not share memory with the next caller's.
    bytes: (n) => Uint8Array.from(take(n)),
  };
}
