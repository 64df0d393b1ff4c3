import { z } from "zod";
import { experimentChange } from "../../core/experiment.ts";
import { changeExperiment } from "../../flow/experiments.ts";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { byOf } from "../lookup.ts";
import { experiment, experimentView } from "../views/experiment.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/experiments/:experiment",
  tag: "Experiments",
  permission: "programs:write",
  summary: "Change a draft of an experiment",
  description: "What is left out stays as it is; `arms` are replaced as a whole. An experiment that was started is what was agreed: 409.",
  params: z.object({ experiment: z.string() }),
  body: experimentChange,
  response: experiment,
  async handler({ params, body, caller, read, request }) {
    const { id } = await read((ws, db) => findExperiment(ws, db, params.experiment));
    await changeExperiment(request.server.gv, byOf(caller), { id, change: body });
    return read(async (ws, db) => experimentView(await findExperiment(ws, db, params.experiment)));
  },
});
