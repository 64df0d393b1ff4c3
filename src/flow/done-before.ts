/**
 * What a request under an Idempotency-Key has done is written down with the work itself, in the same transaction. Should the process die
 * before the answer is kept, the same request a minute later does not do it again: each of its steps finds what it once came to.
 */
import type { Client } from "../store/db.ts";
import { type Step, keepStep, readSteps } from "../store/idempotency.ts";
import type { By } from "./by.ts";
import { Refusal } from "./refusal.ts";

/** Longer results hold more than ids and words of ours. */
const MAX_CHARS = 500;

/** Does the work, or gives what the same step came to before. Call `passed` once the transaction is committed. */
export async function doneOnce<T>(db: Client, by: By, work: () => Promise<T>): Promise<T> {
  const steps = stepsOf(by);
  if (steps === null) return work();
  const known = (await readSteps(by.workspaceId, db, [steps.key])).get(steps.key)?.[steps.next];
  if (known !== undefined && "result" in known) {
    if (steps.secret)
      throw new Refusal(
        "idempotency_conflict",
        "This was done, and its answer held a secret that was shown once and is not kept: revoke what was made and make another.",
      );
    return known.result as T;
  }
  const result = await work();
  if (known === undefined) await keepStep(by.workspaceId, db, { keys: [steps.key], step: stepOf(result, steps.secret) });
  return result;
}

/**
 * The same for what several requests of a workspace ask at once and come to nothing but its being done: does the work for those who have
 * not done this step before. Call `passed` for each of them once the transaction is committed.
 */
export async function doneOnceEach<T extends { by: By }>(
  db: Client,
  workspaceId: string,
  of: { all: readonly T[]; work: (now: T[]) => Promise<void> },
): Promise<void> {
  const keys = of.all.flatMap(({ by }) => stepsOf(by)?.key ?? []);
  const known = keys.length === 0 ? undefined : await readSteps(workspaceId, db, keys);
  const before = (by: By): Step | undefined => {
    const steps = stepsOf(by);
    return steps === null ? undefined : known?.get(steps.key)?.[steps.next];
  };
  const now = of.all.filter(({ by }) => before(by)?.result === undefined);
  await of.work(now);
  const undone = now.flatMap(({ by }) => (before(by) === undefined ? (stepsOf(by)?.key ?? []) : []));
  if (undone.length > 0) await keepStep(workspaceId, db, { keys: undone, step: { result: null } });
}

/** The step is committed: the next one of this request is another. */
export function passed(by: By): void {
  const steps = stepsOf(by);
  if (steps !== null) steps.next += 1;
}

/** A key belongs to the workspace in which its request was made. */
function stepsOf(by: By): (By["steps"] & object) | null {
  return by.steps === undefined || by.steps.workspaceId !== by.workspaceId ? null : by.steps;
}

/** Only what is plain and short is kept (ids, words, numbers): larger results are reads, which may be done again. */
function stepOf(result: unknown, isSecret: boolean): { result?: unknown } {
  if (isSecret) return { result: null };
  const parts = typeof result === "object" && result !== null ? Object.values(result) : [result];
  const isFlat = parts.flat().every((part) => typeof part !== "object" || part === null);
  const kept = { result: result ?? null };
  return isFlat && JSON.stringify(kept).length <= MAX_CHARS ? kept : {};
}
