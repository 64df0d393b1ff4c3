import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson, findProgram, findReferral } from "../lookup.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/referrals",
  tag: "Referrals",
  permission: "referrals:write",
  summary: "Make a referral by hand",
  description: "An operator says who sent whom. It is frozen at once, and later evidence does not move it.",
  body: z
    .strictObject({ program: z.string().max(64), advocate: z.string(), friend: z.string(), reason: z.string().min(1).max(500) })
    .meta({ id: "ReferralWrite" }),
  response: referral,
  status: 201,
  async handler({ body, caller, services, read }) {
    const wish = await read(async (workspaceId, db) => ({
      programId: (await findProgram(workspaceId, db, body.program)).id,
      advocateId: await findPerson(workspaceId, db, body.advocate),
      friendId: await findPerson(workspaceId, db, body.friend),
    }));
    const { referralId } = await services.createReferral(byOf(caller), { ...wish, reason: body.reason });
    return await read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, externalId("ref", referralId))));
  },
});
