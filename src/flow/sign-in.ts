/** One-time sign-in links and sessions. Tokens are 256 random bits, stored as SHA-256. */
import { findSession, insertSignIn, linkIsOpen, useSignIn } from "../store/access.ts";
import type { Pool } from "../store/db.ts";
import { hashSecret } from "./keys.ts";
import type { Ids } from "./ports.ts";

/** The link that `npm start` prints has to survive a coffee; links that are mailed get 10 minutes. */
export const LINK_SECONDS = 3600;
export const SESSION_SECONDS = 12 * 3600;

export type SignInParts = { pool: Pool; ids: Ids };

/** A new link's token. The address is `<public url>/sign-in/<token>`. */
export async function createSignInLink(parts: SignInParts, workspaceId: string, seconds = LINK_SECONDS): Promise<string> {
  return await store(parts, workspaceId, { kind: "link", seconds });
}

/** True while the link may be redeemed. Changes nothing. */
export async function signInLinkIsOpen(parts: SignInParts, token: string): Promise<boolean> {
  return await linkIsOpen(parts.pool, hashSecret(token));
}

/** Uses up a link and begins a session: its token, or null when the link was used, is too old or never was. */
export async function redeemSignInLink(parts: SignInParts, token: string): Promise<string | null> {
  const workspaceId = await useSignIn(parts.pool, { tokenHash: hashSecret(token), kind: "link" });
  return workspaceId === null ? null : await store(parts, workspaceId, { kind: "session", seconds: SESSION_SECONDS });
}

/** The workspace of a session token, or null when it has ended. */
export async function sessionWorkspace(parts: Pick<SignInParts, "pool">, token: string): Promise<string | null> {
  return await findSession(parts.pool, hashSecret(token));
}

/** Ends a session; the token is worth nothing afterwards. */
export async function endSession(parts: SignInParts, token: string): Promise<void> {
  await useSignIn(parts.pool, { tokenHash: hashSecret(token), kind: "session" });
}

async function store(parts: SignInParts, workspaceId: string, input: { kind: "link" | "session"; seconds: number }): Promise<string> {
  const token = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  await insertSignIn(workspaceId, parts.pool, { tokenHash: hashSecret(token), ...input });
  return token;
}
