import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { instant } from "../schemas.ts";
import { letterWords } from "../views/mail.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/thanks",
  tag: "Support",
  permission: "people:write",
  summary: "Thank somebody by mail, in words of your own",
  description:
    "It leaves after half a minute and can be called back until then. The words are kept as a note about her. Who is not to be written " +
    "to does not get it: GET /v1/mail says why.",
  params: z.object({ person: z.string() }),
  body: letterWords,
  response: z.object({ note: z.string(), leaves_at: instant }).meta({ id: "ThanksSent" }),
  status: 201,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    const { note, dueAt } = await services.support.sendThanks(byOf(caller), { personId, ...body });
    return { note: externalId("nte", note), leaves_at: formatInstant(dueAt) };
  },
});
