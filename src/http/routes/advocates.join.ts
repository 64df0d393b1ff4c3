import { z } from "zod";
import { person as personInput } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { listLinksOf, readAdvocate } from "../../store/links.ts";
import { endpoint } from "../endpoint.ts";
import { addressParts, byOf } from "../lookup.ts";
import { linkUrl } from "../views/link.ts";

const joined = z
  .object({
    person: z.string(),
    program: z.string(),
    status: z.string(),
    links: z.array(z.object({ id: z.string(), code: z.string(), channel: z.string().nullable(), url: z.string() })),
  })
  .meta({ id: "Joined" });

/** What an advocate gets on joining and asks for most; the rest is in the list of links. */
const SHOWN = 100;

export default endpoint({
  method: "POST",
  path: "/v1/advocates",
  tag: "Advocates",
  permission: "advocates:write",
  summary: "Let a person join a program",
  description: "Makes the person and a link if there are none. The same call again answers the same.",
  body: z
    .strictObject({ program: z.string().max(64), person: personInput, channels: z.array(z.string().min(1).max(64)).max(20).optional() })
    .meta({ id: "Join" }),
  response: joined,
  async handler({ body, caller, services, read, request }) {
    const { personId, programId } = await services.joinAdvocate(byOf(caller), body);
    return await read(async (workspaceId, db) => {
      const at = await addressParts(workspaceId, db, request.server.gv);
      const links = await listLinksOf(workspaceId, db, { limit: SHOWN, personId, program: body.program });
      const row = await readAdvocate(workspaceId, db, { program: body.program, personId });
      const live = links.filter((each) => each.program_id === programId && each.disabled_at === null).reverse();
      return {
        person: externalId("per", personId),
        program: body.program,
        status: row?.status ?? "applied",
        links: live.map((each) => ({ id: externalId("lnk", each.id), code: each.code, channel: each.channel, url: linkUrl(each, at) })),
      };
    });
  },
});
