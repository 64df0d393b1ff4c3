/** Who is of a segment, for studies. */
import type { Client } from "./db.ts";
import { listSegment, readSegment } from "./segments.ts";
import { workspaceNow } from "./workspaces.ts";

/** Beyond it the members would not fit beside what is computed of them. */
const MOST = 1_000_000;

/** Ids of everybody in the segment; nobody where there is none such. */
export async function readMembers(workspaceId: string, db: Client, segmentId: string): Promise<Set<string>> {
  const segment = await readSegment(workspaceId, db, segmentId);
  if (segment === null) return new Set();
  const now = await workspaceNow(workspaceId, db);
  return new Set(await listSegment(workspaceId, db, { condition: segment.filter, now, before: null, limit: MOST }));
}
