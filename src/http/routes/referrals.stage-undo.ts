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
    "A `stage` event counts no more: the one that you name, or the last of the stage that it is in. The referral stands where it stands " +
    "without it, and what the move earned is taken back. Name the event wherever you know it: of two askers, or of one who presses " +
    "twice, the second is a 409 then, and never takes back an earlier move. The same move again is a new one.",
  params: z.object({ referral: z.string() }),
  body: z
    .strictObject({
      stage: z.string().min(1).max(64).describe("Where you saw it: 409 when somebody moved it meanwhile."),
      event: z
        .string()
        .max(64)
        .optional()
        .describe("The move that is taken back: the `id` that it was answered with. 409 when it was before."),
      reason: z.string().min(1).max(500),
    })
    .meta({ id: "StageUndo" }),
  response: referral,
  async handler({ params, body, caller, services, read }) {
    const referralId = uuidOrMissing("ref", params.referral, "referral");
    const eventId = body.event === undefined ? null : uuidOrMissing("evt", body.event, "event");
    await services.claims.undoStage(byOf(caller), { referralId, stage: body.stage, eventId, reason: body.reason });
    return await read(async (workspaceId, db) => referralView(await findReferral(workspaceId, db, params.referral)));
  },
});
