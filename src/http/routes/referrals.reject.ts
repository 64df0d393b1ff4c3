import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReferral } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/referrals/:referral/reject",
  tag: "Referrals",
  permission: "referrals:write",
  summary: "Reject a referral",
  description: "Its rewards are taken back, and nothing more is earned by it.",
  params: z.object({ referral: z.string() }),
  body: reasonGiven,
  response: referral,
  async handler({ params, body, caller, services, read }) {
    await read((workspaceId, db) => findReferral(workspaceId, db, params.referral));
    await services.rejectReferral(byOf(caller), { referralId: uuidOrMissing("ref", params.referral, "referral"), reason: body.reason });
    return await read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, params.referral)));
  },
});
