import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { PUBLIC } from "../permissions.ts";

export default endpoint({
  method: "GET",
  path: "/health",
  tag: "System",
  permission: PUBLIC,
  summary: "Is the process alive?",
  response: z.object({ status: z.literal("ok"), version: z.string() }),
  handler: ({ request }) => ({ status: "ok" as const, version: request.server.gv.version }),
});
