import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { experiment, experimentView } from "../views/experiment.ts";

export default endpoint({
  method: "GET",
  path: "/v1/experiments/:experiment",
  tag: "Experiments",
  permission: "programs:read",
  summary: "Get an experiment",
  params: z.object({ experiment: z.string() }),
  response: experiment,
  handler: ({ params, read }) => read(async (ws, db) => experimentView(await findExperiment(ws, db, params.experiment))),
});
