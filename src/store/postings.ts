/** Writing transfers and balances outside a batch of events, in a transaction that holds the writer lock. */
import type { Transfer } from "../core/reward.ts";
import type { Client } from "./db.ts";
import { accounts, transfers } from "./settle-save-rewards.ts";

/** Adds the transfers and moves the balances of their accounts. A transfer whose id is stored already aborts the transaction. */
export async function saveTransfers(workspaceId: string, db: Client, list: Transfer[]): Promise<void> {
  if (list.length === 0) return;
  const statements = [accounts({ transfers: list }), transfers({ transfers: list })].filter((s) => s !== undefined);
  await Promise.all(statements.map((s) => db.query({ ...s, values: [workspaceId, ...s.values] })));
}

/** The available balances of these people, by owner. Who has no account is not in it. */
export async function readAvailable(
  workspaceId: string,
  db: Client,
  of: { owners: readonly string[]; form: string; unit: string },
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ owner_id: string; balance: number }>(
    `select owner_id, balance from ledger_account
      where workspace_id = $1 and owner_id = any($2::uuid[]) and kind = 'available' and form = $3 and unit = $4`,
    [workspaceId, of.owners, of.form, of.unit],
  );
  return new Map(rows.map((r) => [r.owner_id, r.balance]));
}
