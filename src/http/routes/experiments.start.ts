import { z } from "zod";
import { startExperiment } from "../../flow/experiments.ts";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { byOf } from "../lookup.ts";
import { experiment, experimentView } from "../views/experiment.ts";

export default endpoint({
  method: "POST",
  path: "/v1/experiments/:experiment/start",
  tag: "Experiments",
  permission: "programs:publish",
  summary: "Start an experiment",
  description:
    "Publishes a version for each arm. From now on advocates are dealt by a hash, and friends come under their advocate's arm.",
  params: z.object({ experiment: z.string() }),
  response: experiment,
  async handler({ params, caller, read, request }) {
    const { id } = await read((ws, db) => findExperiment(ws, db, params.experiment));
    await startExperiment(request.server.gv, byOf(caller), id);
    return read(async (ws, db) => experimentView(await findExperiment(ws, db, params.experiment)));
  },
});
