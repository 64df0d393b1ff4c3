/** What people open in a browser, besides the console: signing in and out, the list of errors, the API reference. */
import fs from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { ERROR_CODES, ERRORS } from "../core/errors.ts";
import { redeemSignInLink, SESSION_SECONDS, signInLinkIsOpen } from "../flow/sign-in.ts";
import { sessionCookie } from "./access-session.ts";
import { addressOf } from "./address.ts";
import { addAuthPages, endCookie } from "./auth-pages.ts";
import { count, refuseCrossSite } from "./guard.ts";
import { addDocs } from "./docs.ts";
import { pageOf } from "./html.ts";
import { addPortalShell } from "./portal-page.ts";
import { addMailPages } from "./mail-pages.ts";
import { addPortalPages } from "./portal-pages.ts";
import { loadReference } from "./reference.ts";
import { addReportPage } from "./report-page.ts";
import { addTill } from "./till.ts";

/** The checked-in document. It is what the routes say, or `npm run check` fails. */
const OPENAPI = new URL("../../openapi.json", import.meta.url);

/** A page that anyone may open. A page for operators says `page: "session"` and asks for the session itself. */
const PUBLIC_PAGE = { config: { page: "public" as const } };

/** Adds the pages, and those of `more` (the status page), in a scope with a page's headers. */
export async function addPages(app: FastifyInstance, more: ((app: FastifyInstance) => void) | undefined): Promise<void> {
  const { secure } = app.gv;
  await app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(helmet, {
      contentSecurityPolicy: {
        // Without upgrade-insecure-requests: it would break an installation that is reached by a plain http address.
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'unsafe-inline'"],
          imgSrc: ["'self'", "data:"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      hsts: secure ? { maxAge: 31_536_000 } : false,
      // The origin alone: no token in a Referer, and a form's Origin header is not "null" as it would be under no-referrer.
      referrerPolicy: { policy: "strict-origin" },
    });
    // A form without fields: the browser names this type all the same.
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "buffer", bodyLimit: 16_384 }, (_request, _body, done) =>
      done(null, undefined),
    );
    addSignIn(scope);
    addAuthPages(scope);
    addPortalPages(scope);
    addMailPages(scope);
    addReportPage(scope);
    addPortalShell(scope);
    addTill(scope);
    addDocuments(scope);
    addDocs(scope);
    more?.(scope);
  });
}

function addSignIn(app: FastifyInstance): void {
  const { gv } = app;
  const html = (reply: FastifyReply, status: number, page: string): FastifyReply =>
    reply.code(status).header("content-type", "text/html; charset=utf-8").send(page);
  const tooOld = (reply: FastifyReply): FastifyReply =>
    html(
      reply,
      410,
      pageOf(
        "This sign-in link is used up",
        "<p>It worked once, or its hour is over. Ask for a new one where you found it: <code>npm start</code> prints one.</p>",
      ),
    );

  // Mail scanners and link previews open links: opening changes nothing, pressing the button does.
  app.get<{ Params: { token: string } }>("/sign-in/:token", PUBLIC_PAGE, async (request, reply) => {
    await count(request, reply, { policy: "sign_in_page", target: addressOf(request.ip) });
    if (!(await signInLinkIsOpen(gv, request.params.token))) return tooOld(reply);
    return html(
      reply,
      200,
      pageOf("Sign in to Grapevine", '<p>This link works once.</p>\n<form method="post"><button>Sign in</button></form>'),
    );
  });
  app.post<{ Params: { token: string } }>("/sign-in/:token", PUBLIC_PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "sign_in", target: addressOf(request.ip) });
    const session = await redeemSignInLink(gv, request.params.token);
    if (session === null) return tooOld(reply);
    setSession(request, reply, { value: session, seconds: SESSION_SECONDS });
    return reply.redirect("/app", 303);
  });
  app.post("/sign-out", PUBLIC_PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await endCookie(request);
    setSession(request, reply, { value: "", seconds: 0 });
    return html(reply, 200, pageOf("You are signed out", "<p>The session is worth nothing any more.</p>"));
  });
}

function setSession(request: FastifyRequest, reply: FastifyReply, session: { value: string; seconds: number }): void {
  const { secure } = request.server.gv;
  void reply.setCookie(sessionCookie(secure), session.value, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: session.seconds,
  });
}

function addDocuments(app: FastifyInstance): void {
  app.get("/openapi.json", PUBLIC_PAGE, async (_request, reply) =>
    reply.header("content-type", "application/json; charset=utf-8").send(await fs.readFile(OPENAPI)),
  );
  app.get("/docs/errors", PUBLIC_PAGE, (_request, reply) => {
    const rows = ERROR_CODES.map(
      (code) => `<tr id="${code}"><td><code>${code}</code></td><td>${ERRORS[code].status}</td><td>${ERRORS[code].title}</td></tr>`,
    );
    const head = "<thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead>";
    const table = `<table>${head}<tbody>\n${rows.join("\n")}\n</tbody></table>`;
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .send(
        pageOf("Error codes", `<p>Every error is problem+json with one of these codes. Branch on the code, show the detail.</p>\n${table}`),
      );
  });
  app.get("/docs/api/", PUBLIC_PAGE, (_request, reply) => reply.redirect("/docs/api", 308));
  app.get("/docs/api", PUBLIC_PAGE, async (_request, reply) => {
    const { page, policy } = await loadReference();
    return reply.header("content-type", "text/html; charset=utf-8").header("content-security-policy", policy).send(page);
  });
  app.get("/docs/api/js/scalar.js", PUBLIC_PAGE, async (request, reply) => {
    const { script, gzipped } = await loadReference();
    void reply
      .header("content-type", "text/javascript; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .header("vary", "accept-encoding");
    const zip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    return zip ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(script());
  });
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** A route that is no endpoint says who may open it. */
    page?: "public" | "session";
  }
}
