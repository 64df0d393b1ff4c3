import { z } from "zod";
import { listTransfers } from "../../store/ledger.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging, uuidOrMissing } from "../listing.ts";
import { transaction, transactionView } from "../views/ledger.ts";

export default endpoint({
  method: "GET",
  path: "/v1/ledger/transactions",
  tag: "Ledger",
  permission: "ledger:read",
  summary: "List ledger transactions as postings",
  query: z.strictObject({ ...paging, kind: z.string().max(32).optional(), account: z.uuid().optional(), reward: z.string().optional() }),
  response: listOf("LedgerTransaction", transaction),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rewardId = query.reward === undefined ? null : uuidOrMissing("rwd", query.reward, "reward");
      const rows = await listTransfers(workspaceId, db, {
        ...cursorOf("trf", query),
        kind: query.kind ?? null,
        accountId: query.account ?? null,
        rewardId,
      });
      return pageOf(rows, query.limit, { view: transactionView, cursor: (view) => view.id });
    }),
});
