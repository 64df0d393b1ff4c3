/** Is this process fit to take requests? Each part answers with a word; the whole never throws. */
import { type Pool, inTransaction } from "../store/db.ts";
import type { Batcher } from "./batcher.ts";

export type Readiness = { ready: boolean; checks: Record<string, string> };

/** A database that does not answer within this is as good as none. Milliseconds. */
const PATIENCE_MS = 2_000;

/** Database and queue. The queue is full long after it is slow: half of its bound is said, and still ready. */
export async function readiness(parts: { pool: Pool; batcher: Batcher }): Promise<Readiness> {
  const database = await Promise.race([
    inTransaction(parts.pool, (db) => db.query("select 1")).then(() => "ok", () => "unreachable"),
    new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, "slow").unref()),
  ]);
  const waiting = parts.batcher.depth();
  return { ready: database === "ok", checks: { database, migrations: "ok", queue: `${waiting} waiting` } };
}
