/** Connections: pools, the transaction that every tenant statement runs in, and what a process checks before it works. */
import pg from "pg";
import { Kysely, PostgresDialect } from "kysely";
import { TYPES } from "./types.ts";

export type Pool = pg.Pool;
/** A connection inside a transaction or on its own. Statements may be sent without waiting for the one before. */
export type Client = pg.PoolClient;

export type PoolOptions = {
  /** Connections at most. 10. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Session settings, for example the planner's on settle connections: { plan_cache_mode: "force_generic_plan" }. */
  settings?: Record<string, string>;
  /** False where a cursor is needed (streaming), which cannot share a pipelined connection. True. */
  pipeline?: boolean;
  /** True: values as the driver reads them, for a library that brings its own statements. */
  plainTypes?: boolean;
  /** Milliseconds to wait for a free connection before failing. 10,000. */
  acquireTimeoutMs?: number;
  /** Told of idle connections that were lost. The pool replaces them by itself. */
  onError?: (error: Error) => void;
};

/**
 * A process that is paused (a frozen machine, SIGSTOP) in the middle of a transaction keeps its locks, and the workspace's writer lock
 * with them: nobody settles anything until it wakes. After this the server ends its session, and what it had begun is undone.
 */
const IDLE_IN_TRANSACTION = "10s";

/** The COMMIT was sent and no answer came: it may have happened or not. Only what may safely run twice can be tried again. */
export class CommitUnknown extends Error {}

/** The transaction was rolled back although COMMIT was asked for: a statement inside it had failed. */
export class CommitRefused extends Error {}

/**
 * A pool of pipelined connections (2,000 trivial queries: 113 to 145 ms against 410 to 495 queued), with int8 as exact
 * numbers and timestamptz as epoch milliseconds. Nothing is connected before the first use.
 */
export function openPool(url: string, options: PoolOptions = {}): Pool {
  const settings = { timezone: "UTC", datestyle: "ISO", idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION, ...options.settings };
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? "grapevine",
    pipeline: options.pipeline ?? true,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 10_000,
    // A peer that vanished without a word (half-open) is found by the kernel instead of never.
    keepAlive: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${escapeOption(value)}`)
      .join(" "),
    ...(options.plainTypes === true ? {} : { types: TYPES }),
  });
  pool.on("error", (error) => options.onError?.(error));
  return pool;
}

/** The query builder on a pool. `DB` maps table names to row types. Destroying it ends the pool. */
export function kysely<DB>(pool: Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Runs `work` in one transaction that sees and writes only `workspaceId` (row-level security). Commits what it did, or
 * throws and leaves nothing. A connection whose state is in doubt is closed, never given to the next caller. Throws
 * CommitUnknown when the answer to COMMIT was lost, CommitRefused when the server rolled back instead.
 */
export async function inWorkspace<T>(pool: Pool, workspaceId: string, work: (client: Client) => Promise<T>): Promise<T> {
  const enter = { name: "enter", text: "select set_workspace($1)", values: [workspaceId] };
  return await transaction(pool, (client) => client.query(enter), work);
}

/** A transaction without a workspace: under row-level security it sees directory tables only. Otherwise as inWorkspace. */
export async function inTransaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  return await transaction(pool, null, work);
}

type Enter = (client: Client) => Promise<unknown>;

async function transaction<T>(pool: Pool, enter: Enter | null, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let doubt: Error | undefined;
  // Connections in use report their loss here; without a listener it would end the process.
  const onLoss = (error: Error): void => {
    doubt = error;
  };
  client.on("error", onLoss);
  try {
    // On a pipelined connection `begin` and the workspace travel with the first statement of `work`: one wait less. If
    // the workspace cannot be set, the server fails all that follows (25P02); if even `begin` fails, row-level security
    // refuses every write, because no workspace is set outside the transaction.
    const isPipelined = pool.options.pipeline === true;
    const opened = isPipelined ? Promise.all([client.query("begin"), enter?.(client)]) : client.query("begin").then(() => enter?.(client));
    opened.catch(() => undefined);
    if (!isPipelined || enter === null) await opened;
    const result = await work(client);
    await opened;
    await commit(client);
    return result;
  } catch (error) {
    doubt ??= error instanceof CommitUnknown ? error : await rollback(client);
    throw error;
  } finally {
    client.off("error", onLoss);
    client.release(doubt);
  }
}

/** The tag must be read: after a failed statement in the pipeline COMMIT "succeeds" as ROLLBACK. */
async function commit(client: Client): Promise<void> {
  let tag: string;
  try {
    tag = (await client.query("commit")).command;
  } catch (error) {
    // With a SQLSTATE the server has spoken: nothing was committed. Without one, nobody knows. Class 57P is a server that
    // goes down, and it may do so after the commit was written.
    const state = sqlState(error);
    if (state !== null && !state.startsWith("57P")) throw error;
    throw new CommitUnknown("The connection was lost while COMMIT was under way.", { cause: error });
  }
  if (tag !== "COMMIT") throw new CommitRefused(`The transaction ended as ${tag}: one of its statements had failed.`);
}

/** Undefined when the connection is clean again, else the reason to close it. */
async function rollback(client: Client): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The SQLSTATE of a database error, or null. The only thing to match on: constraint names carry shard numbers on Citus. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/**
 * True when the same transaction may succeed if tried again and certainly left nothing behind: serialization failure,
 * deadlock, lock not available, session ended for idling, server starting or going down, no connection to be had. Not CommitUnknown.
 */
export function isRetryable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  const state = sqlState(error);
  if (state !== null) return ["25P03", "40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300"].includes(state);
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  const isCut = error instanceof Error && /^(Connection terminated|Client has encountered a connection error)/.test(error.message);
  return ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code) || isCut;
}

/** What is not as durable as promised, in words; empty when all is well. */
export type RuntimeCheck = { notDurable: string[] };

/**
 * Refuses a role that row-level security would not bind (superuser, BYPASSRLS, or owner of a table), because one
 * missing `where` would then show one business the data of another. Returns what the server's settings take from durability.
 */
export async function assertRuntimeRole(client: Pick<pg.ClientBase, "query"> | Pool): Promise<RuntimeCheck> {
  const { rows } = await (client as Client).query<{ role: string; super: boolean; bypass: boolean; owned: string[] }>(
    `select current_user as role,
            bool_or(r.rolsuper) as super, bool_or(r.rolbypassrls) as bypass,
            array(select format('%I.%I', n.nspname, c.relname)::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                     and pg_has_role(current_user, c.relowner, 'member') order by 1 limit 3) as owned
       from pg_roles r where pg_has_role(current_user, r.oid, 'member')`,
  );
  const found = rows[0];
  if (found === undefined) throw new Error("The database did not say which role this is.");
  const fault = found.super
    ? "is a superuser (or a member of one)"
    : found.bypass
      ? "has BYPASSRLS (or is a member of a role that has)"
      : found.owned.length > 0
        ? `owns tables (${found.owned.join(", ")})`
        : null;
  if (fault !== null) {
    throw new Error(
      `The role ${found.role} ${fault}, so row-level security would not separate one workspace from another. ` +
        "Run the processes as a role that owns nothing: let Grapevine make it (only DATABASE_URL set), or set DATABASE_RUNTIME_URL to it.",
    );
  }
  return { notDurable: await findNotDurable(client) };
}

/** Settings that let an acknowledged event vanish in a power cut. */
async function findNotDurable(client: Pick<pg.ClientBase, "query"> | Pool): Promise<string[]> {
  const { rows } = await (client as Client).query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
  );
  // remote_write and remote_apply ask for more than on; local is on without the standby.
  const good = ["on", "local", "remote_write", "remote_apply"];
  return rows.filter(({ setting }) => !good.includes(setting)).map(({ name, setting }) => `${name} is ${setting}`);
}

/** In the start-up packet blanks and backslashes of a setting are escaped by a backslash. */
function escapeOption(value: string): string {
  return value.replace(/[\\\s]/g, (char) => `\\${char}`);
}
