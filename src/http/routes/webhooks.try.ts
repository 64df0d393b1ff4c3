import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { deliveryView, findDelivery, findWebhook, webhookDelivery } from "../views/webhook.ts";

export default endpoint({
  method: "POST",
  path: "/v1/webhooks/:webhook/test",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Send a test event",
  description: "Of type `webhook.test`, signed and tried like any other. Ask for the delivery to see what came of it.",
  params: z.object({ webhook: z.string() }),
  response: webhookDelivery,
  async handler({ params, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    const { deliveryId } = await services.webhooks.test(byOf(caller), id);
    return await read(async (workspaceId, db) => deliveryView(await findDelivery(workspaceId, db, externalId("dlv", deliveryId))));
  },
});
