import { experimentWish } from "../../core/experiment.ts";
import { createExperiment } from "../../flow/experiments.ts";
import { notFound } from "../../flow/refusal.ts";
import { readExperiment } from "../../store/experiments.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { experiment, experimentView } from "../views/experiment.ts";

export default endpoint({
  method: "POST",
  path: "/v1/experiments",
  tag: "Experiments",
  permission: "programs:write",
  summary: "Plan an experiment",
  description: 'Kept as a draft. Each arm but the first is a JSON merge patch on the live definition; `{"rewards": null}` is a hold-out.',
  body: experimentWish,
  response: experiment,
  status: 201,
  async handler({ body, caller, read, request }) {
    const id = await createExperiment(request.server.gv, byOf(caller), body);
    const row = await read((ws, db) => readExperiment(ws, db, id));
    if (row === null) throw notFound("experiment");
    return experimentView(row);
  },
});
