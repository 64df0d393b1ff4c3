import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { findAdvocate } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/advocates/:person",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "Get a person's part in a program",
  params: z.object({ program: z.string(), person: z.string() }),
  expand: NAMED.advocate,
  response: advocate,
  handler: ({ params, read }) => read(async (workspaceId, db) => advocateView(await findAdvocate(workspaceId, db, params))),
});
