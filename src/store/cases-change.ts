/** What changes of a case after it was opened. Everything here runs behind the writer lock. */
import type { CaseOutcome } from "../core/case.ts";
import type { Client } from "./db.ts";

/** A stage begins: its reminders are still to come. */
export async function setCaseStage(
  workspaceId: string,
  db: Client,
  of: { caseId: string; stage: string; at: number; step: number; dueAt: number | null; nextAt: number | null },
): Promise<void> {
  await db.query(
    `update case_file set stage = $3, stage_at = $4, stage_step = $5, due_at = $6, next_at = $7, owner_reminded_at = null,
            coordinator_reminded_at = null
      where workspace_id = $1 and id = $2`,
    [workspaceId, of.caseId, of.stage, of.at, of.step, of.dueAt, of.nextAt],
  );
}

export async function setCaseOwner(
  workspaceId: string,
  db: Client,
  of: { caseId: string; ownerId: string; coordinatorId: string | null },
): Promise<void> {
  await db.query("update case_file set owner_id = $3, coordinator_id = $4 where workspace_id = $1 and id = $2", [
    workspaceId,
    of.caseId,
    of.ownerId,
    of.coordinatorId,
  ]);
}

export async function closeCaseRow(
  workspaceId: string,
  db: Client,
  of: { caseId: string; outcome: CaseOutcome; at: number },
): Promise<void> {
  await db.query(
    "update case_file set status = 'closed', outcome = $3, closed_at = $4, next_at = null where workspace_id = $1 and id = $2",
    [workspaceId, of.caseId, of.outcome, of.at],
  );
}

/** Notes which reminders were given, and when the next one is due. */
export async function setReminded(
  workspaceId: string,
  db: Client,
  of: { caseId: string; owner: number | null; coordinator: number | null; nextAt: number | null },
): Promise<void> {
  await db.query(
    "update case_file set owner_reminded_at = $3, coordinator_reminded_at = $4, next_at = $5 where workspace_id = $1 and id = $2",
    [workspaceId, of.caseId, of.owner, of.coordinator, of.nextAt],
  );
}

/** Cases with a reminder that is due, soonest first. */
export async function readDueCases(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from case_file where workspace_id = $1 and next_at <= $2 order by next_at, id limit $3",
    [workspaceId, ask.instant, ask.limit],
  );
  return rows.map((r) => r.id);
}
