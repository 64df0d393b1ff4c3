/**
 * How an endpoint is written: method, path, permission, schemas, a sentence, a handler. The helper validates, calls and
 * presents; the same declaration makes openapi.json. An endpoint without a permission does not compile and does not start.
 */
import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { unstorable } from "../core/event.ts";
import type { FieldError } from "../core/event.ts";
import { issueWords } from "../core/issue-words.ts";
import { Refusal } from "../flow/refusal.ts";
import { inWorkspace } from "../store/db.ts";
import type { Caller, Read } from "./context.ts";
import type { Expandable } from "./expand-kinds.ts";
import { firstWords } from "./problem.ts";
import { type MemberMark, fillMember, withoutOthers } from "./member.ts";
import type { Permission, PUBLIC } from "./permissions.ts";
import type { PolicyName } from "./limiter.ts";
import type { Later } from "./working.ts";
import type { Services } from "./services.ts";

type Schema = z.ZodType;
type Out<S> = S extends Schema ? z.output<S> : undefined;

export type Input<P, Q, B> = {
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  /** Always there, except on a public endpoint. */
  caller: Caller;
  services: Services;
  read: Read;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** `P` path, `Q` query, `B` body, `R` answer. The answer's schema is documentation, held true by tests, not run per request. */
export type Definition<P, Q, B, R extends Schema> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With parameters as `:name`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  permission: Permission | typeof PUBLIC;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  /** Fields of the answer, or of its rows, that hold ids: what they name comes along where it is asked for (expand.ts). */
  expand?: Expandable;
  /** 200. */
  status?: number;
  /** May answer 202, with how far it is (working.ts). */
  later?: true;
  /** A body that is not JSON arrives as a Buffer. */
  consumes?: "text/csv";
  /** The body arrives as a Buffer whatever its media type, as it came: a signature is over its bytes. With `rawBody`. */
  bytes?: boolean;
  /** The answer is text of this media type and not JSON. */
  produces?: string;
  /** Publishable keys may call it, from any origin. */
  publishable?: boolean;
  /** People on their own side may call it, about themselves (member.ts). */
  member?: MemberMark;
  /** A publishable key may come in the body, and the body as text/plain. */
  beacon?: boolean;
  /** Also in a workspace that was closed, where nothing else can be changed. */
  whileClosed?: boolean;
  /** Only in a sandbox. */
  sandboxOnly?: boolean;
  /** The body is checked by the handler (each event by itself). `body` then only documents. */
  rawBody?: boolean;
  /** Bytes. 1 MB. */
  bodyLimit?: number;
  /** "api". */
  limit?: PolicyName;
  /** False where another key does the work of Idempotency-Key: an event's id. "shown_once": the answer holds a secret and is not kept. */
  idempotent?: boolean | "shown_once";
  /** A stream is for what `produces` says, where the answer may be of any length. */
  handler: (input: Input<P, Q, B>) => Promise<z.input<R> | FastifyReply | Readable | Later> | z.input<R> | FastifyReply;
};

/** A definition whose type parameters no longer matter. */
export type Endpoint = Omit<Definition<Schema, Schema, Schema, Schema>, "handler"> & {
  handler: (input: Input<Schema, Schema, Schema>) => unknown;
};

/** Declares an endpoint; the handler's types follow from the schemas. */
export function endpoint<P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined, R extends Schema>(
  definition: Definition<P, Q, B, R>,
): Endpoint {
  return definition as unknown as Endpoint;
}

/** Runs an endpoint for an admitted request: validate, handle, present. */
export function run(definition: Endpoint, request: FastifyRequest, reply: FastifyReply): unknown {
  const errors: FieldError[] = [];
  const { member } = request.caller ?? {};
  if (member !== undefined && definition.member !== undefined) fillMember(request, definition.member, member.personId);
  if (unstorable(request.params) !== undefined) throw new Refusal("not_found", "No id has a NUL character.");
  const params = check(definition.params, request.params, errors);
  const query = check(definition.query, request.query, errors);
  const body = definition.rawBody === true ? request.body : check(definition.body, request.body, errors);
  if (errors.length > 0)
    throw new Refusal("validation_failed", firstWords(errors), { errors });
  const input = {
    params,
    query,
    body,
    services: request.server.gv.services,
    request,
    reply,
    read: readerOf(request),
    caller: request.caller!,
  };
  return member === undefined || definition.member === undefined
    ? definition.handler(input)
    : handleHers(definition, input, { personId: member.personId, mark: definition.member });
}

type Hers = { personId: string; mark: MemberMark };
type Given = Input<Schema, Schema, Schema>;

/** For a person on her own side: what is not hers is not there, and what is others' is not in the answer. */
async function handleHers(definition: Endpoint, input: Given, { personId, mark }: Hers): Promise<unknown> {
  if (mark.owns !== undefined) await ifHers(input, { personId, owns: mark.owns });
  const answer = await definition.handler(input);
  return mark.hides === undefined ? answer : withoutOthers(answer, mark.hides);
}

async function ifHers(input: Given, { personId, owns }: { personId: string; owns: NonNullable<MemberMark["owns"]> }): Promise<void> {
  const [params, query, body] = [input.params, input.query, input.body].map((each) => (each ?? {}) as Record<string, unknown>);
  const asked = { personId, params: params as Record<string, string>, query: query!, body: body! };
  const isHers = await input.read((workspaceId, db) => owns(workspaceId, db, asked));
  if (!isHers) throw new Refusal("not_found", "There is nothing like this of yours.");
}

function readerOf(request: FastifyRequest): Read {
  return (work) => {
    const { workspaceId } = request.caller!;
    return inWorkspace(request.server.gv.pool, workspaceId, (db) => work(workspaceId, db));
  };
}

function check(schema: Schema | undefined, value: unknown, errors: FieldError[]): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  const path = unstorable(value);
  // Whatever the schema lets through, PostgreSQL takes neither: it would be a 500, or another name than the one that was sent.
  if (path !== undefined)
    errors.push({ pointer: pointerTo(path), message: "Must be Unicode text without NUL characters.", code: "text_invalid" });
  if (result.success) return result.data;
  errors.push(...fieldErrors(result.error.issues));
  return undefined;
}

/** Zod's issues as field errors with JSON pointers. Where a union failed, the issues of its nearest branch. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], prefix = ""): FieldError[] {
  return issues.flatMap((issue) => {
    const pointer = prefix + pointerTo(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        message: "This field is unknown: remove it, or mend its name.",
        code: "unknown_field",
      }));
    }
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const nearest = issue.errors.reduce((best, branch) => (score(branch) < score(best) ? branch : best));
      return fieldErrors(nearest, pointer);
    }
    const own = issue.code === "custom" ? (issue.params?.["code"] as string | undefined) : undefined;
    return [{ pointer, message: issueWords(issue), code: own ?? issue.code }];
  });
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A branch of another type is farthest; each unknown key makes it less likely that this branch was meant. */
function score(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    return sum + (issue.path.length === 0 && issue.code === "invalid_type" ? 100 : 1);
  }, 0);
}
