/** People who come to their own side: by a token of their business's server, or by the cookie of a session. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { actorOf, type Member } from "../flow/portal-door.ts";
import { Refusal } from "../flow/refusal.ts";
import { addressOf } from "./address.ts";
import type { Caller } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import { cookieOf, count, refuseCrossSite } from "./guard.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** The cookie's name. `__Host-` makes the browser hold it to this origin, and is only accepted over https. */
export function memberCookie(secure: boolean): string {
  return secure ? "__Host-gv_member" : "gv_member";
}

/** A JSON Web Token, and no API key: three parts. */
export function isToken(credential: string): boolean {
  return /^[\w-]*\.[\w-]*\.[\w-]*$/.test(credential);
}

/** The cookie of a person that the request came with, where it may speak for her. An operator's console says `gv-as: operator`. */
export function memberCookieOf(request: FastifyRequest, endpoint: Endpoint): string | undefined {
  if (endpoint.member === undefined && !isPlain(request)) return undefined;
  if (request.headers["gv-as"] === "operator") return undefined;
  return cookieOf(request.headers.cookie, memberCookie(request.server.gv.secure));
}

/** No operator is signed in beside her: then a person asks for what is not hers, and is told so. */
function isPlain(request: FastifyRequest): boolean {
  return !/gv_session=/.test(request.headers.cookie ?? "");
}

/** Lets in by a token. A wrong one is counted by address, as wrong keys are. */
export async function admitToken(
  request: FastifyRequest,
  reply: FastifyReply,
  check: { endpoint: Endpoint; token: string },
): Promise<void> {
  let member: Member;
  try {
    member = await request.server.gv.services.portal.door.byToken(check.token, originOf(request));
  } catch (error) {
    await count(request, reply, { policy: "guess", target: addressOf(request.ip) });
    throw error;
  }
  // The page that the token is for may read the answer, and nobody else's browser lets another page.
  if (member.origin !== null) {
    reply.raw.setHeader("access-control-allow-origin", member.origin);
    reply.raw.setHeader("vary", "origin");
  }
  await enter(request, reply, { endpoint: check.endpoint, member });
}

/** Lets in by a session's cookie. Whatever changes something must come from a page of ours. */
export async function admitMemberCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  check: { endpoint: Endpoint; cookie: string },
): Promise<void> {
  if (!SAFE.has(request.method)) refuseCrossSite(request);
  const member = await request.server.gv.services.portal.door.bySession(check.cookie);
  // Where anybody may come, who was signed in once is anybody.
  if (member === null && check.endpoint.permission === "public") return;
  if (member === null) throw new Refusal("session_invalid", "Sign in again.");
  await enter(request, reply, { endpoint: check.endpoint, member });
}

async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  { endpoint, member }: { endpoint: Endpoint; member: Member },
): Promise<void> {
  const { workspaceId, sandbox, personId, programKey } = member;
  if (endpoint.member === undefined) throw new Refusal("scope_missing", "This is not for people on their own side: use an API key.");
  if (endpoint.sandboxOnly === true && !sandbox) throw new Refusal("sandbox_only", "Use a test key (gv_test_).");
  const caller: Caller = {
    workspaceId,
    sandbox,
    kind: "member",
    actor: actorOf(personId),
    permissions: new Set(),
    requestId: request.id,
    idempotencyKey: null,
    member: { personId, programKey },
  };
  request.caller = caller;
  await count(request, reply, { policy: "member", target: `${workspaceId}:${personId}` });
}

/** The page's origin as the browser says it. For a page of our own, which sends none with a GET, our own. */
function originOf(request: FastifyRequest): string | null {
  const { origin } = request.headers;
  if (origin !== undefined) return origin;
  return request.headers["sec-fetch-site"] === "same-origin" ? new URL(request.server.gv.publicUrl).origin : null;
}
