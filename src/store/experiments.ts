/** Experiments: their arms and when they ran. Who is in which arm stands nowhere: it is a hash. */
import type { Correction, ExperimentMetric, ExperimentState, Range, Unit } from "../core/experiment.ts";
import type { Client } from "./db.ts";

/** `version` and the range are given when it starts; the control's version is that of the program as it is. */
export type ArmRow = {
  key: string;
  name: string;
  weight: number;
  patch: Record<string, unknown> | null;
  version?: number;
  first?: number;
  below?: number;
};
export type DesignRow = {
  share: number;
  metric: ExperimentMetric;
  worth: number;
  alpha: number;
  power: number;
  minimum: number;
  planned: number | null;
  currency: string | null;
  guardrails: { metric: ExperimentMetric; accepted: number }[];
  /** Absent: Holm, in experiments from before it could be chosen. */
  correction?: Correction;
  /** Absent: advocates, in experiments from before it could be chosen. */
  unit?: Unit;
};
export type ExperimentRow = {
  id: string;
  program_id: string;
  program: string;
  name: string;
  hypothesis: string;
  layer: string;
  salt: string;
  status: ExperimentState;
  arms: ArmRow[];
  design: DesignRow;
  first: number | null;
  below: number | null;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
};

const EXPERIMENT = `
  select e.id, e.program_id, p.key as program, e.name, e.hypothesis, e.layer, e.salt, e.status, e.arms, e.design, e.first, e.below,
         e.created_at, e.started_at, e.ended_at
    from experiment e join program p on p.workspace_id = e.workspace_id and p.id = e.program_id
   where e.workspace_id = $1`;

export async function readExperiment(workspaceId: string, db: Client, id: string): Promise<ExperimentRow | null> {
  const { rows } = await db.query<ExperimentRow>(`${EXPERIMENT} and e.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** As readExperiment; nobody else changes it until the transaction ends. */
export async function holdExperiment(workspaceId: string, db: Client, id: string): Promise<ExperimentRow | null> {
  const { rows } = await db.query<ExperimentRow>(`${EXPERIMENT} and e.id = $2 for update of e`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listExperiments(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number; programId: string | null; status: ExperimentState | null },
): Promise<ExperimentRow[]> {
  const { rows } = await db.query<ExperimentRow>(
    `${EXPERIMENT} and ($2::uuid is null or e.id < $2) and ($4::uuid is null or e.program_id = $4) and ($5::text is null or e.status = $5)
      order by e.id desc limit $3`,
    [workspaceId, page.before, page.limit, page.programId, page.status],
  );
  return rows;
}

export type NewExperiment = Pick<ExperimentRow, "id" | "program_id" | "name" | "hypothesis" | "layer" | "salt" | "arms" | "design">;

export async function insertExperiment(workspaceId: string, db: Client, e: NewExperiment & { at: number }): Promise<void> {
  await db.query(
    `insert into experiment (workspace_id, id, program_id, name, hypothesis, layer, salt, arms, design, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, e.id, e.program_id, e.name, e.hypothesis, e.layer, e.salt, JSON.stringify(e.arms), JSON.stringify(e.design), e.at],
  );
}

/** Says a draft anew; false: it is none any more. */
export async function updateDraftExperiment(workspaceId: string, db: Client, e: NewExperiment): Promise<boolean> {
  const { rowCount } = await db.query(
    `update experiment set program_id = $3, name = $4, hypothesis = $5, layer = $6, salt = $7, arms = $8, design = $9
      where workspace_id = $1 and id = $2 and status = 'draft'`,
    [workspaceId, e.id, e.program_id, e.name, e.hypothesis, e.layer, e.salt, JSON.stringify(e.arms), JSON.stringify(e.design)],
  );
  return rowCount === 1;
}

/** The stretches of a layer that are taken now. */
export async function takenRanges(workspaceId: string, db: Client, layer: string): Promise<Range[]> {
  const { rows } = await db.query<Range>(
    "select first, below from experiment where workspace_id = $1 and layer = $2 and status = 'running' order by first",
    [workspaceId, layer],
  );
  return rows;
}

/** The experiment that runs in a program, or null. */
export async function runningIn(workspaceId: string, db: Client, programId: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await db.query<{ id: string; name: string }>(
    "select id, name from experiment where workspace_id = $1 and program_id = $2 and status = 'running'",
    [workspaceId, programId],
  );
  return rows[0] ?? null;
}

/** The first version of a program that takes effect after an instant, or null. */
export async function takesEffectLater(
  workspaceId: string,
  db: Client,
  of: { program: string; at: number },
): Promise<{ version: number; at: number } | null> {
  const { rows } = await db.query<{ version: number; at: number }>(
    `select version, effective_from as at from program_version where workspace_id = $1 and program_id = $2 and effective_from > $3
      order by effective_from limit 1`,
    [workspaceId, of.program, of.at],
  );
  return rows[0] ?? null;
}

export async function startExperiment(
  workspaceId: string,
  db: Client,
  e: { id: string; arms: readonly ArmRow[]; range: Range; at: number },
): Promise<void> {
  await db.query(
    "update experiment set status = 'running', arms = $3, first = $4, below = $5, started_at = $6 where workspace_id = $1 and id = $2",
    [workspaceId, e.id, JSON.stringify(e.arms), e.range.first, e.range.below, e.at],
  );
}

export async function stopExperiment(workspaceId: string, db: Client, e: { id: string; at: number }): Promise<void> {
  await db.query("update experiment set status = 'stopped', ended_at = $3 where workspace_id = $1 and id = $2", [
    workspaceId,
    e.id,
    e.at,
  ]);
}

export async function deleteDraftExperiment(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query("delete from experiment where workspace_id = $1 and id = $2 and status = 'draft'", [workspaceId, id]);
}
