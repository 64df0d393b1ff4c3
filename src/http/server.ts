/** The HTTP server: one Fastify instance with every route, one way in (access.ts) and one way to fail (problem.ts). */
import Fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Accounts, Ids, Log } from "../flow/ports.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Pool } from "../store/db.ts";
import { admit } from "./access.ts";
import { addEndpoint } from "./answer.ts";
import type { AnswerOptions } from "./answer.ts";
import type { HttpContext } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import { allowAnyOrigin, headOf } from "./headers.ts";
import { parseJson } from "./json.ts";
import { createCouponGuesses } from "./coupon-guesses.ts";
import { createGuesses } from "./guesses.ts";
import { createKeyDoor } from "./key-door.ts";
import { createLimiter } from "./limiter.ts";
import type { PolicyOverrides } from "./limiter.ts";
import { createMetrics } from "./metrics.ts";
import { createRefusedCalls } from "./refused-calls.ts";
import { addPages } from "./pages.ts";
import { sendProblem, toProblem } from "./problem.ts";
import { answerUnreadable, createRequestIds, missing, traceOf } from "./request.ts";
import { endpoints } from "./routes/index.ts";
import type { Services } from "./services.ts";
import { addFonts, addScripts } from "./static.ts";
import { createStreams } from "./streams.ts";

export type ServerOptions = AnswerOptions & {
  services: Services;
  pool: Pool;
  log: Log;
  ids: Ids;
  accounts?: Accounts;
  /** "https://refer.shop.example", no slash at the end. Cookies are Secure when it is https. */
  publicUrl: string;
  version: string;
  /** Believe X-Forwarded-For: only behind a proxy that sets it. False. A number counts the proxies; an address or a list names them. */
  trustProxy?: boolean | number | string | string[];
  limits?: PolicyOverrides;
  /** Shorter in tests. */
  patience?: typeof PATIENCE;
  /** Adds the redirect `GET /r/:code`. */
  registerRedirect?: (app: FastifyInstance) => void;
  /** Adds the status page under /app, in a scope with a page's headers. Each route says `config: { page: "public" | "session" }`. */
  registerPages?: (app: FastifyInstance) => void;
  /** Runs before any route: the OpenAPI generator hangs itself in here. */
  beforeRoutes?: (app: FastifyInstance) => void | Promise<void>;
};

const KB = 1024;
/** Beyond it a single document is a mistake; batches of events say their own limit. */
const BODY_LIMIT = 1024 * KB;
/**
 * How long a head and a whole request may take to arrive, and how often that is looked at (Node's default of 30 s would make a head
 * of 15 s one of 45). A slow one holds a socket and its buffers, and 2,000 of them must not keep others out.
 */
const PATIENCE = { headMs: 15_000, requestMs: 60_000, checkMs: 5_000 };
/** Longer than the 60 s after which common proxies drop an idle connection, so that they and not we close it. */
const KEEP_ALIVE_MS = 72_000;
const MAX_CONNECTIONS = 10_000;

/** Builds the server without listening. Close it with `app.close()`: what is in flight is answered first. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const slow = options.patience ?? PATIENCE;
  const app = Fastify({
    logger: false,
    trustProxy: trustOf(options.trustProxy ?? false),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    requestTimeout: slow.requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionTimeout: slow.requestMs * 2,
    genReqId: createRequestIds(options.ids),
    requestIdHeader: false,
    // A user id of 256 characters, each escaped as three.
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: false },
    http: { headersTimeout: slow.headMs, connectionsCheckingInterval: slow.checkMs, maxHeaderSize: 16 * KB },
    clientErrorHandler: answerUnreadable(options.publicUrl),
    frameworkErrors: (error, request, reply) => fail(error, request, reply as FastifyReply),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  // Node gives a peer that has closed its sending half no answer unless told so; such a peer still listens.
  (app.server as { httpAllowHalfOpen?: boolean }).httpAllowHalfOpen = true;
  const secure = options.publicUrl.startsWith("https:");
  const context: HttpContext = {
    services: options.services,
    pool: options.pool,
    log: options.log,
    ids: options.ids,
    accounts: options.accounts ?? null,
    publicUrl: options.publicUrl,
    secure,
    version: options.version,
    keys: createKeyDoor(options.pool),
    limiter: createLimiter(options.pool, options.limits),
    couponGuesses: createCouponGuesses(options.log),
    offerGuesses: createGuesses({ log: options.log, monotonic: () => performance.now() }),
    metrics: createMetrics(),
    refused: createRefusedCalls(options),
    streams: createStreams(),
    isClosing: false,
  };
  app.decorate("gv", context);
  app.decorateRequest("caller", null);
  app.decorateRequest("traceId", null);
  addParsers(app);
  addHooks(app);
  app.setErrorHandler((error, request, reply) => fail(error, request, reply));
  app.setNotFoundHandler((request, reply) => missing(request, reply, endpoints));
  await options.beforeRoutes?.(app);
  options.registerRedirect?.(app);
  addScripts(app);
  addFonts(app);
  await addPages(app, options.registerPages);
  addFormParser(app);
  for (const each of endpoints) addEndpoint(app, each, options);
  return app;
}

/** Fastify takes a number for a mistake; here it is the operator's word that so many proxies stand in front. */
function trustOf(trust: boolean | number | string | string[]): boolean | string | string[] | ((address: string, hop: number) => boolean) {
  return typeof trust === "number" ? (_address, hop) => hop < trust : trust;
}

/** JSON, and JSON as text/plain for beacons: a browser asks no permission for that type. Everything else is 415. */
function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (request.routeOptions.config.endpoint?.bytes === true) done(null, body);
    else parse(body, done);
  });
  app.addContentTypeParser<Buffer>("text/plain", { parseAs: "buffer" }, (request, body, done) => {
    if (request.routeOptions.config.endpoint?.beacon === true) parse(body, done);
    else done(new Refusal("media_type_unsupported", "Send content-type: application/json."));
  });
  app.addContentTypeParser<Buffer>("text/csv", { parseAs: "buffer" }, (request, body, done) => {
    if (request.routeOptions.config.endpoint?.consumes === "text/csv") done(null, body);
    else done(new Refusal("media_type_unsupported", "Send content-type: application/json."));
  });
}

/** WooCommerce tries an address out with a form. Added after the pages, which have a parser of their own for forms. */
function addFormParser(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>("application/x-www-form-urlencoded", { parseAs: "buffer" }, (request, body, done) => {
    if (request.routeOptions.config.endpoint?.bytes === true) done(null, body);
    else done(new Refusal("media_type_unsupported", "Send content-type: application/json."));
  });
}

function parse(body: Buffer, done: (error: Error | null, value?: unknown) => void): void {
  let value: unknown;
  try {
    value = body.length === 0 ? undefined : parseJson(body);
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, value);
}

const NUL_IN_PATH = /^[^?]*%00/;
/** Connections that fall idle while the server closes; Node looks for such once, at the beginning. */
const IDLE_CHECK_MS = 25;

function addHooks(app: FastifyInstance): void {
  app.addHook("onClose", () => app.gv.refused.flush());
  app.addHook("preClose", () => {
    app.gv.isClosing = true;
    app.gv.streams.closeAll();
    const sweep = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
    app.server.once("close", () => clearInterval(sweep));
  });
  // A route that is no endpoint (a page, the redirect) answers for its own access; an endpoint always passes here.
  app.addHook("onRequest", (request, reply, done) => {
    headOf(reply, request, app.gv.secure);
    request.traceId = traceOf(request.headers.traceparent);
    const endpoint = request.routeOptions.config.endpoint;
    // PostgreSQL keeps no NUL: whatever a page's address names so is nowhere.
    if (endpoint === undefined)
      return NUL_IN_PATH.test(request.url) ? done(new Refusal("not_found", "No id has a NUL character.")) : done();
    if ((endpoint.publishable === true || endpoint.member !== undefined) && request.headers.origin !== undefined) allowAnyOrigin(reply);
    let admitted: void | Promise<void>;
    try {
      admitted = admit(request, reply, endpoint);
    } catch (error) {
      return done(error as Error);
    }
    if (admitted === undefined) done();
    // Fastify waits for a promise as well as for done(): only a request that has to ask the database pays for one.
    return admitted;
  });
  app.addHook("onResponse", (request, reply, done) => {
    app.gv.metrics.observe(`${request.method} ${request.routeOptions.url ?? "(none)"}`, reply.statusCode, reply.elapsedTime);
    done();
  });
}

declare module "fastify" {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

function fail(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const route = `${request.method} ${request.routeOptions?.url ?? "(none)"}`;
  const { log, refused } = request.server.gv;
  const problem = toProblem(error, log, { requestId: request.id, route, traceId: request.traceId });
  refused.note(request, { code: problem.code, ms: reply.elapsedTime });
  sendProblem(request, reply, problem);
}
