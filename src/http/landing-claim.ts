/**
 * Taking an offer without JavaScript: `POST /l/:code/claim` with an address, or with nothing. The answer and its time are the same whether
 * the address is known or not; what is given to it comes by mail. And what belongs to the page: the recommender's picture, the terms.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { pageText } from "../core/page.ts";
import { locationOf } from "../core/target.ts";
import { inWorkspace } from "../store/db.ts";
import { readPicture } from "../store/pages.ts";
import { addressOf } from "./address.ts";
import { escapeHtml } from "./html.ts";
import type { LandingDoor, Opened } from "./landing-door.ts";
import { isOver, landingOf, plainPage, wordsOf } from "./landing-page.ts";
import { nextStep } from "./pace.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };
/** A form of one field. */
const FORM_BYTES = 4_096;
/** Claims are answered a multiple of this after they came: how long a known address took is not to be seen. */
const STEP_MS = 100;

/** The routes beside a landing page, under both of its addresses. */
export function addLandingClaims(door: LandingDoor): void {
  void door.app.register((scope, _options, done) => {
    // A form with fields: the pages around this scope have none and drop what comes.
    scope.removeContentTypeParser("application/x-www-form-urlencoded");
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_BYTES },
      (_request, body, ready) => ready(null, new URLSearchParams(String(body))),
    );
    for (const path of ["/l/:code", "/l/:slug/:code"]) {
      scope.post(`${path}/claim`, PUBLIC_PAGE, (request, reply) => claim(door, request, reply));
      scope.get(`${path}/claim`, PUBLIC_PAGE, back);
      scope.get(`${path}/face`, PUBLIC_PAGE, (request, reply) => face(door, request, reply));
      scope.get(`${path}/terms`, PUBLIC_PAGE, (request, reply) => terms(door, request, reply));
    }
    done();
  });
}

/** "/l/CODE/claim" opened as a page (a reload, a bookmark) leads back to the page. */
function back(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.redirect(`../${encodeURIComponent((request.params as { code: string }).code)}`, 303);
}

async function claim(door: LandingDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const startedAt = door.monotonic();
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return reply.code(403).type("text/plain").send("Open the page first.");
  const opened = await door.open(request, reply);
  if (opened === null) return reply;
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const click = door.visits.known(opened.link, form.get("gv_click"));
  const now = door.monotonic() + opened.source.clockOffset;
  if (isOver(opened.source, now)) {
    // Opened in time and sent too late: that is said.
    const openedAt = click === null ? null : door.visits.at(click);
    const wasOpen = openedAt !== null && !isOver(opened.source, openedAt);
    return door.send(opened, reply, { state: wasOpen ? "over_sent" : "over", click, status: 410 });
  }
  const page = landingOf(opened.source)!;
  if (page.claim.by === "code") return reply.redirect(locationOf(opened.link.target, opened.link.code, click), 303);
  const typed = (form.get("email") ?? "").slice(0, 254);
  const verdict = await request.server.gv.limiter.take("claim", addressOf(request.ip));
  if (!verdict.allowed)
    return door.send(opened, reply.header("retry-after", verdict.resetSeconds), { state: "busy", click, typed, status: 429 });
  const done = await take(request, opened, { email: form.get("email") ?? "", click });
  if (!done) return door.send(opened, reply, { state: "wrong_email", click, typed, status: 422 });
  await nextStep(startedAt, door.monotonic(), STEP_MS);
  const query = new URLSearchParams({ claimed: "1", locale: opened.locale, ...(click === null ? {} : { gv_click: click }) });
  return reply.redirect(`${opened.place.base}${opened.path}?${query.toString()}`, 303);
}

function take(request: FastifyRequest, opened: Opened, given: { email: string; click: string | null }): Promise<boolean> {
  const { link, source, locale } = opened;
  return request.server.gv.services.pages.claimOffer({
    workspaceId: link.workspaceId,
    program: source.program.key,
    event: landingOf(source)!.claim.event,
    email: given.email,
    code: link.code,
    click: given.click,
    locale,
  });
}

/** The picture that she chose to show: its bytes were looked at when they came, and a browser does not look again. */
async function face(door: LandingDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await door.open(request, reply);
  if (opened === null) return reply;
  const { workspaceId, personId } = opened.link;
  const picture = await inWorkspace(request.server.gv.pool, workspaceId, (db) => readPicture(workspaceId, db, personId));
  if (picture === null) return reply.code(404).send("");
  const headers = {
    "content-type": picture.type,
    "cache-control": "private, max-age=3600",
    "content-security-policy": "default-src 'none'; sandbox",
  };
  return reply.headers(headers).send(picture.bytes);
}

async function terms(door: LandingDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await door.open(request, reply);
  if (opened === null) return reply;
  return sendTerms(reply, opened, `${opened.place.base}${opened.path}?locale=${opened.locale}`);
}

/** A program's terms as a plain page of the business's looks. */
export function sendTerms(reply: FastifyReply, opened: Pick<Opened, "source" | "language">, home: string): FastifyReply {
  const { source, language } = opened;
  const words = wordsOf(source, language);
  const text = pageText(Object.keys(source.program.terms).length === 0 ? undefined : source.program.terms, language);
  const lines = (text ?? words.say("page.terms.none"))
    .split(/\n{2,}|\n(?=[A-ZÄÖÜ][^\n]{0,60}:)/)
    .map((each) => `<p>${escapeHtml(each)}</p>`);
  const back = `<p><a href="${escapeHtml(home)}">${escapeHtml(words.say("page.back"))}</a></p>`;
  const body = `<h1>${escapeHtml(words.say("page.terms.title"))}</h1>${lines.join("")}${back}`;
  const { html, policy } = plainPage(source, language, { title: words.say("page.terms.title"), body });
  return reply
    .headers({ "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "x-robots-tag": "noindex" })
    .send(html);
}
