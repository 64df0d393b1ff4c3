/** The cookies of a person's own side: her session, and the browser in which a sign-in was begun. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_SECONDS } from "../flow/portal-session.ts";
import { CODE_SECONDS } from "../flow/portal-sign-in.ts";
import { memberCookie } from "./access-member.ts";
import { cookieOf } from "./guard.ts";

const startCookie = (secure: boolean): string => (secure ? "__Host-gv_start" : "gv_start");

/** Sets a session; null ends it. Always a value of ours: what the browser had before is never taken over. */
export function setMember(request: FastifyRequest, reply: FastifyReply, cookie: string | null): void {
  const { secure } = request.server.gv;
  set(reply, secure, { name: memberCookie(secure), value: cookie ?? "", seconds: cookie === null ? 0 : SESSION_SECONDS });
}

/** The session's cookie as it came. */
export function memberOf(request: FastifyRequest): string | undefined {
  return cookieOf(request.headers.cookie, memberCookie(request.server.gv.secure));
}

/** The secret of a browser that began to sign in, or null. */
export function browserOf(request: FastifyRequest): string | null {
  const value = cookieOf(request.headers.cookie, startCookie(request.server.gv.secure));
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** Makes this the browser that began. One that has begun already keeps its secret, so that an earlier mail still works in it. */
export function beginBrowser(request: FastifyRequest, reply: FastifyReply): string {
  const { secure, ids } = request.server.gv;
  const value = browserOf(request) ?? Buffer.from(ids.bytes(32)).toString("base64url");
  set(reply, secure, { name: startCookie(secure), value, seconds: CODE_SECONDS });
  return value;
}

export function endBrowser(request: FastifyRequest, reply: FastifyReply): void {
  const { secure } = request.server.gv;
  set(reply, secure, { name: startCookie(secure), value: "", seconds: 0 });
}

function set(reply: FastifyReply, secure: boolean, { name, value, seconds }: { name: string; value: string; seconds: number }): void {
  const text = `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const said = reply.getHeader("set-cookie");
  const before = Array.isArray(said) ? said : said === undefined ? [] : [String(said)];
  // Set anew, because Fastify would add to what is there.
  reply.removeHeader("set-cookie");
  void reply.header("set-cookie", [...before, text]);
}
