/**
 * Shares are seen by their visits: touches are read by cursor, each share's different visitors are kept until there are enough, and then
 * the share is a fact. Touches are written in groups and by several processes, so one may come to be there after a later one was read:
 * each time the last minutes are read again, which changes nothing for those that were counted.
 */
import { derivedUuid } from "../../core/id.ts";
import { inWorkspace } from "../../store/db.ts";
import { insertMessages } from "../../store/messages.ts";
import * as store from "../../store/shares.ts";
import type { SweepParts } from "../money-parts.ts";
import { activityDrafts } from "../own-activity.ts";

/** Touches read at once, shares settled at once. */
const PAGE = 20_000;
const SHARES = 500;
/** How long after its instant a touch may come to be there: the recorder keeps what it cannot write for seconds, not minutes. */
const LATE_MS = 300_000;

/** Counts visits up to now and settles what has enough of them, then ends what has had its time. @returns how many shares changed. */
export async function countShares(parts: SweepParts, workspaceId: string, instant: number): Promise<number> {
  await readTouches(parts, workspaceId, instant);
  let done = 0;
  for (;;) {
    const verified = await inWorkspace(parts.pool, workspaceId, (db) => store.readVerified(workspaceId, db, SHARES));
    if (verified.length === 0) break;
    await settle(parts, workspaceId, verified);
    done += verified.length;
  }
  return done + (await inWorkspace(parts.pool, workspaceId, (db) => store.expireShares(workspaceId, db, instant)));
}

async function readTouches(parts: SweepParts, workspaceId: string, instant: number): Promise<void> {
  const from = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const oldest = await store.oldestWaiting(workspaceId, db);
    if (oldest === null) return null;
    const again = firstTouchOf(Math.max(instant - LATE_MS, 0));
    const cursor = (await store.readShareCursor(workspaceId, db)) ?? firstTouchOf(oldest);
    return cursor < again ? cursor : again;
  });
  for (let after = from; after !== null; ) {
    const page = { after, limit: PAGE };
    after = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const last = await store.countVisits(workspaceId, db, page);
      if (last !== null) await store.saveShareCursor(workspaceId, db, last);
      return last;
    });
  }
}

/** Killed between the fact and its mark, the same fact is a duplicate. */
async function settle(parts: SweepParts, workspaceId: string, verified: readonly store.Verified[]): Promise<void> {
  const activities = verified.map(({ id, program, person, channel, at }) => ({
    client: `share:${id}:verified`,
    program,
    person,
    name: "share_verified",
    channel,
    at,
  }));
  await parts.batcher.submitDrafts(workspaceId, activityDrafts(parts, activities));
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    await store.markVerified(workspaceId, db, { ids: verified.map((v) => v.id), ats: verified.map((v) => v.at) });
    const rows = verified.map((v) => ({
      kind: "share_verified" as const,
      person_id: v.person,
      subject_key: `share:${v.id}`,
      due_at: v.at,
    }));
    await insertMessages(workspaceId, db, rows);
  });
}

/** A touch's id begins with its instant and has a lower version than this: all touches from that millisecond on are above it. */
function firstTouchOf(at: number): string {
  return derivedUuid("0".repeat(32), Math.max(0, at - 1));
}
