import { z } from "zod";
import { dropAnnotation } from "../../flow/reports/annotations.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/annotations/:annotation",
  tag: "Reports",
  permission: "reports:write",
  summary: "Take a note about a day away",
  params: z.object({ annotation: z.string() }),
  response: z.object({ deleted: z.literal(true) }),
  async handler({ params, caller, request }) {
    await dropAnnotation(request.server.gv, byOf(caller), uuidOrMissing("ano", params.annotation, "annotation"));
    return { deleted: true as const };
  },
});
