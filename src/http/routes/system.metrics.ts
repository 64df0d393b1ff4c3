import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { PUBLIC } from "../permissions.ts";

export default endpoint({
  method: "GET",
  path: "/metrics",
  tag: "System",
  permission: PUBLIC,
  summary: "Counters for Prometheus",
  produces: "text/plain; version=0.0.4; charset=utf-8",
  response: z.string(),
  handler: ({ request }) => request.server.gv.metrics.text(),
});
