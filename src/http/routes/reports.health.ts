import { z } from "zod";
import { DOOR_ALERTS } from "../../core/analytics/doors.ts";
import { ALERTS, alertsOf } from "../../core/analytics/tracking-health.ts";
import { formatInstant } from "../../core/time.ts";
import { readBacklog, readFollowers } from "../../store/backlog.ts";
import { readArrivals, readArrivalsByType } from "../../store/tracking-health.ts";
import { endpoint } from "../endpoint.ts";
import { readDays } from "../report-ask.ts";
import { instant } from "../schemas.ts";
import { doorsView, readDoors } from "../views/doors.ts";

/** "100 and more" is as good as the number. */
const COUNTED = 100;

const health = z
  .object({
    at: instant,
    events: z.object({
      day: z.int().describe("Received in the last 24 hours."),
      usual: z.number().describe("In 24 hours, on average over the seven days before."),
      late: z.int().describe("Of the last 24 hours: received more than an hour after they happened."),
      slowest_seconds: z.int(),
      by_type: z.array(z.object({ type: z.string(), day: z.int(), late: z.int() })),
    }),
    visits: z.object({
      two_days: z.int().describe("Yesterday and today."),
      usual: z.number().describe("In two days, over the week before."),
    }),
    waiting: z.object({
      failed_events: z.int().describe(`Counted to ${COUNTED}, like the others.`),
      parked_events: z.int(),
      webhooks_waiting: z.int(),
      webhooks_dead: z.int(),
      behind_seconds: z.int().describe("How far the slowest of those who follow what happens is behind."),
    }),
    ...doorsView,
    alerts: z
      .array(
        z.object({
          code: z.enum([...ALERTS, ...DOOR_ALERTS]),
          door: z.string().nullable().describe("Of which door, where the code says `door_`."),
          level: z.enum(["warning", "alarm"]),
          value: z.number(),
          limit: z.number(),
        }),
      )
      .describe("What needs somebody, alarms first. Empty: all is well."),
  })
  .meta({ id: "TrackingHealth" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/health",
  tag: "Reports",
  permission: "reports:read",
  summary: "Tracking health: whether what happens outside arrives here, late, twice, or not at all, by each door",
  response: health,
  async handler({ caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const { now, today, zone } = await readDays(workspaceId, db, {});
      const { alerts: ofDoors, ...doors } = await readDoors(workspaceId, db, { now, zone });
      const arrivals = await readArrivals(workspaceId, db, { now, today });
      const byType = await readArrivalsByType(workspaceId, db, now);
      const backlog = await readBacklog(workspaceId, db, COUNTED);
      const followers = await readFollowers(workspaceId, db);
      const behind = followers.reduce((most, each) => Math.max(most, each.behind_ms), 0);
      const { failed_events, parked_events, webhooks_waiting, webhooks_dead } = backlog;
      const waiting = { failed_events, parked_events, webhooks_waiting, webhooks_dead, behind_ms: behind };
      return {
        at: formatInstant(now),
        events: {
          day: arrivals.day,
          usual: arrivals.usual,
          late: arrivals.late,
          slowest_seconds: Math.round(arrivals.slowest / 1000),
          by_type: byType,
        },
        visits: { two_days: arrivals.visits, usual: arrivals.usual_visits },
        waiting: { failed_events, parked_events, webhooks_waiting, webhooks_dead, behind_seconds: Math.round(behind / 1000) },
        ...doors,
        alerts: [...alertsOf(arrivals, waiting).map((each) => ({ ...each, door: null })), ...ofDoors].toSorted(
          (a, b) => Number(b.level === "alarm") - Number(a.level === "alarm"),
        ),
      };
    });
  },
});
