import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readAdvocate } from "../../store/links.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/advocates/:person",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "Get a person's part in a program",
  params: z.object({ program: z.string(), person: z.string() }),
  response: advocate,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const row = await readAdvocate(workspaceId, db, { program: params.program, personId });
      if (row === null) throw notFound("advocate");
      return advocateView(row);
    }),
});
