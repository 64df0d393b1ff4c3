import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { findReward } from "../lookup.ts";
import { reward } from "../views/referral.ts";

export default endpoint({
  method: "GET",
  path: "/v1/rewards/:reward",
  tag: "Rewards",
  permission: "rewards:read",
  summary: "Get a reward",
  params: z.object({ reward: z.string() }),
  expand: NAMED.reward,
  response: reward,
  handler: ({ params, read }) => read((workspaceId, db) => findReward(workspaceId, db, params.reward)),
});
