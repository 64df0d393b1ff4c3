import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/leaderboards/:program/people/:person",
  tag: "Contests",
  permission: "advocates:write",
  member: { params: "person" },
  summary: "Hide a person in a program's rankings, or show her",
  params: z.object({ program: z.string(), person: z.string() }),
  body: z.strictObject({ hidden: z.boolean() }).meta({ id: "RankVisibility" }),
  response: z.object({ hidden: z.boolean() }),
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    await services.contests.hideRank(byOf(caller), { program: params.program, personId, hidden: body.hidden });
    return { hidden: body.hidden };
  },
});
