/**
 * `GET /l/:code` (and `/l/:workspace/:vanity`): the page between a link and the shop. It says who recommends and what is offered, works
 * without JavaScript, and leads on with the code and a click id whose touch is on disk. A code that leads nowhere always gets the same
 * page at the same time after the request, whatever the reason.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { channelNamed } from "../core/channels.ts";
import { variantOf } from "../core/page.ts";
import { escapeHtml } from "./html.ts";
import { variantNumber } from "./landing-door.ts";
import type { LandingDoor, Opened } from "./landing-door.ts";
import { isOver, wordsOf } from "./landing-page.ts";
import { PAGE_SCRIPT } from "./landing-render.ts";
import { memberOf } from "./portal-cookies.ts";
import { createVisitReader } from "./visit.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };

/** The page under both of its addresses. */
export function addLanding(door: LandingDoor): void {
  const readVisit = createVisitReader();
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = readVisit(request.method, request.raw.rawHeaders);
    if (visit === "ahead") return reply.code(503).header("vary", "Sec-Purpose").send("");
    const opened = await door.open(request, reply);
    if (opened === null) return reply;
    const elsewhere = awayFrom(request, opened, door.pagesOrigin ?? null);
    if (elsewhere !== null) return reply.redirect(elsewhere, 302);
    const query = request.query as Record<string, unknown>;
    // A page of ours that leads to itself (another language, after a claim) carries its click: that is no other visit.
    const known = door.visits.known(opened.link, query["gv_click"]);
    const own = await ownNotice(request, opened);
    const counts = visit === "navigation" && own === null;
    const click = known ?? (counts ? await door.visits.record(opened.link, request.ip, channelNamed(query["c"])) : null);
    if (query["claimed"] !== undefined) return door.send(opened, reply, { state: "done", click });
    const now = door.monotonic() + opened.source.clockOffset;
    return door.send(opened, reply, { state: isOver(opened.source, now) ? "over" : "open", click, own: own ?? "" });
  };
  door.app.get("/l/page.js", PUBLIC_PAGE, (_request, reply) =>
    reply
      .headers({ "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" })
      .send(PAGE_SCRIPT.text),
  );
  door.app.get("/l/:code", PUBLIC_PAGE, show);
  door.app.get("/l/:slug/:code", PUBLIC_PAGE, show);
}

/** The same page on the origin for businesses' own HTML, where this one is of that kind and the visitor is not there yet; else null. */
function awayFrom(request: FastifyRequest, { link, source, path }: Opened, origin: string | null): string | null {
  const page = source.program.pages.landing;
  if (origin === null || page === undefined || request.headers.host === new URL(origin).host) return null;
  if (variantOf(page, variantNumber(link)).body.template === undefined) return null;
  const queryAt = request.url.indexOf("?");
  return origin + path + (queryAt < 0 ? "" : request.url.slice(queryAt));
}

/** What she is told who opens her own link: only her own session says that it is hers. Null for everybody else. */
async function ownNotice(request: FastifyRequest, { link, source, language, place }: Opened): Promise<string | null> {
  const cookie = memberOf(request);
  const member = cookie === undefined ? null : await request.server.gv.services.portal.door.bySession(cookie);
  if (member?.workspaceId !== link.workspaceId || member.personId !== link.personId) return null;
  const words = wordsOf(source, language);
  const [title, text, back] = (["own.title", "own.text", "own.back"] as const).map((key) => escapeHtml(words.say(`page.${key}`)));
  const home = escapeHtml(`${place.base}/p/${source.slug}/${source.program.key}`);
  return `<aside class="own"><p><strong>${title}</strong> ${text}</p><p><a href="${home}">${back}</a></p></aside>`;
}
