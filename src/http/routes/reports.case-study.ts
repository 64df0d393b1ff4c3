import { z } from "zod";
import type { ReportKey } from "../../core/analytics/reports.ts";
import { type Program, definition } from "../../core/program.ts";
import { type Worth, howWords } from "../../core/rules/how-words.ts";
import { UTC, compileZone } from "../../core/time.ts";
import { voiceOf } from "../../flow/voices.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { day, readAsked, reportDays } from "../report-ask.ts";
import { readWhole } from "../report-extras.ts";
import { NOTES, figure, freshness, meanings } from "../report.ts";
import { speakerOf } from "../speech.ts";
import { listTestimonials } from "../../store/testimonials.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { goal, readGoals } from "../views/goal.ts";

/** What one page tells: who takes part, what came of it, and what that cost. */
const TOLD = new Set([
  "advocates_joined",
  "advocates_referred",
  "referring_rate",
  "friends_came",
  "friends_bought",
  "conversion_rate",
  "new_customers",
  "revenue",
  "reward_cost",
  "cost_per_customer",
  "return_on_rewards",
]);
const QUOTES = 3;
/** Looked through for quotes: what was allowed to be shown is among the latest. */
const LOOKED_AT = 100;

const worth = z.object({ text: z.string(), detail: z.string() });
const caseStudy = z
  .object({
    program: z.string(),
    name: z.string(),
    offer: z
      .object({ advocate: z.array(worth), friend: z.array(worth) })
      .nullable()
      .describe("What each side gets, from the rules. Null: not live."),
    period: z.object({ from: day, to: day, days: z.int(), zone: z.string() }),
    freshness,
    goal: goal.nullable().describe("The program's own. Null: none was set."),
    figures: z.array(figure).describe("Shares with their 95 % interval."),
    metrics: meanings,
    notes: z.array(z.enum(NOTES)),
    quotes: z
      .array(z.object({ text: z.string(), by: z.string().nullable(), rating: z.int().nullable() }))
      .describe("Approved testimonials whose authors agreed to be shown, the latest three, under the name that they chose."),
  })
  .meta({ id: "CaseStudy" });

type Reader = { workspaceId: string; workspace: Awaited<ReturnType<typeof readWorkspace>>; locale: string; now: number };

function offerIn(program: Program, { workspaceId, workspace, locale, now }: Reader): { advocate: Worth[]; friend: Worth[] } {
  const zone = program.zone ?? workspace?.zone ?? "UTC";
  const voice = voiceOf({ workspaceId, settings: workspace?.settings ?? {}, locale, zone });
  const { you_get, friend_gets } = howWords({ voice, program, zone: compileZone(zone) ?? UTC, now });
  return { advocate: you_get, friend: friend_gets };
}

export default endpoint({
  method: "GET",
  path: "/v1/reports/case-study",
  tag: "Reports",
  permission: "reports:read",
  summary: "One page about a program: its goal, its figures with intervals, and what people said who agreed to be quoted",
  query: z.strictObject({ ...reportDays, program: z.string().max(64) }),
  response: caseStudy,
  async handler({ query, caller, read, request, services }) {
    await services.reports.fresh(caller.workspaceId);
    return read(async (workspaceId, db) => {
      const { live } = await findProgram(workspaceId, db, query.program);
      const [parsed, workspace] = [definition.safeParse(live), await readWorkspace(workspaceId, db)];
      const now = await workspaceNow(workspaceId, db);
      const whole = async (key: ReportKey) =>
        readWhole(
          workspaceId,
          db,
          await readAsked(workspaceId, db, { key, query: { ...query, compare: "none" as const, format: "json" as const } }),
        );
      const reports = [await whole("funnel"), await whole("money")] as const;
      const goals = await readGoals(workspaceId, db, now);
      const filter = { before: null, limit: LOOKED_AT, program: query.program, personId: null, status: "approved" };
      const said = await listTestimonials(workspaceId, db, filter);
      const { period, freshness: at } = reports[0];
      return {
        program: query.program,
        name: parsed.success ? parsed.data.name : query.program,
        offer: parsed.success ? offerIn(parsed.data, { workspaceId, workspace, locale: speakerOf(request).language, now }) : null,
        period,
        freshness: at,
        goal: goals.find((each) => each.program === query.program) ?? null,
        figures: reports.flatMap((each) => each.figures.filter(({ metric }) => TOLD.has(metric))),
        metrics: reports.flatMap((each) => each.metrics.filter(({ key }) => TOLD.has(key))),
        notes: [...new Set(reports.flatMap((each) => each.notes))],
        quotes: said
          .filter(({ consent }) => consent)
          .slice(0, QUOTES)
          .map(({ body, shown_as, rating }) => ({ text: body, by: shown_as, rating })),
      };
    });
  },
});
