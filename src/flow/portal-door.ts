/**
 * Who a person is that comes to her own side: by a token that her business's server signed, or by the cookie of a session. Portal keys are
 * remembered for less than a second, so that a revoked one is refused everywhere within it.
 */
import { externalId, parseId } from "../core/id.ts";
import { type MemberClaims, memberClaims, whyRefused } from "../core/portal.ts";
import { inWorkspace } from "../store/db.ts";
import { findPortalKeyWorkspace, readPortalKeySecret } from "../store/portal-keys.ts";
import { lastErasure, memberByUserId, useSession } from "../store/portal-sessions.ts";
import type { By } from "./by.ts";
import { type OwnFactParts, settleOwnFact } from "./own-fact.ts";
import { portalKeySealedFor } from "./portal-keys.ts";
import { IDLE_SECONDS, readCookie } from "./portal-session.ts";
import type { Cipher, PortalTokens } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export type DoorParts = OwnFactParts & { cipher: Cipher; tokens: PortalTokens; monotonic: () => number };

/** A person who is let in. `origin`: the one page that her token is for. */
export type Member = { workspaceId: string; sandbox: boolean; personId: string; programKey: string | null; origin: string | null };

export type PortalDoor = {
  /** Throws `token_invalid`. `origin` is what the browser says the page is, or null. */
  byToken(token: string, origin: string | null): Promise<Member>;
  /** Null when the session has ended or never was. */
  bySession(cookie: string): Promise<Member | null>;
  /** Forgets the keys: after one was revoked here. */
  forget(): void;
};

type OpenKey = { workspaceId: string; secret: string; sandbox: boolean; revoked: boolean; present: () => number };

const STALE_MS = 900;
/** A flood of made-up ids must not fill the memory. */
const MOST = 10_000;

export function createPortalDoor(parts: DoorParts): PortalDoor {
  const known = new Map<string, { at: number; key: Promise<OpenKey | null> }>();
  const keyOf = (id: string): Promise<OpenKey | null> => {
    const now = parts.monotonic();
    const entry = known.get(id);
    if (entry !== undefined && now - entry.at < STALE_MS) return entry.key;
    if (known.size >= MOST) known.clear();
    const key = loadKey(parts, id);
    known.set(id, { at: now, key });
    key.catch(() => known.delete(id));
    return key;
  };
  return {
    async byToken(token, origin) {
      const issuer = parts.tokens.issuerOf(token);
      const id = issuer === null ? null : parseId(issuer);
      const key = id?.prefix === "pky" ? await keyOf(id.uuid) : null;
      if (issuer === null || key === null) throw refused("It was not signed with a portal key of ours.");
      if (key.revoked) throw refused("The key it was signed with was revoked.");
      const claims = await verified(parts, token, { issuer, key });
      if (claims.origin !== undefined && claims.origin !== origin) throw refused("It is for pages of another origin.");
      const personId = await personOf(parts, key, claims);
      const { workspaceId, sandbox } = key;
      return { workspaceId, sandbox, personId, programKey: claims.program ?? null, origin: claims.origin ?? null };
    },
    async bySession(cookie) {
      const read = readCookie(cookie);
      if (read === null) return null;
      const { workspaceId, tokenHash } = read;
      const found = await inWorkspace(parts.pool, workspaceId, (db) =>
        useSession(workspaceId, db, { tokenHash, idleSeconds: IDLE_SECONDS }),
      );
      if (found === null) return null;
      return { workspaceId, sandbox: found.sandbox, personId: found.person_id, programKey: found.program, origin: null };
    },
    forget: () => known.clear(),
  };
}

async function loadKey(parts: DoorParts, id: string): Promise<OpenKey | null> {
  const workspaceId = await findPortalKeyWorkspace(parts.pool, id);
  if (workspaceId === null) return null;
  const readAt = parts.monotonic();
  const row = await inWorkspace(parts.pool, workspaceId, (db) => readPortalKeySecret(workspaceId, db, id));
  if (row === null) return null;
  const secret = parts.cipher.open(row.secret, portalKeySealedFor(workspaceId, id));
  const present = (): number => row.now + (parts.monotonic() - readAt);
  return { workspaceId, secret, sandbox: row.sandbox, revoked: row.revoked, present };
}

async function verified(parts: DoorParts, token: string, by: { issuer: string; key: OpenKey }): Promise<MemberClaims> {
  const now = by.key.present();
  const answer = await parts.tokens.verify(token, { secret: by.key.secret, issuer: by.issuer, now });
  if (typeof answer["refused"] === "string")
    throw refused(
      answer["refused"] === "ERR_JWT_EXPIRED"
        ? "It has expired: ask your server for a new one."
        : "Its signature, audience or algorithm is not right.",
    );
  const claims = memberClaims.safeParse(answer);
  if (!claims.success) throw refused(`The claim ${claims.error.issues[0]?.path.join(".")} is missing or not as it should be.`);
  const why = whyRefused(claims.data, now);
  if (why !== null) throw refused(why);
  return claims.data;
}

/** The person behind a token: made the first time, and told what the business's server says of her where we know less. */
async function personOf(parts: DoorParts, key: OpenKey, claims: MemberClaims): Promise<string> {
  const { workspaceId } = key;
  const found = await inWorkspace(parts.pool, workspaceId, async (db) => ({
    member: await memberByUserId(workspaceId, db, claims.sub),
    erasedAt: await lastErasure(workspaceId, db),
  }));
  const { email, name, locale } = claims;
  if (found.member !== null) {
    const data = found.member.data ?? {};
    const isNews = (email !== undefined && data["email"] === undefined) || (name !== undefined && data["name"] === undefined);
    if (!isNews) return found.member.id;
  } else if (found.erasedAt !== null && claims.iat <= Math.floor(found.erasedAt / 1000)) {
    // She may be who was erased: an older token must not bring her back. A new one makes somebody new, as any event does.
    throw refused("It is older than the last erasure: ask your server for a new one.");
  }
  const by: By = { workspaceId, actor: "portal", requestId: "portal", idempotencyKey: null };
  const person = {
    user_id: claims.sub,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { attributes: { locale } }),
  };
  return await settleOwnFact(parts, by, { type: "identify", person });
}

function refused(detail: string): Refusal {
  return new Refusal("token_invalid", detail);
}

/** How a person stands in audit rows. */
export function actorOf(personId: string): string {
  return externalId("per", personId);
}
