import { z } from "zod";
import { listReferrals } from "../../store/referrals.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "GET",
  path: "/v1/referrals",
  tag: "Referrals",
  permission: "referrals:read",
  summary: "List referrals",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    advocate: z.string().optional(),
    friend: z.string().optional(),
    status: z.enum(["open", "qualified", "rejected", "superseded"]).optional(),
    stage: z.string().max(64).optional(),
    since: instantInput.optional().describe("Bound at this instant or later."),
  }),
  expand: NAMED.referral,
  response: listOf("Referral", referral),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, status = null, stage = null, since = null } = query;
      const advocateId = await findPersonIfGiven(workspaceId, db, query.advocate);
      const friendId = await findPersonIfGiven(workspaceId, db, query.friend);
      const filter = { program, advocateId, friendId, status, stage, since };
      const rows = await listReferrals(workspaceId, db, { ...cursorOf("ref", query), ...filter });
      return pageOf(rows, query.limit, { view: referralView, cursor: (view) => view.id });
    }),
});
