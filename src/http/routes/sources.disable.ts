import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findSource } from "../lookup-source.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { source, sourceView } from "../views/source.ts";

export default endpoint({
  method: "POST",
  path: "/v1/sources/:source/disable",
  tag: "Sources",
  permission: "sources:write",
  summary: "Refuse what a shop sends",
  description: "Its webhooks are answered 410 from then on, within a second. What a customer's privacy asks for is still obeyed.",
  params: z.object({ source: z.string() }),
  response: source,
  async handler({ params, caller, services, read, request }) {
    const sourceId = uuidOrMissing("src", params.source, "source");
    await services.setSourceStatus(byOf(caller), { sourceId, status: "disabled" });
    return await read(async (workspaceId, db) =>
      sourceView(await findSource(workspaceId, db, params.source), request.server.gv.publicUrl),
    );
  },
});
