/** Sessions of people: a cookie of the workspace's id and 256 random bits, stored as SHA-256. */
import { inWorkspace, type Client, type Pool } from "../store/db.ts";
import { endSession, endSessionsOf, insertSession } from "../store/portal-sessions.ts";
import { hashSecret } from "./keys.ts";
import type { Ids } from "./ports.ts";

/** Not seen for so long, or begun so long ago: sign in again. */
export const IDLE_SECONDS = 30 * 86_400;
export const SESSION_SECONDS = 180 * 86_400;

export type SessionParts = { pool: Pool; ids: Ids };

/** The workspace of a cookie and the hash of its secret part; null for what is no cookie of ours. */
export function readCookie(cookie: string): { workspaceId: string; tokenHash: string } | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/.exec(cookie);
  if (found === null) return null;
  return { workspaceId: found.slice(1, 6).join("-"), tokenHash: hashSecret(found[6]!) };
}

export type SessionWish = { personId: string; program: string | null; how: "link" | "code" | "oidc" | "invitation" };

/** Begins a session inside the caller's transaction. @returns the cookie's value: always a new one, whatever the browser had. */
export async function beginSession(parts: { ids: Ids }, at: { workspaceId: string; db: Client }, wish: SessionWish): Promise<string> {
  const token = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  await insertSession(at.workspaceId, at.db, { ...wish, tokenHash: hashSecret(token), seconds: SESSION_SECONDS });
  return `${at.workspaceId.replaceAll("-", "")}.${token}`;
}

/** Ends a session; the cookie is worth nothing afterwards. */
export async function endCookie(parts: SessionParts, cookie: string): Promise<void> {
  const read = readCookie(cookie);
  if (read !== null) await inWorkspace(parts.pool, read.workspaceId, (db) => endSession(read.workspaceId, db, read.tokenHash));
}

/** Ends every session of a person, on every device. @returns how many there were */
export async function endEverywhere(parts: SessionParts, of: { workspaceId: string; personId: string }): Promise<number> {
  return await inWorkspace(parts.pool, of.workspaceId, (db) => endSessionsOf(of.workspaceId, db, of.personId));
}
