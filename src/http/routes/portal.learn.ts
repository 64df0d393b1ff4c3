import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { ownReading } from "../portal-reading.ts";
import { learnFor } from "../portal-standing.ts";
import { portalLearn, portalQuery } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/learn",
  tag: "Portal",
  permission: "portal:read",
  member: { query: "person" },
  summary: "How to recommend well: guidelines, the brand kit, the disclosure",
  query: z.strictObject(portalQuery),
  response: portalLearn,
  handler: ({ query, caller, request }) =>
    ownReading({ workspaceId: caller.workspaceId, caller, context: request.server.gv, ask: query }, async (read) => learnFor(read)),
});
