/** Answers kept under the caller's Idempotency-Key. */
import { quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type KeptAnswer = { route: string; hash: string; status: number | null; body: string | null; age_seconds: number };

/** Claims a key for a request that begins. False: somebody has it (readAnswer says who). Of two at once exactly one gets true. */
export async function claimKey(workspaceId: string, db: Client, claim: { key: string; route: string; hash: string }): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "claim_key",
    text: "insert into idempotency (workspace_id, key, route, hash) values ($1, $2, $3, $4) on conflict (workspace_id, key) do nothing",
    values: [workspaceId, claim.key, claim.route, claim.hash],
  });
  return rowCount === 1;
}

/** What is kept under a key; `status` null while its first request runs. */
export async function readAnswer(workspaceId: string, db: Client, key: string): Promise<KeptAnswer | null> {
  const { rows } = await db.query<KeptAnswer>({
    name: "read_answer",
    text: `select route, hash, status, body, extract(epoch from transaction_timestamp() - created_at)::double precision as age_seconds
       from idempotency where workspace_id = $1 and key = $2`,
    values: [workspaceId, key],
  });
  return rows[0] ?? null;
}

/** Keeps the answer of the request that claimed the key. */
export async function keepAnswer(workspaceId: string, db: Client, answer: { key: string; status: number; body: string }): Promise<void> {
  await db.query({
    name: "keep_answer",
    text: "update idempotency set status = $3, body = $4 where workspace_id = $1 and key = $2",
    values: [workspaceId, answer.key, answer.status, answer.body],
  });
}

/**
 * Gives a claim back, so that the same key may try again at once: the request failed. What it did before that stays under the key (the row
 * is only made older than a claim gets).
 */
export async function releaseKey(workspaceId: string, db: Client, key: string): Promise<void> {
  await db.query("delete from idempotency where workspace_id = $1 and key = $2 and status is null and body is null", [workspaceId, key]);
  await db.query(
    "update idempotency set created_at = created_at - interval '1 hour' where workspace_id = $1 and key = $2 and status is null",
    [workspaceId, key],
  );
}

/** What a step of a request came to. Without `result` it may be done again. */
export type Step = { result?: unknown };

/** By key: the steps of requests that have no answer yet, in their order; nobody else adds one until this transaction ends. */
export async function readSteps(workspaceId: string, db: Client, keys: readonly string[]): Promise<Map<string, Step[]>> {
  const { rows } = await db.query<{ key: string; body: string | null }>({
    name: "read_steps",
    text: "select key, body from idempotency where workspace_id = $1 and key = any($2::text[]) and status is null for update",
    values: [workspaceId, quoted(keys)],
  });
  return new Map(rows.map(({ key, body }) => [key, JSON.parse(body ?? "[]") as Step[]]));
}

/** Adds the same step to each of these, in the transaction that did it. */
export async function keepStep(workspaceId: string, db: Client, of: { keys: readonly string[]; step: Step }): Promise<void> {
  await db.query({
    name: "keep_step",
    text: `update idempotency set body = (coalesce(body, '[]')::jsonb || $3::jsonb)::text
      where workspace_id = $1 and key = any($2::text[]) and status is null`,
    values: [workspaceId, quoted(of.keys), JSON.stringify([of.step])],
  });
}

/** Takes over a claim whose process died: true for exactly one taker. */
export async function takeOverKey(workspaceId: string, db: Client, claim: { key: string; olderThanSeconds: number }): Promise<boolean> {
  const { rowCount } = await db.query(
    `update idempotency set created_at = transaction_timestamp()
      where workspace_id = $1 and key = $2 and status is null and created_at < transaction_timestamp() - make_interval(secs => $3)`,
    [workspaceId, claim.key, claim.olderThanSeconds],
  );
  return rowCount === 1;
}

/** Forgets answers older than `hours`; returns how many. For a daily job. */
export async function dropOldAnswers(workspaceId: string, db: Client, hours: number): Promise<number> {
  const { rowCount } = await db.query(
    "delete from idempotency where workspace_id = $1 and created_at < transaction_timestamp() - make_interval(hours => $2)",
    [workspaceId, hours],
  );
  return rowCount ?? 0;
}

/** Routes whose answers tell of no person and hold nothing that was written about one. Whatever is not named here may. */
const IMPERSONAL =
  "^[A-Z]+ /v1/(keys|webhooks|sources|imports|catalogue|coupon-pools|test_clock|programs/:program/(publish|pause|resume|end|plan)$)";

/**
 * Forgets every kept answer that may hold personal data: part of erasing a person. All of them and not only hers, because answers are
 * not indexed by person; a request of the last hours that is sent again is then done again, as without a key. What moves money or goods
 * knows its own key all the same (By.idempotencyKey).
 */
export async function dropPersonalAnswers(workspaceId: string, db: Client): Promise<void> {
  await db.query("delete from idempotency where workspace_id = $1 and body is not null and route !~ $2", [workspaceId, IMPERSONAL]);
}
