import { z } from "zod";
import { listReferrals } from "../../store/referrals.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
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
  }),
  response: listOf("Referral", referral),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, status = null, stage = null } = query;
      const advocateId = await findPersonIfGiven(workspaceId, db, query.advocate);
      const friendId = await findPersonIfGiven(workspaceId, db, query.friend);
      const rows = await listReferrals(workspaceId, db, { ...cursorOf("ref", query), program, advocateId, friendId, status, stage });
      return pageOf(rows, query.limit, { view: referralView, cursor: (view) => view.id });
    }),
});
