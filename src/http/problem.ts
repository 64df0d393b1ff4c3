/** The one place where an error becomes an answer: application/problem+json (RFC 9457). */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ERROR_CODES, ERRORS } from "../core/errors.ts";
import type { ErrorCode } from "../core/errors.ts";
import type { FieldError } from "../core/event.ts";
import { Overloaded } from "../flow/ports.ts";
import type { Log } from "../flow/ports.ts";
import { type Speaker, createSpeaker } from "../core/words/speaker.ts";
import { Refusal } from "../flow/refusal.ts";
import { headOf } from "./headers.ts";
import { CommitUnknown, isRetryable } from "../store/db.ts";
import { BeyondExact } from "../store/types.ts";
import { sentence } from "./schemas.ts";
import { speakerOf } from "./speech.ts";

/** Declared for every 4xx and 5xx. One complete schema: a partial one would strip fields from the answer. */
export const problem = z
  .object({
    type: z.url(),
    title: sentence,
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: sentence,
    errors: z.array(
      z.object({
        pointer: z.string().describe("JSON pointer to the field; for a query parameter or a path segment its name after the slash."),
        message: sentence,
        code: z.string(),
      }),
    ),
    request_id: z.string(),
    doc_url: z.url(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details. `code` is from a closed list; branch on it." });
export type Problem = z.infer<typeof problem>;

export type ProblemInput = { code: ErrorCode; detail: string; errors?: FieldError[]; retryAfter?: number };

const ENGLISH = createSpeaker("en");
/** Seconds a client waits when nothing better is known. */
const RETRY_SECONDS = 1;

/** Sends a problem. Anything may be thrown by a handler: it arrives here through `toProblem`. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, input: ProblemInput): FastifyReply {
  const { publicUrl, secure } = request.server.gv;
  const { status, text } = problemFor(publicUrl, request, input);
  // An address that cannot be decoded is refused before any hook has run.
  if (!reply.raw.hasHeader("x-request-id")) headOf(reply, request, secure);
  if (status === 401) void reply.header("www-authenticate", 'Bearer realm="grapevine"');
  const wait = input.retryAfter ?? (status === 503 || input.code === "idempotency_in_progress" ? RETRY_SECONDS : undefined);
  if (wait !== undefined) void reply.header("retry-after", String(Math.max(1, Math.ceil(wait))));
  return reply.code(status).header("content-type", "application/problem+json").send(text);
}

/** The body of a problem, in the caller's language. */
export function problemFor(publicUrl: string, request: FastifyRequest, input: ProblemInput): { status: number; text: string } {
  const { status, title } = ERRORS[input.code];
  const docs = `${publicUrl}/docs/errors#${input.code}`;
  const speaker = speakerOf(request);
  const given = input.errors ?? [];
  const errors = given.map((each) => ({ ...each, message: speaker.hear(each.message) }));
  const body: Problem = {
    type: docs,
    title: speaker.say(title),
    status,
    code: input.code,
    detail: given.length > 0 && input.detail === firstWords(given) ? firstWords(errors, speaker) : speaker.hear(input.detail),
    errors,
    request_id: request.id,
    doc_url: docs,
  };
  return { status, text: JSON.stringify(body) };
}

/** Names the first field, which is mostly the only one; the rest stand in `errors`. */
export function firstWords(errors: readonly FieldError[], speaker: Speaker = ENGLISH): string {
  const [{ pointer, message } = { pointer: "", message: "" }, ...more] = errors;
  const { say } = speaker;
  const first = pointer === "" ? say("The body: {message}", { message }) : `${pointer}: ${message}`;
  return more.length === 0 ? first : `${first} ${say("And {n} more.", { n: more.length })}`;
}

/** What was thrown, as a problem. What nobody expected is logged with its stack and told to nobody. */
export function toProblem(error: unknown, log: Log, context: { requestId: string; route: string; traceId: string | null }): ProblemInput {
  if (error instanceof Refusal) return { code: error.code, detail: error.detail, ...error.options };
  if (error instanceof BeyondExact)
    return { code: "beyond_exact", detail: `${error.message} \`grapevine verify\` names the accounts; take back what filled them.` };
  if (error instanceof Overloaded) return { code: "overloaded", detail: "Send the request again after the time in Retry-After." };
  const known = fromFastify(error as { code?: string; statusCode?: number });
  if (known !== undefined) return known;
  const lost = error instanceof CommitUnknown || isRetryable(error) || databaseFull(error as { code?: string; message?: string });
  log[lost ? "warn" : "error"](lost ? "database not reachable" : "request failed", {
    request_id: context.requestId,
    trace_id: context.traceId,
    route: context.route,
    code: (error as { code?: string }).code,
    error: (error as Error)?.stack ?? String(error),
  });
  if (error instanceof CommitUnknown)
    return {
      code: "unavailable",
      detail: "It may have been done or not. Send the same request again, with the same id or Idempotency-Key.",
    };
  if (lost) return { code: "unavailable", detail: "Nothing was written. Send the request again after the time in Retry-After." };
  return { code: "internal", detail: `Tell the operator the request id ${context.requestId}.` };
}

/** Fastify's own refusals, by their codes. */
function fromFastify(error: { code?: string; statusCode?: number }): ProblemInput | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return { code: "body_too_large", detail: "Send less in one request; a large batch may be split." };
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return { code: "media_type_unsupported", detail: "Send content-type: application/json." };
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return { code: "body_missing", detail: "Send a JSON body, or leave out the content type." };
    case "FST_ERR_BAD_URL":
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return { code: "request_malformed", detail: "The address or the content length cannot be read." };
    case "FST_ERR_MAX_PARAM_LENGTH":
    case "FST_ERR_PARAM_TOO_LONG":
      return { code: "not_found", detail: "There is nothing at this address." };
    default:
      return error.statusCode === 400 ? { code: "request_malformed", detail: "The request cannot be read." } : undefined;
  }
}

/** No room (disk, connections, memory), a pool with nothing free, a server that cannot be found: worth a second try, unlike a bug. */
function databaseFull(error: { code?: string; message?: string }): boolean {
  if (/^(53...|08...|25006|ENOTFOUND|EHOSTUNREACH)$/.test(error.code ?? "")) return true;
  return /timeout exceeded when trying to connect|Client was closed|not queryable/.test(error.message ?? "");
}
