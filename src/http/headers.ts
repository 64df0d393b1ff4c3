/** Headers that do not depend on the route. */
import type { FastifyReply, FastifyRequest } from "fastify";

/** Headers of every answer. Pages replace the policy by their own; an API answer is never rendered, framed or stored. */
export function headOf(reply: FastifyReply, request: FastifyRequest, secure: boolean): void {
  const raw = reply.raw;
  raw.setHeader("x-request-id", request.id);
  raw.setHeader("x-content-type-options", "nosniff");
  raw.setHeader("referrer-policy", "no-referrer");
  raw.setHeader("cache-control", "no-store");
  raw.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  if (secure) raw.setHeader("strict-transport-security", "max-age=31536000");
}

/**
 * Any page may call what a publishable key may call, and read the answer. Without cookies: a session does not travel along, so the
 * wildcard gives away nothing that the key does not.
 */
export function allowAnyOrigin(reply: FastifyReply): void {
  reply.raw.setHeader("access-control-allow-origin", "*");
  reply.raw.setHeader("access-control-expose-headers", "x-request-id, retry-after, ratelimit, ratelimit-policy");
}
