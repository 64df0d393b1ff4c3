/**
 * A fetch that may be trusted with money: every POST carries an Idempotency-Key of its own, so that trying again after a lost answer does
 * the thing once. Retried are lost connections, time-outs, 429, 502, 503, 504 and an idempotent request that is still running.
 */
import { GrapevineError } from "./error.ts";

export type TransportOptions = {
  fetch?: typeof globalThis.fetch;
  /** Tries after the first one; 4 by default, 0 for none. */
  retries?: number;
  /** Milliseconds a single try may take; 30,000 by default. */
  timeoutMs?: number;
  /** Milliseconds before the first retry, doubled each time; 200 by default. */
  backoffMs?: number;
};

const RETRY_STATUS = new Set([429, 502, 503, 504]);
const LONGEST_PAUSE_MS = 20_000;
/** A server may ask for a longer pause than a caller wants to wait; then its answer is handed on. */
const LONGEST_RETRY_AFTER_S = 60;

/** Wraps fetch. The result takes what fetch takes and answers what it answers; without any answer it throws GrapevineError. */
export function retryingFetch(options: TransportOptions = {}): (request: Request) => Promise<Response> {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const retries = options.retries ?? 4;
  return async (given) => {
    const request = withIdempotencyKey(given);
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt > retries;
      try {
        // A request's body can be read once; the next try needs its own.
        const response = await send(isLast ? request : request.clone(), { signal: signalOf(request, options.timeoutMs ?? 30_000) });
        const pause = isLast ? null : await pauseAfter(response, attempt, options.backoffMs ?? 200);
        if (pause === null) return response;
        await response.body?.cancel();
        await sleep(pause, request.signal);
      } catch (error) {
        if (request.signal.aborted) throw error;
        if (isLast || error instanceof GrapevineError) throw unanswered(error, attempt);
        await sleep(backoff(attempt, options.backoffMs ?? 200), request.signal);
      }
    }
  };
}

function withIdempotencyKey(request: Request): Request {
  if (request.method !== "POST" || request.headers.has("idempotency-key")) return request;
  const copy = new Request(request);
  copy.headers.set("idempotency-key", newId());
  return copy;
}

/** 128 random bits in hex. crypto.randomUUID would need a secure context in browsers; this works on plain http too. */
export function newId(): string {
  return Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function signalOf(request: Request, timeoutMs: number): AbortSignal {
  return AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
}

/** Milliseconds to wait before the next try, or null when this answer is the answer. */
async function pauseAfter(response: Response, attempt: number, backoffMs: number): Promise<number | null> {
  const again = RETRY_STATUS.has(response.status) || (response.status === 409 && (await isStillRunning(response)));
  if (!again) return null;
  const asked = Number(response.headers.get("retry-after") ?? Number.NaN);
  if (asked > LONGEST_RETRY_AFTER_S) return null;
  return Math.max(backoff(attempt, backoffMs), asked >= 0 ? asked * 1000 : 0);
}

async function isStillRunning(response: Response): Promise<boolean> {
  const body = (await response.clone().json().catch(() => null)) as { code?: unknown } | null;
  return body?.code === "idempotency_in_progress";
}

/** Doubled each time and spread over half of it, so that clients who were cut off together do not come back together. */
function backoff(attempt: number, firstMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

function unanswered(error: unknown, attempts: number): GrapevineError {
  if (error instanceof GrapevineError) return error;
  const isTimeout = error instanceof Error && error.name === "TimeoutError";
  const detail = isTimeout ? "The server did not answer in time." : "The server cannot be reached: check the url, and that it is running.";
  const code = isTimeout ? "timeout" : "network_error";
  return new GrapevineError({ type: "about:blank", title: detail, detail, status: 0, code }, attempts, error);
}
