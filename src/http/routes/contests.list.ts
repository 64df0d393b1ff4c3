import { z } from "zod";
import { listContests } from "../../store/contests.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { contest, contestView } from "../views/contest.ts";

export default endpoint({
  method: "GET",
  path: "/v1/contests",
  tag: "Contests",
  permission: "contests:read",
  summary: "List contests",
  description: "The newest 200, without who was drawn.",
  response: z.object({ data: z.array(contest) }).meta({ id: "ContestList" }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => {
      const now = await workspaceNow(workspaceId, db);
      return { data: (await listContests(workspaceId, db)).map((row) => contestView(row, { winners: [], now })) };
    }),
});
