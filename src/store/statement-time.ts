/** What is asked while somebody waits may take so long and no longer. */
import type { Client } from "./db.ts";

/** Statements of this transaction that take longer fail with 57014. */
export async function limitTime(db: Client, ms: number): Promise<void> {
  await db.query("select set_config('statement_timeout', $1, true)", [String(Math.round(ms))]);
}
