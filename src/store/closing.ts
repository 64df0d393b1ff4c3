/** Workspaces that were closed: since when, until when they can be brought back, and how they are erased. */
import { noteKeyNews } from "./access.ts";
import type { Client, Pool } from "./db.ts";

type Db = Pick<Client, "query"> | Pool;
const on = (db: Db): Client => db as Client;
const NOW = "(extract(epoch from transaction_timestamp()) * 1000)::bigint";

/** Epoch milliseconds, by the database's own clock. */
export type Closing = { closed_at: number; erase_at: number };

/** Null while the workspace is open. */
export async function readClosing(db: Db, workspaceId: string): Promise<Closing | null> {
  const { rows } = await on(db).query<Closing>(
    "select closed_at, erase_at from workspace_directory where workspace_id = $1 and closed_at is not null",
    [workspaceId],
  );
  return rows[0] ?? null;
}

/** Closes a workspace and its sandbox. Null when it is closed already. */
export async function closeInDirectory(db: Db, workspaceId: string, days: number): Promise<Closing | null> {
  const { rows } = await on(db).query<Closing>(
    `update workspace_directory set closed_at = ${NOW}, erase_at = ${NOW} + $2 * 86400000::bigint
      where (workspace_id = $1 or sandbox_of = $1) and closed_at is null returning closed_at, erase_at`,
    [workspaceId, days],
  );
  if (rows.length > 0) await noteKeyNews(db);
  return rows[0] ?? null;
}

/** Opens a workspace and its sandbox again. False when it is not closed, or its time is over. */
export async function openInDirectory(db: Db, workspaceId: string): Promise<boolean> {
  const { rowCount } = await on(db).query(
    `update workspace_directory set closed_at = null, erase_at = null
      where (workspace_id = $1 or sandbox_of = $1) and erase_at > ${NOW}`,
    [workspaceId],
  );
  if (rowCount) await noteKeyNews(db);
  return (rowCount ?? 0) > 0;
}

/** Those whose time is over, the longest over first. */
export async function listToErase(db: Db, limit: number): Promise<string[]> {
  const { rows } = await on(db).query<{ workspace_id: string }>(
    `select workspace_id from workspace_directory where erase_at <= ${NOW} order by erase_at, workspace_id limit $1`,
    [limit],
  );
  return rows.map((row) => row.workspace_id);
}

/** Erases some rows of a workspace whose time is over; 0 when nothing of it is left, the directory's row neither. */
export async function erasePart(workspaceId: string, db: Client, most: number): Promise<number> {
  const { rows } = await db.query<{ gone: number }>("select erase_part($1, $2) as gone", [workspaceId, most]);
  return rows[0]!.gone;
}

const COUNTED = {
  people: "select 1 from person where workspace_id = $1 and merged_into is null and erased_at is null",
  live_programs: "select 1 from program where workspace_id = $1 and status = 'live'",
  links: "select 1 from link where workspace_id = $1 and disabled_at is null",
  referrals: "select 1 from referral where workspace_id = $1 and status <> 'superseded'",
  waiting_rewards: "select 1 from reward where workspace_id = $1 and state = 'pending'",
  keys: "select 1 from api_key where workspace_id = $1 and revoked_at is null",
  operators: "select 1 from operator where workspace_id = $1 and disabled_at is null",
} as const;
export type Counted = keyof typeof COUNTED;
export const COUNTED_KINDS = Object.keys(COUNTED) as Counted[];

/** What a workspace holds, each counted to a limit. */
export async function countHeld(workspaceId: string, db: Client, limit: number): Promise<Record<Counted, number>> {
  const parts = COUNTED_KINDS.map((kind) => `(select count(*)::int from (${COUNTED[kind]} limit $2) n) as ${kind}`);
  const { rows } = await db.query<Record<Counted, number>>(`select ${parts.join(", ")}`, [workspaceId, limit]);
  return rows[0]!;
}
