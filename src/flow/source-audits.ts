/** Where customers came from, counted once and kept; and groups of people who could be asked to recommend. */
import { gatherSources } from "../core/analytics/sources.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import type { Client } from "../store/db.ts";
import { readSegment } from "../store/segments.ts";
import * as store from "../store/source-audits.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal, notFound } from "./refusal.ts";

export type AuditWish = {
  name: string;
  origin: store.AuditOrigin;
  from: number | null;
  to: number | null;
  counts: { source: string; count: number; friend?: boolean | undefined }[];
  baseline: boolean;
};

/** Counts and keeps. Refuses `validation_failed` where there is nothing to count. @returns its id. */
export async function createAudit(parts: ChangeParts, by: By, wish: AuditWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const { workspaceId } = by;
    const now = await workspaceNow(workspaceId, db);
    const counts = gatherSources(await countsOf(workspaceId, db, { wish, now }));
    if (counts.length === 0)
      throw new Refusal("validation_failed", "There is nothing to count in this span: no order or answer names a source.");
    const id = parts.ids.uuid();
    const { name, origin, from: from_at, to: to_at } = wish;
    await store.insertSourceAudit(workspaceId, db, { id, name, origin, from_at, to_at, counts, baseline: false });
    if (wish.baseline) await store.setBaseline(workspaceId, db, id);
    return { result: id, deed: { action: "source_audit.created", target: externalId("sau", id), detail: { origin } } };
  });
}

async function countsOf(workspaceId: string, db: Client, { wish, now }: { wish: AuditWish; now: number }): Promise<AuditWish["counts"]> {
  if (wish.origin === "given") return wish.counts;
  const span = {
    from: derivedUuid("0".repeat(32), Math.max(0, wish.from ?? 0)),
    to: derivedUuid("0".repeat(32), Math.max(0, wish.to ?? now + 1)),
  };
  return wish.origin === "answers"
    ? await store.countAnswers(workspaceId, db, span)
    : await store.countOrderSources(workspaceId, db, span);
}

/** Refuses `not_found`. */
export async function makeBaseline(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.setBaseline(by.workspaceId, db, id))) throw notFound("source audit");
    return { result: undefined, deed: { action: "source_audit.baseline", target: externalId("sau", id) } };
  });
}

export type GroupWish = Omit<store.SourceGroupRow, "id" | "created_at">;

/** Makes a group (`id` null) or changes it. Refuses `not_found` for a group or segment that is none. @returns its id. */
export async function saveGroup(parts: ChangeParts, by: By, wish: GroupWish & { id: string | null }): Promise<string> {
  return await change(parts, by, async (db) => {
    const { workspaceId } = by;
    if (wish.id !== null && (await store.readSourceGroups(workspaceId, db, [wish.id])).length === 0) throw notFound("group");
    if ((wish.kind === "segment") !== (wish.segment_id !== null))
      throw new Refusal("validation_failed", "A group of the kind segment names its segment, and no other does.");
    if (wish.segment_id !== null && (await readSegment(workspaceId, db, wish.segment_id)) === null) throw notFound("segment");
    const id = wish.id ?? parts.ids.uuid();
    await store.saveSourceGroup(workspaceId, db, { ...wish, id });
    const action = wish.id === null ? "source_group.created" : "source_group.changed";
    return { result: id, deed: { action, target: externalId("sgr", id), detail: { kind: wish.kind } } };
  });
}

/** Refuses `not_found`. */
export async function removeGroup(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteSourceGroup(by.workspaceId, db, id))) throw notFound("group");
    return { result: undefined, deed: { action: "source_group.deleted", target: externalId("sgr", id) } };
  });
}
