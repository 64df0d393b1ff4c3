import { z } from "zod";
import { listDeliveries } from "../../store/webhook-deliveries.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { deliveryView, findWebhook, webhookDelivery } from "../views/webhook.ts";

export default endpoint({
  method: "GET",
  path: "/v1/webhooks/:webhook/deliveries",
  tag: "Webhooks",
  permission: "webhooks:read",
  summary: "List what was sent to a webhook endpoint, and what waits or was given up",
  params: z.object({ webhook: z.string() }),
  query: z.strictObject({ ...paging, status: z.enum(["waiting", "delivered", "dead"]).optional(), type: z.string().max(64).optional() }),
  response: listOf("WebhookDelivery", webhookDelivery),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const { id: endpointId } = await findWebhook(workspaceId, db, params.webhook);
      const filter = { ...cursorOf("dlv", query), endpointId, status: query.status ?? null, type: query.type ?? null };
      const rows = await listDeliveries(workspaceId, db, filter);
      return pageOf(rows, query.limit, { view: deliveryView, cursor: (view) => view.id });
    }),
});
