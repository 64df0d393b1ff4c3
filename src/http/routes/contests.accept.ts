import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { prizeAnswer } from "../views/contest.ts";

export default endpoint({
  method: "POST",
  path: "/v1/contests/:contest/accept",
  tag: "Contests",
  permission: "contests:write",
  member: { body: "person" },
  summary: "Accept or decline a prize",
  description:
    "For a winner, within her time. Accepting makes the prize a fact that the program's rules pay; declining asks the next alternate.",
  params: z.object({ contest: z.string() }),
  body: z.strictObject({ person: z.string(), accept: z.boolean().default(true) }).meta({ id: "PrizeAcceptance" }),
  response: prizeAnswer,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    return await services.contests.answerContest(byOf(caller), { key: params.contest, personId, accept: body.accept });
  },
});
