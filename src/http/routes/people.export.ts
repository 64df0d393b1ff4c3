import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/export",
  tag: "People",
  permission: "people:read",
  member: { params: "person" },
  summary: "Everything kept about a person",
  params: z.object({ person: z.string() }),
  response: z.record(z.string(), z.unknown()),
  async handler({ params, caller, services, read }) {
    return await services.exportPerson(byOf(caller), await read((workspaceId, db) => findPerson(workspaceId, db, params.person)));
  },
});
