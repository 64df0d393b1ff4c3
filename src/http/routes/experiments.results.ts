import { z } from "zod";
import { experimentResults as resultsOf } from "../../flow/experiment-results.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { speakerOf } from "../speech.ts";
import { studyWait, waitOf } from "../study-ask.ts";
import { experimentResults, resultsView } from "../views/experiment.ts";
import { laterOf } from "../working.ts";

export default endpoint({
  method: "GET",
  path: "/v1/experiments/:experiment/results",
  tag: "Experiments",
  permission: "programs:read",
  summary: "What an experiment says so far, and what to do",
  description:
    "One row for what is dealt: an advocate, a circle or a company. The sample ratio comes first: when it is broken, no effect is " +
    "shown. A figure that cannot be had says why.",
  params: z.object({ experiment: z.string() }),
  query: z.strictObject(studyWait),
  response: experimentResults,
  later: true,
  async handler({ params, query, caller, read, request, services }) {
    const row = await read((ws, db) => findExperiment(ws, db, params.experiment));
    if (row.started_at === null) throw new Refusal("conflict", "It was not started yet: there is nothing to tell.");
    const ask = { experiment: row.id };
    const looked = await services.reports.look("experiment", caller.workspaceId, { ask, question: ask, waitMs: waitOf(query) });
    if ("working" in looked) return laterOf(looked.working);
    return resultsView(
      { ...resultsOf(row, looked.found), unit: row.design.unit ?? "advocate", isRenewing: looked.isRenewing },
      speakerOf(request),
    );
  },
});
