/** Touches: one row a counted visit of a link. They decide nothing by themselves, so they are written without the writer's lock. */
import type { Client } from "./db.ts";
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
 * Writes touches of one workspace, any number in one statement. The id comes from the click, so rows that are there already (a repeat after
 * a lost answer) are left as they are.
 */
export async function insertTouches(workspaceId: string, db: Client, rows: readonly TouchRow[]): Promise<void> {
  await db.query({
    name: "insert_touches",
    text: `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
           select $1::uuid, u.id, u.link_id, u.program_id, u.person_id, u.at, u.channel
             from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::text[]) as u(id, link_id, program_id, person_id, at, channel)
               on conflict do nothing`,
    values: [
      workspaceId, plain(rows.map((row) => row.id)), plain(rows.map((row) => row.link_id)), plain(rows.map((row) => row.program_id)),
      plain(rows.map((row) => row.person_id)), plain(rows.map((row) => row.at)), quoted(rows.map((row) => row.channel)),
    ],
  });
}
