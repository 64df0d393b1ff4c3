/** Goals as the API shows them, with how they stand. */
import { z } from "zod";
import { GOAL_METRICS, paceOf } from "../../core/goal.ts";
import { formatInstant } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { type GoalRow, countReached, listGoals } from "../../store/goals.ts";
import { idFloor } from "../../store/id-floor.ts";
import { instant } from "../schemas.ts";

export const goal = z
  .object({
    program: z.string().nullable().describe("Null: of the whole workspace."),
    metric: z.enum(GOAL_METRICS).describe("Friends who came, friends who bought (or what else qualifies), people who recommend."),
    target: z.int(),
    since: instant.describe("Counted from here."),
    until: instant,
    done: z.int(),
    expected: z.int().describe("What would be there by now at an even pace."),
    elapsed: z.number().describe("Of the time, 0 to 1."),
    weekly: z.number().describe("A week, so far."),
    needed: z.number().nullable().describe("A week, from now on; 0 when reached, null when the date has passed."),
    state: z.enum(["reached", "ahead", "behind", "missed"]),
  })
  .meta({ id: "Goal" });

/** Every goal of the workspace, counted now. */
export async function readGoals(workspaceId: string, db: Client, now: number): Promise<z.input<typeof goal>[]> {
  const rows = await listGoals(workspaceId, db);
  return await Promise.all(rows.map((row) => view(row, { workspaceId, db, now })));
}

async function view(row: GoalRow, at: { workspaceId: string; db: Client; now: number }): Promise<z.input<typeof goal>> {
  const { program_id: programId, metric, target, since, until } = row;
  const to = Math.min(at.now + 1, until);
  const done = await countReached(at.workspaceId, at.db, {
    programId,
    metric,
    from: since,
    to,
    first: idFloor(since),
    last: idFloor(to),
  });
  const pace = paceOf({ target, since, until }, { done, now: at.now });
  return { program: row.program, metric, target, since: formatInstant(since), until: formatInstant(until), done, ...pace };
}
