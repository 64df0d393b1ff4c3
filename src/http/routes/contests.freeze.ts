import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findContest, showContest } from "../lookup-contest.ts";
import { byOf } from "../lookup.ts";
import { contest } from "../views/contest.ts";

export default endpoint({
  method: "POST",
  path: "/v1/contests/:contest/freeze",
  tag: "Contests",
  permission: "contests:write",
  summary: "Freeze a contest that has ended",
  description:
    "Before its time to be frozen by itself. The list of entries and its hash are there from then on. The same again changes nothing.",
  params: z.object({ contest: z.string() }),
  response: contest,
  async handler({ params, caller, services, read }) {
    await services.contests.freezeContest(byOf(caller), params.contest);
    return await read(async (workspaceId, db) => showContest(workspaceId, db, await findContest(workspaceId, db, params.contest)));
  },
});
