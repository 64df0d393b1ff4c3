/** `/app/mail`, where mails were shown before the console had a place for them: leads there, in the workspace of whoever follows it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { uuidOf } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { enterQuietly, sessionCookie } from "./access-session.ts";

const PAGE = { config: { page: "session" as const } };

/** Adds the addresses. Who is nobody is asked to sign in. */
export function addMailbox(app: FastifyInstance): void {
  const { gv } = app;
  const follow = async (request: FastifyRequest<{ Params: { id?: string } }>): Promise<string> => {
    const entered = await enterQuietly(gv, request.cookies[sessionCookie(gv.secure)], null);
    const workspace =
      entered === null ? null : await inWorkspace(gv.pool, entered.workspaceId, (db) => readWorkspace(entered.workspaceId, db));
    if (workspace === null) return "/app/sign-in";
    const { id } = request.params;
    const mail = id === undefined || uuidOf("msg", id) === null ? "" : `/${id}`;
    return `/app/${encodeURIComponent(workspace.slug)}/developers/mail${mail}`;
  };
  for (const path of ["/app/mail", "/app/mail/:id"])
    app.get<{ Params: { id?: string } }>(path, PAGE, async (request, reply) => await reply.redirect(await follow(request), 302));
}
