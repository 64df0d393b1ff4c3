/**
 * The transaction of one batch, in as few waits as it can: `begin`, the writer lock and the first reads go out together,
 * and so do all writes and the commit. Measured with 64 callers: two waits settle twice what a wait a statement does.
 */
import type { Statement } from "./settle-statement.ts";
import { pour, run, together } from "./round.ts";
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
const BEGIN: Statement = { name: "begin", text: "begin", values: [] };
const COMMIT: Statement = { name: "commit", text: "commit", values: [] };

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

/**
 * What the work decided: statements to run, made while they are sent, and what to give back once they are committed. `onSent` is called as
 * soon as all of it is sent and the database has work to do; it must not throw.
 */
export type Decided<T> = { statements: Iterable<Statement>; result: T; onSent?: (() => void) | undefined };

type Work<T> = (client: Client, head: Promise<BatchHead>) => Promise<Decided<T>>;

/** Runs `work` as the workspace's one writer: `inBatchOf`, with nothing that could travel with the lock. */
export const inBatch = <T>(pool: Pool, workspace: string, work: Work<T>): Promise<T> =>
  inBatchOf(pool, { workspace, first: () => undefined }, work);

/**
 * Runs `work` as the workspace's one writer. `head` resolves when the lock is held; reads may be sent before that, they
 * queue behind it on the same connection, and those that `first` asks by `run` travel with the lock in one packet. Nothing is committed
 * unless every statement succeeded.
 * Throws CommitUnknown when the answer to COMMIT was lost: the batch may be tried again, facts are idempotent.
 */
export async function inBatchOf<T>(pool: Pool, of: { workspace: string; first(client: Client): void }, work: Work<T>): Promise<T> {
  const ws = of.workspace;
  const client = await pool.connect();
  let doubt: Error | undefined;
  const onLoss = (error: Error): void => {
    doubt = error;
  };
  client.on("error", onLoss);
  try {
    const [begun, head] = together(client, () => {
      const opening = [run(client, BEGIN), beginBatch(client, ws)] as const;
      of.first(client);
      return opening;
    });
    begun.catch(() => undefined);
    head.catch(() => undefined);
    const { statements, result, onSent } = await work(client, head);
    await begun;
    const saved = saveAndCommit(client, statements);
    onSent?.();
    await saved;
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

/**
 * Everything is written and committed by one message, so a lost connection leaves all answers open, also of what did not fail: only a
 * SQLSTATE says that nothing was committed.
 */
async function saveAndCommit(client: Client, statements: Iterable<Statement>): Promise<void> {
  const answers = await Promise.allSettled(pour(client, withCommit(statements)));
  const refused = answers.slice(0, -1).find((a) => a.status === "rejected" && sqlState(a.reason) !== null);
  if (refused?.status === "rejected") throw refused.reason;
  const commit = answers.at(-1);
  if (commit?.status === "rejected") {
    const state = sqlState(commit.reason);
    if (state !== null && !state.startsWith("57P")) throw commit.reason;
    throw new CommitUnknown("The connection was lost while COMMIT was under way.", { cause: commit.reason });
  }
  if (commit?.value.command !== "COMMIT")
    throw new CommitRefused(`The batch ended as ${String(commit?.value.command)}: one of its statements had failed.`);
}

function* withCommit(statements: Iterable<Statement>): Iterable<Statement> {
  yield* statements;
  yield COMMIT;
}
