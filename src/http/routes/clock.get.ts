import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { instant } from "../schemas.ts";

export default endpoint({
  method: "GET",
  path: "/v1/test_clock",
  tag: "Sandbox",
  permission: "clock:read",
  summary: "What time it is in the sandbox",
  sandboxOnly: true,
  response: z.object({ now: instant }),
  handler: ({ read }) => read(async (workspaceId, db) => ({ now: formatInstant(await workspaceNow(workspaceId, db)) })),
});
