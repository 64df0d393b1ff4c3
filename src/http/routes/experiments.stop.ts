import { z } from "zod";
import { stopExperiment } from "../../flow/experiments.ts";
import { endpoint } from "../endpoint.ts";
import { findExperiment } from "../lookup-experiment.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/experiments/:experiment/stop",
  tag: "Experiments",
  permission: "programs:publish",
  summary: "Stop an experiment",
  description: "Who was promised an offer keeps it; later friends come under the program as it is. A draft is thrown away.",
  params: z.object({ experiment: z.string() }),
  response: z.object({ stopped: z.literal(true) }),
  async handler({ params, caller, read, request }) {
    const { id } = await read((ws, db) => findExperiment(ws, db, params.experiment));
    await stopExperiment(request.server.gv, byOf(caller), id);
    return { stopped: true as const };
  },
});
