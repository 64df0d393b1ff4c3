import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findReward } from "../lookup.ts";
import { reward } from "../views/referral.ts";
import { refuseAboveSupport } from "../support-limit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/rewards/:reward/fulfil",
  tag: "Rewards",
  permission: "rewards:write",
  summary: "Say that a reward was given",
  description: "For what leaves by hand (gift cards, perks, free months) and for store credit that was spent.",
  params: z.object({ reward: z.string() }),
  body: z
    .strictObject({ reference: z.string().min(1).max(200).optional().describe("Your own number of it.") })
    .meta({ id: "Fulfilment" })
    .optional(),
  response: reward,
  async handler({ params, body, caller, services, read }) {
    const { value } = await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
    refuseAboveSupport(caller, { unit: value.currency, amount: value.amount });
    await services.fulfilReward(byOf(caller), {
      rewardId: uuidOrMissing("rwd", params.reward, "reward"),
      reference: body?.reference ?? null,
    });
    return await read((workspaceId, db) => findReward(workspaceId, db, params.reward));
  },
});
