import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findSource } from "../lookup-source.ts";
import { source, sourceView } from "../views/source.ts";

export default endpoint({
  method: "GET",
  path: "/v1/sources/:source",
  tag: "Sources",
  permission: "sources:read",
  summary: "Get a connected shop",
  params: z.object({ source: z.string() }),
  response: source,
  handler: ({ params, read, request }) =>
    read(async (workspaceId, db) => sourceView(await findSource(workspaceId, db, params.source), request.server.gv.publicUrl)),
});
