import { z } from "zod";
import { dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { day, reportPrograms } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOf, asOfView, periodView, questionOf, readStudyDays, renewing, studyPeriod, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { lack } from "../views/lack.ts";
import { scoreView, scored } from "../views/likely-study.ts";
import { partOf, reasonOf } from "../views/no-figure.ts";
import { laterOf } from "../working.ts";

const TRAITS = 30;
const share = z.object({ share: z.number(), low: z.number(), high: z.number() });

const goodFriends = z
  .object({
    period: studyPeriod.describe("The days in which the friends came from whom it was learnt."),
    as_of: asOf,
    renewing,
    within: z.int().describe("A good friend is one who ordered within so many days."),
    friends: z.int(),
    bought: z.int(),
    traits: z
      .array(
        z.object({
          kind: z.enum(["channel", "country", "evidence", "advocate", "earlier"]),
          value: z.string().describe("Empty: not known."),
          friends: z.int(),
          bought: z.int(),
          own: share.describe("Of those with it; with the 95 % interval."),
          others: share.describe("Of those without it."),
        }),
      )
      .describe("What friends who bought have in common, the strongest first. Each by itself, and not by chance."),
    score: scored.nullable(),
    score_reason: lack.nullable(),
    people: z
      .array(
        z.object({
          person: z.string(),
          came: day,
          chance: z.number().describe("That she orders within the days, by what was known when she came."),
          contributions: z.array(z.object({ feature: z.string(), value: z.number(), adds: z.number() })),
        }),
      )
      .describe("Friends who came lately and have not bought: the likeliest first."),
    notes: z.array(z.enum(["not_randomised"])),
  })
  .meta({ id: "GoodFriendsStudy" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/good-friends",
  tag: "Reports",
  permission: "reports:read",
  summary: "What friends who became customers have in common, and how well each new friend fits that",
  query: z.strictObject({
    ...reportPrograms,
    to: day.optional().describe("The last day. Without it: yesterday."),
    days: z.coerce.number().int().min(7).max(730).default(180).describe("Days of coming from which it is learnt."),
    within: z.coerce.number().int().min(1).max(180).default(30),
    people: z.coerce.number().int().min(0).max(500).default(50),
    ...studyWait,
  }),
  response: goodFriends,
  later: true,
  async handler({ query, caller, read, request, services }) {
    // It learns from what is kept by day.
    await services.reports.fresh(caller.workspaceId);
    const { ask, zone } = await read(async (workspaceId, db) => ({
      ask: await STUDY_ASKS.good_friends(workspaceId, db, query),
      zone: (await readStudyDays(workspaceId, db, query)).zone,
    }));
    const looked = await services.reports.look("good_friends", caller.workspaceId, {
      ask,
      question: questionOf(query),
      waitMs: waitOf(query),
    });
    if ("working" in looked) return laterOf(looked.working);
    const { at, found, ask: answered } = looked;
    const last = answered.to - answered.within;
    return {
      period: periodView({ from: last - answered.days + 1, to: last }, zone),
      as_of: asOfView(at),
      renewing: looked.isRenewing,
      within: answered.within,
      friends: found.friends,
      bought: found.bought,
      traits: found.traits
        .slice(0, TRAITS)
        .map(({ kind, value, people, did, own, others }) => ({
          kind: kind as "channel",
          value,
          friends: people,
          bought: did,
          own,
          others,
        })),
      score: partOf(found.judged, scoreView),
      score_reason: reasonOf(found.judged, speakerOf(request)),
      people: found.people.map(({ person, came, chance, contributions }) => ({
        person: externalId("per", person),
        came: dayText(came),
        chance,
        contributions: contributions.map(({ name, value, adds }) => ({ feature: name, value, adds })),
      })),
      notes: ["not_randomised" as const],
    };
  },
});
