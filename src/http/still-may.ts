/** Answers that stay open: whether who asked may still hear them. A key is revoked, a session ended, a role taken while they are. */
import type { FastifyRequest } from "fastify";
import { keyOf } from "./access.ts";
import { mayDo } from "./access-may.ts";
import { enterQuietly, sessionCookie } from "./access-session.ts";
import { cookieOf } from "./guard.ts";
import type { Permission } from "./permissions.ts";
import { permissionsOfRole } from "./roles.ts";

/** Of a request that was admitted: asks again what admitted it, without counting it. */
export function stillMay(request: FastifyRequest, permission: Permission): () => Promise<boolean> {
  const { gv } = request.server;
  const { authorization, cookie } = request.headers;
  const workspaceId = request.caller?.workspaceId;
  const key = keyOf(authorization);
  if (key !== null)
    return async () => {
      const holder = await gv.keys.holderOf(key);
      return holder !== null && !holder.revoked && !holder.closed && mayDo(holder, permission);
    };
  const slug = request.headers["gv-workspace"];
  const session = cookieOf(cookie, sessionCookie(gv.secure));
  return async () => {
    const entered = await enterQuietly(gv, session, slug === undefined ? null : String(slug));
    return entered?.workspaceId === workspaceId && mayDo({ permissions: permissionsOfRole(entered!.role) }, permission);
  };
}
