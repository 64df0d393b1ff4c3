/**
 * Signing in by a business's own provider: for staff and partners, who have an account there. Leaving and coming back are bound to one
 * browser, and a return counts once.
 */
import { normaliseEmail } from "../core/identity.ts";
import { inWorkspace } from "../store/db.ts";
import { memberByUserId } from "../store/portal-sessions.ts";
import * as store from "../store/portal-oidc.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import { hashSecret } from "./keys.ts";
import { settleOwnFact } from "./own-fact.ts";
import { beginSession } from "./portal-session.ts";
import type { Entered, SignInParts } from "./portal-sign-in.ts";
import type { Oidc, Outgoing } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export type OidcParts = SignInParts & { oidc: Oidc; outgoing: Outgoing };
export type ProviderWish = { issuer: string; clientId: string; clientSecret: string; scopes: string; opensToNew: boolean; label: string };

const LEAVING_SECONDS = 600;
const sealedFor = (workspaceId: string, what: string): string => `${workspaceId}|portal_provider|${what}`;

/** Sets the workspace's provider. Refuses `validation_failed` for an address that cannot be asked. */
export async function setProvider(parts: OidcParts, by: By, wish: ProviderWish): Promise<void> {
  const why = parts.outgoing.refusal(wish.issuer);
  if (why !== null) throw new Refusal("validation_failed", why, { errors: [{ pointer: "/issuer", code: "url_refused", message: why }] });
  await change(parts, by, async (db) => {
    const secret = parts.cipher.seal(wish.clientSecret, sealedFor(by.workspaceId, "secret"));
    const { issuer, scopes, label } = wish;
    const row = { issuer, client_id: wish.clientId, secret, scopes, opens_to_new: wish.opensToNew, label };
    await store.saveProvider(by.workspaceId, db, row);
    return {
      result: undefined,
      deed: { action: "portal_provider.set", target: "workspace", detail: { issuer, client_id: wish.clientId } },
    };
  });
}

/** Takes the provider away. The same again changes nothing. */
export async function removeProvider(parts: OidcParts, by: By): Promise<void> {
  await change(parts, by, async (db) => {
    const was = await store.dropProvider(by.workspaceId, db);
    return { result: undefined, deed: was ? { action: "portal_provider.removed", target: "workspace" } : null };
  });
}

type Place = { slug: string; redirectUri: string; browser: string };

/** Where the browser goes to sign in; null: no provider, or it does not answer. */
export async function leaveForProvider(parts: OidcParts, of: Place & { program: string | null }): Promise<string | null> {
  const at = await providerOf(parts, of.slug);
  if (at === null) return null;
  const random = (): string => Buffer.from(parts.ids.bytes(32)).toString("base64url");
  const [state, nonce, verifier] = [random(), random(), random()];
  const url = await parts.oidc.begin(at.provider, { redirectUri: of.redirectUri, state, nonce, verifier });
  if (url === null) return null;
  await inWorkspace(parts.pool, at.workspaceId, (db) =>
    store.insertLeaving(at.workspaceId, db, {
      stateHash: hashSecret(state),
      browserHash: hashSecret(of.browser),
      verifier: parts.cipher.seal(verifier, sealedFor(at.workspaceId, "verifier")),
      nonce,
      program: of.program,
      seconds: LEAVING_SECONDS,
    }),
  );
  return url;
}

/** The session of whoever came back; null when it is not who left, or the provider does not vouch for her. */
export async function returnFromProvider(parts: OidcParts, of: Place & { code: string; state: string }): Promise<Entered | null> {
  const at = await providerOf(parts, of.slug);
  if (at === null) return null;
  const { workspaceId, provider } = at;
  const hashes = { stateHash: hashSecret(of.state), browserHash: hashSecret(of.browser) };
  const left = await inWorkspace(parts.pool, workspaceId, (db) => store.takeLeaving(workspaceId, db, hashes));
  if (left === null) return null;
  const { nonce, program, now } = left;
  const verifier = parts.cipher.open(left.verifier, sealedFor(workspaceId, "verifier"));
  const claims = await parts.oidc.finish(provider, { redirectUri: of.redirectUri, code: of.code, nonce, verifier, now });
  const personId = claims === null ? null : await personOf(parts, workspaceId, { claims, opensToNew: at.opensToNew });
  if (personId === null) return null;
  const wish = { personId, program, how: "oidc" as const };
  const cookie = await inWorkspace(parts.pool, workspaceId, (db) => beginSession(parts, { workspaceId, db }, wish));
  return { cookie, personId, workspaceId, program };
}

async function providerOf(parts: OidcParts, slug: string) {
  const workspaceId = (await findWorkspace(parts.pool, slug))?.workspace_id;
  const row = workspaceId === undefined ? null : await inWorkspace(parts.pool, workspaceId, (db) => store.readProvider(workspaceId, db));
  if (workspaceId === undefined || row === null) return null;
  const clientSecret = parts.cipher.open(row.secret, sealedFor(workspaceId, "secret"));
  const provider = { issuer: row.issuer, clientId: row.client_id, clientSecret, scopes: row.scopes };
  return { workspaceId, provider, opensToNew: row.opens_to_new };
}

/** Her user id is the provider's `sub`. An address counts where the provider says that it is hers. */
async function personOf(
  parts: OidcParts,
  workspaceId: string,
  of: { claims: Record<string, unknown>; opensToNew: boolean },
): Promise<string | null> {
  const { sub, email, email_verified: verified, name } = of.claims;
  if (typeof sub !== "string" || sub === "" || sub.length > 256) return null;
  const known = await inWorkspace(parts.pool, workspaceId, (db) => memberByUserId(workspaceId, db, sub));
  if (known === null && !of.opensToNew) return null;
  const data = known?.data ?? {};
  const address = verified === true && typeof email === "string" && data["email"] === undefined ? normaliseEmail(email) : undefined;
  const called = typeof name === "string" && name !== "" && data["name"] === undefined ? name.slice(0, 256) : undefined;
  if (known !== null && address === undefined && called === undefined) return known.id;
  const by: By = { workspaceId, actor: "portal", requestId: "portal", idempotencyKey: null };
  const more = { ...(address === undefined ? {} : { email: address }), ...(called === undefined ? {} : { name: called }) };
  return await settleOwnFact(parts, by, { type: "identify", person: { user_id: sub, ...more } });
}
