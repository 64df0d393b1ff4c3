/**
 * Requests to addresses that somebody else chose (webhooks). The address is judged where the socket connects: a name is resolved once, in
 * the socket's own lookup, and the connection goes to what was judged there. No redirects, no proxy from the environment, no body shown.
 */
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { JsonAnswer, Outgoing, SendError, Sent } from "../flow/ports.ts";
import { type Allowed, mayConnect } from "./public-address.ts";

/** From the first packet to the last, name resolution included. */
const DEADLINE_MS = 15_000;
/** Read of an answer's body, so that its sender is not cut off while it still writes; what is longer is cut off. */
const BODY_BYTES = 65_536;
const RETRY_AFTER_MOST_MS = 86_400_000;

export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;
export type SafeFetchOptions = {
  /** Besides public addresses on ports 80 and 443. */
  allowed?: readonly Allowed[];
  /** The system's resolver. */
  resolve?: Resolve;
  deadlineMs?: number;
};

/** A refusal inside the socket: told from a failure to connect by its code. */
class Refused extends Error {
  readonly code = "REFUSED_ADDRESS";
}

/** What holds for every request of this process. Nothing is connected here. */
export function createOutgoing(options: SafeFetchOptions = {}): Outgoing {
  const guard: Guard = {
    allowed: options.allowed ?? [],
    resolve: options.resolve ?? ((name) => dns.promises.lookup(name, { all: true, verbatim: true })),
  };
  return {
    json: (url, request) => json(guard, { url, ...request, deadlineMs: options.deadlineMs ?? DEADLINE_MS }),
    refusal: (url) => refusalOf(url, guard.allowed)?.words ?? null,
    post: (url, request) => post(guard, { url, ...request, deadlineMs: options.deadlineMs ?? DEADLINE_MS }),
  };
}

type Guard = { allowed: readonly Allowed[]; resolve: Resolve };
type Posting = { url: string; headers: Record<string, string>; body: string; deadlineMs: number };

type UrlRefusal = { error: "url" | "address"; words: string };

/** Why the URL itself can never be sent to; names are judged later. Only the parser that also makes the request reads it. */
function refusalOf(text: string, allowed: readonly Allowed[]): UrlRefusal | null {
  const refuse = (words: string, error: UrlRefusal["error"] = "url"): UrlRefusal => ({ error, words });
  const url = URL.parse(text);
  const isWeb = url !== null && ["http:", "https:"].includes(url.protocol);
  if (!isWeb) return refuse("It must be an address that begins with https:// or http://.");
  if (url.username !== "" || url.password !== "") return refuse("It must not carry a user or a password.");
  const port = portOf(url);
  const host = hostOf(url);
  const isPortKnown = port === 443 || port === 80 || allowed.some((each) => each.port === null || each.port === port);
  if (!isPortKnown) return refuse(`Port ${port} is not one that webhooks go to: use 443 or 80, or add it to GRAPEVINE_OUTGOING_ALLOW.`);
  if (net.isIP(host) === 0 || mayConnect(host, port, allowed)) return null;
  return refuse("It is not an address on the public internet. If it is meant, add it to GRAPEVINE_OUTGOING_ALLOW.", "address");
}

function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

/** As the socket takes it: an IPv6 address without its brackets. */
function hostOf(url: URL): string {
  return url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
}

async function post(guard: Guard, posting: Posting): Promise<Sent> {
  const start = performance.now();
  const sent = (status: number | null, error: SendError | null, retryAfterMs: number | null = null): Sent => ({
    status,
    error,
    retryAfterMs,
    ms: Math.round(performance.now() - start),
  });
  const refusal = refusalOf(posting.url, guard.allowed);
  if (refusal !== null) return sent(null, refusal.error);
  const deadline = AbortSignal.timeout(posting.deadlineMs);
  try {
    const { status, retryAfter } = await exchange(guard, new URL(posting.url), { ...posting, deadline });
    return sent(status, null, retryAfterMs(retryAfter));
  } catch (error) {
    return sent(null, deadline.aborted ? "timeout" : errorOf(error));
  }
}

type Asking = { url: string; headers?: Record<string, string>; form?: Record<string, string>; deadlineMs: number };

async function json(guard: Guard, { url, headers = {}, form, deadlineMs }: Asking): Promise<JsonAnswer | null> {
  if (refusalOf(url, guard.allowed) !== null) return null;
  const body = form === undefined ? "" : new URLSearchParams(form).toString();
  const type: Record<string, string> = form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const asked = { url, body, deadlineMs, headers: { accept: "application/json", ...type, ...headers } };
  const method = form === undefined ? "GET" : "POST";
  try {
    const { status, text } = await exchange(guard, new URL(url), { ...asked, method, deadline: AbortSignal.timeout(deadlineMs) });
    const said: unknown = JSON.parse(text);
    return said !== null && typeof said === "object" ? { status, body: said as Record<string, unknown> } : null;
  } catch {
    return null;
  }
}

/** `text`: at most 64 kB of the body. */
type Answer = { status: number; retryAfter: string | undefined; text: string };

/** Resolves with the head of the answer, after at most 64 kB of its body or the deadline. */
function exchange(guard: Guard, url: URL, posting: Posting & { method?: "GET" | "POST"; deadline: AbortSignal }): Promise<Answer> {
  const isSecure = url.protocol === "https:";
  const port = portOf(url);
  // An agent of its own: the global one may be told by the environment to use a proxy.
  const agent = isSecure ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false });
  const request = (isSecure ? https : http).request({
    agent,
    method: posting.method ?? "POST",
    protocol: url.protocol,
    host: hostOf(url),
    port,
    path: url.pathname + url.search,
    headers: { ...posting.headers, "accept-encoding": "identity", "content-length": Buffer.byteLength(posting.body) },
    lookup: guardedLookup(guard, port),
    maxHeaderSize: 16_384,
    signal: posting.deadline,
  });
  return new Promise<Answer>((resolve, reject) => {
    // Once the head has been said, that is the answer, whatever becomes of the body or of the deadline.
    let answer: Answer | undefined;
    request.on("error", (error) => (answer === undefined ? reject(error) : resolve(answer)));
    request.on("socket", (socket) => {
      // Twice is better: whatever resolved the name, this is where the connection went.
      socket.once("connect", () => {
        if (!mayConnect(socket.remoteAddress ?? "", port, guard.allowed)) request.destroy(new Refused("refused address"));
      });
    });
    request.on("response", (response) => {
      const said: Answer = { status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"], text: "" };
      answer = said;
      let bytes = 0;
      const chunks: Buffer[] = [];
      const end = (): void => {
        said.text = Buffer.concat(chunks).toString("utf8");
        resolve(said);
        request.destroy();
      };
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > BODY_BYTES) end();
        else chunks.push(chunk);
      });
      response.on("end", end).on("error", end).on("aborted", end);
    });
    request.end(posting.body);
  }).finally(() => agent.destroy());
}

/** The socket's lookup: every address of the name must be one that may be connected to, and only these are handed over. */
function guardedLookup(guard: Guard, port: number): net.LookupFunction {
  return (name, options, callback) => {
    const answer = async (): Promise<dns.LookupAddress[]> => {
      const found = await guard.resolve(name);
      if (found.length === 0) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
      if (!found.every(({ address }) => mayConnect(address, port, guard.allowed))) throw new Refused("refused address");
      return found;
    };
    answer().then(
      (found) => (options.all === true ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family)),
      (error: Error) => callback(error, []),
    );
  };
}

const DNS = new Set(["ENOTFOUND", "EAI_AGAIN", "ENODATA", "EAI_NODATA", "EAI_FAIL"]);

function errorOf(error: unknown): SendError {
  const { code = "" } = error as { code?: string };
  // A name with several addresses fails with all of their errors.
  if (error instanceof AggregateError) return error.errors.length > 0 ? errorOf(error.errors[0]) : "connect";
  if (code === "REFUSED_ADDRESS") return "address";
  if (DNS.has(code)) return "dns";
  if (["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EADDRNOTAVAIL", "EACCES"].includes(code)) return "connect";
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return "tls";
  return "reset";
}

/** Seconds or a date, at most a day; null when it says neither. */
function retryAfterMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), RETRY_AFTER_MOST_MS);
}
