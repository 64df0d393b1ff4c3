/**
 * `/app/auth/...`: signing in to the console. What is asked here goes on to the accounts (adapters/accounts.ts) by a closed list of steps,
 * after the proof that a page of ours asks and a count of who asks about whom; their answers come back without what no page needs.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../flow/refusal.ts";
import { endSession } from "../flow/sign-in.ts";
import { endAccountSessions, readAccountSession } from "../store/account-sessions.ts";
import { accountOf, sessionCookie } from "./access-session.ts";
import { addressOf } from "./address.ts";
import { count, refuseCrossSite } from "./guard.ts";
import { addInvitationPages } from "./invitation-pages.ts";
import type { PolicyName } from "./limiter.ts";

const PAGE = { config: { page: "public" as const }, bodyLimit: 16_384 };
const BROWSER_SECONDS = 3600;

/** A step: what it counts by besides the network address, and whether somebody has to be signed in. */
type Step = { policy: PolicyName; about?: { policy: PolicyName; by: "email" | "account" }; signedIn?: boolean };
const BY_PASSWORD: Step = { policy: "console_sign_in", about: { policy: "console_account", by: "email" } };
const BY_MAIL: Step = { policy: "console_send", about: { policy: "console_mailbox", by: "email" } };
/** A stolen session must not be a way to guess the password that it lacks. */
const WITH_PASSWORD: Step = { policy: "console_sign_in", about: { policy: "console_account", by: "account" }, signedIn: true };
const STEPS: Readonly<Record<string, Step>> = {
  "sign-in/email": BY_PASSWORD,
  "sign-in/magic-link": BY_MAIL,
  "sign-in/social": { policy: "console_sign_in" },
  // The accounts count wrong codes themselves: 5 a sign-in, 10 in a row an account.
  "two-factor/verify-totp": { policy: "console_sign_in" },
  "two-factor/verify-backup-code": { policy: "console_sign_in" },
  "two-factor/enable": WITH_PASSWORD,
  "two-factor/disable": WITH_PASSWORD,
  "two-factor/generate-backup-codes": WITH_PASSWORD,
  "change-password": WITH_PASSWORD,
  "request-password-reset": BY_MAIL,
  "reset-password": { policy: "console_sign_in" },
};
/** What a page may see of an answer: no token, no account. */
const SHOWN = ["twoFactorRedirect", "totpURI", "backupCodes", "url", "code", "message"];

type Body = Record<string, unknown>;

export function addAuthPages(app: FastifyInstance): void {
  const { gv } = app;
  app.get("/app/auth/options", PAGE, (_request, reply) =>
    reply.send({ accounts: gv.accounts !== null, provider: gv.accounts?.provider ?? null }),
  );
  app.post<{ Params: { "*": string } }>("/app/auth/*", PAGE, async (request, reply) => {
    refuseCrossSite(request);
    const name = request.params["*"];
    const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
    if (step === undefined) throw new Refusal("not_found", "There is no such step.");
    const body = bodyOf(request);
    await countStep(request, reply, { step, body });
    return await passOn(request, reply, { path: name, body: fixed(name, body) });
  });
  app.post("/app/auth/link", PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "console_sign_in", target: addressOf(request.ip) });
    const token = String(bodyOf(request)["token"] ?? "");
    return await answer(
      request,
      reply,
      await mustHave(request).redeemLink(requestFor(request, { path: "link" }), { ...visitorOf(request), token }),
    );
  });
  app.post("/app/auth/sign-out", PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await endCookie(request);
    return reply.clearCookie(sessionCookie(gv.secure), { path: "/", secure: gv.secure, httpOnly: true, sameSite: "lax" }).send({});
  });
  // Where the provider sends the browser back to: a navigation from its site, with the state that this browser was given.
  app.get("/app/auth/callback/:provider", PAGE, async (request, reply) => {
    await count(request, reply, { policy: "console_sign_in", target: addressOf(request.ip) });
    const { pathname, search } = new URL(request.url, "http://any");
    return await passOn(request, reply, { path: pathname.slice("/app/auth/".length) + search, body: null });
  });
  addInvitationPages(app);
}

/** Ends whatever session the request's cookie is of: the accounts' or the printed link's. */
export async function endCookie(request: FastifyRequest): Promise<void> {
  const { gv } = request.server;
  const cookie = request.cookies[sessionCookie(gv.secure)];
  if (cookie === undefined) return;
  const token = gv.accounts?.tokenOf(cookie) ?? null;
  if (token === null) return await endSession(gv, cookie);
  const account = await readAccountSession(gv.pool, token);
  if (account !== null) await endAccountSessions(gv.pool, { userId: account.user_id, id: account.id });
}

function mustHave(request: FastifyRequest) {
  const { accounts } = request.server.gv;
  if (accounts === null) throw new Refusal("not_found", "There are no accounts on this server.");
  return accounts;
}

async function countStep(request: FastifyRequest, reply: FastifyReply, of: { step: Step; body: Body }): Promise<void> {
  const { step, body } = of;
  await count(request, reply, { policy: step.policy, target: addressOf(request.ip) });
  const account = step.signedIn === true ? await accountOf(request) : null;
  if (step.signedIn === true && account === null) throw new Refusal("session_invalid", "Sign in again.");
  if (step.about === undefined) return;
  const who =
    step.about.by === "account"
      ? account!.user_id
      : String(body["email"] ?? "")
          .trim()
          .toLowerCase();
  await count(request, reply, { policy: step.about.policy, target: who });
}

/** What a page does not decide: where a provider sends back to, and that other sessions end with a password. */
function fixed(name: string, body: Body): Body {
  if (name === "change-password") return { ...body, revokeOtherSessions: true };
  if (name === "two-factor/verify-totp" || name === "two-factor/verify-backup-code") return { code: body["code"] };
  if (name === "sign-in/magic-link" || name === "request-password-reset") return { email: body["email"] };
  if (name !== "sign-in/social") return body;
  const back = body["back"] === "close" ? "/app/sign-in?back=close&done=1" : "/app";
  return { provider: "oidc", callbackURL: back, errorCallbackURL: "/app/sign-in?failed=provider", disableRedirect: true };
}

async function passOn(request: FastifyRequest, reply: FastifyReply, of: { path: string; body: Body | null }): Promise<FastifyReply> {
  const accounts = mustHave(request);
  const { address, browser: known } = visitorOf(request);
  let browser = known;
  if (of.path === "sign-in/magic-link" && browser === null) {
    browser = Buffer.from(request.server.gv.ids.bytes(24)).toString("base64url");
    const { secure } = request.server.gv;
    void reply.setCookie(browserCookie(secure), browser, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: BROWSER_SECONDS });
  }
  return await answer(request, reply, await accounts.handle(requestFor(request, of), { address, browser }));
}

const browserCookie = (secure: boolean): string => (secure ? "__Host-gv_browser" : "gv_browser");

function visitorOf(request: FastifyRequest): { address: string; browser: string | null } {
  return { address: request.ip, browser: request.cookies[browserCookie(request.server.gv.secure)] ?? null };
}

/** The request as the accounts are to see it: by our public address, whose origin the proof above stands for; nothing is forwarded. */
function requestFor(request: FastifyRequest, of: { path: string; body?: Body | null }): Request {
  const { publicUrl } = request.server.gv;
  const headers = new Headers({ origin: new URL(publicUrl).origin });
  for (const name of ["cookie", "user-agent"] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (of.body == null) return new Request(`${publicUrl}/app/auth/${of.path}`, { headers });
  headers.set("content-type", "application/json");
  return new Request(`${publicUrl}/app/auth/${of.path}`, { method: "POST", headers, body: JSON.stringify(of.body) });
}

async function answer(request: FastifyRequest, reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const { secure } = request.server.gv;
  const cookies = response.headers.getSetCookie();
  // A new session takes the place of the one that this browser had.
  if (cookies.some((each) => new RegExp(`^${sessionCookie(secure)}=[^;]{20,}`).test(each)))
    await endCookie(request).catch(() => undefined);
  for (const each of cookies) void reply.header("set-cookie", each);
  void reply.code(response.status).header("cache-control", "no-store");
  const location = response.headers.get("location");
  if (location !== null) return reply.header("location", location).send();
  const whole = ((await response.json().catch(() => null)) ?? {}) as Body;
  return reply.send(Object.fromEntries(SHOWN.filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]])));
}

function bodyOf(request: FastifyRequest): Body {
  const { body } = request;
  return body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Body) : {};
}
