import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { listOf } from "../portal-items.ts";
import { ownReading } from "../portal-reading.ts";
import { LISTS, itemsPage, portalPage, portalQuery } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/items/:list",
  tag: "Portal",
  permission: "portal:read",
  member: { query: "person" },
  summary: "A kind's own list: claims, deals, vacancies, leads, requests, cases...",
  description:
    "All have one shape: what it is, its state and why, until when, and `acts`: what the person may do with it now, by which endpoint of " +
    "this API. What is asked for stands in `fields`.",
  params: z.object({ list: z.enum(LISTS) }),
  query: z.strictObject({ ...portalQuery, ...portalPage }),
  response: itemsPage,
  handler: ({ params, query, caller, request }) =>
    ownReading({ workspaceId: caller.workspaceId, caller, context: request.server.gv, ask: query }, (read) =>
      listOf(read, params.list, query),
    ),
});
