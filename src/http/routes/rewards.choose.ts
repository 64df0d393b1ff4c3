import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownsReward } from "../member-owns.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReward } from "../lookup.ts";
import { reward } from "../views/referral.ts";
import { refuseAboveSupport } from "../support-limit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards/:reward/choose",
  tag: "Rewards",
  permission: "rewards:write",
  member: { owns: ownsReward, hides: { friend: null, advocate: null, basis: "", event: "", waits_for: null } },
  summary: "Pick one of the options of a reward",
  description:
    "For a reward of the kind `choice`, on behalf of its recipient. It becomes what was picked, once and for all, and is available " +
    "at once when its hold is over.",
  params: z.object({ reward: z.string() }),
  body: z.strictObject({ option: z.int().min(0).max(3).describe("Counted from 0, as in details.options.") }).meta({ id: "Choose" }),
  response: reward,
  async handler({ params, body, caller, services, read }) {
    const { value } = await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
    refuseAboveSupport(caller, { unit: value.currency, amount: value.amount });
    await services.chooseReward(byOf(caller), { rewardId: uuidOrMissing("rwd", params.reward, "reward"), option: body.option });
    return await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
  },
});
