import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { findWebhook, webhook, webhookTypes, webhookVersion, webhookView } from "../views/webhook.ts";

export default endpoint({
  method: "POST",
  path: "/v1/webhooks",
  tag: "Webhooks",
  permission: "webhooks:write",
  summary: "Make a webhook endpoint",
  description:
    "It is told of what happens from now on, signed as Standard Webhooks 1.0.0 says. The secret is in this answer and nowhere else. Only " +
    "addresses on the public internet, ports 443 and 80, unless the installation allows others.",
  idempotent: "shown_once",
  body: z
    .strictObject({
      url: z.string().min(1).max(2_000),
      description: z.string().max(200).default(""),
      types: webhookTypes.default([]).describe("What it wants to hear of; everything when empty."),
      version: webhookVersion.optional(),
    })
    .meta({ id: "WebhookWrite" }),
  response: webhook.extend({ secret: z.string() }).meta({ id: "NewWebhook" }),
  status: 201,
  async handler({ body, caller, services, read }) {
    const { id, secret } = await services.webhooks.create(byOf(caller), { ...body, version: body.version ?? null });
    return { ...(await read(async (ws, db) => webhookView(await findWebhook(ws, db, externalId("whk", id))))), secret };
  },
});
