/** Touches: one row a counted visit of a link. They decide nothing by themselves, so they are written without the writer's lock. */
import { CommitRefused } from "./db.ts";
import type { Client, Pool } from "./db.ts";
import { plain, quoted } from "./arrays.ts";

export type TouchRow = {
  /** core/click.ts: touchIdOf. */
  id: string; link_id: string; program_id: string;
  /** The advocate the link belongs to. */
  person_id: string;
  /** Epoch milliseconds on the workspace's clock. */
  at: number;
  channel: string | null;
};

/**
 * Writes touches of one workspace in a transaction of their own, any number in one statement, begin and commit in the same round trip and the same
 * packet (each packet costs both sides a system call, and twenty thousand redirects a second make two hundred transactions). The ids come from the
 * clicks, so rows that are there already (a repeat after a lost answer) are left as they are. Throws what the server said, and CommitRefused
 * when it rolled back; the connection is closed then.
 */
export async function saveTouches(workspaceId: string, pool: Pool, rows: readonly TouchRow[]): Promise<void> {
  const client = await pool.connect();
  let doubt: Error | undefined;
  const onLoss = (error: Error): void => { doubt = error; };
  client.on("error", onLoss);
  try {
    const { stream } = (client as Client & { connection: { stream: { cork(): void; uncork(): void } } }).connection;
    stream.cork();
    const sent = [client.query("begin"), client.query("select set_workspace($1)", [workspaceId]), client.query(insertion(workspaceId, rows)), client.query("commit")];
    stream.uncork();
    const { command } = (await Promise.all(sent))[3]!;
    // After a failed statement COMMIT "succeeds" as ROLLBACK.
    if (command !== "COMMIT") throw new CommitRefused(`The touches' transaction ended as ${command}.`);
  } catch (error) {
    doubt = error as Error;
    throw error;
  } finally {
    client.off("error", onLoss);
    client.release(doubt);
  }
}

function insertion(workspaceId: string, rows: readonly TouchRow[]): { name: string; text: string; values: string[] } {
  return {
    name: "insert_touches",
    text: `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
           select $1::uuid, u.id, u.link_id, u.program_id, u.person_id, u.at, u.channel
             from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::text[]) as u(id, link_id, program_id, person_id, at, channel)
               on conflict do nothing`,
    values: [
      workspaceId, plain(rows.map((row) => row.id)), plain(rows.map((row) => row.link_id)), plain(rows.map((row) => row.program_id)),
      plain(rows.map((row) => row.person_id)), plain(rows.map((row) => row.at)), quoted(rows.map((row) => row.channel)),
    ],
  };
}
