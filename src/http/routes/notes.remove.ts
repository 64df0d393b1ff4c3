import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/people/:person/notes/:note",
  tag: "Support",
  permission: "people:write",
  summary: "Take one's own note away",
  description: "A note of somebody else is a 409.",
  params: z.object({ person: z.string(), note: z.string() }),
  response: z.object({ removed: z.literal(true) }).meta({ id: "NoteRemoved" }),
  async handler({ params, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    await services.support.removeNote(byOf(caller), { personId, id: uuidOrMissing("nte", params.note, "note") });
    return { removed: true as const };
  },
});
