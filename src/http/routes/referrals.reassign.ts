import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson, findReferral } from "../lookup.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/referrals/:referral/reassign",
  tag: "Referrals",
  permission: "referrals:write",
  summary: "Give a referral to another advocate",
  description: "Rewards move with it: taken back from the one, granted to the other.",
  params: z.object({ referral: z.string() }),
  body: z.strictObject({ advocate: z.string(), reason: z.string().min(1).max(500) }).meta({ id: "Reassign" }),
  response: referral,
  async handler({ params, body, caller, services, read }) {
    const referralId = uuidOrMissing("ref", params.referral, "referral");
    const advocateId = await read(async (workspaceId, db) => {
      await findReferral(workspaceId, db, params.referral);
      return await findPerson(workspaceId, db, body.advocate);
    });
    await services.reassignReferral(byOf(caller), { referralId, advocateId, reason: body.reason });
    return await read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, params.referral)));
  },
});
