/**
 * Keeps what reports count (store/report-rows.ts) and the figures of days (store/report-days.ts): in small steps, by a job once a minute
 * and by whoever is about to read. What has changed is found by when facts were received, by what the outbox told and by the newest click;
 * whoever is named is read again whole, and every day that she stood in or stands in is made again. So facts may come late, twice or
 * corrected: the figures are those of the facts there are. Everything can be made again.
 */
import { type FriendInput, friendRow } from "../../core/analytics/report-rows.ts";
import { uuidOf } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import { type Client, type Pool, inWorkspace } from "../../store/db.ts";
import * as advocates from "../../store/report-advocates.ts";
import * as cursors from "../../store/report-cursor.ts";
import * as kept from "../../store/report-rows.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { type Dirty, bringDays, createDirty, dayOfKey } from "./days.ts";

const FACTS = 2_000;
const ROWS = 200;
const FRIENDS = 500;
const BACK_DAYS = 14;
/** What is not written behind the workspace's lock, clicks and asks, may be written this long after its instant. */
const LATE_MS = 60_000;

type Bringing = { workspaceId: string; db: Client; cursor: cursors.ReportCursor; now: number; dirty: Dirty };

/** Brings figures up to date until the time is used. `more`: there is work left. A second process leaves it to the first. */
export async function bringReports(
  parts: { pool: Pool },
  workspaceId: string,
  options: { forMs: number; signal?: AbortSignal },
): Promise<{ more: boolean }> {
  const until = performance.now() + options.forMs;
  for (;;) {
    const more = await inWorkspace(parts.pool, workspaceId, (db) => step(workspaceId, db));
    if (!more) return { more: false };
    if (performance.now() >= until || options.signal?.aborted === true) return { more: true };
  }
}

async function step(workspaceId: string, db: Client): Promise<boolean> {
  const cursor = await cursors.takeReportCursor(workspaceId, db);
  if (cursor === null) return false;
  const [now, workspace] = [await workspaceNow(workspaceId, db), await readWorkspace(workspaceId, db)];
  const name = workspace?.zone ?? "UTC";
  if (name !== cursor.zone) {
    // Days are others now: everything from the beginning.
    await cursors.forgetReports(workspaceId, db);
    return true;
  }
  const before = standing(cursor);
  const dirty = createDirty(compilePeriod("day", compileZone(name) ?? UTC));
  const bringing: Bringing = { workspaceId, db, cursor, now, dirty };
  const more = await takeNews(bringing);
  // What came in since goes first; then what was there before, a piece a step.
  const old = !more && (await takeOld(bringing));
  await bringDays(bringing, { isFirst: old });
  cursor.at = now;
  await cursors.saveReportCursor(workspaceId, db, cursor);
  return more || old || standing(cursor) !== before;
}

/** What is looked at again with each step does not say that there is something to do. */
const standing = (cursor: cursors.ReportCursor): string => JSON.stringify({ ...cursor, at: 0, asked_at: 0 });

/** What came in since the cursor, up to a page of each. True: there is more. */
async function takeNews(b: Bringing): Promise<boolean> {
  const { workspaceId, db, cursor, dirty } = b;
  const facts = await cursors.readFactsSince(workspaceId, db, { since: cursor.received_at, limit: FACTS });
  const told = await cursors.readToldAfter(workspaceId, db, { seq: cursor.seq, limit: ROWS });
  const retried = await cursors.readRetriedSince(workspaceId, db, cursor.retried_at);
  Object.assign(cursor, { received_at: facts.upTo, seq: told.at(-1)?.seq ?? cursor.seq, retried_at: retried.upTo });
  const events = told.flatMap((row) => row.payload);
  const idsOf = (prefix: "per" | "ref"): string[] => [
    ...new Set(events.map((event) => uuidOf(prefix, event.id)).filter((id) => id !== null)),
  ];
  const sides = await cursors.readSidesOf(workspaceId, db, { referrals: idsOf("ref"), orders: facts.orders });
  for (const event of events) {
    const reward = uuidOf("rwd", event.id);
    if (reward !== null && event.program !== "") dirty.add("rewards", event.program, instantOf(reward));
  }
  const clicked = await takeClicks(b);
  const asked = await cursors.readAskedSince(workspaceId, db, { since: cursor.asked_at, limit: FACTS });
  cursor.asked_at = asked.more ? asked.upTo : Math.max(cursor.asked_at, b.now - LATE_MS);
  const people = [...new Set([...facts.people, ...retried.people, ...idsOf("per"), ...sides])];
  await bringFriends(b, people);
  await bringAdvocates(b, [...new Set([...people, ...clicked, ...asked.people])]);
  return facts.more || asked.more || told.length === ROWS;
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

/** The instant that an id begins with. */
const instantOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** The next piece of what was there before anybody asked; where that is little, all of it. True: there was one. */
async function takeOld(b: Bringing): Promise<boolean> {
  const { workspaceId, db, cursor } = b;
  const hasFriends = cursor.backfill_friends !== null;
  if (cursor.backfill_friends !== null) {
    const page = await cursors.readFriendsAfter(workspaceId, db, { after: cursor.backfill_friends, limit: FRIENDS });
    cursor.backfill_friends = page.people.length < FRIENDS ? null : page.last;
    await bringFriends(b, page.people);
    if (cursor.backfill_friends !== null) return true;
  }
  const hasAdvocates = cursor.backfill_advocates !== null;
  if (cursor.backfill_advocates !== null) {
    const people = await cursors.readAdvocatesByIdAfter(workspaceId, db, { after: cursor.backfill_advocates, limit: FRIENDS });
    cursor.backfill_advocates = people.length < FRIENDS ? null : people.at(-1)!;
    await bringAdvocates(b, people);
    if (cursor.backfill_advocates !== null) return true;
  }
  if (cursor.backfill_day === null) return hasFriends || hasAdvocates;
  await takeOldDays(b, cursor.backfill_day);
  return true;
}

/** Days whose rewards and clicks were there before, the newest first. */
async function takeOldDays({ workspaceId, db, cursor, dirty, now }: Bringing, day: number): Promise<void> {
  const { oldest } = await cursors.readEdges(workspaceId, db);
  const programs = await cursors.readProgramIds(workspaceId, db);
  const newest = Math.min(day, dirty.dayOf(now) + 1);
  const first = oldest === null ? newest : dirty.dayOf(instantOf(oldest));
  const from = Math.max(first, newest - BACK_DAYS);
  for (let each = newest; each >= from; each--)
    for (const program of programs) for (const family of ["rewards", "visits"] as const) dirty.addDay(family, dayOfKey(program, each));
  cursor.backfill_day = from <= first ? null : from - 1;
}

/** Reads these people as advocates again, and keeps what changed. */
async function bringAdvocates({ workspaceId, db, dirty }: Bringing, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += FRIENDS) {
    const families = await kept.readFamilies(workspaceId, db, people.slice(from, from + FRIENDS));
    if (families.size === 0) continue;
    const found = await advocates.readAdvocateInputs(workspaceId, db, families);
    const now = found.map(({ asked_at, joined_at, ...row }) => ({
      ...row,
      asked: asked_at === null ? null : dirty.dayOf(asked_at),
      joined: joined_at === null ? null : dirty.dayOf(joined_at),
    }));
    const old = await advocates.readKeptAdvocates(workspaceId, db, [...families.keys()]);
    const changed = differenceOfAdvocates(old, now);
    for (const each of [...changed.gone, ...changed.made]) {
      if (each.asked !== null) dirty.addDay("asked", dayOfKey(each.program_id, each.asked));
      if (each.joined !== null) dirty.addDay("joined", dayOfKey(each.program_id, each.joined));
    }
    await advocates.saveAdvocates(workspaceId, db, changed);
  }
}

const rowText = (row: advocates.AdvocateRow): string =>
  JSON.stringify([row.program_id, row.person_id, row.country, row.asked, row.joined, row.shared, row.visited, row.referred]);

function differenceOfAdvocates(old: readonly advocates.AdvocateRow[], now: readonly advocates.AdvocateRow[]) {
  const [before, after] = [new Set(old.map(rowText)), new Set(now.map(rowText))];
  return { gone: old.filter((row) => !after.has(rowText(row))), made: now.filter((row) => !before.has(rowText(row))) };
}

/** Reads these people as friends again, and keeps what changed. */
async function bringFriends({ workspaceId, db, dirty }: Bringing, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += FRIENDS) {
    const families = await kept.readFamilies(workspaceId, db, people.slice(from, from + FRIENDS));
    if (families.size === 0) continue;
    const inputs = await kept.readFriendInputs(workspaceId, db, families);
    const old = await kept.readKeptFriends(workspaceId, db, [...families.keys()]);
    const { gone, made } = difference(
      old,
      inputs.map((input) => makeFriend(input, dirty.dayOf)),
    );
    for (const each of [...gone, ...made]) touch(dirty, each);
    if (gone.length + made.length === 0) continue;
    await kept.saveFriends(workspaceId, db, { gone: [...new Set([...gone, ...made].map((each) => each.row.referral_id))], made });
  }
}

function makeFriend(input: FriendInput, dayOf: (at: number) => number): kept.KeptFriend {
  const { row, orders } = friendRow(input, dayOf);
  return { row, orders: orders.map((order) => ({ ...order, referral_id: row.referral_id, program_id: row.program_id })) };
}

const textOf = ({ row, orders }: kept.KeptFriend): string => {
  const lines = orders.map((o) => `${o.order_id} ${o.day} ${o.nth} ${o.total} ${o.refunded} ${o.currency}`);
  const { referral_id, program_id, friend_id, advocate_id, channel, evidence, country, stage, came, signed, bought, again, qualified } =
    row;
  const steps = [
    referral_id,
    program_id,
    friend_id,
    advocate_id,
    channel,
    evidence,
    country,
    stage,
    came,
    signed,
    bought,
    again,
    qualified,
  ];
  return JSON.stringify([steps, row.orders, lines.toSorted()]);
};

/** What is kept and is so no longer, and what is so and is not kept: one referral may be in both. */
function difference(old: readonly kept.KeptFriend[], now: readonly kept.KeptFriend[]) {
  const texts = new Map(old.map((each) => [each.row.referral_id, textOf(each)]));
  const made = now.filter((each) => texts.get(each.row.referral_id) !== textOf(each));
  const same = new Set(now.filter((each) => !made.includes(each)).map((each) => each.row.referral_id));
  return { made, gone: old.filter((each) => !same.has(each.row.referral_id)) };
}

function touch(dirty: Dirty, { row, orders }: kept.KeptFriend): void {
  const program = row.program_id;
  dirty.addDay("cohort", dayOfKey(program, row.came));
  if (row.bought !== null) dirty.addDay("customers", dayOfKey(program, row.bought));
  if (row.qualified !== null) dirty.addDay("qualified", dayOfKey(program, row.qualified));
  for (const order of orders) dirty.addDay("orders", dayOfKey(program, order.day));
}
