/**
 * Keeps what reports count (store/report-rows.ts) and the figures of days (store/report-days.ts): in small steps, by a job once a minute
 * and by whoever is about to read. What has changed is found by when facts were received, by what the outbox told and by the newest click;
 * whoever is named is read again whole, and every day that she stood in or stands in is made again. So facts may come late, twice or
 * corrected: the figures are those of the facts there are. Everything can be made again.
 */
import { uuidOf } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import { type Client, type Pool, inWorkspace } from "../../store/db.ts";
import * as cursors from "../../store/report-cursor.ts";
import { type ArrivedFact, addArrivals, dropOldArrivals, startArrivals } from "../../store/tracking-health.ts";
import { FAMILIES, isHeavyDay } from "../../store/report-days.ts";
import { isReceiving } from "../../store/received.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { followed } from "../followed.ts";
import { type Turns, type Worked, unbounded } from "../turns.ts";
import { type Dirty, bringDays, createDirty, dayOfKey, instantOf } from "./days.ts";
import { FRIENDS, bringAdvocates, bringFriends } from "./people.ts";

const FACTS = 2_000;
const ROWS = 200;
const BACK_DAYS = 14;
/** What is not written behind the workspace's lock, clicks and asks, may be written this long after its instant. */
const LATE_MS = 60_000;

type Bringing = { workspaceId: string; db: Client; cursor: cursors.ReportCursor; now: number; dirty: Dirty };

/**
 * Brings figures up to date until the time is used. `more`: there is work left. A second process leaves it to the first. `pages`: what is
 * taken in before days are counted, since a day is counted whole: of 60,000 orders in a minute each page of 2,000 counted today again.
 */
export async function bringReports(
  parts: { pool: Pool },
  workspaceId: string,
  options: { forMs: number; signal?: AbortSignal; pages?: number; turns?: Turns },
): Promise<{ more: boolean }> {
  const until = performance.now() + options.forMs;
  const turns = options.turns ?? unbounded;
  for (;;) {
    const pages = options.pages ?? 1;
    const { more } = await turns(() => inWorkspace(parts.pool, workspaceId, (db) => step(workspaceId, db, pages)), options.signal);
    if (!more) return { more: false };
    if (performance.now() >= until || options.signal?.aborted === true) return { more: true };
  }
}

/** Friends, orders, rewards or visits of one program's day: counting 10,000 takes some 0.2 s, 450,000 took 8. */
const HEAVY = 10_000;
const DAY_MS = 86_400_000;

/**
 * The same for whoever is about to read, who waits `forMs` at most; where a day of now is heavy she does not wait for it to be counted
 * again: the job does that once a minute, and the report says as of when it is.
 */
export async function freshenReports(parts: { pool: Pool }, workspaceId: string, options: { forMs: number }): Promise<void> {
  const isHeavy = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const today = Math.floor((await workspaceNow(workspaceId, db)) / DAY_MS);
    // Of any time zone.
    return await isHeavyDay(workspaceId, db, { from: today - 1, to: today + 1, above: HEAVY });
  });
  if (!isHeavy) await bringReports(parts, workspaceId, options);
}

async function step(workspaceId: string, db: Client, pages: number): Promise<Worked & { more: boolean }> {
  const cursor = await cursors.takeReportCursor(workspaceId, db);
  if (cursor === null) return { more: false, busy: false };
  const [now, workspace] = [await workspaceNow(workspaceId, db), await readWorkspace(workspaceId, db)];
  const name = workspace?.zone ?? "UTC";
  if (name !== cursor.zone) {
    // Days are others now: everything from the beginning.
    await cursors.forgetReports(workspaceId, db);
    return { more: true, busy: false };
  }
  const before = standing(cursor);
  const dirty = createDirty(compilePeriod("day", compileZone(name) ?? UTC));
  const bringing: Bringing = { workspaceId, db, cursor, now, dirty };
  const isFirst = !isComplete(cursor);
  let more = await takeNews(bringing);
  for (let page = 1; more && page < pages; page++) more = await takeNews(bringing);
  // What came in since goes first; then what was there before, a piece a step.
  const old = !more && (await takeOld(bringing));
  await bringDays(bringing, { isFirst });
  cursor.at = now;
  await cursors.saveReportCursor(workspaceId, db, cursor);
  return { more: more || old || standing(cursor) !== before, busy: await isReceiving(workspaceId, db, now) };
}

const isComplete = ({ backfill_friends, backfill_advocates, backfill_day }: cursors.ReportCursor): boolean =>
  backfill_friends === null && backfill_advocates === null && backfill_day === null;

/** What is looked at again with each step does not say that there is something to do. */
const standing = (cursor: cursors.ReportCursor): string => JSON.stringify({ ...cursor, at: 0, asked_at: 0 });

/** What came in since the cursor, up to a page of each. True: there is more. */
async function takeNews(b: Bringing): Promise<boolean> {
  const { workspaceId, db, cursor, dirty } = b;
  const facts = await cursors.readFactsSince(workspaceId, db, { since: cursor.received_at, limit: FACTS });
  // What was told of these facts, and not of later ones: whoever stands in both is read once.
  const until = facts.more ? facts.upTo : null;
  const told = await cursors.readToldAfter(workspaceId, db, { seq: cursor.seq, limit: ROWS, until });
  const retried = await cursors.readRetriedSince(workspaceId, db, { since: cursor.retried_at, limit: FACTS });
  const upTo = facts.more ? facts.upTo : followed(facts.upTo, b.now);
  Object.assign(cursor, { received_at: upTo, seq: told.at(-1)?.seq ?? cursor.seq, retried_at: retried.upTo });
  await takeArrivals(b, facts.arrived);
  const events = told.flatMap((row) => row.payload);
  const idsOf = (prefix: "per" | "ref"): string[] => [
    ...new Set(events.map((event) => uuidOf(prefix, event.id)).filter((id) => id !== null)),
  ];
  const sides = await cursors.readSidesOf(workspaceId, db, { referrals: idsOf("ref"), orders: facts.orders });
  const rewards = new Set<string>();
  for (const event of events) {
    const reward = uuidOf("rwd", event.id);
    if (reward === null || event.program === "") continue;
    dirty.add("rewards", event.program, instantOf(reward));
    rewards.add(reward);
  }
  const clicked = await takeClicks(b);
  const asked = await cursors.readAskedSince(workspaceId, db, { since: cursor.asked_at, limit: FACTS });
  cursor.asked_at = asked.more ? asked.upTo : Math.max(cursor.asked_at, b.now - LATE_MS);
  const people = [...new Set([...facts.people, ...retried.people, ...idsOf("per"), ...sides])];
  await bringFriends(b, people);
  for (const { program, day } of await cursors.readFirstDays(workspaceId, db, { orders: facts.orders, rewards: [...rewards] }))
    dirty.addDay("firsts", dayOfKey(program, day));
  await bringAdvocates(b, [...new Set([...people, ...clicked, ...asked.people])]);
  return facts.more || retried.more || asked.more || told.length === ROWS;
}

/** What was received is counted once, when it is first seen; the first time also what the cursor had begun behind. */
async function takeArrivals({ workspaceId, db, cursor, now }: Bringing, arrived: readonly ArrivedFact[]): Promise<void> {
  if (cursor.arrivals_from === null) {
    await startArrivals(workspaceId, db, { now, upTo: cursor.received_at });
    cursor.arrivals_from = now;
    return;
  }
  if (arrived.length === 0) return;
  await addArrivals(workspaceId, db, arrived);
  await dropOldArrivals(workspaceId, db, now);
}

/** Days with clicks that were not counted yet, nearly always today; and whose links they were. */
async function takeClicks({ workspaceId, db, cursor, dirty }: Bringing): Promise<string[]> {
  const { newest } = await cursors.readEdges(workspaceId, db);
  if (newest === null || newest === cursor.touch) return [];
  const from = Math.max(instantOf(cursor.touch) - LATE_MS, 1);
  cursor.touch = newest;
  for (const { program, at } of await cursors.readClickedDays(workspaceId, db, { from })) dirty.add("visits", program, at);
  return await cursors.readClickedPeople(workspaceId, db, { from });
}

/** The next piece of what was there before anybody asked; where that is little, all of it. True: there was one. */
async function takeOld(b: Bringing): Promise<boolean> {
  const { workspaceId, db, cursor } = b;
  // Their days are made when all of them are there: each would be made again for everybody who stands in it.
  const later = { ...b, dirty: { ...b.dirty, addDay: () => undefined } };
  const hasFriends = cursor.backfill_friends !== null;
  if (cursor.backfill_friends !== null) {
    const page = await cursors.readFriendsAfter(workspaceId, db, { after: cursor.backfill_friends, limit: FRIENDS });
    cursor.backfill_friends = page.people.length < FRIENDS ? null : page.last;
    await bringFriends(later, page.people);
    if (cursor.backfill_friends !== null) return true;
  }
  const hasAdvocates = cursor.backfill_advocates !== null;
  if (cursor.backfill_advocates !== null) {
    const people = await cursors.readAdvocatesByIdAfter(workspaceId, db, { after: cursor.backfill_advocates, limit: FRIENDS });
    cursor.backfill_advocates = people.length < FRIENDS ? null : people.at(-1)!;
    await bringAdvocates(later, people);
    if (cursor.backfill_advocates !== null) return true;
  }
  if (cursor.backfill_day === null) return hasFriends || hasAdvocates;
  await takeOldDays(b, cursor.backfill_day);
  return true;
}

/** Days of what was there before, the newest first. */
async function takeOldDays({ workspaceId, db, cursor, dirty, now }: Bringing, day: number): Promise<void> {
  const { oldest } = await cursors.readEdges(workspaceId, db);
  const kept = await cursors.readFirstDay(workspaceId, db);
  const programs = await cursors.readProgramIds(workspaceId, db);
  const newest = Math.min(day, dirty.dayOf(now) + 1);
  const first = Math.min(newest, kept ?? newest, oldest === null ? newest : dirty.dayOf(instantOf(oldest)));
  const from = Math.max(first, newest - BACK_DAYS);
  for (let each = newest; each >= from; each--)
    for (const program of programs) for (const family of [...FAMILIES, "brought" as const]) dirty.addDay(family, dayOfKey(program, each));
  cursor.backfill_day = from <= first ? null : from - 1;
}
