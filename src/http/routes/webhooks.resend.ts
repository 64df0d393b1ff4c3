import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { deliveryDetailView, findDelivery, webhookDeliveryDetail } from "../views/webhook.ts";

export default endpoint({
  method: "POST",
  path: "/v1/webhooks/deliveries/:delivery/resend",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Send a delivery again",
  description: "Whatever became of it: with the same `webhook-id` and body, and all its tries.",
  params: z.object({ delivery: z.string() }),
  response: webhookDeliveryDetail,
  async handler({ params, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findDelivery(workspaceId, db, params.delivery));
    await services.webhooks.resend(byOf(caller), id);
    return await read(async (workspaceId, db) => deliveryDetailView(await findDelivery(workspaceId, db, params.delivery)));
  },
});
