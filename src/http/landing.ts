/**
 * `GET /l/:code` (and `/l/:workspace/:vanity`): the page between a link and the shop. It says who recommends and what is offered, works
 * without JavaScript, and leads on with the code and a click id whose touch is on disk. A code that leads nowhere always gets the same
 * page at the same time after the request, whatever the reason.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mac } from "../core/click.ts";
import { normaliseCode } from "../core/code.ts";
import { offerEnd } from "../core/rules/offer-end.ts";
import { locationOf } from "../core/target.ts";
import type { Language } from "../core/words.ts";
import type { LinkCache, OpenLink } from "../flow/link-cache.ts";
import type { PageSource, Pages } from "../flow/pages.ts";
import type { TouchRecorder } from "../flow/record-touch.ts";
import { escapeHtml } from "./html.ts";
import type { Guesses } from "./guesses.ts";
import { landingOf, pageFor, wordsOf } from "./landing-page.ts";
import type { PageAsk, PagePlace } from "./landing-page.ts";
import { fillPage } from "./landing-render.ts";
import type { Fillings } from "./landing-render.ts";
import { createVisits } from "./landing-visit.ts";
import type { Visits } from "./landing-visit.ts";
import { readerLanguage, readerLocale } from "./reader.ts";
import { nowherePage } from "./redirect-page.ts";
import { createVisitReader } from "./visit.ts";

export type LandingParts = {
  links: LinkCache;
  pages: Pages;
  touches: TouchRecorder;
  mac: Mac;
  /** Codes that lead nowhere, counted together with those of the redirect. */
  guesses: Guesses;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
};

export type Opened = { link: OpenLink; source: PageSource; language: Language; locale: string; slug: string | null; place: PagePlace };

/** What pages of links have in common: finding the link, and answering where there is none. */
export type LandingDoor = LandingParts & {
  app: FastifyInstance;
  visits: Visits;
  /** The link of a request with its program, or null once "nowhere" was answered. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<Opened | null>;
  send(opened: Opened, reply: FastifyReply, with_: SendWith): Promise<FastifyReply>;
};
type SendWith = { state: PageAsk["state"]; click: string | null; status?: number; own?: string };

/** As the redirect does: what leads nowhere is answered a multiple of this after the request. */
const STEP_MS = 25;
const CODE = /^[A-Z0-9]{3,40}$/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
type Params = { code: string; slug?: string };
type Query = Record<string, string | string[] | undefined>;
const PUBLIC_PAGE = { config: { page: "public" as const } };

/** All pages that links lead to, in a scope with a page's headers. */
export function addLandingPages(app: FastifyInstance, parts: LandingParts): void {
  addLanding(app, parts);
}

/** The door, and the page itself under both of its addresses. */
function addLanding(app: FastifyInstance, parts: LandingParts): LandingDoor {
  const door = createDoor(app, parts);
  const readVisit = createVisitReader();
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = readVisit(request.method, request.raw.rawHeaders);
    if (visit === "ahead") return reply.code(503).header("vary", "Sec-Purpose").send("");
    const opened = await door.open(request, reply);
    if (opened === null) return reply;
    const { link, source } = opened;
    const query = request.query as Query;
    const known = door.visits.known(link, query["gv_click"]);
    const click = known ?? (visit === "navigation" ? await door.visits.record(link, request.ip) : null);
    const now = parts.monotonic() + source.clockOffset;
    return door.send(opened, reply, { state: isOver(source, now) ? "over" : "open", click });
  };
  app.get("/l/:code", PUBLIC_PAGE, show);
  app.get("/l/:slug/:code", PUBLIC_PAGE, show);
  return door;
}

/** Whether the offer has ended at an instant. */
export function isOver(source: PageSource, now: number): boolean {
  const end = offerEnd(source.program, source.zone);
  return end !== null && now >= end;
}

function createDoor(app: FastifyInstance, parts: LandingParts): LandingDoor {
  const { gv } = app;
  const base = (): string => new URL(gv.publicUrl).pathname.replace(/\/$/, "");
  const visits = createVisits({ ...parts, ids: gv.ids });
  const nowhere = async (request: FastifyRequest, reply: FastifyReply, startedAt: number): Promise<void> => {
    parts.guesses.miss(request.ip);
    const elapsed = parts.monotonic() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS - (elapsed % STEP_MS)));
    sendNowhere(request, reply, 404);
  };
  return {
    ...parts,
    app,
    visits,
    async open(request, reply) {
      const startedAt = parts.monotonic();
      const seconds = parts.guesses.isAnyBlocked() ? parts.guesses.blockedFor(request.ip) : 0;
      if (seconds > 0) {
        sendNowhere(request, reply.header("retry-after", seconds), 429);
        return null;
      }
      const params = request.params as Params;
      const code = normaliseCode(params.code);
      const slug = params.slug?.toLowerCase() ?? null;
      const isPossible = CODE.test(code) && (slug === null || SLUG.test(slug));
      const link = isPossible ? await parts.links.find(code, slug) : null;
      const source = link === null ? null : await parts.pages.source(link.workspaceId, { id: link.programId });
      if (link === null || source === null || landingOf(source) === undefined) {
        await nowhere(request, reply, startedAt);
        return null;
      }
      const chosen = (request.query as Query)["locale"];
      const accept = request.headers["accept-language"];
      const place = { publicUrl: gv.publicUrl, base: base() };
      return { link, source, slug, place, language: readerLanguage(chosen, accept), locale: readerLocale(chosen, accept) };
    },
    async send(opened, reply, { state, click, status = 200, own = "" }) {
      const { link, source, language, locale, place } = opened;
      const shown = await parts.pages.shown(link.workspaceId, link.personId);
      const variant = Number.parseInt(link.linkId.slice(-6), 16);
      const page = pageFor(source, { language, locale, variant, personal: true, state }, place);
      const name = shown?.name ?? null;
      const words = wordsOf(source, language);
      const path = `/l/${opened.slug === null ? "" : `${opened.slug}/`}${encodeURIComponent(link.code)}`;
      const fillings: Fillings = {
        name: name === null ? words.say("page.somebody") : `\u2068${name}\u2069`,
        face: faceOf(name, shown?.picture_at == null ? null : `${place.base}${path}/face?v=${shown.picture_at}`),
        code: link.code,
        click: click ?? "",
        go: locationOf(link.target, link.code, click),
        claim: `${place.base}${path}/claim?locale=${locale}`,
        here: `${place.base}${path}`,
        terms: `${place.base}${path}/terms`,
        url: place.publicUrl + path,
        own,
      };
      return reply
        .code(status)
        .headers({
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": page.policy,
          "content-language": language,
          "cache-control": "no-store",
          "x-robots-tag": "noindex",
          vary: "Accept-Language",
        })
        .send(fillPage(page, fillings));
    },
  };
}

/** The picture she chose, else the first letter of her name, else nothing. */
function faceOf(name: string | null, picture: string | null): string {
  if (picture !== null) return `<img class="face" src="${escapeHtml(picture)}" alt="" width="48" height="48">`;
  const [letter] =
    name === null ? [] : new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name.trim())[Symbol.iterator]();
  return letter === undefined ? "" : `<span class="face" aria-hidden="true">${escapeHtml(letter.segment.toUpperCase())}</span>`;
}

function sendNowhere(request: FastifyRequest, reply: FastifyReply, status: number): void {
  const language = readerLanguage((request.query as Query)["locale"], request.headers["accept-language"]);
  void reply
    .code(status)
    .headers({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "x-robots-tag": "noindex",
      vary: "Accept-Language",
    })
    .send(nowherePage(language));
}
