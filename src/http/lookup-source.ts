/** From a source's id in a path to its row, or the one 404. */
import { uuidOf } from "../core/id.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readSource, type SourceRow } from "../store/sources.ts";

/** A source by its external id, or the 404. */
export async function findSource(workspaceId: string, db: Client, id: string): Promise<SourceRow> {
  const uuid = uuidOf("src", id);
  const row = uuid === null ? null : await readSource(workspaceId, db, uuid);
  if (row === null) throw notFound("source");
  return row;
}
