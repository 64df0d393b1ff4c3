import { z } from "zod";
import { dropReport } from "../../flow/reports/views.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/report-views/:view",
  tag: "Reports",
  permission: "reports:write",
  summary: "Drop a kept report; its links end",
  params: z.object({ view: z.string() }),
  response: z.object({ deleted: z.literal(true) }),
  async handler({ params, caller, request }) {
    await dropReport(request.server.gv, byOf(caller), uuidOrMissing("rpv", params.view, "view"));
    return { deleted: true as const };
  },
});
