import { z } from "zod";
import { REWARD_STATES } from "../../core/reward.ts";
import { listRewards } from "../../store/rewards.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
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
    waiting: z
      .enum(["approval", "choice", "fulfilment"])
      .optional()
      .describe("approval: for an operator; choice: for its holder; fulfilment: available, and leaves by hand (gift cards, perks)."),
    since: instantInput.optional().describe("Earned at this instant or later."),
    until: instantInput.optional().describe("Earned before this instant."),
  }),
  expand: NAMED.reward,
  response: listOf("Reward", reward),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, state = null, rule = null, waiting = null, since = null, until = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const friendId = await findPersonIfGiven(workspaceId, db, query.friend);
      const filter = { program, personId, friendId, state, rule, waiting, since, until };
      const rows = await listRewards(workspaceId, db, { ...cursorOf("rwd", query), ...filter });
      return pageOf(rows, query.limit, { view: rewardView, cursor: (view) => view.id });
    }),
});
