import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/erase",
  tag: "People",
  permission: "people:erase",
  summary: "Forget a person",
  description: "Identities and everything private go; facts and the ledger stay whole under a bare id. It cannot be undone.",
  params: z.object({ person: z.string() }),
  response: z.object({ person: z.string(), erased: z.literal(true) }),
  async handler({ params, caller, services, read }) {
    const id = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    await services.erasePerson(byOf(caller), id);
    return { person: externalId("per", id), erased: true as const };
  },
});
