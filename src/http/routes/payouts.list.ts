import { z } from "zod";
import { listBatches } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { batch, batchView } from "../views/ledger.ts";

export default endpoint({
  method: "GET",
  path: "/v1/payouts",
  tag: "Payouts",
  permission: "payouts:read",
  summary: "List payout batches",
  query: z.strictObject(paging),
  response: listOf("PayoutBatch", batch),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listBatches(workspaceId, db, cursorOf("bat", query));
      return pageOf(rows, query.limit, { view: batchView, cursor: (view) => view.id });
    }),
});
