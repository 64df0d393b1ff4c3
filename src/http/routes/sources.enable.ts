import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findSource } from "../lookup-source.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { source, sourceView } from "../views/source.ts";

export default endpoint({
  method: "POST",
  path: "/v1/sources/:source/enable",
  tag: "Sources",
  permission: "sources:write",
  summary: "Take what a shop sends again",
  description: "After it was disabled. What was refused meanwhile is not sent again by itself: have the provider resend it.",
  params: z.object({ source: z.string() }),
  response: source,
  async handler({ params, caller, services, read, request }) {
    const sourceId = uuidOrMissing("src", params.source, "source");
    await services.setSourceStatus(byOf(caller), { sourceId, status: "active" });
    return await read(async (workspaceId, db) =>
      sourceView(await findSource(workspaceId, db, params.source), request.server.gv.publicUrl),
    );
  },
});
