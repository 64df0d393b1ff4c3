import { z } from "zod";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person",
  tag: "People",
  permission: "people:read",
  summary: "Get a person",
  description:
    "By `per_...` or `user_id:...`; by an address with POST /v1/people/search. The id of a merged person gives the person it became.",
  params: z.object({ person: z.string() }),
  response: person,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => personView((await readPerson(workspaceId, db, await findPerson(workspaceId, db, params.person)))!)),
});
