/** Rewards at their gates, and what was made of referrals. Written behind the writer lock. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { rows as named } from "./settle-rows.ts";

export type AtGate = { id: string; program: string; version: number; friend: string | null; recipient: string };

/** Rewards that wait to be scored, in order of id. */
export async function readUnscored(ws: string, db: Client, limit: number): Promise<AtGate[]> {
  const { rows } = await db.query<AtGate>(
    `select id, program_id as program, version, friend_id as friend, recipient_id as recipient from reward
      where workspace_id = $1 and gate = 'risk' and state = 'pending' order by (friend_id is null), id limit $2`,
    [ws, limit],
  );
  return rows;
}

/** Ids of rewards that wait for the review of a friend's referral; with `friend` null, of those of an advocate that rest on none. */
export async function readHeld(
  ws: string,
  db: Client,
  of: { program: string; friend: string | null; recipient?: string },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    // Held to the index by person: planned freely it read everything that waits, for each of a farm of 1,000 friends.
    `select id from (select id, program_id, gate, state, friend_id from reward
        where workspace_id = $1 and ${of.friend === null ? "recipient_id" : "friend_id"} = $3 offset 0) r
      where program_id = $2 and gate in ('risk', 'risk_review') and state = 'pending' and (friend_id is null) = $4 order by id`,
    [ws, of.program, of.friend ?? of.recipient, of.friend === null],
  );
  return rows.map((r) => r.id);
}

/** Rewards whose recipient has a checked licence of the kind that was valid when they were earned. */
export async function readLicensed(ws: string, db: Client, of: { kind: string; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select r.id from reward r where r.workspace_id = $1 and r.gate = 'licence' and r.state = 'pending'
        and exists (select from licence l where l.workspace_id = $1 and l.person_id = r.recipient_id and l.kind = $2
          and l.status = 'checked' and r.at between l.valid_from and l.valid_until) order by r.id limit $3`,
    [ws, of.kind, of.limit],
  );
  return rows.map((r) => r.id);
}

/** Says of the others what is missing: a licence, or one that was valid at the time. */
export async function sayUnlicensed(ws: string, db: Client, kind: string): Promise<void> {
  await db.query(
    `update reward r set reason = u.reason
       from (select w.id, case when exists (select from licence l where l.workspace_id = $1 and l.person_id = w.recipient_id
                and l.kind = $2 and l.status = 'checked') then 'licence_expired' else 'licence_missing' end as reason
               from reward w where w.workspace_id = $1 and w.gate = 'licence' and w.state = 'pending') u
      where r.workspace_id = $1 and r.id = u.id and r.reason is distinct from u.reason`,
    [ws, kind],
  );
}

/** Whether anything waits to be scored, or has not been told what licence is missing. */
export async function hasGated(ws: string, db: Client): Promise<boolean> {
  const { rows } = await db.query<{ waits: boolean }>(
    `select exists (select from reward where workspace_id = $1 and gate = 'risk' and state = 'pending')
         or exists (select from reward where workspace_id = $1 and gate = 'licence' and state = 'pending' and reason is null) as waits`,
    [ws],
  );
  return rows[0]?.waits ?? false;
}

/** Whether any reward waits at a gate, for whatever reason. */
export async function hasGates(ws: string, db: Client): Promise<boolean> {
  const [found] = await named<{ waits: boolean }>(db, "has_gates", {
    // The state is no condition of an index here: a plan made while the table was young took the index of what is open and read all of
    // it, 220 ms a page of news, where the index of gates has nothing to show.
    text: "select exists (select from reward where workspace_id = $1 and gate in ('risk', 'licence') and state || '' = 'pending') as waits",
    values: [ws],
  });
  return found?.waits ?? false;
}

export type Move = { id: string; gate: string | null; expiresAt: number | null };

/** Moves rewards to other gates; null opens the last one. */
export async function moveGates(ws: string, db: Client, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await db.query(
    `update reward r set gate = u.gate, expires_at = u.expires_at, reason = case when r.gate = 'licence' then null else r.reason end
       from unnest($2::uuid[], $3::text[], $4::bigint[]) u(id, gate, expires_at) where r.workspace_id = $1 and r.id = u.id`,
    [ws, plain(moves.map((m) => m.id)), quoted(moves.map((m) => m.gate)), plain(moves.map((m) => m.expiresAt))],
  );
}

/** Which state of the programs is in force: what compiled ones are kept under. */
export async function readRevision(ws: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ revision: number }>("select programs_revision as revision from workspace where workspace_id = $1", [
    ws,
  ]);
  return rows[0]?.revision ?? 0;
}

/** Whether anything that a friend's referral earned is, or was, available. */
export async function readGiven(ws: string, db: Client, of: { program: string; friend: string }): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from (select program_id, matured_at, owed from reward where workspace_id = $1 and friend_id = $2 offset 0) r
      where program_id = $3 and matured_at is not null and owed > 0 limit 1`,
    [ws, of.friend, of.program],
  );
  return rows.length > 0;
}

/** Forgets what people were seen with when its time is over. */
export async function dropOldSignals(ws: string, db: Client, of: { now: number; limit: number }): Promise<number> {
  const { rowCount } = await db.query(
    `delete from risk_signal where workspace_id = $1 and (kind, hash, person_id) in (
       select kind, hash, person_id from risk_signal where workspace_id = $1 and expires_at <= $2 order by expires_at limit $3)`,
    [ws, of.now, of.limit],
  );
  return rowCount ?? 0;
}
