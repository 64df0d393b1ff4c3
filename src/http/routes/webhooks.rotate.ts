import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook, webhook, webhookView } from "../views/webhook.ts";

const HOUR_MS = 3_600_000;

export default endpoint({
  method: "POST",
  path: "/v1/webhooks/:webhook/rotate",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Give a webhook endpoint a new secret",
  description: "Until the overlap ends everything is signed with both, so that the receiver can change over in between.",
  idempotent: "shown_once",
  params: z.object({ webhook: z.string() }),
  body: z.strictObject({ overlap_hours: z.number().int().min(0).max(168).default(24) }).meta({ id: "WebhookRotation" }),
  response: webhook.extend({ secret: z.string() }).meta({ id: "RotatedWebhook" }),
  async handler({ params, body, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    const { secret } = await services.webhooks.rotate(byOf(caller), { id, overlapMs: body.overlap_hours * HOUR_MS });
    return { ...(await read(async (ws, db) => webhookView(await findWebhook(ws, db, params.webhook)))), secret };
  },
});
