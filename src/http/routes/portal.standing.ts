import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownReading } from "../portal-reading.ts";
import { standingFor } from "../portal-standing.ts";
import { portalStanding, portalQuery } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/standing",
  tag: "Portal",
  permission: "portal:read",
  member: { query: "person" },
  summary: "Where a member stands: level, badges, ranking, contests",
  query: z.strictObject(portalQuery),
  response: portalStanding,
  handler: ({ query, caller, request }) =>
    ownReading({ workspaceId: caller.workspaceId, caller, context: request.server.gv, ask: query }, standingFor),
});
