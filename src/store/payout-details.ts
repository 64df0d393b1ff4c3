/** Where people want their money, sealed. */
import type { Client } from "./db.ts";
import { plain } from "./arrays.ts";

export type PayoutDetailRow = { method: "bank" | "paypal" | "other"; hint: string; at: number };
export type SealedDetail = { person_id: string; method: PayoutDetailRow["method"]; sealed: string };

/** What she sees again; null when she has said nothing. */
export async function readPayoutDetail(workspaceId: string, db: Client, personId: string): Promise<PayoutDetailRow | null> {
  const { rows } = await db.query<PayoutDetailRow>(
    "select method, hint, at from payout_detail where workspace_id = $1 and person_id = $2",
    [workspaceId, personId],
  );
  return rows[0] ?? null;
}

/** Sealed details of these people. */
export async function readSealedDetails(workspaceId: string, db: Client, people: readonly string[]): Promise<SealedDetail[]> {
  const { rows } = await db.query<SealedDetail>(
    "select person_id, method, sealed from payout_detail where workspace_id = $1 and person_id = any($2::uuid[])",
    [workspaceId, plain(people)],
  );
  return rows;
}

/** Takes the place of what was there. */
export async function savePayoutDetail(
  workspaceId: string,
  db: Client,
  row: PayoutDetailRow & { personId: string; sealed: string },
): Promise<void> {
  await db.query(
    `insert into payout_detail as t (workspace_id, person_id, method, sealed, hint, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, person_id) do update
         set method = excluded.method, sealed = excluded.sealed, hint = excluded.hint, at = excluded.at`,
    [workspaceId, row.personId, row.method, row.sealed, row.hint, row.at],
  );
}

/** @returns whether there was anything. */
export async function deletePayoutDetail(workspaceId: string, db: Client, personId: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from payout_detail where workspace_id = $1 and person_id = $2", [workspaceId, personId]);
  return rowCount === 1;
}
