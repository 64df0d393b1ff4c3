/**
 * Whether a webhook comes from who holds the secret, by each provider's own scheme over the bytes as they came. A body that was parsed and
 * written again is another body. Comparing takes the same time whatever is wrong.
 */
import type { Provider } from "./commerce.ts";

/** HMAC-SHA-256 of `text` and then `body` under a secret, in hex or base64. */
export type HookMac = (secret: string, message: { text: string; body: Uint8Array; form: "hex" | "base64" }) => string;
export type Signed = {
  header(name: string): string | undefined;
  body: Uint8Array;
  /** The present secret, and the former one while it is still good. */
  secrets: readonly string[];
  /** Epoch milliseconds on the database's clock. */
  now: number;
};
export type SignatureProblem = "signature_missing" | "signature_malformed" | "signature_wrong" | "signature_stale";

/** How far Stripe's instant may lie from ours, either way. Milliseconds. */
export const TOLERANCE = 5 * 60_000;

/** Null when the signature is good. */
export function signatureProblem(provider: Provider, signed: Signed, mac: HookMac): SignatureProblem | null {
  if (provider === "stripe") return stripeProblem(signed, mac);
  const given = signed.header(provider === "shopify" ? "x-shopify-hmac-sha256" : "x-wc-webhook-signature");
  if (given === undefined) return "signature_missing";
  if (!/^[A-Za-z0-9+/]{43}=$/.test(given)) return "signature_malformed";
  return isAny(signed, mac, { text: "", form: "base64", given: [given] }) ? null : "signature_wrong";
}

/** `t=<seconds>,v1=<hex>,v1=<hex>,v0=...`: any v1 will do, v0 never; an unsigned instant could not be believed. */
function stripeProblem(signed: Signed, mac: HookMac): SignatureProblem | null {
  const header = signed.header("stripe-signature");
  if (header === undefined) return "signature_missing";
  const parts = header.split(",").map((part) => part.trim().split("=", 2) as [string, string?]);
  const times = parts.filter(([key]) => key === "t");
  const given = parts.flatMap(([key, value]) => (key === "v1" && value !== undefined && /^[0-9a-f]{64}$/.test(value) ? [value] : []));
  const time = times[0]?.[1] ?? "";
  if (times.length !== 1 || !/^[1-9]\d{0,10}$/.test(time) || given.length === 0 || given.length > 20) return "signature_malformed";
  if (!isAny(signed, mac, { text: `${time}.`, form: "hex", given })) return "signature_wrong";
  return Math.abs(signed.now - Number(time) * 1000) > TOLERANCE ? "signature_stale" : null;
}

/** Every secret against every signature, also after one was found. */
function isAny(signed: Signed, mac: HookMac, of: { text: string; form: "hex" | "base64"; given: readonly string[] }): boolean {
  let found = false;
  for (const secret of signed.secrets) {
    const expected = mac(secret, { text: of.text, body: signed.body, form: of.form });
    for (const given of of.given) found = isSame(expected, given) || found;
  }
  return found;
}

function isSame(expected: string, given: string): boolean {
  let different = expected.length ^ given.length;
  for (let i = 0; i < expected.length; i++) different |= expected.charCodeAt(i) ^ (given.charCodeAt(i) || 0);
  return different === 0;
}
