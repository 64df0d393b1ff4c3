import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook, webhook, webhookView } from "../views/webhook.ts";

export default endpoint({
  method: "POST",
  path: "/v1/webhooks/:webhook/disable",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Turn a webhook endpoint off",
  description: "What waits for it becomes dead letters, which can be sent again when it is on.",
  params: z.object({ webhook: z.string() }),
  response: webhook,
  async handler({ params, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    await services.webhooks.switch(byOf(caller), { id, on: false });
    return await read(async (workspaceId, db) => webhookView(await findWebhook(workspaceId, db, params.webhook)));
  },
});
