import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { findLink } from "../lookup.ts";
import { link } from "../views/link.ts";

export default endpoint({
  method: "GET",
  path: "/v1/links/:link",
  tag: "Links",
  permission: "links:read",
  summary: "Get a link",
  params: z.object({ link: z.string() }),
  expand: NAMED.link,
  response: link,
  handler: ({ params, read, request }) =>
    read((workspaceId, db) => findLink(workspaceId, db, { id: params.link, context: request.server.gv })),
});
