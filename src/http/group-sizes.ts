/** How many people are in the segments of groups, and how many of them may be written to. */
import type { SourceGroupRow } from "../store/source-audits.ts";
import { readSegment } from "../store/segments.ts";
import type { Read } from "./context.ts";
import type { Services } from "./services.ts";
import type { GroupSize } from "./views/sources-audit.ts";

type Of = { rows: readonly SourceGroupRow[]; workspaceId: string; services: Services; read: Read };

/** By the group's id; groups without a segment are left out. */
export async function sizesOf({ rows, workspaceId, services, read }: Of): Promise<Map<string, GroupSize>> {
  const sizes = new Map<string, GroupSize>();
  const own = rows.filter((row) => row.segment_id !== null);
  if (own.length === 0) return sizes;
  await services.people.freshProfiles(workspaceId);
  for (const row of own) {
    const segment = await read((id, db) => readSegment(id, db, row.segment_id!));
    if (segment === null) continue;
    const all = await services.people.sizeOfSegment(workspaceId, segment.filter);
    const contactable = await services.people.sizeOfSegment(workspaceId, { all: [segment.filter, { "person.contactable": true }] });
    sizes.set(row.id, { all, contactable });
  }
  return sizes;
}
