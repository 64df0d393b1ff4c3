/** What reaches the outside, as tests have it: secrets sealed under the test's own, webhooks to this machine allowed. */
import { createCipher } from "../../src/adapters/cipher.ts";
import { parseAllowed } from "../../src/adapters/public-address.ts";
import { createOutgoing } from "../../src/adapters/safe-fetch.ts";
import { createMailMac } from "../../src/adapters/mail-mac.ts";
import { createMailRenderer } from "../../src/adapters/mail-render.ts";
import type { Cipher, MailMac, MailRenderer, Outgoing } from "../../src/flow/ports.ts";

export type Outside = { cipher: Cipher; outgoing: Outgoing; mailMac: MailMac; mailRenderer: MailRenderer };

export function outside(secret: Uint8Array): Outside {
  return {
    cipher: createCipher(secret),
    outgoing: createOutgoing({ allowed: [parseAllowed("127.0.0.0/8")] }),
    mailMac: createMailMac(secret),
    mailRenderer: createMailRenderer(),
  };
}
