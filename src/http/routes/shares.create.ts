import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { findShare } from "../lookup-share.ts";
import { share } from "../views/share.ts";

export default endpoint({
  method: "POST",
  path: "/v1/shares",
  tag: "Shares",
  permission: "shares:write",
  member: { body: "person" },
  summary: "Record a share on a network",
  description: "Gives it a link of its own. It counts when enough different visitors who are no robots came through that link.",
  body: z
    .strictObject({
      program: z.string().max(64),
      person: z.string().describe("per_... or user_id:..."),
      channel: z.string().min(1).max(32).describe("The network: x, facebook, linkedin, ..."),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .nullable()
        .default(null)
        .describe("Where it can be seen."),
    })
    .meta({ id: "ShareWrite" }),
  response: share,
  status: 201,
  async handler({ body, caller, services, read, request }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { shareId } = await services.contests.makeShare(byOf(caller), {
      program: body.program,
      personId,
      channel: body.channel,
      url: body.url,
    });
    return await read((workspaceId, db) => findShare(workspaceId, db, { id: externalId("shr", shareId), context: request.server.gv }));
  },
});
