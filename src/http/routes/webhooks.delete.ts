import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook } from "../views/webhook.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/webhooks/:webhook",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Delete a webhook endpoint",
  description: "Its deliveries go with it.",
  params: z.object({ webhook: z.string() }),
  response: z.object({ id: z.string(), deleted: z.literal(true) }),
  async handler({ params, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    await services.webhooks.remove(byOf(caller), id);
    return { id: params.webhook, deleted: true as const };
  },
});
