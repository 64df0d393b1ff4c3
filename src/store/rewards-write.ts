/** What operators change about rewards and budgets, behind the writer lock. Amounts move through the ledger, never here alone. */
import type { Client } from "./db.ts";

/** The reward waits for no operator any more; a choice still waits for its recipient. `expiresAt`: when what is left of it ends now. */
export async function openGate(workspaceId: string, db: Client, of: { id: string; expiresAt: number | null }): Promise<void> {
  await db.query(
    `update reward set gate = case when form = 'choice' then 'choice' end, expires_at = $3
      where workspace_id = $1 and id = $2 and gate = 'review'`,
    [workspaceId, of.id, of.expiresAt],
  );
}

/** The manual reward stored under a basis, or null. */
export async function findManualReward(
  workspaceId: string,
  db: Client,
  key: { programId: string; rule: string; basis: string; recipient: string },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    "select id from reward where workspace_id = $1 and program_id = $2 and rule = $3 and basis = $4 and recipient_id = $5",
    [workspaceId, key.programId, key.rule, key.basis, key.recipient],
  );
  return rows[0]?.id ?? null;
}

/** Opens a spent budget again. Null: there is no such budget; false: it was not spent. */
export async function clearSpent(
  workspaceId: string,
  db: Client,
  budget: { programId: string; key: string; period: string },
): Promise<boolean | null> {
  const values = [workspaceId, budget.programId, budget.key, budget.period];
  const { rows } = await db.query<{ spent_at: number | null }>(
    "select spent_at from budget where workspace_id = $1 and program_id = $2 and key = $3 and period = $4",
    values,
  );
  if (rows[0] === undefined) return null;
  if (rows[0].spent_at === null) return false;
  await db.query("update budget set spent_at = null where workspace_id = $1 and program_id = $2 and key = $3 and period = $4", values);
  return true;
}
