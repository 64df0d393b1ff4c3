/** HMAC-SHA-256 as the shops sign their webhooks with it: over the bytes as they came. */
import crypto from "node:crypto";
import type { HookMac } from "../core/ingest/hook-signature.ts";

export const hookMac: HookMac = (secret, { text, body, form }) =>
  crypto.createHmac("sha256", secret).update(text, "utf8").update(body).digest(form);
