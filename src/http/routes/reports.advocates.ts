import { z } from "zod";
import { createSums } from "../../core/analytics/brought.ts";
import { dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { readBrought } from "../../store/report-brought.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { readWorthOf } from "../../store/report-worth.ts";
import { endpoint } from "../endpoint.ts";
import { day, readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { freshness, freshnessOf } from "../report.ts";

/** The share of friends that the first tenth of advocates brought. */
const TENTH = 0.1;

const advocates = z
  .object({
    period: z.object({ from: day, to: day, zone: z.string() }),
    program: z.string().nullable(),
    freshness,
    advocates: z.int().describe("Who brought at least one friend in the days."),
    friends: z.int(),
    top_tenth: z
      .object({ advocates: z.int(), friends: z.int(), share: z.number() })
      .nullable()
      .describe("What the tenth of them with most friends brought. Null below ten advocates."),
    counts: z.array(z.object({ friends: z.int(), advocates: z.int() })).describe("How many advocates brought how many friends."),
    data: z
      .array(
        z.object({
          person: z.string(),
          friends: z.int(),
          signed_up: z.int(),
          bought: z.int(),
          bought_again: z.int(),
          revenue: z.array(z.object({ unit: z.string(), amount: z.int() })).describe("Of these friends since they came."),
        }),
      )
      .describe("Those whose friends bought most."),
  })
  .meta({ id: "AdvocatesReport" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/advocates",
  tag: "Reports",
  permission: "reports:read",
  summary: "Advocates: who brings the friends, and how much rests on how few",
  query: z.strictObject({ ...reportDays, ...reportPrograms, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: advocates,
  async handler({ query, caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const { days, zone } = await readDays(workspaceId, db, query);
      const ask = { programs: (await readPrograms(workspaceId, db, query.program)).map((each) => each.id), ...days };
      const sums = createSums();
      await readBrought(workspaceId, db, { ...ask, each: sums.add });
      const { top, counts } = sums.sum(query.limit);
      const worth = Map.groupBy(
        await readWorthOf(workspaceId, db, { ...ask, advocates: top.map((each) => each.advocate) }),
        (row) => row.advocate,
      );
      const all = counts.reduce((sum, each) => sum + each.advocates, 0);
      const friends = counts.reduce((sum, each) => sum + each.advocates * each.friends, 0);
      return {
        period: { from: dayText(days.from), to: dayText(days.to), zone },
        program: query.program ?? null,
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
        advocates: all,
        friends,
        top_tenth: all < 10 ? null : topOf(counts, { first: Math.ceil(all * TENTH), friends }),
        counts,
        data: top.map(({ advocate, ...rest }) => ({
          person: externalId("per", advocate),
          ...rest,
          revenue: (worth.get(advocate) ?? []).map((row) => ({ unit: row.unit, amount: row.revenue })),
        })),
      };
    });
  },
});

/** What the `first` advocates brought; `counts` has the most friends first. */
function topOf(counts: readonly { friends: number; advocates: number }[], of: { first: number; friends: number }) {
  let [left, sum] = [of.first, 0];
  for (const each of counts) {
    const taken = Math.min(left, each.advocates);
    sum += taken * each.friends;
    left -= taken;
  }
  return { advocates: of.first, friends: sum, share: of.friends === 0 ? 0 : sum / of.friends };
}
