import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findShare } from "../lookup-share.ts";
import { share } from "../views/share.ts";

export default endpoint({
  method: "GET",
  path: "/v1/shares/:share",
  tag: "Shares",
  permission: "shares:read",
  summary: "Get a share",
  params: z.object({ share: z.string() }),
  response: share,
  handler: ({ params, read, request }) =>
    read((workspaceId, db) => findShare(workspaceId, db, { id: params.share, context: request.server.gv })),
});
