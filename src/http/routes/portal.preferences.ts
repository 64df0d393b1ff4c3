import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { preferences, preferencesOf } from "../views/preferences.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal/preferences",
  tag: "Portal",
  permission: "people:read",
  member: { query: "person" },
  summary: "How a person wants to be told of things",
  query: z.strictObject({ person: z.string().max(300), locale: z.string().max(35).optional() }),
  response: preferences,
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, query.person);
      return await preferencesOf(workspaceId, db, { personId, locale: query.locale });
    }),
});
