import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReward } from "../lookup.ts";
import { reward } from "../views/referral.ts";
import { refuseAboveSupport } from "../support-limit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards/:reward/approve",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Approve a reward that waits for it",
  description: "It becomes available when its hold is over too.",
  params: z.object({ reward: z.string() }),
  response: reward,
  async handler({ params, caller, services, read }) {
    const { value } = await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
    refuseAboveSupport(caller, { unit: value.currency, amount: value.amount });
    await services.approveReward(byOf(caller), uuidOrMissing("rwd", params.reward, "reward"));
    return await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
  },
});
