import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readItem } from "../../store/catalogue.ts";
import { endpoint } from "../endpoint.ts";
import { item, itemView } from "../views/catalogue.ts";

export default endpoint({
  method: "GET",
  path: "/v1/catalogue/:item",
  tag: "Catalogue",
  permission: "catalogue:read",
  member: {},
  summary: "Read an item of the catalogue",
  params: z.object({ item: z.string() }),
  response: item,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readItem(workspaceId, db, params.item);
      if (row === null) throw notFound("catalogue item");
      return itemView(row);
    }),
});
