import { z } from "zod";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { goal, readGoals } from "../views/goal.ts";

export default endpoint({
  method: "GET",
  path: "/v1/goals",
  tag: "Home",
  permission: "programs:read",
  summary: "List goals, with how they stand",
  response: z.object({ data: z.array(goal) }).meta({ id: "GoalList" }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => ({ data: await readGoals(workspaceId, db, await workspaceNow(workspaceId, db)) })),
});
