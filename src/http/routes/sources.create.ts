import { z } from "zod";
import { PROVIDERS } from "../../core/ingest/commerce.ts";
import { readSource } from "../../store/sources.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { source, sourceOptions, sourceView } from "../views/source.ts";

export default endpoint({
  method: "POST",
  path: "/v1/sources",
  tag: "Sources",
  permission: "sources:write",
  summary: "Connect a shop",
  description:
    "Give the secret that the provider signs its webhooks with, and give the provider the `url` of the answer. With a test key the " +
    "source belongs to the sandbox and takes test orders too.",
  body: z
    .strictObject({
      provider: z.enum(PROVIDERS),
      name: z.string().min(1).max(100).default("Shop"),
      secret: z
        .string()
        .min(8)
        .max(255)
        .regex(/^[\x21-\x7e]+$/, "Copy the secret as the provider shows it, without blanks.")
        .describe("Stripe: whsec_...; Shopify: the app's client secret, or the one under Notifications; WooCommerce: the webhook's."),
      options: sourceOptions.prefault({}),
    })
    .meta({ id: "SourceWrite" }),
  response: source,
  status: 201,
  async handler({ body, caller, services, read, request }) {
    const { sourceId } = await services.createSource(byOf(caller), body);
    return await read(async (workspaceId, db) => sourceView((await readSource(workspaceId, db, sourceId))!, request.server.gv.publicUrl));
  },
});
