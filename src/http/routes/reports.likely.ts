import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { day } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOfView, periodView, questionOf, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { likelyPersonView, likelyStudy, ruleView, scoreView } from "../views/likely-study.ts";
import { partOf, reasonOf } from "../views/no-figure.ts";
import { laterOf } from "../working.ts";

export default endpoint({
  method: "GET",
  path: "/v1/reports/likely",
  tag: "Reports",
  permission: "reports:read",
  summary: "Who is likely to bring a first friend and was not asked yet, with how well the score finds them; what is bought together",
  query: z.strictObject({
    to: day.optional().describe("The last day. Without it: yesterday."),
    days: z.coerce.number().int().min(7).max(730).default(90).describe("Days from which it is learnt."),
    people: z.coerce.number().int().min(0).max(500).default(50),
    together: z.coerce.number().int().min(0).max(500).default(50).describe("Pairs of products at most."),
    ...studyWait,
  }),
  response: likelyStudy,
  later: true,
  async handler({ query, caller, read, request, services }) {
    const ask = await read((workspaceId, db) => STUDY_ASKS.likely(workspaceId, db, query));
    const looked = await services.reports.look("likely", caller.workspaceId, { ask, question: questionOf(query), waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    const { at, found } = looked;
    const speaker = speakerOf(request);
    return {
      period: periodView({ from: looked.ask.to - query.days + 1, to: looked.ask.to }, looked.ask.zone),
      as_of: asOfView(at),
      renewing: looked.isRenewing,
      customers: found.customers,
      candidates: found.candidates,
      score: partOf(found.judged, scoreView),
      score_reason: reasonOf(found.judged, speaker),
      people: found.people.map(likelyPersonView),
      together: partOf(found.together, (rules) => rules.map(ruleView)) ?? [],
      together_reason: reasonOf(found.together, speaker),
    };
  },
});
