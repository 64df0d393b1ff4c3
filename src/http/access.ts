/**
 * Who is asking, and may they. Runs before the body is read, except for beacons: `navigator.sendBeacon` cannot set a
 * header, so a publishable key may come in the body, and is looked at once it is parsed.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionWorkspace } from "../flow/sign-in.ts";
import { externalId } from "../core/id.ts";
import { Refusal } from "../flow/refusal.ts";
import { listNearby } from "../store/access.ts";
import { addressOf } from "./address.ts";
import type { Caller } from "./context.ts";
import { admitMemberCookie, admitToken, isToken, memberCookieOf } from "./access-member.ts";
import type { Endpoint } from "./endpoint.ts";
import type { KeyHolder } from "./key-door.ts";
import { PUBLIC } from "./permissions.ts";
import { cookieOf, count, refuseCrossSite } from "./guard.ts";
import type { PolicyName } from "./limiter.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const BEACON_BYTES = 65_536;

/** The cookie's name. `__Host-` makes the browser hold it to this origin, and is only accepted over https. */
export function sessionCookie(secure: boolean): string {
  return secure ? "__Host-gv_session" : "gv_session";
}

/** Sets `request.caller` or throws. Null stays only where the endpoint is public or a beacon's body has yet to be read. */
export function admit(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint): void | Promise<void> {
  if (request.url.includes("?")) refuseKeyInQuery(request.url);
  const isPublic = endpoint.permission === PUBLIC;
  if (isPublic && endpoint.member === undefined) return;
  const key = keyOf(request.headers.authorization);
  if (key !== null && isToken(key)) return admitToken(request, reply, { endpoint, token: key });
  if (key !== null) return admitKey(request, reply, { endpoint, key });
  const hers = memberCookieOf(request, endpoint);
  if (hers !== undefined) return admitMemberCookie(request, reply, { endpoint, cookie: hers });
  if (isPublic) return;
  const cookie = cookieOf(request.headers.cookie, sessionCookie(request.server.gv.secure));
  if (cookie !== undefined) return admitSession(request, reply, { endpoint, cookie });
  // A beacon is at most 64 kB by every browser's rule, and says its length: nobody unknown gets more of ours to parse.
  if (endpoint.beacon === true && Number(request.headers["content-length"] ?? Infinity) <= BEACON_BYTES) return;
  throw new Refusal("unauthenticated", "Send the header authorization: Bearer <API key>.");
}

/** The second look, for a beacon whose body holds its key as `key` (or `writeKey`, as Segment's browser clients say). */
export function admitBeacon(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint): void | Promise<void> {
  const body = request.body as { key?: unknown; writeKey?: unknown } | null;
  const key = body?.key ?? body?.writeKey;
  if (typeof key !== "string")
    throw new Refusal("unauthenticated", 'Send the header authorization: Bearer <API key>, or a publishable key as "key" in the body.');
  if (!key.startsWith("gv_pub_"))
    throw new Refusal("key_kind_refused", "Only a publishable key may travel in a body. Send this one in the authorization header.");
  return admitKey(request, reply, { endpoint, key });
}

type KeyCheck = { endpoint: Endpoint; key: string };

function admitKey(request: FastifyRequest, reply: FastifyReply, check: KeyCheck): void | Promise<void> {
  const holder = request.server.gv.keys.holderOf(check.key);
  if (holder instanceof Promise) return holder.then((found) => admitHolder(request, reply, { endpoint: check.endpoint, holder: found }));
  return admitHolder(request, reply, { endpoint: check.endpoint, holder });
}

type HolderCheck = { endpoint: Endpoint; holder: KeyHolder | null };

function admitHolder(request: FastifyRequest, reply: FastifyReply, { endpoint, holder }: HolderCheck): void | Promise<void> {
  if (holder === null || holder.revoked) return refuseGuess(request, reply, holder);
  const browser = holder.kind === "publishable";
  const caller: Caller = {
    workspaceId: holder.workspaceId,
    sandbox: holder.sandbox,
    kind: holder.kind,
    actor: externalId("key", holder.id),
    permissions: holder.permissions,
    requestId: request.id,
    idempotencyKey: null,
  };
  checkMay(caller, endpoint);
  request.caller = caller;
  const policy: PolicyName = browser ? "browser" : (endpoint.limit ?? "api");
  return count(request, reply, { policy, target: browser ? `${holder.id}:${addressOf(request.ip)}` : holder.id });
}

/** Wrong keys are counted by address, so that the database is not asked for ever. */
async function refuseGuess(request: FastifyRequest, reply: FastifyReply, holder: KeyHolder | null): Promise<void> {
  await count(request, reply, { policy: "guess", target: addressOf(request.ip) });
  throw new Refusal(
    "key_invalid",
    holder === null ? "No key like this exists. Keys begin with gv_live_, gv_pub_ or gv_test_." : "This key was revoked.",
  );
}

async function admitSession(request: FastifyRequest, reply: FastifyReply, check: { endpoint: Endpoint; cookie: string }): Promise<void> {
  if (!SAFE.has(request.method)) refuseCrossSite(request);
  const session = await sessionOf(request, check.cookie);
  if (session === null) throw new Refusal("session_invalid", "Sign in again.");
  const { workspaceId, sandbox } = await chosenWorkspace(request, session);
  const caller: Caller = {
    workspaceId,
    sandbox,
    kind: "session",
    actor: "operator",
    permissions: "all",
    requestId: request.id,
    idempotencyKey: null,
    session: { home: session },
  };
  checkMay(caller, check.endpoint);
  request.caller = caller;
  await count(request, reply, { policy: check.endpoint.limit ?? "api", target: `session:${session}` });
}

/** `gv-workspace: <slug>` says which of her workspaces she means: two tabs may show two. Without it, the session's own. */
async function chosenWorkspace(request: FastifyRequest, own: string): Promise<{ workspaceId: string; sandbox: boolean }> {
  const slug = request.headers["gv-workspace"];
  if (slug === undefined) return { workspaceId: own, sandbox: false };
  const [found] = await listNearby(request.server.gv.pool, { workspaceId: own, slug: String(slug) });
  if (found === undefined) throw new Refusal("not_found", "There is no such workspace here.");
  return { workspaceId: found.workspace_id, sandbox: found.sandbox };
}

/** The workspace of a live session cookie, or null. Also for pages that are not endpoints. */
export async function sessionOf(request: FastifyRequest, cookie: string | undefined): Promise<string | null> {
  return cookie === undefined || cookie.length > 128 ? null : await sessionWorkspace(request.server.gv, cookie);
}

function checkMay(caller: Caller, endpoint: Endpoint): void {
  if (caller.kind === "publishable") {
    if (endpoint.publishable !== true)
      throw new Refusal(
        "key_kind_refused",
        "A publishable key is for browsers: it may send visits, shares, leads and identifies. Use a secret key here.",
      );
  } else if (endpoint.permission !== PUBLIC && caller.permissions !== "all" && !caller.permissions.has(endpoint.permission as never)) {
    throw new Refusal("scope_missing", `The key lacks the scope ${endpoint.permission}.`);
  }
  if (endpoint.sandboxOnly === true && !caller.sandbox) throw new Refusal("sandbox_only", "Use a test key (gv_test_).");
}

/** `Bearer <key>`, or `Basic` with the key as user name as Segment's clients send it. */
function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (header.startsWith("Bearer ")) return header.slice(7).trim();
  if (!/^basic /i.test(header)) {
    if (/^bearer /i.test(header)) return header.slice(7).trim();
    throw new Refusal("unauthenticated", "Use the scheme Bearer with an API key, or Basic with the key as user name.");
  }
  return Buffer.from(header.slice(6), "base64").toString("latin1").split(":", 1)[0]!;
}

/** Addresses end up in logs, histories and Referer headers; a key that came this way should be replaced. */
function refuseKeyInQuery(url: string): void {
  if (/[?&][^=]*=(gv|%67%76)_(live|pub|test|portal)_/i.test(url)) {
    throw new Refusal("key_in_query", "Send the key in the authorization header, and replace this one: addresses are written to logs.");
  }
}
