import { z } from "zod";
import { CLAIM_STATUSES } from "../../core/attribution/claim.ts";
import { listClaims } from "../../store/claims.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { claim, claimView } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/claims",
  tag: "Claims",
  permission: "claims:read",
  summary: "List claims",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    status: z.enum(CLAIM_STATUSES).optional(),
    person: z.string().optional().describe("Who claims."),
    contact: z.string().optional().describe("Whom it is about."),
  }),
  expand: NAMED.claim,
  response: listOf("Claim", claim),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listClaims(workspaceId, db, {
        ...cursorOf("clm", query),
        program: query.program ?? null,
        status: query.status ?? null,
        personId: await findPersonIfGiven(workspaceId, db, query.person),
        friendId: await findPersonIfGiven(workspaceId, db, query.contact),
      });
      return pageOf(rows, query.limit, { view: claimView, cursor: (view) => view.id });
    }),
});
