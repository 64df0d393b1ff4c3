import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReferral } from "../lookup.ts";
import { referral, referralView } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/referrals/:referral/stage/undo",
  tag: "Referrals",
  permission: "referrals:write",
  summary: "Take back the last move of a referral",
  description:
    "The last `stage` event of the stage that it is in counts no more: the referral stands where it stood before, and what the stage " +
    "earned is taken back. The same move again is a new one.",
  params: z.object({ referral: z.string() }),
  body: z
    .strictObject({
      stage: z.string().min(1).max(64).describe("Where you saw it: 409 when somebody moved it meanwhile."),
      reason: z.string().min(1).max(500),
    })
    .meta({ id: "StageUndo" }),
  response: referral,
  async handler({ params, body, caller, services, read }) {
    const referralId = uuidOrMissing("ref", params.referral, "referral");
    await services.claims.undoStage(byOf(caller), { referralId, ...body });
    return await read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, params.referral)));
  },
});
