/** Touches: one row a counted visit of a link. They decide nothing by themselves, so they are written without the writer's lock. */
import { plain, quoted } from "./arrays.ts";
import type { Pool } from "./db.ts";

export type TouchRow = {
  /** core/click.ts: touchIdOf. */
  id: string;
  link_id: string;
  program_id: string;
  /** The advocate the link belongs to. */
  person_id: string;
  /** Epoch milliseconds on the workspace's clock. */
  at: number;
  channel: string | null;
  /** The visitor's bucket (core/visitor.ts); null unless the link counts its visitors. */
  visitor: number | null;
};

/**
 * Writes touches of one workspace, any number, in one statement that is a transaction of its own (migrations/0004): on disk when this
 * resolves. Rows that are there already are left as they are, so it may be repeated when the answer was lost.
 */
export async function saveTouches(workspaceId: string, pool: Pool, rows: readonly TouchRow[]): Promise<void> {
  await pool.query({
    name: "record_touches",
    text: "select record_touches($1, $2, $3, $4, $5, $6, $7, $8)",
    values: [
      workspaceId,
      plain(rows.map((row) => row.id)),
      plain(rows.map((row) => row.link_id)),
      plain(rows.map((row) => row.program_id)),
      plain(rows.map((row) => row.person_id)),
      plain(rows.map((row) => row.at)),
      quoted(rows.map((row) => row.channel)),
      plain(rows.map((row) => row.visitor)),
    ],
  });
}
