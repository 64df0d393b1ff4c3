/**
 * `GET /p/:workspace/:program`: the frame of the portal. Without JavaScript it says who recommends what and how it works; with it, the
 * element takes over and finds its first answer (that of GET /v1/portal) in the page, so that it has nothing to wait for.
 */
import zlib from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { externalId } from "../core/id.ts";
import { createWords } from "../core/words.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Caller } from "./context.ts";
import { count } from "./guard.ts";
import { escapeHtml, pageOf } from "./html.ts";
import { memberOf } from "./portal-cookies.ts";
import { homeOf } from "./portal-home.ts";
import { reading, workspaceAsked } from "./portal-reading.ts";
import { readerLanguage, readerLocale } from "./reader.ts";
import { createScriptNames } from "./static.ts";
import type { PortalHome } from "./views/portal-home.ts";
import { type Page, shellOf } from "./portal-shell.ts";

type Asked = FastifyRequest<{ Params: { workspace: string; program?: string }; Querystring: { locale?: string } }>;

const PAGE = { config: { page: "public" as const } };

/** Adds the page, with a program's key and without (then the member's own, or the first open one). */
export function addPortalShell(app: FastifyInstance): void {
  const scriptName = createScriptNames();
  const show = async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
    let home: PortalHome;
    try {
      home = await homeFor(request, reply);
    } catch (error) {
      if (error instanceof Refusal && error.code === "not_found") return nowhere(request, reply);
      throw error;
    }
    const chosen = typeof request.query.locale === "string" ? request.query.locale : "";
    return send(request, reply, shellOf(home, { script: await scriptName("portal.js"), locale: chosen }));
  };
  app.get("/p/:workspace", PAGE, show);
  app.get("/p/:workspace/:program", PAGE, show);
}

/** What the element would be answered: for the member whose cookie came along, if it is this workspace's, else for a stranger. */
async function homeFor(request: Asked, reply: FastifyReply): Promise<PortalHome> {
  const { gv } = request.server;
  const { workspace, program } = request.params;
  const workspaceId = await workspaceAsked(request, reply, workspace);
  const caller = await memberCaller(request, workspaceId);
  if (caller?.member !== undefined) {
    await count(request, reply, { policy: "member", target: `${workspaceId}:${caller.member.personId}` });
  }
  const { locale } = request.query;
  const browser = readerLocale(locale, request.headers["accept-language"]);
  const asked = typeof locale === "string" ? browser : undefined;
  const ask = { program, locale: asked, person: caller?.actor, browser };
  return await reading({ workspaceId, caller, context: gv, ask }, (read) => homeOf(read));
}

async function memberCaller(request: Asked, workspaceId: string): Promise<Caller | null> {
  const cookie = memberOf(request);
  if (cookie === undefined) return null;
  const member = await request.server.gv.services.portal.door.bySession(cookie);
  if (member === null || member.workspaceId !== workspaceId) return null;
  return {
    workspaceId,
    sandbox: member.sandbox,
    kind: "member",
    actor: externalId("per", member.personId),
    permissions: new Set(),
    requestId: request.id,
    idempotencyKey: null,
    member: { personId: member.personId, programKey: member.programKey },
  };
}

/** The same words for a workspace that is not there and for a program that is not. */
function nowhere(request: Asked, reply: FastifyReply): FastifyReply {
  const language = readerLanguage(request.query.locale, request.headers["accept-language"]);
  const words = createWords(language);
  const page = pageOf(words.say("portal.trouble.gone.title"), `<p>${escapeHtml(words.say("portal.trouble.gone.text"))}</p>`);
  void reply.code(404).header("content-type", "text/html; charset=utf-8").header("x-robots-tag", "noindex");
  return reply.send(page.replace('<html lang="en">', `<html lang="${language}" dir="${words.dir}">`));
}

/** Packed where the browser takes it: the words of the portal are most of the page. */
function send(request: Asked, reply: FastifyReply, { html, policy }: Page): FastifyReply {
  void reply
    .header("content-type", "text/html; charset=utf-8")
    .header("content-security-policy", policy)
    .header("x-robots-tag", "noindex")
    .header("vary", "accept-encoding, accept-language, cookie");
  if (!/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) return reply.send(html);
  return reply.header("content-encoding", "gzip").send(zlib.gzipSync(html, { level: 6 }));
}
