import { z } from "zod";
import { listPlaces } from "../../store/case-offers.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { placeView, viewPlace } from "../views/case.ts";

export default endpoint({
  method: "GET",
  path: "/v1/places",
  tag: "Cases",
  permission: "cases:read",
  summary: "List the places that take cases",
  query: z.strictObject({ ...paging, program: z.string().max(64).optional() }),
  response: listOf("Place", placeView),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listPlaces(workspaceId, db, { ...cursorOf("plc", query), program: query.program ?? null });
      return pageOf(rows, query.limit, { view: viewPlace, cursor: (view) => view.id });
    }),
});
