import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/people/:person/thanks/:note",
  tag: "Support",
  permission: "people:write",
  summary: "Call a letter of thanks back, with its note",
  description: "Before it leaves: once it is on its way it is a 409.",
  params: z.object({ person: z.string(), note: z.string() }),
  response: z.object({ withdrawn: z.literal(true) }),
  async handler({ params, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    await services.support.withdrawThanks(byOf(caller), { personId, note: uuidOrMissing("nte", params.note, "letter") });
    return { withdrawn: true as const };
  },
});
