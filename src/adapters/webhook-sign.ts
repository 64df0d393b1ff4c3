/** Signatures of outgoing webhooks, by the library that receivers verify them with. */
import { Webhook } from "standardwebhooks";
import type { SignWebhook } from "../flow/ports.ts";

export const signWebhook: SignWebhook = (secrets, { id, atMs, body }) =>
  secrets.map((secret) => new Webhook(secret).sign(id, new Date(atMs), body)).join(" ");
