/** A contest's list of entries as it is published, read page by page in its order: it may be of millions. */
import type { Client } from "./db.ts";

/** Lines "<participant> <weight>\n" in order, how many, and the last participant. */
export type EntryPage = { text: string; lines: number; last: string };
export const PAGE = 5_000;

/** The whole list in pages. It is never changed once it is there, so the pages need no snapshot. */
export async function* entryPages(workspaceId: string, db: Client, contestId: string): AsyncGenerator<EntryPage, void, void> {
  for (let page = await readEntryPage(workspaceId, db, { contestId, after: "" }); page !== null; ) {
    yield page;
    page = page.lines < PAGE ? null : await readEntryPage(workspaceId, db, { contestId, after: page.last });
  }
}

/**
 * The lines after a participant, at most a page; null where there are none. Put together by the server, because a million rows cost the
 * driver more than a million lines. Just after the list was written the planner takes it for short and would sort what is left of it for
 * every page (0.4 s each instead of 0.01): the index has the order already.
 */
export async function readEntryPage(
  workspaceId: string,
  db: Client,
  of: { contestId: string; after: string },
): Promise<EntryPage | null> {
  const off = db.query("set local enable_bitmapscan = off; set local enable_seqscan = off");
  const { rows } = await db.query<EntryPage>({
    name: "contest_entry_page",
    text: `select string_agg(p.participant || ' ' || p.weight || chr(10), '') as text, count(*)::integer as lines,
                  max(p.participant) as last
             from (select participant, weight from contest_entry where workspace_id = $1 and contest_id = $2 and participant > $3
                    order by participant limit ${PAGE}) p`,
    values: [workspaceId, of.contestId, of.after],
  });
  await off;
  const [page] = rows;
  return page === undefined || page.lines === 0 ? null : page;
}
