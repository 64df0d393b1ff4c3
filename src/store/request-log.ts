/** Calls that were refused or failed, for whoever wrote the program that calls. No bodies, no ids in paths, no personal data. */
import { type ElementType, binary } from "./binary-array.ts";
import type { Client } from "./db.ts";

export type RefusedCall = {
  id: string;
  at: number;
  /** `key_...`, or who was signed in. */
  actor: string;
  method: string;
  /** The route's pattern. */
  path: string;
  status: number;
  code: string;
  ms: number;
  request_id: string;
};

/** A workspace keeps so many, a day long. */
export const KEPT_CALLS = 1_000;

/** Adds some and drops what is more than may be kept, or older; of a workspace that was erased meanwhile none. Ids begin with the time. */
export async function insertRefusedCalls(workspaceId: string, db: Client, calls: readonly RefusedCall[]): Promise<void> {
  const of = <K extends keyof RefusedCall>(type: ElementType, key: K): Buffer =>
    binary(
      type,
      calls.map((each) => each[key]),
    );
  await db.query(
    `insert into request_log (workspace_id, id, at, actor, method, path, status, code, ms, request_id)
     select $1::uuid, u.* from unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::text[],
       $9::integer[], $10::text[]) u
      where exists (select from workspace_directory where workspace_id = $1) on conflict do nothing`,
    [
      workspaceId,
      of("uuid", "id"),
      of("bigint", "at"),
      of("text", "actor"),
      of("text", "method"),
      of("text", "path"),
      of("integer", "status"),
      of("text", "code"),
      of("integer", "ms"),
      of("text", "request_id"),
    ],
  );
  await db.query(
    `delete from request_log where workspace_id = $1 and id <= (select id from request_log where workspace_id = $1
       order by id desc offset $2 limit 1)`,
    [workspaceId, KEPT_CALLS],
  );
  await dropOldCalls(workspaceId, db);
}

/** Drops what is older than a day. Real time, also in a sandbox: it is about a program that calls, not about what it calls for. */
export async function dropOldCalls(workspaceId: string, db: Client): Promise<number> {
  const { rowCount } = await db.query(
    "delete from request_log where workspace_id = $1 and at < (extract(epoch from clock_timestamp()) * 1000)::bigint - 86400000",
    [workspaceId],
  );
  return rowCount ?? 0;
}

export type CallFilter = { before: string | null; limit: number; actor: string | null; status: number | null };

/** The newest first. */
export async function listRefusedCalls(workspaceId: string, db: Client, filter: CallFilter): Promise<RefusedCall[]> {
  const { rows } = await db.query<RefusedCall>(
    `select id, at, actor, method, path, status, code, ms, request_id from request_log
      where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or actor = $3) and ($4::int is null or status = $4)
      order by id desc limit $5`,
    [workspaceId, filter.before, filter.actor, filter.status, filter.limit],
  );
  return rows;
}
