/** Puts an endpoint on the server: admitted, once, validated, handled, presented. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../flow/refusal.ts";
import { admitBeacon } from "./access.ts";
import { mayDo } from "./access-may.ts";
import { run } from "./endpoint.ts";
import type { Endpoint } from "./endpoint.ts";
import { idempotencyKeyOf, once } from "./idempotency.ts";
import type { Answer } from "./idempotency.ts";
import { hideContacts } from "./mask.ts";
import { PUBLIC } from "./permissions.ts";
import { speakerOf, spoken } from "./speech.ts";
import { isLater, working } from "./working.ts";

export type AnswerOptions = {
  /** Holds every JSON answer against its declared schema: for tests. */
  checkAnswers?: boolean;
  /** What the generator of openapi.json wants said of an endpoint. */
  document?: (endpoint: Endpoint) => Record<string, unknown>;
};

const JSON_TYPE = "application/json; charset=utf-8";

/** Adds one endpoint. An endpoint without a permission stops the server from starting. */
export function addEndpoint(app: FastifyInstance, endpoint: Endpoint, options: AnswerOptions): void {
  if (endpoint.permission === undefined) throw new Error(`${endpoint.method} ${endpoint.path} declares no permission`);
  const work = async (request: FastifyRequest, reply: FastifyReply): Promise<Answer> => {
    const plain = await run(endpoint, request, reply);
    if (endpoint.later === true && isLater(plain)) {
      // Ask again in a second.
      void reply.header("retry-after", "1");
      return { status: 202, type: JSON_TYPE, text: JSON.stringify(working.parse(plain.later)) };
    }
    const whole = spoken(plain, { response: endpoint.response, speaker: speakerOf(request) });
    const answer = hidesContacts(request, endpoint) ? withoutContacts(endpoint, whole) : whole;
    const type = endpoint.produces ?? JSON_TYPE;
    const status = reply.statusCode === 200 ? (endpoint.status ?? 200) : reply.statusCode;
    if (answer === undefined) return { status, type, text: undefined };
    const text = endpoint.produces === undefined ? JSON.stringify(answer) : (answer as string | Buffer);
    if (options.checkAnswers === true && endpoint.produces === undefined) endpoint.response.parse(JSON.parse(text as string));
    return { status, type, text };
  };
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    ...(endpoint.bodyLimit === undefined ? {} : { bodyLimit: endpoint.bodyLimit }),
    ...(options.document === undefined ? {} : { schema: options.document(endpoint) }),
    handler: async (request, reply) => {
      if (request.caller === null && endpoint.permission !== PUBLIC) await admitBeacon(request, reply, endpoint);
      const key = idempotencyKeyOf(request, endpoint);
      if (key === null || request.caller === null) return send(reply, await work(request, reply));
      // Two people may send the same key with the same words, and mean each herself.
      request.caller.idempotencyKey = request.caller.member === undefined ? key : `${request.caller.actor}:${key}`;
      return send(reply, await once(request, endpoint, () => work(request, reply)));
    },
  });
}

const ABOUT_HERSELF: ReadonlySet<string> = new Set(["/v1/me", "/v1/sessions"]);

/** An operator's role may be one that sees nobody's address. Keys say what they may see by their scopes. */
function hidesContacts({ caller }: FastifyRequest, { path }: Endpoint): boolean {
  return caller?.session !== undefined && !ABOUT_HERSELF.has(path) && !mayDo(caller, "people:contact");
}

/** A file cannot be looked through while it is written. */
function withoutContacts(endpoint: Endpoint, answer: unknown): unknown {
  if (endpoint.produces === undefined || typeof answer === "string") return hideContacts(answer);
  throw new Refusal("scope_missing", "Your role sees nobody's address, and this file has them: it needs people:contact.");
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.replayed === true) void reply.header("idempotent-replayed", "true");
  void reply.code(answer.status);
  // Who asks again on this connection would find it closed: say so, and he opens another, to another process.
  if (reply.server.gv.isClosing) reply.raw.setHeader("connection", "close");
  return answer.text === undefined ? reply.send() : reply.header("content-type", answer.type).send(answer.text);
}
