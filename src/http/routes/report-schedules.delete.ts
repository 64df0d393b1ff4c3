import { z } from "zod";
import { stopSending } from "../../flow/reports/schedules.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/report-schedules/:schedule",
  tag: "Reports",
  permission: "reports:write",
  summary: "Send a kept report no more",
  params: z.object({ schedule: z.string() }),
  response: z.object({ deleted: z.literal(true) }),
  async handler({ params, caller, request }) {
    await stopSending(request.server.gv, byOf(caller), uuidOrMissing("rps", params.schedule, "schedule"));
    return { deleted: true as const };
  },
});
