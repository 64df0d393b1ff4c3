/** Kept views that are sent to operators by mail: set up here, put among the messages that are due when it is time. */
import { type Rhythm, daysBefore, latestDue, nextDue } from "../../core/analytics/rhythm.ts";
import { dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { OPERATORS } from "../../core/messages/kinds.ts";
import { UTC, type Zone, compileZone } from "../../core/time.ts";
import { type Client, type Pool, inWorkspace } from "../../store/db.ts";
import { insertMessages } from "../../store/messages.ts";
import { listOperators } from "../../store/operators.ts";
import * as store from "../../store/report-schedules.ts";
import { holdReportView } from "../../store/report-views.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { Refusal, notFound } from "../refusal.ts";

/** `operators`: their ids. */
export type ScheduleWish = { rhythm: Rhythm; operators: readonly string[] };

const targetOf = (id: string): string => externalId("rps", id);

/** @returns its id. Refuses `not_found` for a view, `validation_failed` for an operator who is none, `conflict` in a sandbox. */
export async function sendReport(parts: ChangeParts, by: By, wish: ScheduleWish & { viewId: string }): Promise<string> {
  return await change(parts, by, async (db) => {
    if ((await holdReportView(by.workspaceId, db, wish.viewId)) === null) throw notFound("view");
    const id = parts.ids.uuid();
    await save(parts, db, { by, wish, id, viewId: wish.viewId });
    const deed = { action: "report_schedule.created", target: targetOf(id), detail: { every: wish.rhythm.every } };
    return { result: id, deed };
  });
}

/** Another rhythm, other readers. Refuses as sendReport does. */
export async function changeSending(parts: ChangeParts, by: By, wish: ScheduleWish & { id: string }): Promise<void> {
  await change(parts, by, async (db) => {
    // The view first, as whoever throws it away takes them.
    const there = await store.readSchedule(by.workspaceId, db, wish.id);
    const isHeld = there !== null && (await holdReportView(by.workspaceId, db, there.view_id)) !== null;
    const viewId = isHeld ? await store.holdSchedule(by.workspaceId, db, wish.id) : null;
    if (viewId === null) throw notFound("schedule");
    await save(parts, db, { by, wish, id: wish.id, viewId });
    const deed = { action: "report_schedule.changed", target: targetOf(wish.id), detail: { every: wish.rhythm.every } };
    return { result: undefined, deed };
  });
}

/** Refuses `not_found`. */
export async function stopSending(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteSchedule(by.workspaceId, db, id))) throw notFound("schedule");
    return { result: undefined, deed: { action: "report_schedule.deleted", target: targetOf(id) } };
  });
}

type Saving = { by: By; wish: ScheduleWish; id: string; viewId: string };

async function save(parts: ChangeParts, db: Client, { by, wish, id, viewId }: Saving): Promise<void> {
  const { workspaceId, actor } = by;
  const workspace = await readWorkspace(workspaceId, db);
  if (workspace === null) throw notFound("workspace");
  if (workspace.sandbox) throw new Refusal("conflict", "Operators belong to the workspace itself: send reports from there.");
  const known = new Set((await listOperators(workspaceId, db)).map((each) => each.id));
  if (wish.operators.some((each) => !known.has(each)))
    throw new Refusal("validation_failed", "Somebody named does not work in this workspace.", {
      errors: [{ pointer: "/operators", message: "Name operators of this workspace.", code: "invalid" }],
    });
  const now = await workspaceNow(workspaceId, db);
  const { every, onDay: on_day, atHour: at_hour } = wish.rhythm;
  const next_at = nextDue(wish.rhythm, now, zoneOf(workspace.zone));
  await store.saveSchedule(workspaceId, db, { id, view_id: viewId, every, on_day, at_hour, next_at, created_by: actor, created_at: now });
  const ids = wish.operators.map(() => parts.ids.uuid());
  await store.saveReaders(workspaceId, db, { scheduleId: id, operators: wish.operators, ids });
}

const zoneOf = (name: string): Zone => compileZone(name) ?? UTC;

/**
 * Puts what is due among the messages, and says when each is due next, in one transaction. A message is one a schedule, day and operator:
 * whoever does this twice adds nothing. What was missed while nobody worked is sent once, about the last of its periods.
 */
export async function keepSchedules(parts: { pool: Pool }, workspaceId: string): Promise<void> {
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const { now, due } = await store.takeDueSchedules(workspaceId, db);
    if (due.length === 0) return;
    const zone = zoneOf((await readWorkspace(workspaceId, db))?.zone ?? "UTC");
    for (const { id, operators, next_at, every, on_day: onDay, at_hour: atHour } of due) {
      const rhythm = { every, onDay, atHour };
      const at = latestDue(rhythm, { first: next_at, now, zone });
      const { from, to } = daysBefore(rhythm, at, zone);
      const days = { from: dayText(from), to: dayText(to) };
      const messages = operators.map((operator) => ({
        kind: "operators_report" as const,
        person_id: OPERATORS,
        subject_key: `${externalId("rps", id)}:${days.to}:${externalId("opr", operator)}`,
        data: { schedule: externalId("rps", id), operator: externalId("opr", operator), ...days },
        due_at: at,
      }));
      await insertMessages(workspaceId, db, messages);
      await store.setNextDue(workspaceId, db, { id, next: nextDue(rhythm, Math.max(now, at), zone) });
    }
  });
}
