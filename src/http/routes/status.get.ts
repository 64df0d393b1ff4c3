import { z } from "zod";
import { readBacklog, readFollowers } from "../../store/backlog.ts";
import { endpoint } from "../endpoint.ts";

const UP_TO = 1_000;
const count = z.int().describe("Counted to a thousand.");

export default endpoint({
  method: "GET",
  path: "/v1/status",
  tag: "System",
  permission: "settings:read",
  summary: "Whether the server is well, and what waits in the workspace",
  response: z
    .object({
      ready: z.boolean(),
      checks: z.record(z.string(), z.string()),
      waiting: z.object({
        failed_events: count,
        parked_events: count,
        mails_due: count,
        webhooks_waiting: count,
        webhooks_dead: count,
        imports_open: count,
      }),
      followers: z.array(z.object({ name: z.string(), behind_seconds: z.number() })),
    })
    .meta({ id: "Status" }),
  async handler({ services, read }) {
    const { ready, checks } = await services.readiness();
    return await read(async (workspaceId, db) => {
      const followers = await readFollowers(workspaceId, db);
      return {
        ready,
        checks,
        waiting: await readBacklog(workspaceId, db, UP_TO),
        followers: followers.map(({ name, behind_ms }) => ({ name, behind_seconds: behind_ms / 1000 })),
      };
    });
  },
});
