/** Goals that an operator sets for the workspace or for one program. */
import { externalId } from "../core/id.ts";
import type { GoalMetric } from "../core/goal.ts";
import { EVERY_PROGRAM, deleteGoal, saveGoal } from "../store/goals.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal, notFound } from "./refusal.ts";

export type GoalWish = { programId: string | null; metric: GoalMetric; target: number; since: number | null; until: number };

const targetOf = (programId: string | null): string => (programId === null ? "workspace" : externalId("prg", programId));

/** Refuses `validation_failed` for a date that has passed. */
export async function setGoal(parts: ChangeParts, by: By, wish: GoalWish): Promise<void> {
  await change(parts, by, async (db) => {
    const now = await workspaceNow(by.workspaceId, db);
    if (wish.until <= now || (wish.since !== null && wish.since >= wish.until))
      throw new Refusal("validation_failed", "The goal's date must lie in the future, and after its beginning.", {
        errors: [{ pointer: "/until", message: "Choose a day after today.", code: "date_passed" }],
      });
    await saveGoal(by.workspaceId, db, { ...wish, programId: wish.programId ?? EVERY_PROGRAM, now });
    const { metric, target, until } = wish;
    return { result: undefined, deed: { action: "goal.set", target: targetOf(wish.programId), detail: { metric, target, until } } };
  });
}

export async function removeGoal(parts: ChangeParts, by: By, programId: string | null): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await deleteGoal(by.workspaceId, db, programId ?? EVERY_PROGRAM))) throw notFound("goal");
    return { result: undefined, deed: { action: "goal.removed", target: targetOf(programId) } };
  });
}
