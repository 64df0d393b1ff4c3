/**
 * Idempotency-Key: the first answer again, byte for byte. The key is claimed before the work, in a transaction of its own, and the
 * answer kept after it. Should the process die between the two, a repeat is told to wait, and a minute later takes the claim over:
 * what was done is written down under the key in its own transaction (flow/done-before.ts), so that it is not done again.
 */
import crypto from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../flow/refusal.ts";
import { CommitUnknown, inWorkspace } from "../store/db.ts";
import type { Client } from "../store/db.ts";
import { claimKey, keepAnswer, readAnswer, releaseKey, takeOverKey } from "../store/idempotency.ts";
import type { Caller } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import { problemFor } from "./problem.ts";

/** Everything an answer is. `text` undefined is an answer without a body. */
export type Answer = { status: number; type: string; text: string | Buffer | undefined; replayed?: boolean };

/** No request of ours runs this long: a claim older than it was left by a process that died. */
const ABANDONED_SECONDS = 60;

/** Nothing was done, so the same key may be used again with a mended request. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  "validation_failed",
  "body_missing",
  "rate_limited",
  "overloaded",
  "unavailable",
  "internal",
  "not_ready",
]);

/** The request's key, or null. Throws on one that cannot be kept. */
export function idempotencyKeyOf(request: FastifyRequest, endpoint: Endpoint): string | null {
  return endpoint.method !== "POST" || endpoint.idempotent === false ? null : requestKeyOf(request);
}

/** The header by itself, where events are named after it. Throws like idempotencyKeyOf. */
export function requestKeyOf(request: FastifyRequest): string | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal("idempotency_key_invalid", "Use 1 to 255 visible ASCII characters, such as a uuid.");
  }
  return key;
}

/** Does the work, or gives the answer that it once gave. */
export async function once(request: FastifyRequest, endpoint: Endpoint, work: () => Promise<Answer>): Promise<Answer> {
  const caller = request.caller!;
  const { pool } = request.server.gv;
  const key = caller.idempotencyKey!;
  const route = `${endpoint.method} ${endpoint.path}`;
  const hash = crypto.hash("sha256", JSON.stringify([request.url, request.body ?? null]), "hex");
  const inside = <T>(run: (workspaceId: string, db: Client) => Promise<T>): Promise<T> =>
    inWorkspace(pool, caller.workspaceId, (db) => run(caller.workspaceId, db));
  const kept = await inside(async (workspaceId, db) => {
    if (await claimKey(workspaceId, db, { key, route, hash })) return null;
    const found = await readAnswer(workspaceId, db, key);
    const lost = found !== null && found.status === null && found.hash === hash && found.age_seconds > ABANDONED_SECONDS;
    if (lost && (await takeOverKey(workspaceId, db, { key, olderThanSeconds: ABANDONED_SECONDS }))) return null;
    return found;
  });
  if (kept !== null) return replay(kept, { route, hash, endpoint });
  caller.steps = { workspaceId: caller.workspaceId, key, next: 0, secret: endpoint.idempotent === "shown_once" };
  const answer = await attempt(request, caller, { work, release: () => inside((workspaceId, db) => releaseKey(workspaceId, db, key)) });
  const body = JSON.stringify({ type: answer.type, text: endpoint.idempotent === "shown_once" ? null : (answer.text ?? null) });
  await inside((workspaceId, db) => keepAnswer(workspaceId, db, { key, status: answer.status, body }));
  return answer;
}

type Attempt = { work: () => Promise<Answer>; release: () => Promise<void> };

/** A refusal is an answer like another; what failed for a reason that may pass gives the key back. */
async function attempt(request: FastifyRequest, caller: Caller, { work, release }: Attempt): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && !NOT_KEPT.has(error.code)) {
      const { status, text } = problemFor(request.server.gv.publicUrl, request, {
        code: error.code,
        detail: error.detail,
        ...error.options,
      });
      return { status, type: "application/problem+json", text };
    }
    // Nobody knows whether it was committed: the claim stays, and a repeat waits it out.
    if (!(error instanceof CommitUnknown)) await release();
    throw error;
  }
}

function replay(
  kept: { route: string; hash: string; status: number | null; body: string | null },
  of: { route: string; hash: string; endpoint: Endpoint },
): Answer {
  if (kept.route !== of.route || kept.hash !== of.hash) {
    throw new Refusal("idempotency_conflict", "This Idempotency-Key belongs to another request: use a new one for each request.");
  }
  if (kept.status === null) throw new Refusal("idempotency_in_progress", "The first request with this key has not been answered yet.");
  const { type, text } = JSON.parse(kept.body!) as { type: string; text: string | null };
  if (text === null && of.endpoint.idempotent === "shown_once") {
    throw new Refusal(
      "idempotency_conflict",
      "This answer held a secret, which was shown once and is not kept: revoke what was made and make another.",
    );
  }
  return { status: kept.status, type, text: text ?? undefined, replayed: true };
}
