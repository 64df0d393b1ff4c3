/** What is done to the queue's own table that pg-boss has no word for. The columns are those of schema version 43. */
import { JOBS_SCHEMA } from "./jobs-schema.ts";

/** pg-boss's way of running SQL. */
export type JobsDb = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** A job under a worker's claim. Every claim raises `retryCount`, so the pair names one attempt: the fence. */
export type ClaimedJob = { name: string; id: string; retryCount: number };

/**
 * Gives claimed jobs back so that another worker may take them this moment, and does not count the attempt. Claims that have
 * passed to somebody else are left alone. pg-boss's own ways either count a failure and wait (fail) or forget which attempt it
 * was, so that a handler that is still running could finish the next claim (restore).
 */
export async function releaseClaims(db: JobsDb, jobs: readonly ClaimedJob[]): Promise<number> {
  if (jobs.length === 0) return 0;
  const { rows } = await db.executeSql(
    `update ${JOBS_SCHEMA}.job j
        set state = 'retry', retry_limit = j.retry_limit + 1, start_after = ${JOBS_SCHEMA}.job_now(), heartbeat_on = null
       from json_to_recordset($1::text::json) as h(name text, id uuid, "retryCount" integer)
      where j.name = h.name and j.id = h.id and j.state = 'active' and j.retry_count = h."retryCount"
      returning j.id`,
    [JSON.stringify(jobs)],
  );
  return rows.length;
}

/**
 * Forgets earlier dead letters of an equal job, just before it becomes one again: a fault that lasts is one line for the operator, not one
 * every few minutes.
 */
export async function dropDeadLetters(db: JobsDb, of: { queue: string; job: string; key: string }): Promise<void> {
  await db.executeSql(`delete from ${JOBS_SCHEMA}.job where name = $1 and source_name = $2 and singleton_key = $3 and state = 'created'`, [
    of.queue,
    of.job,
    of.key,
  ]);
}
