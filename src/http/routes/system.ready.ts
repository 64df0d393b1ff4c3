import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Refusal } from "../../flow/refusal.ts";
import { PUBLIC } from "../permissions.ts";

export default endpoint({
  method: "GET",
  path: "/ready",
  tag: "System",
  permission: PUBLIC,
  summary: "Can the process do its work?",
  description: "The database answers, its schema is this version's, and the queue of waiting work is short.",
  response: z.object({ status: z.literal("ready"), checks: z.record(z.string(), z.string()) }),
  async handler({ services }) {
    const { ready, checks } = await services.readiness();
    if (ready) return { status: "ready" as const, checks };
    throw new Refusal(
      "not_ready",
      Object.entries(checks)
        .map(([name, state]) => `${name}: ${state}`)
        .join("; "),
    );
  },
});
