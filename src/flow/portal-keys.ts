/** Keys that a business's server signs tokens with, so that its people need not sign in a second time. */
import { externalId } from "../core/id.ts";
import { TOKEN_SECONDS } from "../core/portal.ts";
import * as store from "../store/portal-keys.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { Cipher, PortalTokens } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";
import { inWorkspace } from "../store/db.ts";

export type PortalKeyParts = ChangeParts & { cipher: Cipher; tokens: PortalTokens };

/** What a key's secret is sealed for: a sealed text moved to another row does not open. */
export function portalKeySealedFor(workspaceId: string, keyId: string): string {
  return `${workspaceId}|portal_key|secret|${keyId}`;
}

/** A new key and its secret, shown this once. */
export async function createPortalKey(parts: PortalKeyParts, by: By, name: string): Promise<{ id: string; secret: string }> {
  const id = parts.ids.uuid();
  const secret = `gv_portal_${Buffer.from(parts.ids.bytes(32)).toString("base64url")}`;
  return await change(parts, by, async (db) => {
    const sealed = parts.cipher.seal(secret, portalKeySealedFor(by.workspaceId, id));
    await store.insertPortalKey(by.workspaceId, db, { id, name, secret: sealed });
    return { result: { id, secret }, deed: { action: "portal_key.created", target: externalId("pky", id), detail: { name } } };
  });
}

/** Ends a key: tokens signed with it are refused within a second. The same again changes nothing. Refuses `not_found`. */
export async function revokePortalKey(parts: PortalKeyParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if ((await store.readPortalKeySecret(by.workspaceId, db, id)) === null) throw notFound("portal key");
    const revoked = await store.revokePortalKey(by.workspaceId, db, id);
    return { result: undefined, deed: revoked ? { action: "portal_key.revoked", target: externalId("pky", id) } : null };
  });
}

export type TokenWish = {
  userId: string;
  email?: string;
  name?: string;
  locale?: string;
  program?: string;
  origin?: string;
  /** An hour at most. */
  seconds: number;
};

/** A token for one person, signed with the newest key. For servers that would rather ask than sign. Refuses `conflict` without a key. */
export async function mintToken(parts: PortalKeyParts, by: By, wish: TokenWish): Promise<{ token: string; expiresAt: number }> {
  const found = await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const id = await store.newestPortalKey(by.workspaceId, db);
    return id === null ? null : { id, ...(await store.readPortalKeySecret(by.workspaceId, db, id))! };
  });
  if (found === null) throw new Refusal("conflict", "The workspace has no portal key: POST /v1/portal-keys makes one.");
  const secret = parts.cipher.open(found.secret, portalKeySealedFor(by.workspaceId, found.id));
  const iat = Math.floor(found.now / 1000);
  const exp = iat + Math.min(wish.seconds, TOKEN_SECONDS);
  const { userId, seconds: _seconds, ...claims } = wish;
  const token = await parts.tokens.sign({ sub: userId, iat, exp, ...claims }, { secret, issuer: externalId("pky", found.id) });
  return { token, expiresAt: exp * 1000 };
}
