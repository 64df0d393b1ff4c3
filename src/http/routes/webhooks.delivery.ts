import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { deliveryDetailView, findDelivery, webhookDeliveryDetail } from "../views/webhook.ts";

export default endpoint({
  method: "GET",
  path: "/v1/webhooks/deliveries/:delivery",
  tag: "Webhooks",
  permission: "webhooks:read",
  summary: "Get a delivery: what is sent, and every try",
  description: "Of what a receiver answers only the status is kept.",
  params: z.object({ delivery: z.string() }),
  response: webhookDeliveryDetail,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => deliveryDetailView(await findDelivery(workspaceId, db, params.delivery))),
});
