import { z } from "zod";
import { listNearby } from "../../store/access.ts";
import { inWorkspace } from "../../store/db.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { PERMISSIONS } from "../permissions.ts";

const role = z.enum(["owner", "manager", "analyst", "support", "finance"]);

const me = z
  .object({
    operator: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable().describe("Null for a key, or a sign-in link."),
    role,
    permissions: z.array(z.string()).describe("What may be asked of this API."),
    workspace: z.object({ slug: z.string(), name: z.string(), zone: z.string(), sandbox: z.boolean() }),
    workspaces: z
      .array(z.object({ slug: z.string(), name: z.string(), sandbox: z.boolean(), role }))
      .describe("What the header gv-workspace of a session may name."),
  })
  .meta({ id: "Me" });

export default endpoint({
  method: "GET",
  path: "/v1/me",
  tag: "Settings",
  permission: "settings:read",
  summary: "Who is asking, and what she may do here",
  response: me,
  async handler({ read, caller, request }) {
    const { pool } = request.server.gv;
    const { slug, name, zone, sandbox } = (await read(readWorkspace))!;
    const permissions = caller.permissions === "all" ? [...PERMISSIONS] : [...caller.permissions];
    const near = caller.session === undefined ? [] : await listNearby(pool, { workspaceId: caller.session.home, slug: null });
    const named = near.map(async (each) => {
      const row = await inWorkspace(pool, each.workspace_id, (db) => readWorkspace(each.workspace_id, db));
      return { slug: each.slug, name: row?.name ?? each.slug, sandbox: each.sandbox, role: "owner" as const };
    });
    const workspaces = near.length === 0 ? [{ slug, name, sandbox, role: "owner" as const }] : await Promise.all(named);
    return { operator: null, role: "owner" as const, permissions, workspace: { slug, name, zone, sandbox }, workspaces };
  },
});
