/** Mails that come by the calendar: on Monday the week, every morning who has not shared her link yet. Looked at every hour. */
import { HOUR, DAY, UTC, compileZone, periodOf } from "../core/time.ts";
import { operatorAddress, readMailSettings } from "../core/messages/mail-settings.ts";
import { type NewMessage, OPERATORS } from "../core/messages/kinds.ts";
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import * as store from "../store/mail-calendar.ts";
import { externalId } from "../core/id.ts";
import { insertMessages } from "../store/messages.ts";
import { listOperators } from "../store/operators.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { tellTracking } from "./tracking-alerts.ts";

/** Nine in the morning of the workspace. */
const MORNING = 9 * HOUR;
const REMINDER_DAYS = 7;
/** Who joined longer ago than this is not reminded any more: the installation was away, or mail was switched on late. */
const REMINDER_UNTIL_DAYS = 21;
const AT_ONCE = 1_000;

/** Adds what the calendar asks for, once. @returns whether it was time. */
export async function keepCalendar(parts: { pool: Pool }, workspaceId: string): Promise<boolean> {
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const calendar = await store.lockCalendar(workspaceId, db);
    const { now } = calendar;
    if (calendar.next_at !== null && now < calendar.next_at) return false;
    const workspace = await readWorkspace(workspaceId, db);
    if (workspace === null) return false;
    const zone = compileZone(workspace.zone) ?? UTC;
    const today = periodOf(now, "day", zone);
    const week = periodOf(now, "week", zone);
    const morning = today.start + MORNING;
    // Once a day; what arrives is looked at every hour.
    const isMorning = now >= morning && (calendar.next_at === null || calendar.next_at <= morning);
    const nextMorning = now < morning ? morning : today.end + MORNING;
    const next = workspace.sandbox ? nextMorning : Math.min(nextMorning, now + HOUR);
    // The week before is told on the first morning of the new one; a first look has no week to tell of.
    const isNewWeek = isMorning && calendar.week !== null && calendar.week !== week.key;
    const shared = operatorAddress(workspace.settings);
    if (isNewWeek) await tellWeek(workspaceId, db, { week: periodOf(week.start - 1, "week", zone), shared });
    const days = readMailSettings(workspace.settings).link_reminder_days ?? REMINDER_DAYS;
    if (isMorning && days > 0) await remind(workspaceId, db, { now, days });
    if (!workspace.sandbox) await tellTracking(workspaceId, db, { now, zone, shared });
    const isTold = isMorning || calendar.week === null;
    await store.setCalendar(workspaceId, db, { next, week: isTold ? week.key : (calendar.week ?? week.key) });
    return true;
  });
}

/** `shared`: the address for those who run the workspace, where one is set. */
type Telling = { week: { key: string; start: number; end: number }; shared: string | null };

/** The digest of everybody who has something in it, and the figures for those who run the workspace. */
async function tellWeek(workspaceId: string, db: Client, { week, shared }: Telling): Promise<void> {
  const data = { from: week.start, to: week.end };
  const due_at = week.end;
  const subject_key = `week:${week.key}`;
  const weekly = { kind: "operators_weekly" as const, person_id: OPERATORS, due_at };
  // Each operator who wants it, in her language; the shared address where it is none of theirs.
  const working = (await listOperators(workspaceId, db)).filter((each) => each.disabled_at === null);
  const own = working
    .filter((each) => each.weekly)
    .map(({ id }) => ({ id: externalId("opr", id) }))
    .map(({ id }): NewMessage => ({ ...weekly, subject_key: `${subject_key}:${id}`, data: { ...data, operator: id } }));
  const isTheirs = working.some((each) => each.email.toLowerCase() === shared?.toLowerCase());
  await insertMessages(workspaceId, db, [...own, ...(shared === null || isTheirs ? [] : [{ ...weekly, subject_key, data }])]);
  for (let after = OPERATORS; ; ) {
    const people = await store.readDigestPeople(workspaceId, db, { from: week.start, to: week.end, after, limit: AT_ONCE });
    await insertMessages(
      workspaceId,
      db,
      people.map((person_id): NewMessage => ({ kind: "weekly_digest", person_id, subject_key, data, due_at })),
    );
    if (people.length < AT_ONCE) return;
    after = people.at(-1)!;
  }
}

async function remind(workspaceId: string, db: Client, of: { now: number; days: number }): Promise<void> {
  const before = of.now - of.days * DAY;
  const rows = await store.readUnshared(workspaceId, db, {
    before,
    since: of.now - (of.days + REMINDER_UNTIL_DAYS) * DAY,
    limit: AT_ONCE,
  });
  await insertMessages(
    workspaceId,
    db,
    rows.map(
      (row): NewMessage => ({
        kind: "link_reminder",
        person_id: row.person_id,
        subject_key: row.program_id,
        data: { program: row.program, at: row.joined_at },
        due_at: of.now,
      }),
    ),
  );
}
