/** What all pages of links have in common: finding the link and its program, sending the page with this visitor's fillings, and nowhere. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mac } from "../core/click.ts";
import { normaliseCode } from "../core/code.ts";
import { locationOf } from "../core/target.ts";
import type { Language } from "../core/words.ts";
import type { Hosts } from "../flow/domains.ts";
import type { LinkCache, OpenLink } from "../flow/link-cache.ts";
import type { PageSource, Pages } from "../flow/pages.ts";
import type { OfferImages } from "../flow/ports.ts";
import type { TouchRecorder } from "../flow/record-touch.ts";
import type { Guesses } from "./guesses.ts";
import { escapeHtml } from "./html.ts";
import { readerVoice } from "./landing-offer.ts";
import { landingOf, pageFor } from "./landing-page.ts";
import type { PageAsk, PagePlace } from "./landing-page.ts";
import { fillPage } from "./landing-render.ts";
import type { Fillings } from "./landing-render.ts";
import { createVisits } from "./landing-visit.ts";
import type { Visits } from "./landing-visit.ts";
import { nextStep } from "./pace.ts";
import { readerLanguage, readerLocale } from "./reader.ts";
import { nowherePage } from "./redirect-page.ts";

export type LandingParts = {
  links: LinkCache;
  pages: Pages;
  touches: TouchRecorder;
  mac: Mac;
  /** Codes that lead nowhere, counted together with those of the redirect. */
  guesses: Guesses;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
  /** Names of businesses' own that we are reached by. */
  hosts?: Hosts;
  /** Where pages of businesses' own HTML are shown: an origin that holds nothing of ours. Null or left out: where they are asked for. */
  pagesOrigin?: string | null;
  /** Draws previews of links; left out, there are none. */
  images?: OfferImages;
};

/** `path`: "/l/CODE" or "/l/workspace/CODE", without the prefix that we may be reached by. */
export type Opened = { link: OpenLink; source: PageSource; language: Language; locale: string; path: string; place: PagePlace };
/** `own`: HTML of ours that stands above the page. */
/** `typed`: what stood in the field, which is not lost. */
export type SendWith = { state: PageAsk["state"]; click: string | null; status?: number; own?: string; typed?: string };

export type LandingDoor = LandingParts & {
  app: FastifyInstance;
  visits: Visits;
  /** The link of a request with its program, or null once "nowhere" was answered. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<Opened | null>;
  send(opened: Opened, reply: FastifyReply, how: SendWith): Promise<FastifyReply>;
};
type Query = Record<string, string | string[] | undefined>;

/** As the redirect does: what leads nowhere is answered a multiple of this after the request. */
const STEP_MS = 25;
const CODE = /^[A-Z0-9]{3,40}$/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

export function createDoor(app: FastifyInstance, parts: LandingParts): LandingDoor {
  return {
    ...parts,
    app,
    visits: createVisits({ ...parts, ids: app.gv.ids }),
    async open(request, reply) {
      const startedAt = parts.monotonic();
      const seconds = parts.guesses.isAnyBlocked() ? parts.guesses.blockedFor(request.ip) : 0;
      if (seconds > 0) {
        sendNowhere(request, reply.header("retry-after", seconds), 429);
        return null;
      }
      const opened = await find(parts, request);
      if (opened !== null) return opened;
      parts.guesses.miss(request.ip);
      await nextStep(startedAt, parts.monotonic(), STEP_MS);
      sendNowhere(request, reply, 404);
      return null;
    },
    send: (opened, reply, how) => send(parts, opened, { reply, how }),
  };
}

/** Where we are: the address that people reach us by, never what a Host header says. */
export function placeOf(app: FastifyInstance): PagePlace {
  const { publicUrl } = app.gv;
  return { publicUrl, base: new URL(publicUrl).pathname.replace(/\/$/, "") };
}

/** Under a verified name of the business's: a Host header alone never gets here. */
function ownPlace(domain: string): PagePlace {
  return { publicUrl: `https://${domain}`, base: "" };
}

async function find(parts: LandingParts, request: FastifyRequest): Promise<Opened | null> {
  const params = request.params as { code: string; slug?: string };
  const code = normaliseCode(params.code);
  const slug = params.slug?.toLowerCase() ?? null;
  const isPossible = CODE.test(code) && (slug === null || SLUG.test(slug));
  const host = request.headers.host ?? "";
  const home = parts.hosts?.find(host) ?? null;
  const link = isPossible ? await parts.links.find(code, slug) : null;
  // Under a business's own name there is nothing of another's.
  if (home !== null && link !== null && link.workspaceId !== home.workspaceId) return null;
  const source = link === null ? null : await parts.pages.sourceFor(link.workspaceId, { id: link.programId, advocate: link.personId });
  if (link === null || source === null || landingOf(source) === undefined) return null;
  const path = `/l/${slug === null ? "" : `${slug}/`}${encodeURIComponent(link.code)}`;
  const place = home === null ? placeOf(request.server) : ownPlace(home.domain);
  return { link, source, path, place, ...readerOf(request) };
}

/** Who reads: her language and the locale of her numbers and days. */
export function readerOf(request: FastifyRequest): { language: Language; locale: string } {
  const chosen = (request.query as Query)["locale"];
  const accept = request.headers["accept-language"];
  return { language: readerLanguage(chosen, accept), locale: readerLocale(chosen, accept) };
}

type Sending = { reply: FastifyReply; how: SendWith };

async function send(parts: LandingParts, opened: Opened, { reply, how }: Sending): Promise<FastifyReply> {
  const { link, source, language, locale, place, path } = opened;
  const shown = await parts.pages.shown(link.workspaceId, link.personId);
  const variant = variantNumber(link);
  const failed = (error: Error): void => {
    const fields = { workspace: link.workspaceId, program: link.programId, error: error.message.split("\n")[0] };
    reply.server.gv.log.warn("A landing page's template cannot be drawn: its blocks are shown instead.", fields);
  };
  const now = parts.monotonic() + source.clockOffset;
  const page = pageFor(source, { language, locale, variant, personal: true, state: how.state, now, failed }, place);
  const who = {
    name: shown?.name ?? null,
    picture: shown?.picture_at == null ? null : `${place.base}${path}/face?v=${shown.picture_at}`,
  };
  const go = locationOf(link.target, link.code, how.click);
  const fillings = {
    ...fillingsOf(opened, { now, code: link.code, click: how.click, go, ...who }),
    own: how.own ?? "",
    typed: how.typed ?? "",
  };
  const headers = pageHeaders(page.policy, language);
  return reply
    .code(how.status ?? 200)
    .headers({ ...headers, "x-robots-tag": "noindex" })
    .send(fillPage(page, fillings));
}

/** A number of the link's: it shows the same version of the page each time. */
export function variantNumber(link: OpenLink): number {
  return Number.parseInt(link.linkId.slice(-6), 16);
}

type Filling = { now: number; code: string; click: string | null; go: string; name: string | null; picture: string | null };

/** What one visitor's page says. */
export function fillingsOf(opened: Omit<Opened, "link">, { now, code, click, go, name, picture }: Filling): Fillings {
  const { source, locale, place, path } = opened;
  return {
    // Isolated, so that a name of another direction keeps to itself.
    name: name === null ? readerVoice(source, locale).words.say("page.somebody") : `\u2068${name}\u2069`,
    face: faceOf(name, picture),
    code,
    click: click ?? "",
    go,
    claim: `${place.base}${path}/claim?locale=${locale}`,
    here: `${place.base}${path}`,
    terms: `${place.base}${path}/terms`,
    url: place.publicUrl + path,
    now: String(Math.floor(now)),
    typed: "",
    own: "",
  };
}

/** Headers of a page in a language. */
export function pageHeaders(policy: string, language: Language): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "content-language": language,
    "cache-control": "no-store",
    vary: "Accept-Language",
  };
}

/** The picture she chose, else the first letter of her name, else nothing. */
function faceOf(name: string | null, picture: string | null): string {
  if (picture !== null) return `<img class="face" src="${escapeHtml(picture)}" alt="" width="48" height="48">`;
  const [letter] = name === null ? [] : new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name.trim());
  return letter === undefined ? "" : `<span class="face" aria-hidden="true">${escapeHtml(letter.segment.toUpperCase())}</span>`;
}

/** The page for a code that leads nowhere: the same bytes for every reason. */
export function sendNowhere(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const { language } = readerOf(request);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
  return reply
    .code(status)
    .headers({ ...pageHeaders(policy, language), "x-robots-tag": "noindex" })
    .send(nowherePage(language));
}
