import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { notFound } from "../../flow/refusal.ts";
import { addressOf } from "../address.ts";
import { endpoint } from "../endpoint.ts";
import { count } from "../guard.ts";
import { PUBLIC } from "../permissions.ts";
import { report } from "../report.ts";
import { instant } from "../schemas.ts";
import { openShared } from "../shared-report.ts";

export default endpoint({
  method: "GET",
  path: "/v1/shared-reports/:workspace/:token",
  tag: "Reports",
  permission: PUBLIC,
  summary: "A report that was shared by a link",
  description: "Figures only. 404 once the link has expired or was revoked.",
  params: z.object({ workspace: z.string().max(64), token: z.string().max(100) }),
  response: z.object({ name: z.string(), workspace: z.string(), expires_at: instant, report }).meta({ id: "SharedReport" }),
  async handler({ params, request, reply }) {
    const { gv } = request.server;
    await count(request, reply, { policy: "shared_report", target: addressOf(request.ip) });
    const shown = await openShared(gv.pool, params);
    if (shown === null) throw notFound("report");
    const { view, whole, workspace } = shown;
    reply.header("cache-control", "private, no-store");
    return { name: view.name, workspace, expires_at: formatInstant(view.expires_at), report: whole };
  },
});
