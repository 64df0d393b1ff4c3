/** People who are signed in to their own side, and what a token's bearer is found by. Instants are the database's own. */
import type { Client } from "./db.ts";
import { survivor } from "./survivor.ts";

export type NewSession = { tokenHash: string; personId: string; program: string | null; how: string; seconds: number };

/** Begins a session. */
export async function insertSession(workspaceId: string, db: Client, session: NewSession): Promise<void> {
  await db.query(
    `insert into portal_session (workspace_id, token_hash, person_id, program, how, ends_at)
     values ($1, $2, $3, $4, $5, transaction_timestamp() + make_interval(secs => $6))`,
    [workspaceId, session.tokenHash, session.personId, session.program, session.how, session.seconds],
  );
}

export type LiveSession = { person_id: string; program: string | null; sandbox: boolean };

/**
 * A live session, which notes that it was seen, at most once an hour. Who was merged is who she is now; who was erased has none.
 */
export async function useSession(
  workspaceId: string,
  db: Client,
  of: { tokenHash: string; idleSeconds: number },
): Promise<LiveSession | null> {
  const { rows } = await db.query<LiveSession & { stale: boolean }>(
    `select coalesce(p.merged_into, p.id) as person_id, s.program, w.sandbox_of is not null as sandbox,
            s.seen_at < transaction_timestamp() - interval '1 hour' as stale
       from portal_session s join person p on p.workspace_id = $1 and p.id = s.person_id
       join workspace_directory w on w.workspace_id = $1 and w.closed_at is null
      where s.workspace_id = $1 and s.token_hash = $2 and s.ends_at > transaction_timestamp() and p.erased_at is null
        and s.seen_at > transaction_timestamp() - make_interval(secs => $3)`,
    [workspaceId, of.tokenHash, of.idleSeconds],
  );
  const [session] = rows;
  if (session === undefined) return null;
  if (session.stale)
    await db.query("update portal_session set seen_at = transaction_timestamp() where workspace_id = $1 and token_hash = $2", [
      workspaceId,
      of.tokenHash,
    ]);
  return session;
}

/** Ends one session. */
export async function endSession(workspaceId: string, db: Client, tokenHash: string): Promise<void> {
  await db.query("delete from portal_session where workspace_id = $1 and token_hash = $2", [workspaceId, tokenHash]);
}

/** Ends all of a person's sessions. @returns how many there were */
export async function endSessionsOf(workspaceId: string, db: Client, personId: string): Promise<number> {
  const { rowCount } = await db.query("delete from portal_session where workspace_id = $1 and person_id = $2", [workspaceId, personId]);
  return rowCount ?? 0;
}

/** The person with a user id as she is now, with what is known of her; null when nobody has it. */
export async function memberByUserId(
  workspaceId: string,
  db: Client,
  userId: string,
): Promise<{ id: string; data: Record<string, unknown> | null } | null> {
  const { rows } = await db.query<{ id: string; data: Record<string, unknown> | null }>(
    `select t.id, v.data from person_identity i
       join person p on p.workspace_id = $1 and p.id = i.person_id
       join person t on t.workspace_id = $1 and t.id = ${survivor("p")} and t.erased_at is null
       left join person_private v on v.workspace_id = $1 and v.person_id = t.id
      where i.workspace_id = $1 and i.kind = 1 and i.value = $2`,
    [workspaceId, userId],
  );
  return rows[0] ?? null;
}

/** When somebody was last erased in a workspace, by the database's own clock; null when nobody ever was. */
export async function lastErasure(workspaceId: string, db: Client): Promise<number | null> {
  const { rows } = await db.query<{ at: number | null }>("select person_erased_at as at from workspace where workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0]?.at ?? null;
}
