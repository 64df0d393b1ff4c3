/** The keyed function that seals tokens in mails, under a key of its own made of the installation's secret. */
import crypto from "node:crypto";
import type { MailMac } from "../flow/ports.ts";

export function createMailMac(secret: Uint8Array): MailMac {
  const key = Buffer.from(crypto.hkdfSync("sha256", secret, "", "grapevine tokens in mails", 32));
  return (text) => crypto.createHmac("sha256", key).update(text).digest();
}
