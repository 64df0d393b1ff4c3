/** Tokens as a business's server would sign them, well or badly. */
import { SignJWT } from "jose";
import type { TestServer } from "./server.ts";

export type PortalKey = { id: string; secret: string };

/** A portal key of the workspace whose API key is given (A's when left out). */
export async function portalKey(s: TestServer, key?: string): Promise<PortalKey> {
  const made = await s.call<PortalKey>("POST", "/v1/portal-keys", { body: {}, ...(key === undefined ? {} : { key }) });
  return { id: made.body.id, secret: made.body.secret };
}

/** A good token for a user, with claims changed (undefined: left out). */
export async function tokenOf(key: PortalKey, sub: string, claims: Record<string, unknown> = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const all: Record<string, unknown> = { iss: key.id, aud: "grapevine", sub, iat, exp: iat + 600, ...claims };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return await new SignJWT(said).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(key.secret));
}
