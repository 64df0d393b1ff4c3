import { z } from "zod";
import { dayNumber } from "../../core/analytics/report-period.ts";
import { UTC, compileZone, formatInstant, periodOf } from "../../core/time.ts";
import { type PaceRow, readPace } from "../../store/program-pace.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { endpoint } from "../endpoint.ts";
import { readDays } from "../report-ask.ts";
import { freshness, freshnessOf } from "../report.ts";
import { instant } from "../schemas.ts";

const pace = z
  .object({
    from: instant.describe("The month's beginning, in the workspace's zone."),
    freshness,
    data: z.array(
      z.object({
        program: z.string(),
        referrals: z.int().describe("Friends who came, in referrals that stand."),
        rewards: z.int().describe("Rewards of which something is owed or was paid."),
        given: z.array(z.object({ unit: z.string(), form: z.string(), amount: z.int() })).describe("What those rewards are worth now."),
      }),
    ),
  })
  .meta({ id: "Pace" });

type Line = z.input<typeof pace>["data"][number];

export default endpoint({
  method: "GET",
  path: "/v1/reports/pace",
  tag: "Reports",
  permission: "programs:read",
  summary: "How each program goes this month: referrals, rewards, what they are worth",
  response: pace,
  async handler({ caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const { now, today, zone } = await readDays(workspaceId, db, {});
      const month = periodOf(now, "month", compileZone(zone) ?? UTC);
      const rows = await readPace(workspaceId, db, { from: dayNumber(`${month.key}-01`)!, to: today });
      const data = [...Map.groupBy(rows, (row) => row.program)].map(([program, own]) => lineOf(program, own));
      return { from: formatInstant(month.start), freshness: freshnessOf(await readReportCursor(workspaceId, db)), data };
    });
  },
});

function lineOf(program: string, rows: readonly PaceRow[]): Line {
  const sum = (metric: PaceRow["metric"]): number => rows.reduce((all, row) => all + (row.metric === metric ? row.value : 0), 0);
  const given = rows.filter((row) => row.metric === "reward_cost").map(({ unit, form, value }) => ({ unit, form, amount: value }));
  return { program, referrals: sum("friends_came"), rewards: sum("rewards"), given };
}
