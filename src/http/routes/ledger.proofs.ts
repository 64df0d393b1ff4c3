import { z } from "zod";
import { listProofs } from "../../store/ledger-proofs.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { proof, proofView } from "../views/money.ts";

export default endpoint({
  method: "GET",
  path: "/v1/ledger/proofs",
  tag: "Ledger",
  permission: "ledger:read",
  summary: "When the books were verified, and what was found",
  query: z.strictObject(paging),
  response: listOf("LedgerProof", proof),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listProofs(workspaceId, db, cursorOf("prf", query));
      return pageOf(rows, query.limit, { view: proofView, cursor: (view) => view.id });
    }),
});
