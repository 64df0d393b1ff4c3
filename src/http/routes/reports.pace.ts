import { z } from "zod";
import { UTC, compileZone, formatInstant, periodOf } from "../../core/time.ts";
import { PACE_COUNTED, readCostPace, readReferralPace } from "../../store/program-pace.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const pace = z
  .object({
    from: instant.describe("The month's beginning, in the workspace's zone."),
    data: z.array(
      z.object({
        program: z.string(),
        referrals: z.int(),
        rewards: z.int(),
        given: z.array(z.object({ unit: z.string(), form: z.string(), amount: z.int() })).describe("What those rewards are worth now."),
      }),
    ),
    more: z.boolean().describe(`There was more than the newest ${PACE_COUNTED} that are counted.`),
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
  handler: ({ read }) =>
    read(async (workspaceId, db) => {
      const [workspace, now] = [await readWorkspace(workspaceId, db), await workspaceNow(workspaceId, db)];
      const from = periodOf(now, "month", compileZone(workspace?.zone ?? "UTC") ?? UTC).start;
      const referrals = await readReferralPace(workspaceId, db, from);
      const costs = await readCostPace(workspaceId, db, from);
      const lines = new Map<string, Line>();
      const line = (program: string): Line => {
        const known = lines.get(program) ?? { program, referrals: 0, rewards: 0, given: [] };
        lines.set(program, known);
        return known;
      };
      for (const { program, n } of referrals) line(program).referrals = n;
      for (const { program, unit, form, n, owed } of costs) {
        line(program).rewards += n;
        line(program).given.push({ unit, form, amount: owed });
      }
      const sum = (rows: readonly { n: number }[]): number => rows.reduce((total, row) => total + row.n, 0);
      const more = sum(referrals) >= PACE_COUNTED || sum(costs) >= PACE_COUNTED;
      return { from: formatInstant(from), data: [...lines.values()], more };
    }),
});
