import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { findReferral } from "../lookup.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "GET",
  path: "/v1/referrals/:referral",
  tag: "Referrals",
  permission: "referrals:read",
  summary: "Get a referral",
  params: z.object({ referral: z.string() }),
  expand: NAMED.referral,
  response: referral,
  handler: ({ params, read }) => read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, params.referral))),
});
