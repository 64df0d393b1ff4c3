/** Endpoints of experiments and forecasts, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import experimentsList from "./routes/experiments.list.ts";
import experimentsCreate from "./routes/experiments.create.ts";
import experimentsGet from "./routes/experiments.get.ts";
import experimentsChange from "./routes/experiments.change.ts";
import experimentsPlan from "./routes/experiments.plan.ts";
import experimentsStart from "./routes/experiments.start.ts";
import experimentsStop from "./routes/experiments.stop.ts";
import experimentsResults from "./routes/experiments.results.ts";
import programsForecast from "./routes/programs.forecast.ts";

export const experimentEndpoints: readonly Endpoint[] = [
  experimentsList,
  experimentsCreate,
  experimentsGet,
  experimentsChange,
  experimentsPlan,
  experimentsStart,
  experimentsStop,
  experimentsResults,
  programsForecast,
];
