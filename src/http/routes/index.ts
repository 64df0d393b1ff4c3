/** Every endpoint. The order is that of openapi.json. */
import type { Endpoint } from "../endpoint.ts";
import eventsCreate from "./events.create.ts";
import systemHealth from "./system.health.ts";
import systemMetrics from "./system.metrics.ts";
import systemReady from "./system.ready.ts";

export const endpoints: readonly Endpoint[] = [
  eventsCreate,
  systemHealth, systemReady, systemMetrics,
];
