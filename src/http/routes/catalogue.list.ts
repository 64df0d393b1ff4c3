import { z } from "zod";
import { listItems } from "../../store/catalogue.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { item, itemView } from "../views/catalogue.ts";

export default endpoint({
  method: "GET",
  path: "/v1/catalogue",
  tag: "Catalogue",
  permission: "catalogue:read",
  member: {},
  summary: "List what may be had for points or credit",
  query: z.strictObject({ ...paging, active: z.enum(["true", "false"]).optional() }),
  response: listOf("CatalogueItem", item),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const active = query.active === undefined ? null : query.active === "true";
      const rows = await listItems(workspaceId, db, { ...cursorOf("itm", query), active });
      return pageOf(rows, query.limit, { view: itemView, cursor: (view) => view.id });
    }),
});
