/**
 * Tokens that let a person who is signed in with you into her own side, signed by your server (HS256, WebCrypto: no dependency). Whoever
 * has a token is that person for its time, so make it for the page that she is on, and give it to nobody else.
 */

export type PortalKey = {
  /** pky_... of `POST /v1/portal-keys`. */
  id: string;
  /** gv_portal_..., shown once. Never in a browser. */
  secret: string;
};

export type PortalTokenOptions = {
  key: PortalKey;
  /** Your own id of her, and what you know of her: she is made known by it the first time. */
  user: { id: string; email?: string; name?: string; locale?: string };
  /** The program that her portal opens. */
  program?: string;
  /** "https://shop.example": pages of no other origin can use the token. */
  origin?: string;
  /** An hour at most, and that by default. */
  seconds?: number;
};

const HOUR = 3600;

/** A token for one person. Make a new one for every page, or whenever the widget asks for it: they are cheap. */
export async function portalToken({ key, user, program, origin, seconds = HOUR }: PortalTokenOptions): Promise<string> {
  if ("document" in globalThis) throw new Error("portalToken belongs on a server: its key would let a visitor be anybody.");
  if (user.id === "") throw new Error("portalToken needs user.id: your own id of the person who is signed in.");
  if (!(seconds > 0 && seconds <= HOUR)) throw new Error("A portal token is good for an hour at most.");
  const iat = Math.floor(Date.now() / 1000);
  const { id: sub, ...known } = user;
  const claims = { iss: key.id, aud: "grapevine", sub, iat, exp: iat + Math.floor(seconds), ...known, program, origin };
  const signed = `${encode(JSON.stringify({ alg: "HS256", typ: "JWT" }))}.${encode(JSON.stringify(claims))}`;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(key.secret), algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(signed)));
  return `${signed}.${base64url(mac)}`;
}

function encode(text: string): string {
  return base64url(new TextEncoder().encode(text));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
