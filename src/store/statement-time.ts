/** What is asked while somebody waits may take so long and no longer. */
import type { Client } from "./db.ts";

/** Statements of this transaction that take longer fail with 57014. */
export async function limitTime(db: Client, ms: number): Promise<void> {
  await db.query("select set_config('statement_timeout', $1, true)", [String(Math.round(ms))]);
}

/** For a statement that looks at a few thousand rows: what belongs to them is looked up, instead of whole tables being read. */
export async function lookUpOneByOne(db: Client): Promise<void> {
  await db.query("select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)");
}
