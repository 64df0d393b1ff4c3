/**
 * The files by which a phone learns that an app of the business's opens its links (C10). Under a business's own domain they are that
 * business's. Under the installation's own name they are served only where it has one workspace: an app that may open every link there
 * would open other businesses' too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { appleAssociation, apps as appsSchema, assetLinks } from "../core/apps.ts";
import type { Apps } from "../core/apps.ts";
import type { Hosts } from "../flow/domains.ts";
import { inWorkspace } from "../store/db.ts";
import { onlyWorkspace } from "../store/pages.ts";
import { readWorkspace } from "../store/workspaces.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };
/** Phones ask again after days at the earliest; Apple's own cache stands between. */
const SECONDS = 3_600;

export function addAssociation(app: FastifyInstance, hosts: Hosts | undefined): void {
  const { gv } = app;
  const find = async (request: FastifyRequest): Promise<{ apps: Apps; own: boolean } | null> => {
    const home = hosts?.find(request.headers.host ?? "") ?? null;
    const workspaceId = home?.workspaceId ?? (await onlyWorkspace(gv.pool));
    const row = workspaceId === null ? null : await inWorkspace(gv.pool, workspaceId, (db) => readWorkspace(workspaceId, db));
    const parsed = appsSchema.safeParse(row?.settings["apps"]);
    return parsed.success ? { apps: parsed.data, own: home !== null } : null;
  };
  const send = (reply: FastifyReply, body: object | null): FastifyReply => {
    if (body === null) return reply.code(404).send("");
    void reply.headers({ "content-type": "application/json", "cache-control": `public, max-age=${SECONDS}` });
    // As bytes: to a text a charset would be added, which Apple does not want.
    return reply.send(Buffer.from(JSON.stringify(body)));
  };
  app.get("/.well-known/apple-app-site-association", PUBLIC_PAGE, async (request, reply) => {
    const found = await find(request);
    if (found === null || found.apps.ios.length === 0) return send(reply, null);
    const codes = found.own ? ["/l/*", "/r/*", "/?*"] : ["/l/*", "/r/*"];
    return send(reply, appleAssociation(found.apps, codes));
  });
  app.get("/.well-known/assetlinks.json", PUBLIC_PAGE, async (request, reply) => {
    const found = await find(request);
    return send(reply, found === null || found.apps.android.length === 0 ? null : assetLinks(found.apps));
  });
}
