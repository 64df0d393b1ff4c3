import { z } from "zod";
import { listEndpoints } from "../../store/webhooks.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { webhook, webhookView } from "../views/webhook.ts";

export default endpoint({
  method: "GET",
  path: "/v1/webhooks",
  tag: "Webhooks",
  permission: "webhooks:read",
  summary: "List webhook endpoints",
  query: z.strictObject(paging),
  response: listOf("Webhook", webhook),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listEndpoints(workspaceId, db, cursorOf("whk", query));
      return pageOf(rows, query.limit, { view: webhookView, cursor: (view) => view.id });
    }),
});
