/** What about what arrives needs somebody, and telling those who run the workspace of it by mail: each of it once a week at most. */
import { type DoorAlert, tellDoor } from "../core/analytics/doors.ts";
import { type Alert, alertsOf } from "../core/analytics/tracking-health.ts";
import { externalId, uuidOf } from "../core/id.ts";
import { type NewMessage, OPERATORS } from "../core/messages/kinds.ts";
import { HOUR, type Zone, periodOf } from "../core/time.ts";
import type { TrackingTold } from "../core/told/tracking-words.ts";
import { dayNumber } from "../core/analytics/report-period.ts";
import { readBacklog, readFollowers } from "../store/backlog.ts";
import type { Client } from "../store/db.ts";
import { readDoorNames, readDoorSpans } from "../store/door-counts.ts";
import { insertMessages } from "../store/messages.ts";
import { listOperators } from "../store/operators.ts";
import { readReportCursor } from "../store/report-cursor.ts";
import { readArrivals } from "../store/tracking-health.ts";

/** What needs somebody, of all doors. */
export async function readDoorAlerts(workspaceId: string, db: Client, now: number): Promise<(DoorAlert & { door: string })[]> {
  const { spans, known } = await readDoorSpans(workspaceId, db, now);
  return [...Map.groupBy(spans, (each) => each.door)].flatMap(([door, own]) =>
    tellDoor(door, own, known).alerts.map((alert) => ({ ...alert, door })),
  );
}

/** Dead webhooks have a mail of their own, and an import makes events late: nobody is written to for these. */
const UNTOLD: ReadonlySet<string> = new Set<Alert["code"]>(["webhooks_dead", "late_events"]);
/** Figures that are older than this say nothing about the last hours. */
const STALE_MS = HOUR / 4;

type Telling = { now: number; zone: Zone; shared: string | null };

/** `shared`: the address for those who run the workspace, where one is set. */
export async function tellTracking(workspaceId: string, db: Client, { now, zone, shared }: Telling): Promise<void> {
  const told = await readTold(workspaceId, db, { now, zone });
  if (told.length === 0) return;
  const week = periodOf(now, "week", zone).key;
  const working = (await listOperators(workspaceId, db)).filter((each) => each.disabled_at === null);
  const isTheirs = working.some((each) => each.email.toLowerCase() === shared?.toLowerCase());
  const readers = [
    ...working.filter((each) => each.alerts).map(({ id }) => externalId("opr", id)),
    ...(shared === null || isTheirs ? [] : [null]),
  ];
  const messages = told.flatMap((alert) =>
    readers.map(
      (operator): NewMessage => ({
        kind: "tracking_alert",
        person_id: OPERATORS,
        subject_key: [alert.code, alert.door ?? "all", week, ...(operator === null ? [] : [operator])].join(":"),
        data: { alert, ...(operator === null ? {} : { operator }) },
        due_at: now,
      }),
    ),
  );
  await insertMessages(workspaceId, db, messages);
}

/** The alerts that are worth a mail: what another one says already is left out. */
async function readTold(workspaceId: string, db: Client, { now, zone }: Omit<Telling, "shared">): Promise<TrackingTold[]> {
  const cursor = await readReportCursor(workspaceId, db);
  if (cursor === null || cursor.at < now - STALE_MS) return [];
  const today = dayNumber(periodOf(now, "day", zone).key)!;
  const backlog = await readBacklog(workspaceId, db, 100);
  const behind_ms = (await readFollowers(workspaceId, db)).reduce((most, each) => Math.max(most, each.behind_ms), 0);
  const own = alertsOf(await readArrivals(workspaceId, db, { now, today }), { ...backlog, behind_ms });
  const isSilent = own.some(({ code }) => code === "silence");
  const doors = isSilent ? [] : await readDoorAlerts(workspaceId, db, now);
  const isKnown = doors.some(({ code }) => code === "door_silent" || code === "door_fewer");
  const names = doors.length === 0 ? new Map() : await readDoorNames(workspaceId, db);
  return [
    ...own
      .filter(({ code }) => !UNTOLD.has(code) && !(code === "fewer_events" && isKnown))
      .map((each) => ({ ...each, door: null, name: null })),
    ...doors.map((each) => ({ ...each, name: names.get(uuidOf("src", each.door) ?? "")?.name ?? null })),
  ];
}
