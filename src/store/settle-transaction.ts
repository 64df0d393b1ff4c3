/**
 * The transaction of one batch, in as few waits as it can: `begin`, the writer lock and the first reads go out together,
 * and so do all writes and the commit. Measured with 64 callers: two waits settle twice what a wait a statement does.
 */
import type { Statement } from "./settle-save.ts";
import { type BatchHead, beginBatch } from "./settle-load.ts";
import { type Client, CommitRefused, CommitUnknown, type Pool, sqlState } from "./db.ts";

/**
 * Session settings of the settle connections. Statements prepared while tables were empty keep their sequential scans for
 * the life of the connection: forbidding those took settling from 1,446 to 2,293 events a second.
 */
export const SETTLE_SETTINGS = {
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
};

const SETTLED = "grapevine:settled";

/**
 * Tells of every workspace that was written through this pool, after the commit: for waking who works on it. A hint, not a promise (a
 * lost answer to COMMIT tells nothing). The listener must not throw.
 */
export function onSettled(pool: Pool, listener: (workspaceId: string) => void): void {
  pool.on(SETTLED as never, listener as never);
}

/** Says so of a workspace that was written otherwise: something in it is due at once. */
export function tellSettled(pool: Pool, workspaceId: string): void {
  pool.emit(SETTLED, workspaceId);
}

/** What the work decided: statements to run, and what to give back once they are committed. */
export type Decided<T> = { statements: Statement[]; result: T };

/**
 * Runs `work` as the workspace's one writer. `head` resolves when the lock is held; reads may be sent before that, they
 * queue behind it on the same connection. Nothing is committed unless every statement succeeded.
 * Throws CommitUnknown when the answer to COMMIT was lost: the batch may be tried again, facts are idempotent.
 */
export async function inBatch<T>(
  pool: Pool,
  ws: string,
  work: (client: Client, head: Promise<BatchHead>) => Promise<Decided<T>>,
): Promise<T> {
  const client = await pool.connect();
  let doubt: Error | undefined;
  const onLoss = (error: Error): void => {
    doubt = error;
  };
  client.on("error", onLoss);
  try {
    const begun = client.query("begin");
    const head = beginBatch(client, ws);
    begun.catch(() => undefined);
    head.catch(() => undefined);
    const { statements, result } = await work(client, head);
    await begun;
    await saveAndCommit(client, statements);
    pool.emit(SETTLED, ws);
    return result;
  } catch (error) {
    if (error instanceof CommitUnknown) doubt = error;
    else if (doubt === undefined)
      await client.query("rollback").catch((lost: unknown) => {
        doubt = lost instanceof Error ? lost : new Error(String(lost));
      });
    throw error;
  } finally {
    client.off("error", onLoss);
    client.release(doubt);
  }
}

async function saveAndCommit(client: Client, statements: readonly Statement[]): Promise<void> {
  const sent = statements.map((s) => client.query(s));
  const commit = client.query("commit");
  const results = await Promise.allSettled(sent);
  const answer = await Promise.allSettled([commit]).then(([a]) => a);
  for (const r of results) if (r.status === "rejected") throw r.reason;
  if (answer?.status === "rejected") {
    const state = sqlState(answer.reason);
    if (state !== null && !state.startsWith("57P")) throw answer.reason;
    throw new CommitUnknown("The connection was lost while COMMIT was under way.", { cause: answer.reason });
  }
  if (answer?.value.command !== "COMMIT")
    throw new CommitRefused(`The batch ended as ${String(answer?.value.command)}: one of its statements had failed.`);
}
