/** What every request gets whatever its route: an id, a trace, headers, and an answer when it leads nowhere or cannot be read. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { ERRORS } from "../core/errors.ts";
import type { ErrorCode } from "../core/errors.ts";
import type { Ids } from "../flow/ports.ts";
import type { Endpoint } from "./endpoint.ts";
import { allowAnyOrigin } from "./headers.ts";
import { sendProblem } from "./problem.ts";

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-|$)/;

/**
 * The caller's X-Request-Id when it is fit for a log line, else its trace id, else a new one: a random prefix a process
 * and a counter, because 128 random bits a request cost more than the rest of this function.
 */
export function createRequestIds(ids: Ids): (message: IncomingMessage) => string {
  const prefix = `req_${Buffer.from(ids.bytes(6)).toString("hex")}`;
  let counter = 0;
  return (message) => {
    const given = message.headers["x-request-id"];
    if (typeof given === "string" && /^[\w.:-]{1,128}$/.test(given)) return given;
    return traceOf(message.headers["traceparent"]) ?? `${prefix}${(++counter).toString(36).padStart(6, "0")}`;
  };
}

/** The trace id of a valid W3C traceparent, or null. */
export function traceOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" ? (TRACEPARENT.exec(header)?.[1] ?? null) : null;
}

/** Nothing is at this address: 405 with Allow where another method is, 204 for OPTIONS there, else 404. */
export function missing(request: FastifyRequest, reply: FastifyReply, endpoints: readonly Endpoint[]): FastifyReply {
  const path = request.url.split("?", 1)[0]!;
  const here = endpoints.filter((each) => matches(each.path, path));
  const methods = new Set(here.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])));
  if (methods.size === 0) {
    return sendProblem(request, reply, {
      code: "not_found",
      detail: "There is nothing at this address. The addresses are listed at /docs/api.",
    });
  }
  const allow = [...methods, "OPTIONS"].sort().join(", ");
  void reply.header("allow", allow);
  if (request.method === "OPTIONS") {
    if (here.some((each) => each.publishable === true || each.member !== undefined)) {
      allowAnyOrigin(reply);
      void reply.headers({
        "access-control-allow-methods": allow,
        "access-control-allow-headers": "authorization, content-type, idempotency-key, x-request-id",
        "access-control-max-age": "600",
      });
    }
    return reply.code(204).send();
  }
  return sendProblem(request, reply, { code: "method_not_allowed", detail: `Use ${[...methods].sort().join(" or ")}.` });
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, i) => (part.startsWith(":") ? given[i] !== "" : part === given[i]));
}

/** Bytes that are no HTTP request, or a head too large or too slow: there is no request to answer, only a socket. */
export function answerUnreadable(publicUrl: string): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    const code: ErrorCode =
      error.code === "HPE_HEADER_OVERFLOW"
        ? "headers_too_large"
        : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
          ? "request_timeout"
          : "request_malformed";
    const { status, title } = ERRORS[code];
    const docs = `${publicUrl}/docs/errors#${code}`;
    const body = JSON.stringify({
      type: docs,
      title,
      status,
      code,
      detail: "The server could not read an HTTP request.",
      errors: [],
      request_id: "",
      doc_url: docs,
    });
    if (socket.writable) {
      socket.write(
        `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
          `connection: close\r\n\r\n${body}`,
      );
    }
    socket.destroySoon();
  };
}
