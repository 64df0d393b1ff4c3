/**
 * Operators who come with a cookie: the session of an account, or of the sign-in link that the start prints, which is whoever runs the
 * server and counts as owner. The header `gv-workspace` says which of her workspaces she means, so that two tabs may show two.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { externalId } from "../core/id.ts";
import { Refusal } from "../flow/refusal.ts";
import { sessionWorkspace } from "../flow/sign-in.ts";
import { listNearby } from "../store/access.ts";
import { type AccountSession, readAccountSession } from "../store/account-sessions.ts";
import { inWorkspace } from "../store/db.ts";
import { listOperatorPlaces, noteOperatorSeen, type OperatorRow, readOperatorOfUser } from "../store/operators.ts";
import { checkMay } from "./access-may.ts";
import type { Caller, HttpContext } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Entered } from "./entered.ts";
import { cookieOf, count, refuseCrossSite } from "./guard.ts";
import { permissionsOfRole } from "./roles.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** The cookie's name. `__Host-` makes the browser hold it to this origin, and is only accepted over https. */
export function sessionCookie(secure: boolean): string {
  return secure ? "__Host-gv_session" : "gv_session";
}

export async function admitSession(
  request: FastifyRequest,
  reply: FastifyReply,
  check: { endpoint: Endpoint; cookie: string },
): Promise<void> {
  if (!SAFE.has(request.method)) refuseCrossSite(request);
  const slug = request.headers["gv-workspace"];
  const entered = await enterSession(request.server.gv, check.cookie, slug === undefined ? null : String(slug));
  if (entered === null) throw new Refusal("session_invalid", "Sign in again.");
  const { workspaceId, sandbox, home, role, operator, account } = entered;
  if (entered.closed) refuseChange(request, check.endpoint);
  const caller: Caller = {
    workspaceId,
    sandbox,
    kind: "session",
    actor: actorOf(entered),
    permissions: permissionsOfRole(role),
    requestId: request.id,
    idempotencyKey: null,
    session: { home, role, operator, account },
  };
  checkMay(caller, check.endpoint);
  request.caller = caller;
  await count(request, reply, { policy: check.endpoint.limit ?? "api", target: `session:${account?.user_id ?? home}` });
}

/** In a closed workspace everything can be read, by whatever method, and nothing changed. */
function refuseChange(request: FastifyRequest, { permission, whileClosed }: Endpoint): void {
  if (SAFE.has(request.method) || permission.endsWith(":read") || whileClosed === true) return;
  throw new Refusal("conflict", "This workspace is closed: nothing in it can be changed. Its owner can bring it back.");
}

/** As the audit log names her. */
export const actorOf = ({ operator }: Pick<Entered, "operator">): string =>
  operator === null ? "operator" : externalId("opr", operator.id);

/**
 * Who a cookie is, in the workspace of a slug, or in her first one. Null when the session has ended; refuses `not_found` for a workspace
 * that is nowhere or not hers, which is the same.
 */
export async function enterSession(gv: HttpContext, cookie: string | undefined, slug: string | null): Promise<Entered | null> {
  if (cookie === undefined || cookie === "" || cookie.length > 256) return null;
  const token = gv.accounts?.tokenOf(cookie) ?? null;
  if (token === null) return await enterByLink(gv, cookie, slug);
  const account = await readAccountSession(gv.pool, token);
  return account === null ? null : await enterByAccount(gv, account, slug);
}

/** For pages that also show themselves to nobody: a refusal is nobody. */
export async function enterQuietly(gv: HttpContext, cookie: string | undefined, slug: string | null): Promise<Entered | null> {
  try {
    return await enterSession(gv, cookie, slug);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The account that is signed in, or null; wherever it works. */
export async function accountOf(request: FastifyRequest): Promise<AccountSession | null> {
  const { gv } = request.server;
  const token = gv.accounts?.tokenOf(cookieOf(request.headers.cookie, sessionCookie(gv.secure)) ?? "") ?? null;
  return token === null ? null : await readAccountSession(gv.pool, token);
}

async function enterByLink(gv: HttpContext, cookie: string, slug: string | null): Promise<Entered | null> {
  const home = await sessionWorkspace(gv, cookie);
  if (home === null) return null;
  const owner = { home, role: "owner" as const, operator: null, account: null };
  const [found] = await listNearby(gv.pool, { workspaceId: home, slug });
  if (found === undefined) throw nowhere();
  return { workspaceId: found.workspace_id, sandbox: found.sandbox, closed: found.closed, ...owner };
}

async function enterByAccount(gv: HttpContext, account: AccountSession, slug: string | null): Promise<Entered | null> {
  const places = await listOperatorPlaces(gv.pool, { userId: account.user_id, slug });
  for (const { workspace_id, home, sandbox, closed } of places) {
    const operator = await inWorkspace(gv.pool, home, async (db) => {
      const found = await readOperatorOfUser(home, db, account.user_id);
      if (found === null || found.disabled_at !== null) return null;
      if (isStale(found)) await noteOperatorSeen(home, db, found.id);
      return found;
    });
    if (operator !== null) return { workspaceId: workspace_id, sandbox, home, role: operator.role, operator, account, closed };
  }
  if (slug !== null) throw nowhere();
  throw new Refusal("scope_missing", "This account works in no workspace any more. Ask an owner for an invitation.");
}

const SEEN_MS = 60_000;
const isStale = ({ last_seen_at }: OperatorRow): boolean => last_seen_at === null || last_seen_at < Date.now() - SEEN_MS;

const nowhere = (): Refusal => new Refusal("not_found", "There is no such workspace here.");
