import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook, webhook, webhookTypes, webhookVersion, webhookView } from "../views/webhook.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/webhooks/:webhook",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Change a webhook endpoint",
  description: "What is left out stays as it is. What waits to be tried again goes to the new address.",
  params: z.object({ webhook: z.string() }),
  body: z
    .strictObject({
      url: z.string().min(1).max(2_000).optional(),
      description: z.string().max(200).optional(),
      types: webhookTypes.optional(),
      version: webhookVersion.optional(),
    })
    .meta({ id: "WebhookChange" }),
  response: webhook,
  async handler({ params, body, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    await services.webhooks.change(byOf(caller), { id, ...given });
    return await read(async (workspaceId, db) => webhookView(await findWebhook(workspaceId, db, params.webhook)));
  },
});
