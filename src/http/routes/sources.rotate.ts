import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findSource } from "../lookup-source.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { source, sourceView } from "../views/source.ts";

export default endpoint({
  method: "POST",
  path: "/v1/sources/:source/rotate",
  tag: "Sources",
  permission: "sources:write",
  summary: "Change a shop's secret",
  description: "The former secret stays good for `overlap_hours`, so that nothing is lost while the provider changes over.",
  params: z.object({ source: z.string() }),
  body: z
    .strictObject({
      secret: z
        .string()
        .min(8)
        .max(255)
        .regex(/^[\x21-\x7e]+$/, "Copy the secret as the provider shows it, without blanks."),
      overlap_hours: z.int().min(0).max(168).default(24),
    })
    .meta({ id: "SourceRotation" }),
  response: source,
  async handler({ params, body, caller, services, read, request }) {
    const sourceId = uuidOrMissing("src", params.source, "source");
    await services.rotateSource(byOf(caller), { sourceId, secret: body.secret, overlapHours: body.overlap_hours });
    return await read(async (workspaceId, db) =>
      sourceView(await findSource(workspaceId, db, params.source), request.server.gv.publicUrl),
    );
  },
});
