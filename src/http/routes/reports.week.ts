import { z } from "zod";
import { dayText } from "../../core/analytics/report-period.ts";
import { weekSentence } from "../../core/told/week-words.ts";
import { formats } from "../../core/words/format.ts";
import { readWeekTold } from "../../flow/reports/week.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { endpoint } from "../endpoint.ts";
import { day, readDays } from "../report-ask.ts";
import { noteLanguage } from "../my-mail.ts";
import { freshness, freshnessOf } from "../report.ts";
import { speakerOf } from "../speech.ts";

const CODES = ["nothing", "counted", "moved", "steady", "too_early", "money", "lost", "needs", "no_needs"] as const;

const week = z
  .object({
    period: z.object({ from: day, to: day, zone: z.string() }),
    freshness,
    told: z
      .array(
        z.object({
          code: z.enum(CODES),
          about: z.string().nullable().describe("The metric that moved, the step, the currency, or what waits."),
          text: z.string().describe("In the caller's language (Accept-Language: English, German, Arabic)."),
        }),
      )
      .describe(
        "Made from the figures by rules. moved: outside of what the weeks before make usual; in 19 of 20 quiet weeks no count is.",
      ),
  })
  .meta({ id: "WeekTold" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/week",
  tag: "Reports",
  permission: "reports:read",
  summary: "The week in sentences: what moved by more than chance, money, where most are lost, what waits",
  description: "About the seven days that end with `to`; without it, with yesterday.",
  query: z.strictObject({ to: day.optional() }),
  response: week,
  async handler({ query, caller, read, request, services }) {
    await services.reports.fresh(caller.workspaceId);
    await noteLanguage(request, caller);
    const speaker = speakerOf(request);
    return await read(async (workspaceId, db) => {
      const asked = await readDays(workspaceId, db, query.to === undefined ? {} : { to: query.to });
      const to = query.to === undefined ? asked.today - 1 : asked.days.to;
      const told = await readWeekTold(workspaceId, db, { to, now: asked.now });
      const voice = { speaker, formats: formats(speaker.language, asked.zone) };
      return {
        period: { from: dayText(to - 6), to: dayText(to), zone: asked.zone },
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
        told: told.map((each) => ({ code: each.code, about: aboutOf(each), text: weekSentence(each, voice) })),
      };
    });
  },
});

function aboutOf(of: Awaited<ReturnType<typeof readWeekTold>>[number]): string | null {
  if (of.code === "moved") return of.metric;
  if (of.code === "lost") return of.step;
  if (of.code === "money") return of.unit;
  return of.code === "needs" ? of.need : null;
}
