import { z } from "zod";
import { disableLink } from "../../flow/make-link.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findLink } from "../lookup.ts";
import { link } from "../views/link.ts";

export default endpoint({
  method: "POST",
  path: "/v1/links/:link/disable",
  tag: "Links",
  permission: "links:write",
  summary: "Disable a link",
  description: "Visitors then see that the link has ended. What it brought before stays.",
  params: z.object({ link: z.string() }),
  response: link,
  async handler({ params, caller, read, request }) {
    await disableLink(request.server.gv, byOf(caller), uuidOrMissing("lnk", params.link, "link"));
    return await read((workspaceId, db) => findLink(workspaceId, db, { id: params.link, context: request.server.gv }));
  },
});
