/** A view of one workspace that stands still: for proofs and replays that take many statements. */
import type { Client, Pool } from "./db.ts";
import type { BatchHead } from "./settle-load.ts";

/**
 * Runs `work` in a read-only transaction in which every statement sees the same commits. It takes no lock and stops nobody;
 * while it lasts, the server keeps the row versions it may still need, so it is for minutes, not for days.
 */
export async function inSnapshot<T>(pool: Pool, ws: string, work: (db: Client) => Promise<T>): Promise<T> {
  return await standingStill(pool, { ws, begin: "begin isolation level repeatable read read only" }, work);
}

/** The same view, in a transaction that may put down notes in tables of its own (`create temporary table`). It commits nothing else. */
export async function inScratchSnapshot<T>(pool: Pool, ws: string, work: (db: Client) => Promise<T>): Promise<T> {
  return await standingStill(pool, { ws, begin: "begin isolation level repeatable read" }, work);
}

async function standingStill<T>(pool: Pool, how: { ws: string; begin: string }, work: (db: Client) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  let doubt: Error | undefined;
  const onLoss = (error: Error): void => {
    doubt = error;
  };
  db.on("error", onLoss);
  try {
    await db.query(how.begin);
    await db.query("select set_workspace($1)", [how.ws]);
    const result = await work(db);
    await db.query("commit");
    return result;
  } catch (error) {
    if (doubt === undefined)
      await db.query("rollback").catch((lost: unknown) => {
        doubt = lost instanceof Error ? lost : new Error(String(lost));
      });
    throw error;
  } finally {
    db.off("error", onLoss);
    db.release(doubt);
  }
}

/** What a batch would be opened with now, without its lock. */
export async function readHead(db: Client, ws: string): Promise<BatchHead> {
  const { rows } = await db.query<BatchHead>(
    `select (extract(epoch from transaction_timestamp()) * 1000)::bigint + w.clock_offset_ms as instant, w.programs_revision as revision,
            w.epoch, w.backdate_days, exists (select from import i where i.workspace_id = $1 and i.status = 'open') as importing
       from workspace w where w.workspace_id = $1`,
    [ws],
  );
  if (rows[0] === undefined) throw new Error("impossible: the workspace has no row");
  return rows[0];
}

/** Workspaces by slug, all of them when none is named, sandboxes included; not those that are being erased. */
export async function findWorkspaces(pool: Pool, slugs: readonly string[]): Promise<{ id: string; slug: string }[]> {
  const { rows } = await pool.query<{ id: string; slug: string }>(
    `select workspace_id as id, slug from workspace_directory where ($1::text[] = '{}' or slug = any($1::text[]))
        and (erase_at is null or erase_at > extract(epoch from now()) * 1000) order by slug`,
    [slugs],
  );
  return rows;
}

/** What is left of a declared cursor, page by page; the next page is on its way while one is worked on. Closes it at the end. */
export async function* pagesOf<T extends object>(db: Client, cursor: string, size: number): AsyncGenerator<T[], void, void> {
  const fetch = (): Promise<{ rows: T[] }> => {
    const page = db.query<T>(`fetch ${size} from ${cursor}`);
    // Who stops reading never waits for this page, and a page that nobody waits for must not end the process when it fails.
    page.catch(() => undefined);
    return page;
  };
  let next = fetch();
  for (;;) {
    const { rows } = await next;
    if (rows.length === 0) break;
    next = fetch();
    yield rows;
  }
  await db.query(`close ${cursor}`);
}
