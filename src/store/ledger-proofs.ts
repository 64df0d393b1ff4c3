/** Proofs of the books that somebody asked for, with how far they are and what they found. */
import type { Client } from "./db.ts";

export type ProofRow = {
  id: string;
  actor: string;
  started_at: number;
  beat_at: number;
  ended_at: number | null;
  /** `lost`: its process has said nothing for two minutes. */
  state: "running" | "ended" | "failed" | "lost";
  checked: number;
  step: string;
  ok: boolean | null;
  waiting: number | null;
  checks: unknown;
  balance: unknown;
};

const LOST_MS = 120_000;
const NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

const PROOF = `select id, actor, started_at, beat_at, ended_at, checked, step, ok, waiting, checks, balance,
       case when state = 'running' and beat_at < ${NOW} - ${LOST_MS} then 'lost' else state end as state
  from ledger_proof where workspace_id = $1`;

/** One proof, or null. */
export async function readProof(ws: string, db: Client, id: string): Promise<ProofRow | null> {
  const { rows } = await db.query<ProofRow>(`${PROOF} and id = $2`, [ws, id]);
  return rows[0] ?? null;
}

/** Proofs, newest first. */
export async function listProofs(ws: string, db: Client, page: { before: string | null; limit: number }): Promise<ProofRow[]> {
  const { rows } = await db.query<ProofRow>(`${PROOF} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
    ws,
    page.before,
    page.limit,
  ]);
  return rows;
}

/** Begins one, unless one is running: false then. One whose process died makes way. */
export async function beginProof(ws: string, db: Client, of: { id: string; actor: string }): Promise<boolean> {
  await db.query(
    `update ledger_proof set state = 'failed', ended_at = ${NOW}, step = 'The process that ran it is gone.'
      where workspace_id = $1 and state = 'running' and beat_at < ${NOW} - ${LOST_MS}`,
    [ws],
  );
  const { rowCount } = await db.query(
    `insert into ledger_proof (workspace_id, id, actor, started_at, beat_at, state) values ($1, $2, $3, ${NOW}, ${NOW}, 'running')
         on conflict (workspace_id) where state = 'running' do nothing`,
    [ws, of.id, of.actor],
  );
  return rowCount === 1;
}

/** Says how far it is. */
export async function beatProof(ws: string, db: Client, of: { id: string; checked: number; step: string }): Promise<void> {
  await db.query(
    `update ledger_proof set beat_at = ${NOW}, checked = $3, step = $4 where workspace_id = $1 and id = $2 and state = 'running'`,
    [ws, of.id, of.checked, of.step],
  );
}

export type ProofEnd = { id: string; ok: boolean; waiting: number; checked: number; checks: unknown; balance: unknown };

export async function endProof(ws: string, db: Client, of: ProofEnd): Promise<void> {
  await db.query(
    `update ledger_proof set state = 'ended', ended_at = ${NOW}, beat_at = ${NOW}, step = '', ok = $3, waiting = $4, checked = $5,
            checks = $6, balance = $7
      where workspace_id = $1 and id = $2 and state = 'running'`,
    [ws, of.id, of.ok, of.waiting, of.checked, JSON.stringify(of.checks), JSON.stringify(of.balance)],
  );
}

export async function failProof(ws: string, db: Client, of: { id: string; why: string }): Promise<void> {
  await db.query(
    `update ledger_proof set state = 'failed', ended_at = ${NOW}, step = $3 where workspace_id = $1 and id = $2 and state = 'running'`,
    [ws, of.id, of.why],
  );
}
