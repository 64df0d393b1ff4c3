/** What reaches the outside, as tests have it: secrets sealed under the test's own, webhooks to this machine allowed. */
import { createCipher } from "../../src/adapters/cipher.ts";
import { parseAllowed } from "../../src/adapters/public-address.ts";
import { createOutgoing } from "../../src/adapters/safe-fetch.ts";
import type { Cipher, Outgoing } from "../../src/flow/ports.ts";

export function outside(secret: Uint8Array): { cipher: Cipher; outgoing: Outgoing } {
  return { cipher: createCipher(secret), outgoing: createOutgoing({ allowed: [parseAllowed("127.0.0.0/8")] }) };
}
