import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook } from "../views/webhook.ts";

export default endpoint({
  method: "POST",
  path: "/v1/webhooks/:webhook/resend",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Send everything again that a webhook endpoint did not get",
  description: "All dead letters of the endpoint, each once.",
  params: z.object({ webhook: z.string() }),
  response: z.object({ id: z.string(), resent: z.number().int() }).meta({ id: "WebhookResent" }),
  async handler({ params, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findWebhook(workspaceId, db, params.webhook));
    return { id: params.webhook, ...(await services.webhooks.resendDead(byOf(caller), id)) };
  },
});
