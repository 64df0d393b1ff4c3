/** Changes of a balance by hand, with who proposed and who approved them. */
import type { Client } from "./db.ts";

export type AdjustmentKind = "grant" | "spend" | "reverse";
export type AdjustmentState = "waiting" | "approved" | "done" | "refused";

export type AdjustmentRow = {
  id: string;
  kind: AdjustmentKind;
  person_id: string;
  program_id: string | null;
  program: string | null;
  reward_id: string | null;
  redemption_id: string | null;
  form: string;
  unit: string;
  amount: number;
  reason: string;
  state: AdjustmentState;
  proposed_by: string;
  proposed_at: number;
  decided_by: string | null;
  decided_at: number | null;
  note: string | null;
};

const ADJUSTMENT = `select a.id, a.kind, a.person_id, a.program_id, p.key as program, a.reward_id, a.redemption_id,
       a.form, a.unit, a.amount, a.reason, a.state, a.proposed_by, a.proposed_at, a.decided_by, a.decided_at, a.note
  from adjustment a left join program p on p.workspace_id = $1 and p.id = a.program_id where a.workspace_id = $1`;

/** One adjustment, or null. */
export async function readAdjustment(ws: string, db: Client, id: string): Promise<AdjustmentRow | null> {
  const { rows } = await db.query<AdjustmentRow>(`${ADJUSTMENT} and a.id = $2`, [ws, id]);
  return rows[0] ?? null;
}

/** The same; nobody else decides it until the transaction ends. */
export async function lockAdjustment(ws: string, db: Client, id: string): Promise<AdjustmentRow | null> {
  const { rows } = await db.query<AdjustmentRow>(`${ADJUSTMENT} and a.id = $2 for update of a`, [ws, id]);
  return rows[0] ?? null;
}

export type AdjustmentFilter = { before: string | null; limit: number; state: string | null; personId: string | null };

/** Adjustments, newest first. `state` waiting is what a second operator has to look at. */
export async function listAdjustments(ws: string, db: Client, filter: AdjustmentFilter): Promise<AdjustmentRow[]> {
  const { rows } = await db.query<AdjustmentRow>(
    `${ADJUSTMENT} and ($2::uuid is null or a.id < $2) and ($3::text is null or a.state = $3) and ($4::uuid is null or a.person_id = $4)
      order by a.id desc limit $5`,
    [ws, filter.before, filter.state, filter.personId, filter.limit],
  );
  return rows;
}

export type NewAdjustment = Omit<AdjustmentRow, "program" | "proposed_at" | "decided_at" | "note">;

/** Stores a proposal, or what was done at once, at the workspace's present instant. */
export async function insertAdjustment(ws: string, db: Client, a: NewAdjustment): Promise<void> {
  await db.query(
    `insert into adjustment (workspace_id, id, kind, person_id, program_id, reward_id, redemption_id, form, unit, amount, reason, state,
       proposed_by, proposed_at, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, workspace_now($1), $14,
       case when $12 = 'done' then workspace_now($1) end)`,
    [
      ws,
      a.id,
      a.kind,
      a.person_id,
      a.program_id,
      a.reward_id,
      a.redemption_id,
      a.form,
      a.unit,
      a.amount,
      a.reason,
      a.state,
      a.proposed_by,
      a.decided_by,
    ],
  );
}

export type AdjustmentDecision = { id: string; state: AdjustmentState; by: string | null; note: string | null };

/** Writes what was decided; back to waiting nobody has decided. */
export async function decideAdjustment(ws: string, db: Client, d: AdjustmentDecision): Promise<void> {
  await db.query(
    `update adjustment set state = $3, decided_by = $4, note = $5,
            decided_at = case when $3 = 'waiting' then null else workspace_now($1) end
      where workspace_id = $1 and id = $2`,
    [ws, d.id, d.state, d.by, d.note],
  );
}

/** It is done: with the reward or the redemption that it made. */
export async function finishAdjustment(
  ws: string,
  db: Client,
  d: { id: string; reward: string | null; redemption: string | null },
): Promise<void> {
  await db.query(
    `update adjustment set state = 'done', reward_id = coalesce(reward_id, $3), redemption_id = coalesce(redemption_id, $4)
      where workspace_id = $1 and id = $2`,
    [ws, d.id, d.reward, d.redemption],
  );
}

/** For erasing ($2 ids) and merging ($2 the id that goes, $3 the one that stays). */
export const ERASE_ADJUSTMENTS =
  "update adjustment set reason = 'erased', note = null where workspace_id = $1 and person_id = any($2::uuid[])";
export const MOVE_ADJUSTMENTS = "update adjustment set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid";
