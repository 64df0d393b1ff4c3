/**
 * `GET /r/:code` and `GET /r/:workspace/:vanity`: the redirect. It is answered before Fastify's router sees the request, because it is most
 * of the traffic and needs nothing that the router gives.
 *
 * The address that a visitor is sent to carries the code and a sealed click id, never a name, an e-mail or an id of ours, and no cookie is
 * set. A code that leads nowhere (unknown, disabled, of a program that is paused or ended) always gets the same page, with the same status,
 * at the same time after the request.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { makeClick } from "../core/click.ts";
import type { Mac } from "../core/click.ts";
import { channelNamed } from "../core/channels.ts";
import { normaliseCode } from "../core/code.ts";
import { chooseTarget, locationOf } from "../core/target.ts";
import { visitorOf } from "../core/visitor.ts";
import type { Language } from "../core/words.ts";
import type { Hosts } from "../flow/domains.ts";
import type { LinkCache, OpenLink } from "../flow/link-cache.ts";
import type { Ids, Log } from "../flow/ports.ts";
import type { TouchRecorder } from "../flow/record-touch.ts";
import { addressOf as networkOf } from "./address.ts";
import { createGuesses } from "./guesses.ts";
import type { Guesses } from "./guesses.ts";
import { readerLanguage } from "./reader.ts";
import { nowherePage, sendPage, unavailablePage } from "./redirect-page.ts";
import { createVisitReader } from "./visit.ts";
import type { Visit } from "./visit.ts";

export type RedirectOptions = {
  links: LinkCache;
  touches: TouchRecorder;
  mac: Mac;
  ids: Ids;
  log: Log;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
  guesses?: Guesses;
  /** The visitor's address. By default the socket's; behind a proxy, what a trusted X-Forwarded-For says. */
  addressOf?: (request: IncomingMessage) => string;
  /** Names of businesses' own that we are reached by. */
  hosts?: Hosts;
  /** Milliseconds that a visitor waits at most for the touch to be on disk. 50. */
  waitMs?: number;
};

export type RedirectCounts = Record<Visit | "nowhere" | "blocked" | "unavailable", number>;

export type Redirect = {
  /** Answers a GET or HEAD under /r/, now or later, and returns true; false for anything else, which it leaves alone. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Requests by what they were, and by how those that were not redirected ended. */
  counts(): RedirectCounts;
};

const PREFIX = "/r/";
const WAIT_MS = 50;
/** What leads nowhere is answered a multiple of this after the request: how long the look-up took (0 to 3 ms) is not to be seen. */
const STEP_MS = 25;
/** What no normalised code or slug can be is not looked up. */
const CODE = /^[A-Z0-9]{3,40}$/;
/** One part that a code can be; anything longer is a page of ours. */
const OWN_LINK = /^\/[A-Za-z0-9_-]{3,60}(?:\?|$)/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** What a visitor asked for. `to` is the wished destination, unchecked; `channel` is one of ours. */
type Asked = { code: string; slug: string | null; to: string | null; channel: string | null };
type Arrival = { request: IncomingMessage; response: ServerResponse; home: { slug: string } | null; prefix: string };
type Exchange = { request: IncomingMessage; response: ServerResponse; startedAt: number; visit: Visit; asked: Asked };

/** The redirect's handler. Mount it with mountRedirect. */
export function createRedirect(options: RedirectOptions): Redirect {
  return new Handler(options);
}

/**
 * Puts the redirect in front of a server's router, and its counters among the metrics. A route of the same address stays behind it for what
 * does not come through the socket (Fastify's inject, a second address that `localhost` resolved to).
 */
export function mountRedirect(app: FastifyInstance, redirect: Redirect, touches: TouchRecorder): void {
  const listeners = app.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners("request");
  app.server.on("request", (request, response) => {
    if (!redirect.handle(request, response)) for (const each of listeners) each.call(app.server, request, response);
  });
  app.get(`${PREFIX}*`, (request, reply) => {
    reply.hijack();
    redirect.handle(request.raw, reply.raw);
  });
  const gauge = (name: string, help: string, read: () => number): void => app.gv.metrics.gauge({ name: `grapevine_${name}`, help, read });
  gauge("touches_recorded", "Touches taken.", () => touches.counts().recorded);
  gauge("touches_durable", "Touches on disk.", () => touches.counts().durable);
  gauge("touches_late", "Redirects that left before their touch was on disk.", () => touches.counts().late);
  gauge("touches_dropped", "Redirects whose touch found no room.", () => touches.counts().dropped);
  gauge("touches_refused", "Touches that the database refused.", () => touches.counts().refused);
  gauge("touches_buffered", "Touches waiting for the disk.", () => touches.counts().buffered);
  for (const kind of Object.keys(redirect.counts()) as (keyof RedirectCounts)[]) {
    gauge(`redirects_${kind}`, `Requests for links: ${kind}.`, () => redirect.counts()[kind]);
  }
}

class Handler implements Redirect {
  private readonly options: RedirectOptions;
  private readonly guesses: Guesses;
  private readonly readVisit = createVisitReader();
  private readonly waitMs: number;
  private readonly count: RedirectCounts = { navigation: 0, machine: 0, embedded: 0, ahead: 0, nowhere: 0, blocked: 0, unavailable: 0 };
  private failedAt = -Infinity;
  /** Of the next click. It starts anywhere, so that two processes do not give the same to one link in one millisecond. */
  private nonce: number;

  constructor(options: RedirectOptions) {
    this.options = options;
    this.guesses = options.guesses ?? createGuesses(options);
    this.waitMs = options.waitMs ?? WAIT_MS;
    const [a = 0, b = 0, c = 0, d = 0] = options.ids.bytes(4);
    this.nonce = (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) >>> 0;
  }

  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = "", method = "" } = request;
    if (method !== "GET" && method !== "HEAD") return false;
    const home = this.options.hosts?.any() === true ? this.options.hosts.find(hostOf(request.rawHeaders)) : null;
    // Under a business's own name a link is "/CODE".
    const prefix = url.startsWith(PREFIX) ? PREFIX : home !== null && OWN_LINK.test(url) ? "/" : null;
    if (prefix === null) return false;
    try {
      this.begin({ request, response, home, prefix });
    } catch (error) {
      this.fail(response, error as Error);
    }
    return true;
  }

  counts(): RedirectCounts {
    return { ...this.count };
  }

  private begin({ request, response, home, prefix }: Arrival): void {
    const startedAt = this.options.monotonic();
    const seconds = this.guesses.isAnyBlocked() ? this.guesses.blockedFor(this.addressOf(request)) : 0;
    if (seconds > 0) {
      this.count.blocked++;
      return sendPage(response, nowherePage(languageOf(request)), { status: 429, retryAfter: seconds });
    }
    const visit = this.readVisit(request.method!, request.rawHeaders);
    this.count[visit]++;
    if (visit === "ahead") return refuseAhead(response);
    const asked = readAddress(request.url!, prefix);
    // What is another workspace's is not under this one's name.
    if (asked === null || (home !== null && (asked.slug ?? home.slug) !== home.slug)) return this.nowhere(request, response, startedAt);
    if (home !== null) asked.slug = home.slug;
    const exchange = { request, response, startedAt, visit, asked };
    const found = this.options.links.find(asked.code, asked.slug);
    if (found instanceof Promise) found.then((link) => this.answer(exchange, link)).catch((error: Error) => this.fail(response, error));
    else this.answer(exchange, found);
  }

  private answer(exchange: Exchange, link: OpenLink | null): void {
    const { request, response, startedAt, visit, asked } = exchange;
    if (link === null) return this.nowhere(request, response, startedAt);
    // A wish names a page of the shop: who sends one means to go there.
    const isPage = link.landing && asked.to === null && visit !== "embedded";
    if (isPage) return redirectTo(response, landingOf(request.url!, link.code, asked.slug));
    // A wish that is not allowed is not held against the visitor: the program's own destination is always right.
    const target = asked.to === null ? link.target : (chooseTarget(asked.to, link.target, link.origins) ?? link.target);
    if (visit !== "navigation") return redirectTo(response, locationOf(target, visit === "machine" ? link.code : null, null));
    const click = { link: link.linkId, at: Math.floor(startedAt + link.clockOffset), nonce: this.nonce };
    this.nonce = (this.nonce + 1) >>> 0;
    const { id, touchId } = makeClick(click, this.options.mac);
    const location = locationOf(target, link.code, id);
    const row = {
      id: touchId,
      link_id: link.linkId,
      program_id: link.programId,
      person_id: link.personId,
      at: click.at,
      channel: link.channel ?? asked.channel,
      visitor: link.counted ? visitorOf(link.linkId, networkOf(this.addressOf(request)), this.options.mac) : null,
    };
    this.options.touches.record(link.workspaceId, row, { dueAt: startedAt + this.waitMs, done: () => redirectTo(response, location) });
  }

  private nowhere(request: IncomingMessage, response: ServerResponse, startedAt: number): void {
    this.count.nowhere++;
    this.guesses.miss(this.addressOf(request));
    const elapsed = this.options.monotonic() - startedAt;
    setTimeout(sendPage, STEP_MS - (elapsed % STEP_MS), response, nowherePage(languageOf(request)), { status: 404 });
  }

  /** The link is not in memory and cannot be read: nobody knows where it leads. */
  private fail(response: ServerResponse, error: Error): void {
    this.count.unavailable++;
    const now = this.options.monotonic();
    // During a stall every visitor of a link that is not in memory comes here.
    if (now - this.failedAt > 10_000)
      this.options.log.error("Links cannot be answered.", { error: error.message, unavailable: this.count.unavailable });
    this.failedAt = now;
    if (!response.headersSent) sendPage(response, unavailablePage("en"), { status: 503, retryAfter: 5 });
  }

  private addressOf(request: IncomingMessage): string {
    return this.options.addressOf?.(request) ?? request.socket.remoteAddress ?? "";
  }
}

/**
 * Flat, as Node writes them: an object would be walked twice. The length says that nothing follows; without it Node sends an empty chunk.
 */
function redirectTo(response: ServerResponse, location: string): void {
  response.writeHead(302, ["Location", location, "Cache-Control", "no-store", "Referrer-Policy", "strict-origin", "Content-Length", "0"]);
  response.end();
}

/** Vary, so that nothing in between gives this answer to the click that may follow. */
function refuseAhead(response: ServerResponse): void {
  response.writeHead(503, ["Cache-Control", "no-store", "Vary", "Sec-Purpose", "Content-Length", "0"]);
  response.end();
}

/** The code, slug and wish of "/r/CODE", "/r/slug/CODE", "/r/CODE?to=..."; null for what no link can have. */
function readAddress(url: string, prefix: string): Asked | null {
  const queryAt = url.indexOf("?");
  const path = queryAt < 0 ? url.slice(prefix.length) : url.slice(prefix.length, queryAt);
  const slashAt = path.indexOf("/");
  const slug = slashAt < 0 ? null : unescaped(path.slice(0, slashAt)).toLowerCase();
  const code = normaliseCode(unescaped(path.slice(slashAt + 1)));
  if (!CODE.test(code) || (slug !== null && !SLUG.test(slug))) return null;
  if (queryAt < 0) return { code, slug, to: null, channel: null };
  const query = new URLSearchParams(url.slice(queryAt + 1));
  return { code, slug, to: query.get("to"), channel: channelNamed(query.get("c")) };
}

/** "/r/CODE" to "../l/CODE", seen from there, whatever name and prefix we are reached by. Only code, channel and language go along. */
function landingOf(url: string, code: string, slug: string | null): string {
  const queryAt = url.indexOf("?");
  const query = new URLSearchParams(queryAt < 0 ? "" : url.slice(queryAt + 1));
  const [locale, channel] = [query.get("locale"), channelNamed(query.get("c"))];
  const page = `${slug === null ? "../l/" : `../../l/${slug}/`}${encodeURIComponent(code)}`;
  const parts = [
    ...(channel === null ? [] : [`c=${channel}`]),
    ...(locale === null ? [] : [`locale=${encodeURIComponent(locale.slice(0, 35))}`]),
  ];
  return parts.length === 0 ? page : `${page}?${parts.join("&")}`;
}

/** The Host header, from the list as it came: Node's object of all headers costs 2 us to build. */
function hostOf(raw: readonly string[]): string {
  for (let i = 0; i + 1 < raw.length; i += 2) if (raw[i]!.length === 4 && raw[i]!.toLowerCase() === "host") return raw[i + 1]!;
  return "";
}

function languageOf(request: IncomingMessage): Language {
  const { url = "", headers } = request;
  const queryAt = url.indexOf("?");
  const locale = queryAt < 0 ? null : new URLSearchParams(url.slice(queryAt + 1)).get("locale");
  return readerLanguage(locale, headers["accept-language"]);
}

function unescaped(part: string): string {
  if (!part.includes("%") || part.length > 400) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
