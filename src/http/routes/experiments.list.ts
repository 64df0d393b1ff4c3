import { z } from "zod";
import { EXPERIMENT_STATES } from "../../core/experiment.ts";
import { listExperiments } from "../../store/experiments.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findProgram } from "../lookup.ts";
import { experiment, experimentView } from "../views/experiment.ts";

export default endpoint({
  method: "GET",
  path: "/v1/experiments",
  tag: "Experiments",
  permission: "programs:read",
  summary: "List experiments",
  query: z.strictObject({ ...paging, program: z.string().max(64).optional(), status: z.enum(EXPERIMENT_STATES).optional() }),
  response: listOf("Experiment", experiment),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const programId = query.program === undefined ? null : (await findProgram(workspaceId, db, query.program)).id;
      const rows = await listExperiments(workspaceId, db, { ...cursorOf("xpm", query), programId, status: query.status ?? null });
      return pageOf(rows, query.limit, { view: experimentView, cursor: ({ id }) => id });
    }),
});
