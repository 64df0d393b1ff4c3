import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { readNextDue } from "../../store/due-next.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

export default endpoint({
  method: "GET",
  path: "/v1/test_clock",
  tag: "Sandbox",
  permission: "clock:read",
  summary: "What time it is in the sandbox, and what is due next",
  sandboxOnly: true,
  response: z.object({
    now: instant,
    next: z
      .object({ at: instant, what: z.enum(["reward", "delay", "expiry", "level", "case", "claim", "review", "board", "ask", "mail"]) })
      .nullable()
      .describe("What time alone will do first, after the present; null where nothing waits."),
  }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => {
      const { now, next } = await readNextDue(workspaceId, db);
      return { now: formatInstant(now), next: next === null ? null : { at: formatInstant(next.at), what: next.what } };
    }),
});
