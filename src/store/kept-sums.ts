/** Sums that take a while where there are millions of rows: kept by name, with what was newest when they were made. */
import type { Client } from "./db.ts";

export type KeptRow<T> = { mark: string; at: number; ms: number; sums: T };

export async function readKept<T>(workspaceId: string, db: Client, name: string): Promise<KeptRow<T> | null> {
  const { rows } = await db.query<KeptRow<T>>("select mark, at, ms, sums from kept_sum where workspace_id = $1 and name = $2", [
    workspaceId,
    name,
  ]);
  return rows[0] ?? null;
}

export async function keep<T>(workspaceId: string, db: Client, of: KeptRow<T> & { name: string }): Promise<void> {
  await db.query(
    `insert into kept_sum as k (workspace_id, name, mark, at, ms, sums) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, name) do update set mark = excluded.mark, at = excluded.at, ms = excluded.ms, sums = excluded.sums
      where k.at <= excluded.at`,
    [workspaceId, of.name, of.mark, of.at, of.ms, JSON.stringify(of.sums)],
  );
}

/** The instant of the newest transfer, and a text that differs as soon as money has moved or something was told. */
export type Newest = { mark: string; at: number };

/**
 * What is newest. No number of a reward and no balance moves without a transfer, whose id begins with the batch's instant; most batches
 * add to the outbox besides.
 */
export async function readNewest(workspaceId: string, db: Client): Promise<Newest> {
  const { rows } = await db.query<{ seq: number | null; transfer: string | null }>(
    `select (select max(seq) from outbox where workspace_id = $1) as seq,
            (select id from transfer where workspace_id = $1 order by id desc limit 1) as transfer`,
    [workspaceId],
  );
  const { seq, transfer } = rows[0]!;
  return {
    mark: `${seq ?? 0} ${transfer ?? ""}`,
    at: transfer === null ? 0 : Number.parseInt(transfer.slice(0, 8) + transfer.slice(9, 13), 16),
  };
}
