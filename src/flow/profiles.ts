/**
 * Keeps what is known of each person at a glance, with her advocacy score, for lists and segments: in small steps, by a job once a minute
 * and by whoever is about to read. What has changed is found by when facts were received and by what the outbox told; scores age, so that
 * each is made anew once a week. Everything can be made again from the facts.
 */
import { type Advocacy, type AdvocacyInputs, advocacy } from "../core/analytics/advocacy.ts";
import { uuidOf } from "../core/id.ts";
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import * as cursors from "../store/profile-cursor.ts";
import { type ProfileInputs, type ProfileRow, readProfileInputs, saveProfiles } from "../store/profiles.ts";
import { isReceiving } from "../store/received.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { followed } from "./followed.ts";
import { type Turns, type Worked, unbounded } from "./turns.ts";

const FACTS = 2000;
const ROWS = 200;
const PEOPLE = 500;
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** `held`: another process is at it. */
type Step = Worked & { done: number; held?: true };

/** Brings profiles up to date until the time is used. `more`: there is work left, or may be: a second process leaves it to the first. */
export async function bringProfiles(
  parts: { pool: Pool },
  workspaceId: string,
  options: { forMs: number; signal?: AbortSignal; turns?: Turns },
): Promise<{ more: boolean }> {
  const until = performance.now() + options.forMs;
  const turns = options.turns ?? unbounded;
  for (;;) {
    const { done, held } = await turns(() => inWorkspace(parts.pool, workspaceId, (db) => step(workspaceId, db)), options.signal);
    if (done === 0) return { more: held === true };
    if (performance.now() >= until || options.signal?.aborted === true) return { more: true };
  }
}

async function step(workspaceId: string, db: Client): Promise<Step> {
  const cursor = await cursors.takeProfileCursor(workspaceId, db);
  if (cursor === null) return { done: 0, busy: false, held: true };
  const now = await workspaceNow(workspaceId, db);
  const next = { ...cursor };
  const ids = await due(workspaceId, db, { cursor: next, now });
  if (now - cursor.typical_at > HOUR && ids.length > 0) {
    next.typical = (await cursors.readTypical(workspaceId, db)) || cursor.typical;
    // Nobody has ordered yet: asked again with the next step.
    if (next.typical > 0) next.typical_at = now;
  }
  const moved = JSON.stringify(next) !== JSON.stringify(cursor);
  if (ids.length > 0) {
    const rows = (await readProfileInputs(workspaceId, db, ids)).map((inputs) => rowOf(inputs, { now, typical: next.typical }));
    await saveProfiles(workspaceId, db, { ids, rows, at: now });
  }
  if (moved) await cursors.saveProfileCursor(workspaceId, db, next);
  return { done: ids.length + (moved ? 1 : 0), busy: await isReceiving(workspaceId, db, now) };
}

/** Whose profile is to be made now; moves the cursor. News first, then what is old, then those known before. */
async function due(workspaceId: string, db: Client, at: { cursor: cursors.ProfileCursor; now: number }): Promise<string[]> {
  const { cursor, now } = at;
  const named = await cursors.readNamedSince(workspaceId, db, { since: cursor.received_at, limit: FACTS });
  const told = await cursors.readToldSince(workspaceId, db, { since: cursor.seq, limit: ROWS, until: named.more ? named.upTo : null });
  cursor.received_at = named.more ? named.upTo : followed(named.upTo, now);
  cursor.seq = told.at(-1)?.seq ?? cursor.seq;
  const events = told.flatMap((row) => row.payload);
  const people = events.map((event) => uuidOf("per", event.id)).filter((id) => id !== null);
  const referrals = events.map((event) => uuidOf("ref", event.id)).filter((id) => id !== null);
  const sides = referrals.length === 0 ? [] : await cursors.readSides(workspaceId, db, referrals);
  const news = [...named.ids, ...(await cursors.survivors(workspaceId, db, [...people, ...sides]))];
  if (news.length > 0) return [...new Set(news)];
  const old = await cursors.readOldProfiles(workspaceId, db, { before: now - WEEK, limit: PEOPLE });
  if (old.length > 0) return old;
  if (cursor.backfill === null) return [];
  const before = await cursors.readPeopleAfter(workspaceId, db, { after: cursor.backfill, limit: PEOPLE });
  cursor.backfill = before.at(-1) ?? null;
  return before;
}

/** One person's profile as of now: she is judged by it before the job comes to her. */
export async function freshProfile(workspaceId: string, db: Client, personId: string): Promise<void> {
  const { typical, now } = await cursors.readKeptTypical(workspaceId, db);
  const rows = (await readProfileInputs(workspaceId, db, [personId])).map((inputs) => rowOf(inputs, { now, typical }));
  await saveProfiles(workspaceId, db, { ids: [personId], rows, at: now });
}

/** What is longer is found in the document only (store/segment-sql.ts). */
const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" && value.length <= 64 ? value : null);

function rowOf(inputs: ProfileInputs, at: { now: number; typical: number }): ProfileRow {
  const { id, created_at: known_at, data, ...rest } = inputs;
  const attributes = (data?.["attributes"] ?? {}) as Record<string, unknown>;
  const tags = Array.isArray(attributes["tags"]) ? attributes["tags"].filter((tag) => typeof tag === "string") : [];
  return {
    ...rest,
    person_id: id,
    known_at,
    country: textOf(attributes["country"]),
    language: textOf(attributes["language"]),
    tags: [...new Set(tags.map((tag) => tag.slice(0, 64)))].slice(0, 50),
    score: advocacy(advocacyInputs(inputs, at)).score,
  };
}

function advocacyInputs(inputs: ProfileInputs, { now, typical }: { now: number; typical: number }): AdvocacyInputs {
  const { orders, value, engagement, nps, referrals, qualified } = inputs;
  const knownSince = Math.min(inputs.created_at, inputs.first_order_at ?? inputs.created_at);
  return {
    now,
    knownSince,
    orders,
    value,
    typicalValue: typical > 0 ? typical : value,
    lastOrderAt: inputs.last_order_at,
    engagement,
    nps,
    referrals,
    qualified,
  };
}

/** One person's score with its parts, as of now, and what it was made from. Null: there is no such person, or she was erased. */
export async function scorePerson(
  workspaceId: string,
  db: Client,
  personId: string,
): Promise<{ advocacy: Advocacy; inputs: ProfileInputs; typical: number } | null> {
  const [inputs] = await readProfileInputs(workspaceId, db, [personId]);
  if (inputs === undefined) return null;
  const { typical, now } = await cursors.readKeptTypical(workspaceId, db);
  return { advocacy: advocacy(advocacyInputs(inputs, { now, typical })), inputs, typical };
}
