import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findContest, showContest } from "../lookup-contest.ts";
import { byOf } from "../lookup.ts";
import { contest } from "../views/contest.ts";

export default endpoint({
  method: "POST",
  path: "/v1/contests/:contest/draw",
  tag: "Contests",
  permission: "contests:write",
  summary: "Draw a frozen contest",
  description: "Opens the seed, picks winners and alternates and tells them. Drawing again changes nothing.",
  params: z.object({ contest: z.string() }),
  body: z
    .strictObject({ beacon: z.string().min(1).max(500).nullable().default(null).describe("The public value that the program names.") })
    .meta({ id: "Draw" }),
  response: contest,
  async handler({ params, body, caller, services, read }) {
    await services.contests.drawContest(byOf(caller), { key: params.contest, beacon: body.beacon });
    return await read(async (workspaceId, db) => showContest(workspaceId, db, await findContest(workspaceId, db, params.contest)));
  },
});
