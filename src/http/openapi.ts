/**
 * openapi.json from the endpoints' own declarations. Used by scripts/openapi.ts and tests, never while serving: the server
 * hands out the checked-in file, and neither the generator nor its 40 ms of imports are loaded.
 */
import type { FastifyInstance } from "fastify";
import { globalRegistry } from "zod";
import type { AnswerOptions } from "./answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { curlOf } from "./examples/example.ts";
import type { Credentials } from "./examples/example.ts";
import { examples } from "./examples/index.ts";
import { PUBLIC } from "./permissions.ts";
import { problem } from "./problem.ts";
import { endpoints } from "./routes/index.ts";
import { buildServer } from "./server.ts";
import type { ServerOptions } from "./server.ts";
import { working } from "./working.ts";

const LATER = "The first answer there ever was is being worked out. Ask again.";

type Json = { [key: string]: unknown };
type Document = Json & { paths: Json; components: { schemas: Record<string, Json> } };

const ABOUT =
  "Grapevine's API. Amounts are integer minor units, instants RFC 3339 with milliseconds. Every error is an " +
  "application/problem+json with a code from a closed list. " +
  "Codes are for programs; sentences (`x-sentence`: a problem's detail, a finding, why a decision was taken) are for people, in English, " +
  "or in German or Arabic where Accept-Language asks for it. " +
  "`Idempotency-Key` works on every POST except events, whose `id` does the same. " +
  "In the examples `$URL` is your server and `$KEY` an API key; the other variables are ids that an earlier example answered.";

/** Builds the document. `options` need not lead anywhere: no request is answered. */
export async function buildOpenApi(options: ServerOptions): Promise<Document> {
  const { default: swagger } = await import("@fastify/swagger");
  const { jsonSchemaTransform, jsonSchemaTransformObject } = await import("fastify-type-provider-zod");
  const app = await buildServer({
    ...options,
    document: schemaOf,
    async beforeRoutes(server: FastifyInstance) {
      server.setValidatorCompiler(() => () => true);
      server.setSerializerCompiler(() => (value) => JSON.stringify(value));
      await server.register(swagger, {
        openapi: {
          openapi: "3.1.0",
          info: {
            title: "Grapevine",
            version: options.version,
            description: ABOUT,
            license: { name: "Apache-2.0", identifier: "Apache-2.0" },
          },
          components: {
            securitySchemes: {
              bearer: { type: "http", scheme: "bearer", description: "An API key: gv_live_, gv_test_, or gv_pub_ where it says so." },
              basic: { type: "http", scheme: "basic", description: "The API key as user name, as Segment's clients send it." },
            },
          },
        },
        hideUntagged: true,
        transform: jsonSchemaTransform,
        transformObject: jsonSchemaTransformObject,
      });
    },
  });
  await app.ready();
  const document = JSON.parse(JSON.stringify(app.swagger())) as Document;
  await app.close();
  for (const endpoint of endpoints) {
    mendBody(document, endpoint);
    addExamples(document, endpoint);
  }
  return tidy(document);
}

/** What Fastify's swagger plugin wants to know of a route. */
const schemaOf: NonNullable<AnswerOptions["document"]> = (endpoint) => {
  const notes = [
    endpoint.permission === PUBLIC ? null : `Permission: \`${endpoint.permission}\`.`,
    endpoint.publishable === true ? "Publishable keys may call it." : null,
    endpoint.sandboxOnly === true ? "Sandbox only." : null,
  ];
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: [endpoint.description, notes.filter(Boolean).join(" ")].filter(Boolean).join("\n\n"),
    operationId: operationOf(endpoint),
    security: endpoint.permission === PUBLIC ? [] : [{ bearer: [] }, { basic: [] }],
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
    response: {
      [endpoint.status ?? 200]: good(endpoint),
      ...(endpoint.later === true && { 202: { description: LATER, content: { "application/json": { schema: working } } } }),
      "4XX": { description: "Refused.", content: { "application/problem+json": { schema: problem } } },
      "5XX": { description: "The server could not.", content: { "application/problem+json": { schema: problem } } },
    },
  };
};

function good(endpoint: Endpoint): unknown {
  const type = endpoint.produces?.split(";", 1)[0] ?? "application/json";
  return { description: "Done.", content: { [type]: { schema: endpoint.response } } };
}

/** How the examples of an endpoint say who calls. */
export function credentialsOf(endpoint: Endpoint): Credentials {
  if (endpoint.permission === PUBLIC) return "none";
  return endpoint.tag === "Segment" ? "basic" : "bearer";
}

/** The endpoint's examples as commands, where Scalar looks for them. */
function addExamples(document: Document, endpoint: Endpoint): void {
  const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
  const samples = examples
    .filter((example) => example.call === `${endpoint.method} ${path}`)
    .map((example) => ({
      lang: "Shell",
      label: example.title === undefined ? "curl" : `curl: ${example.title}`,
      source: curlOf(example, credentialsOf(endpoint)),
    }));
  const operation = (document.paths[path] as Record<string, Json>)[endpoint.method.toLowerCase()]!;
  if (samples.length > 0) operation["x-codeSamples"] = samples;
}

/** What the generator cannot know: bodies that may be left out, and bodies of another type. */
function mendBody(document: Document, endpoint: Endpoint): void {
  const path = document.paths[endpoint.path.replace(/:(\w+)/g, "{$1}")] as Record<string, { requestBody?: Json }>;
  const body = path[endpoint.method.toLowerCase()]?.requestBody;
  if (body === undefined) return;
  if (endpoint.body?.safeParse(undefined).success === true) body["required"] = false;
  if (endpoint.consumes !== undefined) (body["content"] as Json)[endpoint.consumes] = { schema: { type: "string" } };
}

/** GET /v1/people/:person/balances -> getPeoplePersonBalances. */
function operationOf(endpoint: Endpoint): string {
  const words = endpoint.path
    .replace("/v1/", "/")
    .split(/[/:.\-_]+/)
    .filter((word) => word !== "");
  return endpoint.method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

/**
 * The generator emits every schema that has an id twice (`Money`, `MoneyInput`), used or not. Kept is what a path leads to, under the
 * plain name where only one of the two is.
 */
function tidy(document: Document): Document {
  const { schemas } = document.components;
  const used = reach(document.paths, schemas);
  const names = new Map<string, string>();
  for (const name of used) {
    const plain = name.endsWith("Input") && isRegistered(name.slice(0, -5)) ? name.slice(0, -5) : name;
    const same = used.has(plain) && JSON.stringify(schemas[plain]) === JSON.stringify(schemas[name]);
    names.set(name, plain === name || !used.has(plain) || same ? plain : name);
  }
  const rename = (_key: string, value: unknown): unknown => {
    if (typeof value !== "string" || !value.startsWith(REF)) return value;
    return REF + (names.get(value.slice(REF.length)) ?? value.slice(REF.length));
  };
  const kept = Object.fromEntries(
    [...used].map((name) => [names.get(name)!, schemas[name]!] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.parse(JSON.stringify({ ...document, components: { ...document.components, schemas: kept } }), rename) as Document;
}

const REF = "#/components/schemas/";

function isRegistered(id: string): boolean {
  return [...(globalRegistry as unknown as { _idmap: Map<string, unknown> })._idmap.keys()].includes(id);
}

function reach(from: unknown, schemas: Record<string, Json>): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      const name = value.startsWith(REF) ? value.slice(REF.length) : null;
      if (name === null || found.has(name)) return;
      found.add(name);
      walk(schemas[name]);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(from);
  return found;
}
