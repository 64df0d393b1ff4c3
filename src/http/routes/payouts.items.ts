import { z } from "zod";
import { listPayoutItems } from "../../store/statements.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging, uuidOrMissing } from "../listing.ts";
import { findBatch } from "../lookup.ts";
import { payout, payoutView } from "../views/ledger.ts";

export default endpoint({
  method: "GET",
  path: "/v1/payouts/:batch/items",
  tag: "Payouts",
  permission: "payouts:read",
  summary: "The payouts of a batch, page by page",
  params: z.object({ batch: z.string() }),
  query: z.strictObject({ ...paging, state: z.enum(["in_flight", "settled", "failed"]).optional() }),
  response: listOf("Payout", payout),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      await findBatch(workspaceId, db, params.batch);
      const batchId = uuidOrMissing("bat", params.batch, "payout batch");
      const rows = await listPayoutItems(workspaceId, db, {
        ...cursorOf("pay", query),
        batchId,
        personId: null,
        state: query.state ?? null,
      });
      return pageOf(rows, query.limit, { view: payoutView, cursor: (view) => view.id });
    }),
});
