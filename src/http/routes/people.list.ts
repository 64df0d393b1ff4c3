import { z } from "zod";
import { listPeople } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people",
  tag: "People",
  permission: "people:read",
  summary: "List people",
  query: z.strictObject(paging),
  response: listOf("Person", person),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listPeople(workspaceId, db, cursorOf("per", query));
      return pageOf(rows, query.limit, { view: personView, cursor: (view) => view.id });
    }),
});
