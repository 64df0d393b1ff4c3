import { z } from "zod";
import { REWARD_STATES } from "../../core/reward.ts";
import { listRewards } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { reward, rewardView } from "../views/referral.ts";

export default endpoint({
  method: "GET",
  path: "/v1/rewards",
  tag: "Rewards",
  permission: "rewards:read",
  summary: "List rewards",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    person: z.string().optional(),
    friend: z.string().optional(),
    state: z.enum(REWARD_STATES).optional(),
    rule: z.string().max(64).optional(),
  }),
  response: listOf("Reward", reward),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, state = null, rule = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const friendId = await findPersonIfGiven(workspaceId, db, query.friend);
      const rows = await listRewards(workspaceId, db, { ...cursorOf("rwd", query), program, personId, friendId, state, rule });
      return pageOf(rows, query.limit, { view: rewardView, cursor: (view) => view.id });
    }),
});
