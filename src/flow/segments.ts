/** Segments: conditions over people with a name. Who is in one is looked up whenever it is asked, never kept. */
import type { Condition } from "../core/condition.ts";
import { externalId } from "../core/id.ts";
import { type Client, type Pool, inWorkspace, sqlState } from "../store/db.ts";
import { type PersonRow, readPeople } from "../store/people-find.ts";
import * as store from "../store/segments.ts";
import { limitTime, lookUpOneByOne } from "../store/statement-time.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal, notFound } from "./refusal.ts";

export type SegmentWish = { name: string; description: string; filter: Condition };

/** @returns its id. */
export async function createSegment(parts: ChangeParts, by: By, wish: SegmentWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    await store.saveSegment(by.workspaceId, db, { id, ...wish });
    return { result: id, deed: { action: "segment.created", target: externalId("seg", id) } };
  });
}

/** Changes what is given. Refuses `not_found`. */
export async function changeSegment(parts: ChangeParts, by: By, wish: { id: string } & Partial<SegmentWish>): Promise<void> {
  await change(parts, by, async (db) => {
    const { id, ...given } = wish;
    const row = await store.readSegment(by.workspaceId, db, id);
    if (row === null) throw notFound("segment");
    const { name, description, filter } = row;
    await store.saveSegment(by.workspaceId, db, { id, name, description, filter, ...given });
    return {
      result: undefined,
      deed: { action: "segment.changed", target: externalId("seg", id), detail: { fields: Object.keys(given) } },
    };
  });
}

/** Refuses `not_found`; `conflict` while a program is for its people only. */
export async function removeSegment(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const used = await store.programsForAudience(by.workspaceId, db, externalId("seg", id));
    if (used.length > 0)
      throw new Refusal("conflict", `Programs are for the people of this segment: ${used.join(", ")}. Give them another audience first.`);
    if (!(await store.deleteSegment(by.workspaceId, db, id))) throw notFound("segment");
    return { result: undefined, deed: { action: "segment.deleted", target: externalId("seg", id) } };
  });
}

/** Counted one by one so far; more are told roughly. */
export const EXACT_TO = 10_000;
/** What counting may take before it is estimated. */
const MOST_MS = 250;
const SAMPLED = 16_000;

export type SegmentCount = { count: number; exact: boolean };

/** How many people meet a condition: exact to a limit, and as long as counting is quick. */
export async function sizeOfSegment(parts: { pool: Pool }, workspaceId: string, condition: Condition): Promise<SegmentCount> {
  const exact = await quickly(parts, workspaceId, async (db, now) =>
    store.countSegment(workspaceId, db, { condition, now, limit: EXACT_TO + 1 }),
  );
  if (exact !== null && exact <= EXACT_TO) return { count: exact, exact: true };
  const about = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const now = await workspaceNow(workspaceId, db);
    await lookUpOneByOne(db);
    return await store.estimateSegment(workspaceId, db, { condition, now, sampled: SAMPLED });
  });
  return { count: roughly(Math.max(about, exact ?? 0)), exact: false };
}

/** Two digits of it: more would be made up. */
function roughly(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.round(n / unit) * unit;
}

/** Some of them, newest first; none where finding them takes too long. */
export async function sampleSegment(
  parts: { pool: Pool },
  workspaceId: string,
  of: { condition: Condition; limit: number },
): Promise<PersonRow[]> {
  const found = await quickly(parts, workspaceId, async (db, now) => {
    const ids = await store.listSegment(workspaceId, db, { condition: of.condition, now, before: null, limit: of.limit });
    return await readPeople(workspaceId, db, ids);
  });
  return found ?? [];
}

/** Null when the database was not done in time. */
async function quickly<T>(parts: { pool: Pool }, workspaceId: string, work: (db: Client, now: number) => Promise<T>): Promise<T | null> {
  try {
    return await inWorkspace(parts.pool, workspaceId, async (db) => {
      const now = await workspaceNow(workspaceId, db);
      await limitTime(db, MOST_MS);
      return await work(db, now);
    });
  } catch (error) {
    if (sqlState(error) === "57014") return null;
    throw error;
  }
}
