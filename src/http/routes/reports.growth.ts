import { z } from "zod";
import { LONGEST_DAYS, dayText } from "../../core/analytics/report-period.ts";
import { endpoint } from "../endpoint.ts";
import { freshness, freshnessOf } from "../report.ts";
import { speakerOf } from "../speech.ts";
import { asOf, asOfView, questionOf, renewing, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { offspringFit, offspringFitView, spread, spreadView } from "../views/growth.ts";
import { laterOf } from "../working.ts";

const USUAL_JOINED = 365;

const growth = z
  .object({
    program: z.string(),
    people: z.int().describe("Advocates and everyone in a referral that stands."),
    referrals: z.int(),
    roots: z.int().describe("People whom nobody referred."),
    mean_offspring: z.number().describe("Referrals a person."),
    offspring: z.array(z.object({ referred: z.int(), people: z.int() })),
    depth: z.array(z.object({ generation: z.int(), people: z.int() })),
    ...offspringFit,
    full_window: spread.describe("The same with its parts, of those whose window is over: nobody counts as idle who has only just come."),
    freshness,
    as_of: asOf,
    renewing,
    in_circles: z.int().describe("People who refer one another in a circle and so stand under no root."),
  })
  .meta({ id: "Growth" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/growth",
  tag: "Reports",
  permission: "reports:read",
  summary: "How a program spreads: referrals a person, and generations",
  description:
    "R is the mean of friends an advocate, k their dispersion, of everybody. A program that grows fast has many who had no time yet: " +
    "`full_window` leaves them out, and says what R is made of. A large program is answered with what was worked out last (`as_of`), and " +
    "newer figures are worked out meanwhile (`renewing`).",
  query: z.strictObject({
    program: z.string().max(64),
    window: z.coerce.number().int().min(1).max(365).default(30).describe("Days from joining within which friends count."),
    joined: z.coerce.number().int().min(1).max(LONGEST_DAYS).default(USUAL_JOINED).describe("Of how many days of joining."),
    ...studyWait,
  }),
  response: growth,
  later: true,
  async handler({ query, caller, read, request, services }) {
    const speaker = speakerOf(request);
    const ask = await read((workspaceId, db) => STUDY_ASKS.growth(workspaceId, db, query));
    const looked = await services.reports.look("growth", caller.workspaceId, { ask, question: questionOf(query), waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    const { found, ask: days } = looked;
    const { offspring, depth } = found;
    const people = offspring.reduce((sum, row) => sum + row.people, 0);
    const referrals = offspring.reduce((sum, row) => sum + row.value * row.people, 0);
    return {
      program: query.program,
      people,
      referrals,
      roots: depth.find((row) => row.value === 0)?.people ?? 0,
      mean_offspring: people === 0 ? 0 : referrals / people,
      offspring: offspring.map((row) => ({ referred: row.value, people: row.people })),
      depth: depth.map((row) => ({ generation: row.value, people: row.people })),
      ...offspringFitView(offspring, speaker),
      full_window: spreadView(found.spread, { window: query.window, from: dayText(days.from), to: dayText(days.to) }, speaker),
      freshness: freshnessOf(found.cursor),
      as_of: asOfView(looked.at),
      renewing: looked.isRenewing,
      in_circles: people - depth.reduce((sum, row) => sum + row.people, 0),
    };
  },
});
