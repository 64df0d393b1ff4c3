import { z } from "zod";
import { listKeys } from "../../store/access.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { key, keyView } from "../views/key.ts";

export default endpoint({
  method: "GET",
  path: "/v1/keys",
  tag: "Keys",
  permission: "keys:read",
  summary: "List API keys",
  description: "Test keys are listed with a key of the sandbox.",
  query: z.strictObject(paging),
  response: listOf("Key", key),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listKeys(workspaceId, db, cursorOf("key", query));
      return pageOf(rows, query.limit, { view: keyView, cursor: (view) => view.id });
    }),
});
