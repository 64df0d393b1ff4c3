/** Signing in by a business's own provider: a real one (oidc-provider) on this machine, asked through the guard of outgoing requests. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, createBrowser } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let idp: http.Server;
let issuer: string;
const PUBLIC = "http://localhost:4400";

beforeAll(async () => {
  s = await createServer();
  idp = http.createServer();
  await new Promise<void>((resolve) => idp.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(idp.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "grapevine", client_secret: "s3cret+&/", redirect_uris: [`${PUBLIC}/p/${s.a.slug}/oidc/callback`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@staff.example`, email_verified: id !== "unverified", name: `Staff ${id}` }),
    }),
  });
  idp.on("request", provider.callback());
  const body = { issuer, client_id: "grapevine", client_secret: "s3cret+&/" };
  const set = await s.call("PUT", "/v1/portal/provider", { body });
  expect([set.status, set.body.redirect_uri]).toEqual([200, `${PUBLIC}/p/${s.a.slug}/oidc/callback`]);
});
afterAll(async () => {
  idp.closeAllConnections();
  await new Promise((resolve) => idp.close(resolve));
  await s.close();
});

/** Follows the provider's own pages as a browser would, and signs in there as `login`. @returns where it sends the browser back */
async function atProvider(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 12; step++) {
    if (url.startsWith(PUBLIC)) return url.slice(PUBLIC.length);
    const reply: Response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    });
    for (const each of reply.headers.getSetCookie())
      cookies.set(each.split("=", 1)[0]!, each.slice(each.indexOf("=") + 1).split(";", 1)[0]!);
    form = undefined;
    const to = reply.headers.get("location");
    const page = await reply.text();
    if (to === null) {
      const action = /action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (action === undefined || prompt === undefined) throw new Error(`the provider says: ${page.slice(0, 300)}`);
      form = new URLSearchParams({ prompt, login, password: "x" });
    }
    url = new URL(to ?? /action="([^"]+)"/.exec(page)![1]!, url).href;
  }
  throw new Error("the provider goes on for ever");
}

async function begin(browser: Browser, program = "open"): Promise<string> {
  const left = await browser.get(`/p/${s.a.slug}/oidc?program=${program}`);
  expect(left.status).toBe(303);
  return left.headers.get("location")!;
}

test("she signs in at her business and is signed in here, known by her sub and a verified address", async () => {
  const browser = createBrowser(s);
  const start = await begin(browser);
  expect(start).toMatch(/code_challenge_method=S256/);
  const back = await atProvider(start, "staff-1");
  const entered = await browser.get(back);
  expect([entered.status, entered.headers.get("location")]).toEqual([303, `/p/${s.a.slug}/open`]);
  expect((await browser.get("/v1/people/me/contact")).status).toBe(200);
  expect((await s.call("GET", "/v1/people/user_id:staff-1")).body).toMatchObject({
    email: "staff-1@staff.example",
    name: "Staff staff-1",
  });
  expect((await browser.get(back)).status).toBe(403);
});

test("a return in another browser, with a made-up state or an invented code signs nobody in", async () => {
  const [browser, other] = [createBrowser(s), createBrowser(s)];
  const back = await atProvider(await begin(browser), "staff-2");
  await begin(other);
  expect((await other.get(back)).status).toBe(403);
  expect((await createBrowser(s).get(back)).status).toBe(403);
  expect((await browser.get(back.replace(/state=[^&]+/, "state=made-up"))).status).toBe(403);
  expect((await browser.get(back.replace(/code=[^&]+/, "code=invented"))).status).toBe(403);
  expect([...browser.cookies.keys(), ...other.cookies.keys()]).not.toContain("gv_member");
  // What was tried with a wrong code is used up.
  expect((await browser.get(back)).status).toBe(403);
});

test("an answer that was meant for another start is refused", async () => {
  const browser = createBrowser(s);
  const back = await atProvider((await begin(browser)).replace(/nonce=[^&]+/, "nonce=another"), "staff-3");
  expect((await browser.get(back)).status).toBe(403);
});

test("an address that the provider has not verified is not taken for hers", async () => {
  const browser = createBrowser(s);
  expect((await browser.get(await atProvider(await begin(browser), "unverified"))).status).toBe(303);
  expect((await s.call("GET", "/v1/people/user_id:unverified")).body.email).toBeNull();
});

test("where new people are not let in, only who is known comes in", async () => {
  const body = { issuer, client_id: "grapevine", client_secret: "s3cret+&/", new_people: false };
  expect((await s.call("PUT", "/v1/portal/provider", { body })).status).toBe(200);
  const browser = createBrowser(s);
  expect((await browser.get(await atProvider(await begin(browser), "stranger"))).status).toBe(403);
  expect((await browser.get(await atProvider(await begin(browser), "staff-1"))).status).toBe(303);
});

test("the provider's secret is sealed, an address inside is refused, and without a provider nobody leaves", async () => {
  const rows = await s.engine.rows<{ row: string }>("select t::text as row from portal_provider t union all select a::text from audit a");
  expect(rows.map((each) => each.row).join()).not.toContain("s3cret");
  expect((await s.call("GET", "/v1/portal/provider")).text).not.toContain("s3cret");
  for (const bad of ["http://169.254.169.254/", "http://10.0.0.1", "https://user:pw@idp.example"]) {
    const set: Loose = await s.call("PUT", "/v1/portal/provider", { body: { issuer: bad, client_id: "x", client_secret: "y" } });
    expect([bad, set.status, set.body.errors?.[0]?.code]).toEqual([bad, 422, "url_refused"]);
  }
  expect((await s.call("DELETE", "/v1/portal/provider")).status).toBe(200);
  expect((await createBrowser(s).get(`/p/${s.a.slug}/oidc`)).status).toBe(403);
});
