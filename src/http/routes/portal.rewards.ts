import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownReading } from "../portal-reading.ts";
import { rewardsOf } from "../portal-rewards.ts";
import { portalPage, portalQuery, rewardsPage } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/rewards",
  tag: "Portal",
  permission: "portal:read",
  member: { query: "person" },
  summary: "What a member has earned",
  description: "Newest first, each with its state in the same eight words as everywhere, and why.",
  query: z.strictObject({ ...portalQuery, ...portalPage }),
  response: rewardsPage,
  handler: ({ query, caller, request }) =>
    ownReading({ workspaceId: caller.workspaceId, caller, context: request.server.gv, ask: query }, (read) => rewardsOf(read, query)),
});
