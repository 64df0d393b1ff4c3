/**
 * Who is asking, and may they. Runs before the body is read, except for beacons: `navigator.sendBeacon` cannot set a
 * header, so a publishable key may come in the body, and is looked at once it is parsed.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { externalId } from "../core/id.ts";
import { Refusal } from "../flow/refusal.ts";
import { addressOf } from "./address.ts";
import type { Caller } from "./context.ts";
import { checkMay } from "./access-may.ts";
import { admitSession, sessionCookie } from "./access-session.ts";
import { admitMemberCookie, admitToken, isToken, memberCookieOf } from "./access-member.ts";
import type { Endpoint } from "./endpoint.ts";
import type { KeyHolder } from "./key-door.ts";
import { PUBLIC } from "./permissions.ts";
import { cookieOf, count } from "./guard.ts";
import type { PolicyName } from "./limiter.ts";

const BEACON_BYTES = 65_536;

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
  if (holder.closed) throw new Refusal("key_invalid", "The workspace of this key is closed. Its owner can bring it back in the console.");
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

/** `Bearer <key>`, or `Basic` with the key as user name as Segment's clients send it. */
export function keyOf(header: string | undefined): string | null {
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
