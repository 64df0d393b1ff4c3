import { z } from "zod";
import { listPayouts } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { findBatch } from "../lookup.ts";
import { batch, payout, payoutView } from "../views/ledger.ts";

export default endpoint({
  method: "GET",
  path: "/v1/payouts/:batch",
  tag: "Payouts",
  permission: "payouts:read",
  summary: "Get a payout batch with its payouts",
  params: z.object({ batch: z.string() }),
  query: z.strictObject({
    items: z.enum(["all", "none"]).default("all").describe("none: the batch alone; read its payouts page by page."),
  }),
  response: batch.extend({ items: z.array(payout) }).meta({ id: "PayoutBatchWithItems" }),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const found = await findBatch(workspaceId, db, params.batch);
      if (query.items === "none") return { ...found, items: [] };
      return {
        ...found,
        items: (await listPayouts(workspaceId, db, uuidOrMissing("bat", params.batch, "payout batch"))).map(payoutView),
      };
    }),
});
