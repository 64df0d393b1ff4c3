import { z } from "zod";
import { experimentPlan as planOf } from "../../flow/experiment-plan.ts";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { speakerOf } from "../speech.ts";
import { experimentPlan, planView } from "../views/experiment-plan.ts";

export default endpoint({
  method: "GET",
  path: "/v1/experiments/:experiment/plan",
  tag: "Experiments",
  permission: "programs:read",
  summary: "How many advocates it needs, and how long that takes",
  description:
    "From what was counted in the last 28 days: baseline, sample an arm, duration, power by simulation; and what dealing whole circles " +
    "of advocates who brought one another would cost.",
  params: z.object({ experiment: z.string() }),
  response: experimentPlan,
  handler: ({ params, read, request }) =>
    read(async (ws, db) => planView(await planOf(ws, db, await findExperiment(ws, db, params.experiment)), speakerOf(request))),
});
