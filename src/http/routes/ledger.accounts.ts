import { z } from "zod";
import { Refusal } from "../../flow/refusal.ts";
import { listAccounts } from "../../store/ledger.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { account, accountView } from "../views/ledger.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default endpoint({
  method: "GET",
  path: "/v1/ledger/accounts",
  tag: "Ledger",
  permission: "ledger:read",
  summary: "List ledger accounts",
  query: z.strictObject({ ...paging, person: z.string().optional(), kind: z.string().max(32).optional() }),
  response: listOf("LedgerAccount", account),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      if (query.after !== undefined && !UUID.test(query.after))
        throw new Refusal("cursor_invalid", "Give `next` of the page before as `after`.");
      const ownerId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listAccounts(workspaceId, db, {
        after: query.after ?? null,
        limit: query.limit + 1,
        ownerId,
        kind: query.kind ?? null,
      });
      return pageOf(rows, query.limit, { view: accountView, cursor: (view) => view.id });
    }),
});
