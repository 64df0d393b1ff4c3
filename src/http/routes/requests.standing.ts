import { z } from "zod";
import { memberStanding } from "../../flow/member-standing.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson, findProgram } from "../lookup.ts";
import { standing, standingView } from "../views/request.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/members/:person",
  tag: "Requests",
  permission: "requests:read",
  member: { params: "person" },
  summary: "Where a member stands: given, received, thanked, trust",
  params: z.object({ program: z.string(), person: z.string() }),
  response: standing,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const program = await findProgram(workspaceId, db, params.program);
      const personId = await findPerson(workspaceId, db, params.person);
      const row = await memberStanding(workspaceId, db, { program, personId });
      if (row === null) throw notFound("program with requests");
      return standingView({ person: personId, program: program.key, row });
    }),
});
