/** Calls of the public API, from the hosted page by cookie or from another page by token. Everything that fails is a `Trouble`. */

export type TroubleKind = "offline" | "signed_out" | "refused" | "slow_down" | "gone" | "ours";
export type FieldTrouble = { pointer: string; message: string; code: string };

/** What went wrong, in the few kinds that differ in what a person should do. */
export class Trouble extends Error {
  readonly kind: TroubleKind;
  readonly code: string;
  readonly fields: readonly FieldTrouble[];
  readonly retryAfter: number;

  constructor(kind: TroubleKind, about: { code?: string; detail?: string; fields?: readonly FieldTrouble[]; retryAfter?: number } = {}) {
    super(about.detail ?? kind);
    this.kind = kind;
    this.code = about.code ?? kind;
    this.fields = about.fields ?? [];
    this.retryAfter = about.retryAfter ?? 0;
  }
}

export type ApiOptions = {
  /** "https://refer.shop.example"; "" for the page's own origin. */
  server: string;
  token: () => string | null;
  /** A new token when the server no longer takes the old one, or null. */
  renew: () => Promise<string | null>;
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Api = {
  get<T>(path: string, query?: Record<string, string | undefined>): Promise<T>;
  send<T>(method: Method, path: string, body?: unknown): Promise<T>;
  text(path: string): Promise<string>;
  blob(path: string): Promise<Blob>;
};

/** How long an answer may take before a person is told. A phone in a tunnel hears nothing at all. */
const PATIENCE_MS = 20_000;

export function createApi(options: ApiOptions): Api {
  // What was sent and never answered keeps its key: sent again by hand after a broken connection, it is still done once.
  const unanswered = new Map<string, string>();
  const send = async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
    const what = `${method} ${path} ${JSON.stringify(body)}`;
    const key = unanswered.get(what) ?? crypto.randomUUID();
    unanswered.set(what, key);
    try {
      const answer = await json<T>({ method, path, body, key });
      unanswered.delete(what);
      return answer;
    } catch (error) {
      if (!(error instanceof Trouble && error.kind === "offline")) unanswered.delete(what);
      throw error;
    }
  };
  const json = async <T>(request: Request_): Promise<T> => {
    const response = await call(options, request);
    return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
  };
  return {
    get: (path, query = {}) => json({ method: "GET", path: withQuery(path, query) }),
    send,
    text: async (path) => (await call(options, { method: "GET", path })).text(),
    blob: async (path) => (await call(options, { method: "GET", path })).blob(),
  };
}

type Request_ = { method: Method; path: string; body?: unknown; key?: string };

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

async function call(options: ApiOptions, request: Request_): Promise<Response> {
  const first = await attempt(options, request, options.token());
  if (first.ok) return first;
  if (first.status === 401 && options.token() !== null) {
    const fresh = await options.renew();
    if (fresh !== null) {
      const second = await attempt(options, request, fresh);
      if (second.ok) return second;
      throw await troubleOf(second);
    }
  }
  throw await troubleOf(first);
}

async function attempt(options: ApiOptions, request: Request_, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (request.body !== undefined) headers["content-type"] = "application/json";
  if (request.key !== undefined) headers["idempotency-key"] = request.key;
  try {
    return await fetch(options.server + pathOf(request.path), {
      method: request.method,
      headers,
      credentials: token === null ? "same-origin" : "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
  } catch {
    throw new Trouble("offline");
  }
}

/** Addresses in answers may be whole and name the server otherwise than this page does; credentials go to the one server only. */
function pathOf(address: string): string {
  if (address.startsWith("/")) return address;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

type Problem = { code?: string; detail?: string; errors?: FieldTrouble[] };

async function troubleOf(response: Response): Promise<Trouble> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const about = {
    code: problem.code,
    detail: problem.detail,
    fields: problem.errors ?? [],
    retryAfter: Number(response.headers.get("retry-after")),
  };
  return new Trouble(kindOf(response.status), about);
}

function kindOf(status: number): TroubleKind {
  if (status === 401) return "signed_out";
  if (status === 404 || status === 410) return "gone";
  if (status === 429) return "slow_down";
  return status >= 500 ? "ours" : "refused";
}
