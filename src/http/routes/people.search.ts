import { z } from "zod";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { searchPerson } from "../lookup.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/search",
  tag: "People",
  permission: "people:read",
  summary: "Find a person by an identity or a code",
  description: "A POST, so that no address lands in a log. Nobody found is an empty list.",
  body: z
    .strictObject({
      email: z.string().max(320).optional(),
      phone: z.string().max(32).optional(),
      user_id: z.string().max(256).optional(),
      anonymous_id: z.string().max(256).optional(),
      code: z.string().max(64).optional(),
    })
    .refine((body) => Object.keys(body).length > 0, { message: "Give one of email, phone, user_id, anonymous_id and code." })
    .meta({ id: "PersonSearch" }),
  response: z.object({ data: z.array(person) }),
  handler: ({ body, read }) =>
    read(async (workspaceId, db) => {
      const id = await searchPerson(workspaceId, db, body);
      const row = id === null ? null : await readPerson(workspaceId, db, id);
      return { data: row === null ? [] : [personView(row)] };
    }),
});
