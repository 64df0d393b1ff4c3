import { z } from "zod";
import { meanScore, netScore } from "../../core/analytics/referring/scores.ts";
import { UTC, compileZone, formatInstant } from "../../core/time.ts";
import { readScores, readVersionsSince } from "../../store/portal-notices.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

const figure = (what: string) =>
  z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().describe(`${what}, with its interval of 95 %.`);

const month = z
  .object({
    month: z.string().describe("2026-11, in the workspace's zone."),
    n: z.int(),
    scores: z.array(z.int()).describe("How often 1, 2, 3, 4 and 5 were given."),
    mean: figure("The mean, 1 to 5"),
    net: figure("Those who gave 5 less those who gave 1 to 3, in points of 100"),
  })
  .meta({ id: "FeedbackMonth" });

export default endpoint({
  method: "GET",
  path: "/v1/feedback/scores",
  tag: "Support",
  permission: "people:read",
  summary: "How easy people find it, by month",
  description:
    "Of those who said so, with the versions of programs that were published meanwhile. A month in which nobody answered is left out.",
  query: z.strictObject({ months: z.coerce.number().int().min(1).max(36).default(12), program: z.string().max(64).optional() }),
  response: z
    .object({ data: z.array(month), versions: z.array(z.object({ program: z.string(), version: z.int(), at: instant })) })
    .meta({ id: "FeedbackScores" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const zone = (await readWorkspace(workspaceId, db))?.zone ?? "UTC";
      const from = monthsBefore(await workspaceNow(workspaceId, db), { months: query.months, zone });
      const of = { from, program: query.program ?? null };
      const rows = await readScores(workspaceId, db, { ...of, zone });
      const versions = await readVersionsSince(workspaceId, db, of);
      return { data: rows.map(monthOf), versions: versions.map(({ at, ...rest }) => ({ ...rest, at: formatInstant(at) })) };
    }),
});

/** The beginning of the month that lies so many months back, this one counted, in a zone. */
function monthsBefore(now: number, { months, zone: name }: { months: number; zone: string }): number {
  const zone = compileZone(name) ?? UTC;
  const here = new Date(now + zone.offsetAt(now));
  const start = Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - months + 1, 1);
  return start - zone.offsetAt(start);
}

function monthOf({ month: name, scores: given }: { month: string; scores: Record<string, number> }): z.input<typeof month> {
  const scores = [1, 2, 3, 4, 5].map((score) => given[score] ?? 0);
  const n = scores.reduce((sum, each) => sum + each, 0);
  const [one = 0, two = 0, three = 0, , five = 0] = scores;
  return { month: name, n, scores, mean: meanScore(scores), net: netScore({ praise: five, complain: one + two + three, n }) };
}
