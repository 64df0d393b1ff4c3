/**
 * Sends what is due of announcements: spreads an audience into people who are meant, finds who has just had a good moment, and asks those
 * whose turn it is. Each step is a transaction that holds the announcement's row, so that a process that dies has done a step or not, and
 * two processes never do one twice. Whoever is asked has a message of her own key: it can never be there a second time.
 */
import { type AskFacts, type AskVerdict, decideAsk, slots } from "../../core/announce/ask-policy.ts";
import { externalId } from "../../core/id.ts";
import { DAY, HOUR, UTC, type Zone, compileZone } from "../../core/time.ts";
import * as people from "../../store/announcement-people.ts";
import { readMoments } from "../../store/announcement-moments.ts";
import * as store from "../../store/announcements.ts";
import { type Client, type Pool, inWorkspace } from "../../store/db.ts";
import { insertMessages } from "../../store/messages.ts";
import { listSegment, readSegment } from "../../store/segments.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";

/** People in one step. */
const AT_ONCE = 500;
const FACTS_AT_ONCE = 20_000;
/** Steps of one sweep: the rest is the next one's, so that no job outlives its lease. */
const STEPS = 40;
/** How often good moments are looked for, and how long after them somebody's complaint counts. */
const LOOK_MS = 5 * 60_000;
const COMPLAINT_MS = 90 * DAY;
const MINUTE_MS = 60_000;

type At = { workspaceId: string; db: Client; now: number; zone: Zone };
type Row = store.AnnouncementRow;

/** Does what is due up to `until`. @returns how many were asked or held back. */
export async function releaseAnnouncements(parts: { pool: Pool }, workspaceId: string, until?: number): Promise<number> {
  let done = 0;
  for (let step = 0; step < STEPS; step++) {
    const moved = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const now = Math.min(until ?? Infinity, await workspaceNow(workspaceId, db));
      const row = await store.takeDueAnnouncement(workspaceId, db, now);
      if (row === null) return null;
      const workspace = await readWorkspace(workspaceId, db);
      const zone = compileZone(workspace?.zone ?? "UTC") ?? UTC;
      return await stepOne({ workspaceId, db, now, zone }, row);
    });
    if (moved === null) return done;
    done += moved;
  }
  return done;
}

async function stepOne(at: At, row: Row): Promise<number> {
  if (row.status === "scheduled") return await start(at, row);
  if (row.moment !== null && (row.looked_to ?? 0) <= at.now - momentDelay(row) - LOOK_MS) return await look(at, row);
  if (row.moment === null && !row.spread) return await spread(at, row);
  return await ask(at, row);
}

const set = (at: At, id: string, step: store.AnnouncementStep): Promise<void> =>
  store.stepAnnouncement(at.workspaceId, at.db, { id, step });

async function start(at: At, row: Row): Promise<number> {
  await set(at, row.id, { status: "running", started_at: at.now, next_at: at.now, slot_at: at.now });
  return 0;
}

/** A page of the audience. Segments go down by id, a program's advocates up. */
async function spread(at: At, row: Row): Promise<number> {
  const { workspaceId, db } = at;
  const ids = await audiencePage(at, row);
  const rows = ids.kept.map((person) => ({ person, about: people.NO_MOMENT, ready: at.now }));
  await people.insertMeant(workspaceId, db, { announcement: row.id, rows });
  const isLast = ids.last === null;
  await set(at, row.id, { ...(isLast ? { spread: true } : { cursor: ids.last }), next_at: at.now });
  return 0;
}

async function audiencePage(at: At, row: Row): Promise<{ kept: string[]; last: string | null }> {
  const { workspaceId, db, now } = at;
  const { segment } = row.audience;
  const limit = AT_ONCE * 2;
  const end = (all: readonly string[]): string | null => (all.length < limit ? null : (all.at(-1) ?? null));
  if (segment === undefined) {
    if (row.program_id === null) return { kept: [], last: null };
    const all = await people.readAdvocatesAfter(workspaceId, db, { programId: row.program_id, after: row.cursor, limit });
    return { kept: all, last: end(all) };
  }
  const found = await readSegment(workspaceId, db, segment);
  if (found === null) return { kept: [], last: null };
  const all = await listSegment(workspaceId, db, { condition: found.filter, now, before: row.cursor, limit });
  if (row.audience.program === undefined || row.program_id === null) return { kept: all, last: end(all) };
  const those = await people.advocatesAmong(workspaceId, db, { programId: row.program_id, ids: all });
  return { kept: all.filter((id) => those.has(id)), last: end(all) };
}

function momentDelay(row: Row): number {
  return (row.moment?.delay_hours ?? 0) * HOUR;
}

/** Facts that are as old as the moment's delay: whatever came since (a refund, a complaint) is known by now. */
async function look(at: At, row: Row): Promise<number> {
  const { workspaceId, db, now } = at;
  const until = now - momentDelay(row);
  const from = row.looked_to ?? until;
  const found = await readMoments(workspaceId, db, { moment: row.moment!, from, to: until, limit: FACTS_AT_ONCE });
  const meant = await ofAudience(at, row, found.rows);
  await people.insertMeant(workspaceId, db, {
    announcement: row.id,
    rows: meant.map((f) => ({ person: f.person_id, about: f.id, ready: now })),
  });
  await set(at, row.id, { looked_to: found.to, next_at: now });
  return 0;
}

/** An ask is for those of its program where it says one, else for everybody who has the moment. */
async function ofAudience<F extends { person_id: string }>(at: At, row: Row, facts: readonly F[]): Promise<readonly F[]> {
  if (row.audience.program === undefined || row.program_id === null || facts.length === 0) return facts;
  const ids = [...new Set(facts.map((each) => each.person_id))];
  const those = await people.advocatesAmong(at.workspaceId, at.db, { programId: row.program_id, ids });
  return facts.filter((each) => those.has(each.person_id));
}

/** Asks those whose turn it is, as far as the rate has room. */
async function ask(at: At, row: Row): Promise<number> {
  const { workspaceId, db, now } = at;
  const isMoment = row.moment !== null;
  const { free } = slots({ slot: row.slot_at, now, anHour: row.settings.an_hour }, AT_ONCE);
  const since = isMoment ? now - COMPLAINT_MS : null;
  const ready = free === 0 ? [] : await people.takeReady(workspaceId, db, { announcement: row.id, now, limit: free, since });
  const seen = new Set<string>();
  const verdicts = ready.map((each) => {
    // Two moments of one person in one step: the first is asked about, the second is too soon after it.
    const again = seen.has(each.person_id) && row.settings.cap_days > 0;
    const facts = factsOf(at, { ...each, asked_at: again ? now : each.asked_at });
    const verdict = decideAsk(row.settings, facts, { now, isMoment });
    if (verdict.is === "asked") seen.add(each.person_id);
    return { each, verdict };
  });
  await people.decideMeant(workspaceId, db, { announcement: row.id, now, rows: verdicts.map(decidedOf(now)) });
  const mailed = verdicts.filter(({ verdict }) => verdict.is === "asked" && verdict.mail).map(({ each }) => each);
  await insertMessages(workspaceId, db, mailed.map(messageOf(row, now)));
  const asked = verdicts.filter(({ verdict }) => verdict.is === "asked").length;
  const later = verdicts.filter(({ verdict }) => verdict.is === "later").length;
  const used = slots({ slot: row.slot_at, now, anHour: row.settings.an_hour }, asked).next;
  await set(at, row.id, { slot_at: used, asked: row.asked + asked, held: addHeld(row.held, verdicts), ...(await nextOf(at, row, used)) });
  return verdicts.length - later;
}

function factsOf(at: At, person: people.ReadyPerson): AskFacts {
  const { erased, address, agreed, suppressed, off, asked_at: askedAt, complained } = person;
  const zone = person.zone === null ? at.zone : (compileZone(person.zone) ?? at.zone);
  return { erased, address, agreed, suppressed, off, askedAt, complained, zone };
}

type Verdict = { each: people.ReadyPerson; verdict: AskVerdict };

const decidedOf =
  (now: number) =>
  ({ each, verdict }: Verdict): people.Decided => ({
    person: each.person_id,
    about: each.about,
    status: verdict.is === "later" ? "waiting" : verdict.is,
    reason: verdict.is === "later" ? null : verdict.why,
    ready: verdict.is === "later" ? verdict.at : now,
  });

const messageOf = (row: Row, now: number) => (each: people.ReadyPerson) => ({
  kind: "announcement" as const,
  person_id: each.person_id,
  subject_key: subjectOf(row.id, each.about),
  data: { announcement: externalId("anc", row.id), about: each.about },
  due_at: now,
});

/** What a person's message is about: this announcement, and the moment where there was one. */
export function subjectOf(id: string, about: string): string {
  const subject = externalId("anc", id);
  return about === people.NO_MOMENT ? subject : `${subject}:${about}`;
}

function addHeld(held: Record<string, number>, verdicts: readonly Verdict[]): Record<string, number> {
  const sum = { ...held };
  for (const { verdict } of verdicts) if (verdict.is === "held") sum[verdict.why] = (sum[verdict.why] ?? 0) + 1;
  return sum;
}

/** When to look again, and whether it is over: nobody waits, and nobody is added any more. */
async function nextOf(at: At, row: Row, slot: number): Promise<store.AnnouncementStep> {
  const ready = await people.readNextReady(at.workspaceId, at.db, row.id);
  if (ready === null) {
    if (row.moment !== null) return { next_at: at.now + LOOK_MS };
    return { status: "sent", ended_at: at.now, next_at: null };
  }
  // A rate is kept by the minute: looking for one place after the other would be a job a second.
  const free = row.settings.an_hour === null || slot <= at.now ? ready : Math.max(ready, slot, at.now + MINUTE_MS);
  const next = row.moment === null ? free : Math.min(free, at.now + LOOK_MS);
  return { next_at: next };
}
