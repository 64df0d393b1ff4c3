import { z } from "zod";
import { listAdjustments } from "../../store/adjustments.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { ADJUSTMENT_STATES, adjustment, adjustmentView } from "../views/money.ts";

export default endpoint({
  method: "GET",
  path: "/v1/adjustments",
  tag: "Adjustments",
  permission: "adjustments:read",
  summary: "Changes of balances by hand, done and proposed",
  query: z.strictObject({ ...paging, state: z.enum(ADJUSTMENT_STATES).optional(), person: z.string().optional() }),
  response: listOf("Adjustment", adjustment),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listAdjustments(workspaceId, db, { ...cursorOf("adj", query), state: query.state ?? null, personId });
      return pageOf(rows, query.limit, { view: adjustmentView, cursor: (view) => view.id });
    }),
});
