import { z } from "zod";
import { GOAL_METRICS } from "../../core/goal.ts";
import { setGoal } from "../../flow/goals.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findProgram } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { goal, readGoals } from "../views/goal.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/goals",
  tag: "Home",
  permission: "programs:write",
  summary: "Set a goal, or change it",
  description: "One of the workspace and one of each program. The same metric goes on counting from where it began; another begins now.",
  body: z
    .strictObject({
      program: z.string().max(64).nullable().default(null).describe("Null: the whole workspace."),
      metric: z.enum(GOAL_METRICS),
      target: z.int().min(1).max(1_000_000_000),
      since: instantInput.optional().describe("Counted from here; now."),
      until: instantInput,
    })
    .meta({ id: "GoalWish" }),
  response: goal,
  async handler({ body, caller, read, request }) {
    const programId = body.program === null ? null : (await read((ws, db) => findProgram(ws, db, body.program!))).id;
    const { metric, target, until } = body;
    await setGoal(request.server.gv, byOf(caller), { programId, metric, target, since: body.since ?? null, until });
    const goals = await read(async (ws, db) => readGoals(ws, db, await workspaceNow(ws, db)));
    return goals.find((each) => each.program === body.program)!;
  },
});
