/** Tokens as a business's server would sign them, well or badly. */
import { SignJWT } from "jose";
import { type Letter, openLetter } from "../../src/flow/portal-letter.ts";
import { outside } from "./outside.ts";
import type { Reply, TestServer } from "./server.ts";

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

/** A browser that keeps its cookies and says where its pages come from, without a window. */
export type Browser = {
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  cookies: Map<string, string>;
};

export function createBrowser(s: TestServer): Browser {
  const cookies = new Map<string, string>();
  const call = async (method: string, path: string, more: { body?: unknown; headers?: Record<string, string> }): Promise<Reply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const from: Record<string, string> = method === "GET" ? {} : { origin: "http://localhost:4400", "sec-fetch-site": "same-origin" };
    const headers = { ...from, ...(cookie === "" ? {} : { cookie }), ...more.headers };
    const reply = await s.call(method, path, { key: null, headers, ...(more.body === undefined ? {} : { body: more.body }) });
    for (const each of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (/Max-Age=0/.test(each)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return reply;
  };
  return {
    cookies,
    post: (path, body = {}, headers = {}) => call("POST", path, { body, headers }),
    get: (path, headers = {}) => call("GET", path, { headers }),
  };
}

/** The letters that were written to an address in a workspace, oldest first, opened as the mailer opens them. */
export async function lettersTo(s: TestServer, email: string, workspaceId: string = s.a.workspaceId): Promise<Letter[]> {
  const { cipher } = outside(s.engine.secret);
  const rows = await s.engine.rows<{ id: string; data: Record<string, unknown> }>(
    "select id, data from message where workspace_id = $1 and kind in ('sign_in', 'advocate_invited') order by id",
    [workspaceId],
  );
  return rows
    .map((row) => openLetter(cipher, workspaceId, row))
    .filter((letter) => letter !== null && letter.email === email) as Letter[];
}
