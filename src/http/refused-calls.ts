/**
 * Remembers calls that were refused or failed, for the request log. In memory until a second is over, then one statement a workspace: a
 * call is never made slower by it, and a call that succeeds does not come here at all.
 */
import type { FastifyRequest } from "fastify";
import type { ErrorCode } from "../core/errors.ts";
import { ERRORS } from "../core/errors.ts";
import type { Ids, Log } from "../flow/ports.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { KEPT_CALLS, type RefusedCall, insertRefusedCalls } from "../store/request-log.ts";

export type RefusedCalls = {
  /** One more. Nothing is kept of who nobody knows: without a caller there is no workspace. */
  note(request: FastifyRequest, of: { code: ErrorCode; ms: number }): void;
  /** Writes what waits. Called by itself every second, and when the server closes. */
  flush(): Promise<void>;
};

const WAIT_MS = 1_000;

export function createRefusedCalls({ pool, ids, log }: { pool: Pool; ids: Ids; log: Log }): RefusedCalls {
  let waiting = new Map<string, RefusedCall[]>();
  let timer: NodeJS.Timeout | null = null;
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const all = waiting;
    waiting = new Map();
    for (const [workspaceId, calls] of all)
      await inWorkspace(pool, workspaceId, (db) => insertRefusedCalls(workspaceId, db, calls)).catch((error: Error) =>
        log.warn("the log of refused calls could not be written", { workspace: workspaceId, error: error.message }),
      );
  };
  return {
    flush,
    note(request, { code, ms }) {
      const { caller } = request;
      // An address that cannot be read never came to where the caller is set.
      if (caller == null) return;
      const calls = waiting.get(caller.workspaceId) ?? [];
      waiting.set(caller.workspaceId, calls);
      // A program that is refused ten thousand times a second leaves the last thousand.
      if (calls.length >= KEPT_CALLS) calls.shift();
      calls.push({
        id: ids.uuid(),
        at: Date.now(),
        actor: caller.kind === "member" ? "member" : caller.actor,
        method: request.method,
        path: request.routeOptions.url ?? "(none)",
        status: ERRORS[code].status,
        code,
        ms: Math.round(ms),
        request_id: request.id,
      });
      timer ??= setTimeout(() => void flush(), WAIT_MS).unref();
    },
  };
}
