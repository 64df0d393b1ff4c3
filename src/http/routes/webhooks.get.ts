import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findWebhook, webhook, webhookView } from "../views/webhook.ts";

export default endpoint({
  method: "GET",
  path: "/v1/webhooks/:webhook",
  tag: "Webhooks",
  permission: "webhooks:read",
  summary: "Get a webhook endpoint",
  params: z.object({ webhook: z.string() }),
  response: webhook,
  handler: ({ params, read }) => read(async (workspaceId, db) => webhookView(await findWebhook(workspaceId, db, params.webhook))),
});
