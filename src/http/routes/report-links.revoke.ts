import { z } from "zod";
import { revokeShare } from "../../flow/reports/views.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/report-views/:view/links/:shared",
  tag: "Reports",
  permission: "reports:write",
  summary: "Revoke a link: it shows nothing any more",
  params: z.object({ view: z.string(), shared: z.string() }),
  response: z.object({ revoked: z.literal(true) }),
  async handler({ params, caller, request }) {
    const wish = { viewId: uuidOrMissing("rpv", params.view, "view"), id: uuidOrMissing("rpl", params.shared, "link") };
    await revokeShare(request.server.gv, byOf(caller), wish);
    return { revoked: true as const };
  },
});
