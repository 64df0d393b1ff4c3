import { z } from "zod";
import { refuseAboveLimit } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReward } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { reward } from "../views/referral.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards/:reward/reverse",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Take a reward back",
  description: "Also one that was paid: the balance goes below zero and is carried against what comes next.",
  params: z.object({ reward: z.string() }),
  body: reasonGiven,
  response: reward,
  async handler({ params, body, caller, services, read }) {
    const { value } = await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
    await refuseAboveLimit(caller, read, { unit: value.currency, amount: value.amount });
    await services.reverseReward(byOf(caller), { rewardId: uuidOrMissing("rwd", params.reward, "reward"), reason: body.reason });
    return await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
  },
});
