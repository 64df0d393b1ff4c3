/**
 * The typed client of Grapevine's API, for servers and browsers. `api` is every endpoint, typed from openapi.json; the named methods are
 * the ones that nearly everybody needs. All of them retry safely (transport.ts) and throw GrapevineError with the server's problem.
 */
import createOpenApiClient from "openapi-fetch";
import type { Client as OpenApiClient } from "openapi-fetch";
import type { ProgramDefinition } from "./program.gen.ts";
import type { components, paths } from "./schema.gen.ts";
import { GrapevineError, problemOf } from "./error.ts";
import { newId, retryingFetch } from "./transport.ts";
import type { TransportOptions } from "./transport.ts";

export { GrapevineError } from "./error.ts";
export type { FieldError, Problem } from "./error.ts";
export { defineProgram } from "./define.ts";
export { portalToken } from "./portal.ts";
export type { PortalKey, PortalTokenOptions } from "./portal.ts";
export type * from "./define.ts";
export type { components, paths } from "./schema.gen.ts";

type Schemas = components["schemas"];
export type Event = Schemas["Event"];
export type EventOutcome = Schemas["EventOutcome"];
export type PersonInput = Schemas["Join"]["person"];
export type Program = Schemas["Program"];
export type ProgramSource = ProgramDefinition | Schemas["ProgramFromPreset"];

export type ClientOptions = TransportOptions & {
  /** The server's address, with or without a slash at the end. */
  url: string;
  /** gv_live_... or gv_test_... on a server, gv_pub_... in a browser. Without a key only public endpoints answer. */
  key?: string;
};

/** What openapi-fetch answers, as far as it matters here. */
type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Events in one request; more are sent in several, in order. */
const MOST_EVENTS = 1000;

export type Client = ReturnType<typeof createClient>;

/** A client for one server and key. Nothing is sent before the first call. */
export function createClient(options: ClientOptions) {
  refuseSecretInBrowser(options.key);
  const api = createOpenApiClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ""), fetch: retryingFetch(options),
    headers: options.key === undefined ? {} : { authorization: `Bearer ${options.key}` },
  });
  return {
    /** Every endpoint: `await client.api.GET("/v1/people/{person}", { params: { path: { person: "user_id:u_1" } } })`. */
    api,
    /** The data of an `api` call, or a thrown GrapevineError. */
    unwrap,
    events: eventMethods(api),
    programs: programMethods(api),
    /** Makes a person an advocate and gives her links; the same again answers the same. */
    join: (program: string, person: PersonInput, channels?: string[]) =>
      unwrap(api.POST("/v1/advocates", { body: { program, person, ...(channels === undefined ? {} : { channels }) } })),
    /** What a person has, by unit. `person` is per_... or user_id:... */
    balances: (person: string) => unwrap(api.GET("/v1/people/{person}/balances", { params: { path: { person } } })),
    trialBalance: () => unwrap(api.GET("/v1/ledger/trial-balance")),
    /** Moves the sandbox's clock forward and runs what became due. Test keys only. */
    advanceClock: (by: string) => unwrap(api.POST("/v1/test_clock", { body: { advance: by } })),
    imports: {
      open: (source: string) => unwrap(api.POST("/v1/imports", { body: { source } })),
      close: (id: string, cancelled = false) =>
        unwrap(api.POST("/v1/imports/{import}/close", { params: { path: { import: id } }, body: { cancelled } })),
    },
  };
}

async function unwrap<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new GrapevineError(problemOf(response, error), 1);
  return data as T;
}

function eventMethods(api: OpenApiClient<paths>) {
  /** An id made here, and not by the server, makes sending the event again after a lost answer a repeat instead of a second event. */
  const named = (event: Event): Event => (event.id === undefined ? { ...event, id: newId() } : event);
  return {
    /** Sends one event; answers when it is attributed, rewarded and posted. A refused event is thrown with its fields. */
    track: async (event: Event) => (await unwrap(api.POST("/v1/events", { body: named(event) }))) as EventOutcome,
    /** Sends any number, 1,000 a request. Answers one outcome each, in order; a refused one says so in its outcome. `importId`: imp_... */
    trackAll: async (events: readonly Event[], importId?: string): Promise<EventOutcome[]> => {
      const outcomes: EventOutcome[] = [];
      for (let i = 0; i < events.length; i += MOST_EVENTS) {
        const body = { events: events.slice(i, i + MOST_EVENTS).map(named), ...(importId === undefined ? {} : { import: importId }) };
        const answered = (await unwrap(api.POST("/v1/events", { body }))) as Schemas["EventBatchOutcome"];
        outcomes.push(...answered.outcomes);
      }
      return outcomes;
    },
    /** Why an event did what it did, in words and data. */
    trace: (event: string) => unwrap(api.GET("/v1/events/{event}/trace", { params: { path: { event } } })),
  };
}

function programMethods(api: OpenApiClient<paths>) {
  const at = (program: string) => ({ params: { path: { program } } });
  return {
    get: (program: string) => unwrap(api.GET("/v1/programs/{program}", at(program))),
    /** Saves a draft (a definition, or `{ preset, name }`); answers it with what the linter says. Nothing live changes. */
    put: (program: string, source: ProgramSource) =>
      unwrap(api.PUT("/v1/programs/{program}", { ...at(program), body: source as Schemas["ProgramFromPreset"] })),
    /** Makes the draft live, now or at `effective_from`. Thrown as `program_has_errors` while the linter has errors. */
    publish: (program: string, wish: Schemas["Publish"] = {}) =>
      unwrap(api.POST("/v1/programs/{program}/publish", { ...at(program), body: wish })),
    /** What publishing a definition (or the draft) would change, and what it would have cost if asked. */
    plan: (program: string, wish: Schemas["PlanWish"] = {}) =>
      unwrap(api.POST("/v1/programs/{program}/plan", { ...at(program), body: wish })),
  };
}

/** Whoever reads a page has its keys; a secret key can move money. */
function refuseSecretInBrowser(key: string | undefined): void {
  if (key !== undefined && "document" in globalThis && /^gv_(live|test)_/.test(key)) {
    throw new TypeError("A secret key does not belong in a browser: use the publishable one (gv_pub_...), and replace this one.");
  }
}
