/** How the process does. Part of routes/index.ts. */
import type { Endpoint } from "./endpoint.ts";
import systemHealth from "./routes/system.health.ts";
import systemMetrics from "./routes/system.metrics.ts";
import systemReady from "./routes/system.ready.ts";

export const systemEndpoints: readonly Endpoint[] = [systemHealth, systemMetrics, systemReady];
