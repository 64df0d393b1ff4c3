import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { createLink } from "../../flow/make-link.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findLink, findPerson, findProgram } from "../lookup.ts";
import { link } from "../views/link.ts";

export default endpoint({
  method: "POST",
  path: "/v1/links",
  tag: "Links",
  permission: "links:write",
  summary: "Make a link, a vanity code or a coupon code",
  description: "Without `code` a random link. With it a code that its owner chose, unique in the workspace whatever its case and dashes.",
  body: z
    .strictObject({
      program: z.string().max(64),
      person: z.string().describe("per_... or user_id:..."),
      channel: z.string().min(1).max(64).nullable().default(null),
      code: z.string().max(64).nullable().default(null),
      kind: z.enum(["random", "vanity", "coupon"]).optional().describe("vanity when there is a code."),
    })
    .meta({ id: "LinkWrite" }),
  response: link,
  status: 201,
  async handler({ body, caller, read, request }) {
    const { programId, personId } = await read(async (workspaceId, db) => ({
      programId: (await findProgram(workspaceId, db, body.program)).id,
      personId: await findPerson(workspaceId, db, body.person),
    }));
    const kind = body.kind ?? (body.code === null ? "random" : "vanity");
    const { linkId } = await createLink(request.server.gv, byOf(caller), {
      programId,
      personId,
      channel: body.channel,
      code: body.code,
      kind,
    });
    return await read((workspaceId, db) => findLink(workspaceId, db, { id: externalId("lnk", linkId), context: request.server.gv }));
  },
});
