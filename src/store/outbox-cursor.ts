/**
 * The outbox as its readers see it: in order, by a cursor a reader. Rows are written behind the workspace's writer lock, so their
 * numbers rise in the order of the commits: what is above a cursor is new, and nothing appears below it later.
 */
import type { Client } from "./db.ts";
import type { OutboxEvent } from "./outbox.ts";
import { rows } from "./settle-rows.ts";

export type OutboxRow = {
  seq: number;
  /** The batch's instant, epoch milliseconds. */
  at: number;
  payload: OutboxEvent[];
};

/** Takes a reader's cursor for this transaction. Null: another process has it. A reader that is new begins at `first`. */
export async function takeCursor(workspaceId: string, db: Client, reader: { consumer: string; first: number }): Promise<number | null> {
  await db.query("insert into outbox_cursor (workspace_id, consumer, seq) values ($1, $2, $3) on conflict do nothing", [
    workspaceId,
    reader.consumer,
    reader.first,
  ]);
  const { rows } = await db.query<{ seq: number }>(
    "select seq from outbox_cursor where workspace_id = $1 and consumer = $2 for update skip locked",
    [workspaceId, reader.consumer],
  );
  return rows[0]?.seq ?? null;
}

export type Reader = { name: string; begins: "kept" | "now" };

/**
 * Takes the cursors of many readers for this transaction, as `takeCursor` does, and reads the rows after the least of them. Those that
 * another process has are missing from `at`. One wait: the three statements travel together.
 */
export async function takeCursors(
  workspaceId: string,
  db: Client,
  { readers, limit }: { readers: readonly Reader[]; limit: number },
): Promise<{ at: Map<string, number>; rows: OutboxRow[] }> {
  const names = readers.map((each) => each.name);
  const [, taken, read] = await Promise.all([
    rows(db, "new_cursors", {
      text: `insert into outbox_cursor (workspace_id, consumer, seq)
       select $1, u.name, case when u.fresh then (select coalesce(max(seq), 0) from outbox where workspace_id = $1) else 0 end
         from unnest($2::text[], $3::bool[]) u(name, fresh)
        where not exists (select from outbox_cursor c where c.workspace_id = $1 and c.consumer = u.name)
           on conflict do nothing`,
      values: [workspaceId, names, readers.map((each) => each.begins === "now")],
    }),
    rows<{ consumer: string; seq: number }>(db, "take_cursors", {
      text: `select consumer, seq from outbox_cursor where workspace_id = $1 and consumer = any($2::text[])
        order by consumer for update skip locked`,
      values: [workspaceId, names],
    }),
    rows<OutboxRow>(db, "read_outbox", {
      text: `select seq, at, payload from outbox
        where workspace_id = $1 and seq > (select min(seq) from outbox_cursor where workspace_id = $1 and consumer = any($2::text[]))
        order by seq limit $3`,
      values: [workspaceId, names, limit],
    }),
  ]);
  return { at: new Map(taken.map((row) => [row.consumer, row.seq])), rows: read };
}

/** Moves these readers' cursors, which this transaction has taken, forward. */
export async function moveCursors(workspaceId: string, db: Client, of: { consumers: readonly string[]; to: number }): Promise<void> {
  await rows(db, "move_cursors", {
    text: "update outbox_cursor set seq = $3 where workspace_id = $1 and consumer = any($2::text[]) and seq < $3",
    values: [workspaceId, of.consumers, of.to],
  });
}

/** Rows after `after`, oldest first. */
export async function readOutbox(workspaceId: string, db: Client, ask: { after: number; limit: number }): Promise<OutboxRow[]> {
  const { rows } = await db.query<OutboxRow>(
    "select seq, at, payload from outbox where workspace_id = $1 and seq > $2 order by seq limit $3",
    [workspaceId, ask.after, ask.limit],
  );
  return rows;
}

/** Moves a cursor forward; false when it is beyond `to` already. */
export async function moveCursor(workspaceId: string, db: Client, reader: { consumer: string; to: number }): Promise<boolean> {
  const { rowCount } = await db.query("update outbox_cursor set seq = $3 where workspace_id = $1 and consumer = $2 and seq < $3", [
    workspaceId,
    reader.consumer,
    reader.to,
  ]);
  return rowCount === 1;
}

/** The number of the newest row, 0 when there is none. */
export async function readNewestSeq(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ seq: number }>("select coalesce(max(seq), 0) as seq from outbox where workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0]?.seq ?? 0;
}

/** Drops up to `limit` rows that are older than an instant and that all of `consumers` have seen; returns how many. */
export async function dropOldOutbox(
  workspaceId: string,
  db: Client,
  ask: { consumers: readonly string[]; before: number; limit: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from outbox where workspace_id = $1 and seq in (
       select o.seq from outbox o
        where o.workspace_id = $1 and o.at < $3
          and o.seq <= (select coalesce(min(coalesce(c.seq, 0)), 9007199254740991) from unnest($2::text[]) as known(name)
                          left join outbox_cursor c on c.workspace_id = $1 and c.consumer = known.name)
        order by o.seq limit $4)`,
    [workspaceId, ask.consumers, ask.before, ask.limit],
  );
  return rowCount ?? 0;
}
