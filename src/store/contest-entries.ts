/** A contest's list of entries, read page by page in its published order: it may be of millions. */
import type { Client } from "./db.ts";

export type EntryRow = { participant: string; weight: number };
const PAGE = 20_000;

/** All entries, in pages. The list is never changed once it is there, so the pages need no snapshot. */
export async function* entryPages(workspaceId: string, db: Client, contestId: string): AsyncGenerator<EntryRow[], void, void> {
  for (let after = ""; ; ) {
    const rows = await readEntryPage(workspaceId, db, { contestId, after });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.participant;
  }
}

/** The entries after a participant, at most a page. */
export async function readEntryPage(workspaceId: string, db: Client, of: { contestId: string; after: string }): Promise<EntryRow[]> {
  const { rows } = await db.query<EntryRow>({
    name: "contest_entry_page",
    text: `select participant, weight from contest_entry where workspace_id = $1 and contest_id = $2 and participant > $3
            order by participant limit ${PAGE}`,
    values: [workspaceId, of.contestId, of.after],
  });
  return rows;
}

/** The participants at lines of the list (from 0), in the order asked. */
export async function participantsAt(
  workspaceId: string,
  db: Client,
  of: { contestId: string; lines: readonly number[] },
): Promise<string[]> {
  const { rows } = await db.query<{ line: number; participant: string }>(
    `select n.line, n.participant from (
       select (row_number() over (order by participant) - 1)::integer as line, participant from contest_entry
        where workspace_id = $1 and contest_id = $2) n where n.line = any($3::integer[])`,
    [workspaceId, of.contestId, of.lines],
  );
  const byLine = new Map(rows.map((r) => [r.line, r.participant]));
  return of.lines.map((line) => byLine.get(line) as string);
}
