import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReward } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { reward } from "../views/referral.ts";
import { refuseAboveSupport } from "../support-limit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards/:reward/deny",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Refuse a pending reward",
  description: "What was pending goes back; the reason is kept and shown.",
  params: z.object({ reward: z.string() }),
  body: reasonGiven,
  response: reward,
  async handler({ params, body, caller, services, read }) {
    const { value } = await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
    refuseAboveSupport(caller, { unit: value.currency, amount: value.amount });
    await services.denyReward(byOf(caller), { rewardId: uuidOrMissing("rwd", params.reward, "reward"), reason: body.reason });
    return await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
  },
});
