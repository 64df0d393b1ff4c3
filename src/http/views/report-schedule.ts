/** Kept reports that are sent by mail, as the API shows them and takes them. */
import { z } from "zod";
import { RHYTHMS } from "../../core/analytics/rhythm.ts";
import { externalId, uuidOf } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { Refusal } from "../../flow/refusal.ts";
import type { ScheduleWish } from "../../flow/reports/schedules.ts";
import type { ScheduleRow } from "../../store/report-schedules.ts";
import { instant } from "../schemas.ts";

export const reportSchedule = z
  .object({
    id: z.string(),
    view: z.string(),
    view_name: z.string(),
    every: z.enum(RHYTHMS),
    on_day: z.int(),
    at_hour: z.int(),
    next_at: instant,
    operators: z.array(z.object({ id: z.string(), name: z.string(), off: z.boolean().describe("She wants it no more.") })),
    created_by: z.string(),
  })
  .meta({ id: "ReportSchedule" });

export const scheduleFields = {
  every: z.enum(RHYTHMS),
  on_day: z.int().min(1).max(28).default(1).describe("Of the week from Monday (1 to 7), or of the month (1 to 28)."),
  at_hour: z.int().min(0).max(23).default(8).describe("On the clocks of the workspace's zone."),
  operators: z.array(z.string()).min(1).max(50).describe("Who gets it: operators of this workspace."),
};

type Body = { every: ScheduleRow["every"]; on_day: number; at_hour: number; operators: string[] };

export function scheduleWishOf({ every, on_day, at_hour, operators }: Body): ScheduleWish {
  if (every === "week" && on_day > 7) throw refuse("/on_day", "A week has seven days.");
  const ids = [...new Set(operators)].map((each) => uuidOf("opr", each));
  if (ids.some((each) => each === null)) throw refuse("/operators", "Name operators of this workspace.");
  return { rhythm: { every, onDay: on_day, atHour: at_hour }, operators: ids.filter((each) => each !== null) };
}

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

export function reportScheduleView(row: ScheduleRow): z.input<typeof reportSchedule> {
  const { every, on_day, at_hour, view_name, created_by } = row;
  return {
    id: externalId("rps", row.id),
    view: externalId("rpv", row.view_id),
    view_name,
    every,
    on_day,
    at_hour,
    next_at: formatInstant(row.next_at),
    operators: row.readers.map(({ operator_id, name, off }) => ({ id: externalId("opr", operator_id), name, off })),
    created_by,
  };
}
