import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { scorePerson } from "../../flow/profiles.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { score, scoreView } from "../views/segment.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/score",
  tag: "People",
  permission: "people:read",
  summary: "How likely a person is to recommend, and why",
  description: "Made as of now from her orders, activities, answers and friends. Each part has its weight and what it was made of.",
  params: z.object({ person: z.string() }),
  response: score,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const id = await findPerson(workspaceId, db, params.person);
      const found = await scorePerson(workspaceId, db, id);
      if (found === null) throw notFound("person");
      return scoreView(id, { advocacy: found.advocacy, currency: found.inputs.currency });
    }),
});
