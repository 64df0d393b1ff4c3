import { z } from "zod";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { PERMISSIONS } from "../permissions.ts";

const me = z
  .object({
    operator: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable().describe("Null for a key, or a sign-in link."),
    role: z.enum(["owner", "manager", "analyst", "support", "finance"]),
    permissions: z.array(z.string()).describe("What may be asked of this API."),
    workspace: z.object({ slug: z.string(), name: z.string(), zone: z.string(), sandbox: z.boolean() }),
    workspaces: z.array(z.object({ slug: z.string(), name: z.string(), sandbox: z.boolean(), role: z.string() })),
  })
  .meta({ id: "Me" });

export default endpoint({
  method: "GET",
  path: "/v1/me",
  tag: "Settings",
  permission: "settings:read",
  summary: "Who is asking, and what she may do here",
  response: me,
  handler: ({ read, caller }) =>
    read(async (workspaceId, db) => {
      const { slug, name, zone, sandbox } = (await readWorkspace(workspaceId, db))!;
      const permissions = caller.permissions === "all" ? [...PERMISSIONS] : [...caller.permissions];
      return {
        operator: null,
        role: "owner" as const,
        permissions,
        workspace: { slug, name, zone, sandbox },
        workspaces: [{ slug, name, sandbox, role: "owner" }],
      };
    }),
});
