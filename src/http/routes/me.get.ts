import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { Role } from "../../core/roles.ts";
import { listNearby } from "../../store/access.ts";
import { readClosing } from "../../store/closing.ts";
import { inWorkspace, type Pool } from "../../store/db.ts";
import { listOperatorPlaces, readOperatorOfUser } from "../../store/operators.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import type { Caller } from "../context.ts";
import { endpoint } from "../endpoint.ts";
import { PERMISSIONS, type Permission } from "../permissions.ts";
import { closing, closingView } from "../views/closing.ts";
import { role } from "../views/operator.ts";

const me = z
  .object({
    operator: z
      .object({ id: z.string(), name: z.string(), email: z.string(), two_factor: z.boolean() })
      .nullable()
      .describe("Null for a key, and for whoever came by the link that the start printed."),
    role,
    permissions: z.array(z.string()).describe("What may be asked of this API."),
    workspace: z.object({
      slug: z.string(),
      name: z.string(),
      zone: z.string(),
      sandbox: z.boolean(),
      currency: z.string().describe("What new amounts begin with."),
      closing: closing.nullable().describe("Set once it was closed: then nothing in it can be changed."),
    }),
    workspaces: z
      .array(z.object({ slug: z.string(), name: z.string(), sandbox: z.boolean(), role }))
      .describe("What the header gv-workspace of a session may name."),
  })
  .meta({ id: "Me" });

type Place = { slug: string; name: string; sandbox: boolean; role: Role };

export default endpoint({
  method: "GET",
  path: "/v1/me",
  tag: "Settings",
  permission: "settings:read",
  summary: "Who is asking, and what she may do here",
  response: me,
  async handler({ read, caller, request }) {
    const [{ slug, name, zone, sandbox, settings }, closed] = await read(
      async (workspaceId, db) => [(await readWorkspace(workspaceId, db))!, await readClosing(db, workspaceId)] as const,
    );
    const held = caller.permissions === "all" ? [...PERMISSIONS] : [...caller.permissions];
    const permissions = closed === null ? held : held.filter(whileClosed);
    const { operator = null, role: as = "owner" } = caller.session ?? {};
    const places = await placesOf(request.server.gv.pool, caller);
    return {
      operator:
        operator === null
          ? null
          : { id: externalId("opr", operator.id), name: operator.name, email: operator.email, two_factor: operator.two_factor },
      role: as,
      permissions,
      workspace: { slug, name, zone, sandbox, currency: String(settings["currency"] ?? "USD"), closing: closingView(closed) },
      workspaces: places.length === 0 ? [{ slug, name, sandbox, role: as }] : places,
    };
  },
});

/** In a closed workspace everything can be read, and the workspace brought back. */
const whileClosed = (each: Permission): boolean => /:(read|contact)$/.test(each) || each === "workspaces:write";

async function placesOf(pool: Pool, { session }: Caller): Promise<Place[]> {
  if (session === undefined) return [];
  const { account, home } = session;
  const all =
    account === null
      ? (await listNearby(pool, { workspaceId: home, slug: null })).map((each) => ({ ...each, home }))
      : await listOperatorPlaces(pool, { userId: account.user_id, slug: null });
  const found = all.map(async (each): Promise<Place | null> => {
    const her = account === null ? null : await inWorkspace(pool, each.home, (db) => readOperatorOfUser(each.home, db, account.user_id));
    if (account !== null && (her === null || her.disabled_at !== null)) return null;
    const row = await inWorkspace(pool, each.workspace_id, (db) => readWorkspace(each.workspace_id, db));
    return { slug: each.slug, name: row?.name ?? each.slug, sandbox: each.sandbox, role: her?.role ?? "owner" };
  });
  return (await Promise.all(found)).filter((each) => each !== null);
}
