/** What every way in shares: cookies, the proof that a page was ours, and counting. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../flow/refusal.ts";
import type { PolicyName, Verdict } from "./limiter.ts";

/** One cookie's value. Only this one is ever looked at, so the rest of the header is not parsed. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  const found = header.split(";").find((each) => each.trimStart().startsWith(`${name}=`));
  return found?.slice(found.indexOf("=") + 1).trim();
}

/**
 * A browser sends a cookie along with whatever another site makes it send, so an unsafe method needs proof that the page
 * was ours: Sec-Fetch-Site, or an Origin that is our own address. Neither is a no; so are "null" and a sibling subdomain.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  const ours =
    origin === undefined ? site === "same-origin" : isOurOrigin(request, origin) && (site === undefined || site === "same-origin");
  if (!ours) throw new Refusal("cross_site", "A session may change things only from pages of this server. Use an API key elsewhere.");
}

function isOurOrigin(request: FastifyRequest, origin: string): boolean {
  if (origin === new URL(request.server.gv.publicUrl).origin) return true;
  // By another name of this machine (a LAN address): the browser names the page's host twice, and they must agree.
  return origin === `http://${request.host}` || origin === `https://${request.host}`;
}

/** Counts a request under a policy and says how much is left in headers; throws when nothing is. */
export function count(request: FastifyRequest, reply: FastifyReply, on: { policy: PolicyName; target: string }): void | Promise<void> {
  const verdict = request.server.gv.limiter.take(on.policy, on.target);
  return verdict instanceof Promise ? verdict.then((found) => settle(reply, found)) : settle(reply, verdict);
}

function settle(reply: FastifyReply, verdict: Verdict): void {
  reply.raw.setHeader("ratelimit-policy", `"${verdict.policy}";q=${verdict.limit};w=${verdict.windowSeconds}`);
  reply.raw.setHeader("ratelimit", `"${verdict.policy}";r=${verdict.remaining};t=${verdict.resetSeconds}`);
  if (!verdict.allowed) {
    throw new Refusal("rate_limited", `At most ${verdict.limit} requests in ${verdict.windowSeconds} seconds.`, {
      retryAfter: verdict.resetSeconds,
    });
  }
}
