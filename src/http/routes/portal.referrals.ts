import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownReading } from "../portal-reading.ts";
import { referralsOf } from "../portal-rewards.ts";
import { portalPage, portalQuery, referralsPage } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/referrals",
  tag: "Portal",
  permission: "portal:read",
  member: { query: "person" },
  summary: "Whom a member brought",
  description:
    "Newest first, each with its stages, its state and why, and what it earned. A friend is known by the day, or by the name she gave.",
  query: z.strictObject({ ...portalQuery, ...portalPage }),
  response: referralsPage,
  handler: ({ query, caller, request }) =>
    ownReading({ workspaceId: caller.workspaceId, caller, context: request.server.gv, ask: query }, (read) => referralsOf(read, query)),
});
