/** People's own side, attacked: tokens, codes, links, cookies, other sites. Each test was seen to fail with its guard taken out. */
import crypto from "node:crypto";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, type PortalKey, createBrowser, lettersTo, portalKey, tokenOf } from "../support/members.ts";
import { portalServices } from "../../src/main/services-portal.ts";
import type { Refusal } from "../../src/flow/refusal.ts";
import { partsOf } from "../support/people.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;
const NOW = (): number => Math.floor(Date.now() / 1000);
const ROOMY = { limit: 100_000, windowSeconds: 900, lease: 1000 };

beforeAll(async () => {
  s = await createServer({ limits: { sign_in_send: ROOMY, sign_in_code: ROOMY, sign_in_page: ROOMY, guess: ROOMY } });
  key = await portalKey(s);
  const document = {
    kind: "direct",
    name: "P",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://a.example/",
    rewards: [],
  };
  for (const [name, advocates] of Object.entries({ open: {}, closed: { join: "invite" } })) {
    await s.call("PUT", `/v1/programs/${name}`, {
      body: { ...document, key: name, advocates, terms: { en: "T." }, disclosure: { en: "D." } },
    });
    await s.call("POST", `/v1/programs/${name}/publish`, { body: {} });
  }
});
afterAll(() => s.close());

const HERS = "/v1/people/me/contact";
const IN = "/v1/portal/sign-in";
const with_ = async (token: string, headers: Record<string, string> = {}) => {
  const reply = await s.call("GET", HERS, { key: token, headers });
  return [reply.status, reply.body.code ?? "in"];
};
const REFUSED = [401, "token_invalid"];

async function known(email: string): Promise<void> {
  expect((await s.call("POST", "/v1/people", { body: { email } })).status).toBe(200);
}
async function enter(browser: Browser, email: string): Promise<void> {
  await browser.post(IN, { workspace: s.a.slug, email });
  const { code } = (await lettersTo(s, email)).at(-1)!;
  expect((await browser.post(`${IN}/code`, { workspace: s.a.slug, email, code })).status).toBe(200);
}

describe("tokens", () => {
  test("a good one lets in; every forgery of it does not", async () => {
    expect(await with_(await tokenOf(key, "ada"))).toEqual([200, "in"]);
    const [head, body, mac] = (await tokenOf(key, "ada")).split(".") as [string, string, string];
    const other = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, "base64url").toString()), sub: "eve" })).toString(
      "base64url",
    );
    for (const token of [
      `${head}.${other}.${mac}`,
      `${head}.${body}.`,
      `${head}.${body}.${mac.slice(0, -2)}AA`,
      "a.b.c",
      `${head}..${mac}`,
    ])
      expect([token.length, ...(await with_(token))]).toEqual([token.length, ...REFUSED]);
    expect((await s.call("GET", "/v1/people/user_id:eve")).status).toBe(404);
  });

  test("no algorithm, another algorithm, and a public key used as a secret are refused", async () => {
    const claims = { sub: "ada", iss: key.id, aud: "grapevine", iat: NOW(), exp: NOW() + 600 };
    const none = new UnsecuredJWT(claims).encode();
    const bare = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${none.split(".")[1]}.`;
    const { privateKey, publicKey } = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
    const rsa = await new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .sign(Buffer.from(publicKey.export({ type: "spki", format: "pem" })));
    const hs512 = await new SignJWT(claims).setProtectedHeader({ alg: "HS512" }).sign(Buffer.from(key.secret.padEnd(64, "x")));
    const longer = await new SignJWT(claims).setProtectedHeader({ alg: "HS384" }).sign(Buffer.from(key.secret));
    const jwk = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", jwk: { kty: "oct", k: Buffer.from("own").toString("base64url") } } as never)
      .sign(Buffer.from("own own own own own own own own "));
    for (const token of [none, bare, rsa, confused, hs512, longer, jwk]) expect(await with_(token)).toEqual(REFUSED);
  });

  test("a header that points to a file or an address as the key is not followed", async () => {
    const claims = { sub: "ada", iss: key.id, aud: "grapevine", iat: NOW(), exp: NOW() + 600 };
    for (const more of [{ kid: "../../../../dev/null" }, { kid: "' or 1=1 --" }, { jku: "http://127.0.0.1:1/keys" }])
      expect(
        await with_(
          await new SignJWT(claims)
            .setProtectedHeader({ alg: "HS256", ...more })
            .sign(Buffer.from("wrong wrong wrong wrong wrong wrong")),
        ),
      ).toEqual(REFUSED);
  });

  test("expired, without an end, good for too long, from the future, without a person or an audience: refused", async () => {
    const at = NOW();
    const wrong: Record<string, unknown>[] = [
      { iat: at - 700, exp: at - 100 },
      { exp: undefined },
      { iat: undefined },
      { exp: at + 3601 },
      { iat: at - 7200, exp: at + 60 },
      { iat: at + 3000, exp: at + 3600 },
      { sub: undefined },
      { sub: "" },
      { sub: 7 },
      { aud: undefined },
      { aud: "another" },
      { aud: "Grapevine" },
      { iss: undefined },
      { iss: "pky_0" },
      { iss: "grapevine" },
      { nbf: at + 500 },
    ];
    for (const claims of wrong) expect([claims, ...(await with_(await tokenOf(key, "ada", claims)))]).toEqual([claims, ...REFUSED]);
  });

  test("another workspace's key opens nothing here, and a revoked one nothing at all, within a second on every process", async () => {
    const theirs = await portalKey(s, s.b.secretKey);
    expect(await with_(await tokenOf({ id: key.id, secret: theirs.secret }, "ada"))).toEqual(REFUSED);
    const me = (await s.call("GET", "/v1/people/user_id:ada")).body.id as string;
    const token = await tokenOf(theirs, "ada");
    expect((await s.call("GET", `/v1/people/${me}/contact`, { key: token })).status).toBe(404);
    // A process of its own has a memory of its own.
    const { door } = portalServices(partsOf(s.engine));
    const there = (): Promise<string> =>
      door.byToken(token, null).then(
        () => "in",
        (error: Refusal) => error.code,
      );
    expect(await there()).toBe("in");
    expect((await s.call("DELETE", `/v1/portal-keys/${theirs.id}`, { key: s.b.secretKey })).status).toBe(200);
    expect(await with_(token)).toEqual(REFUSED);
    await expect.poll(there, { timeout: 1_000, interval: 50 }).toBe("token_invalid");
    expect((await s.call("DELETE", `/v1/portal-keys/${theirs.id}`)).status).toBe(404);
  });

  test("a token for one page is refused on another, and its answer is readable there alone, never with cookies", async () => {
    const token = await tokenOf(key, "ada", { origin: "https://shop.example" });
    for (const origin of ["https://evil.example", "https://shop.example.evil.example", "http://shop.example", "null"])
      expect(await with_(token, { origin })).toEqual(REFUSED);
    expect(await with_(token)).toEqual(REFUSED);
    const good = await s.call("GET", HERS, { key: token, headers: { origin: "https://shop.example" } });
    expect([good.status, good.headers.get("access-control-allow-origin")]).toEqual([200, "https://shop.example"]);
    expect(good.headers.get("access-control-allow-credentials")).toBeNull();
    const preflight = await s.call("OPTIONS", "/v1/shares", { key: null, headers: { origin: "https://shop.example" } });
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("a token from before a person was erased brings nobody back; a later one makes somebody new", async () => {
    const old = await tokenOf(key, "gone", { iat: NOW() - 60, exp: NOW() + 600, email: "gone@example.com" });
    expect(await with_(old)).toEqual([200, "in"]);
    const { id } = (await s.call("GET", "/v1/people/user_id:gone")).body;
    await s.call("POST", `/v1/people/${id}/erase`);
    expect(await with_(old)).toEqual(REFUSED);
    expect((await s.call("GET", "/v1/people/user_id:gone")).status).toBe(404);
    expect(await with_(await tokenOf(key, "gone", { iat: NOW() + 1, exp: NOW() + 600 }))).toEqual([200, "in"]);
    expect((await s.call("GET", "/v1/people/user_id:gone")).body.id).not.toBe(id);
  });

  test("the key's secret is nowhere in the database, and shown once", async () => {
    const dump = JSON.stringify(await s.engine.rows("select k::text from portal_key k union all select a::text from audit a"));
    expect(dump).not.toContain(key.secret);
    expect((await s.call("GET", "/v1/portal-keys")).text).not.toContain("gv_portal_");
  });
});

describe("codes", () => {
  test("ten thousand guesses at an address hit nothing, and lock it", { timeout: 120_000 }, async () => {
    await known("victim@example.com");
    const victim = createBrowser(s);
    await victim.post(IN, { workspace: s.a.slug, email: "victim@example.com" });
    const [letter] = await lettersTo(s, "victim@example.com");
    const attacker = createBrowser(s);
    let [hits, sent] = [0, 0];
    for (let round = 0; round < 20; round++) {
      await attacker.post(IN, { workspace: s.a.slug, email: "victim@example.com" });
      const guesses = Array.from({ length: 500 }, (_, i) => String((round * 500 + i) % 1_000_000).padStart(6, "0"));
      const answers = await Promise.all(
        guesses.map((code) => attacker.post(`${IN}/code`, { workspace: s.a.slug, email: "victim@example.com", code })),
      );
      sent += answers.length;
      hits += answers.filter((each) => each.status === 200).length;
      // An hour later, as if: the limit of mails is over, the day's is not.
      await s.engine.rows(
        "update portal_code set created_at = created_at - interval '1 hour' where created_at > now() - interval '1 minute'",
      );
    }
    expect([sent, hits]).toEqual([10_000, 0]);
    const [{ tries, codes }] = (await s.engine.rows<{ tries: number; codes: number }>(
      "select sum(tries)::int as tries, count(*)::int as codes from portal_code",
    )) as [{ tries: number; codes: number }];
    expect(tries).toBeLessThanOrEqual(35);
    expect(codes).toBeLessThanOrEqual(8);
    await s.engine.rows("update portal_code set ends_at = now() + interval '5 minutes'");
    const hers = await victim.post(`${IN}/code`, { workspace: s.a.slug, email: "victim@example.com", code: letter!.code });
    expect(hers.status).toBe(200);
  });

  test("after five wrong tries the right code is wrong too", async () => {
    await known("five@example.com");
    const browser = createBrowser(s);
    await browser.post(IN, { workspace: s.a.slug, email: "five@example.com" });
    const { code } = (await lettersTo(s, "five@example.com"))[0]!;
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i++) await browser.post(`${IN}/code`, { workspace: s.a.slug, email: "five@example.com", code: wrong });
    expect((await browser.post(`${IN}/code`, { workspace: s.a.slug, email: "five@example.com", code })).body.code).toBe("code_wrong");
  });

  test("a mailbox gets three mails in a quarter of an hour, however many ask at once and from wherever", async () => {
    await known("flood@example.com");
    await Promise.all(Array.from({ length: 60 }, () => createBrowser(s).post(IN, { workspace: s.a.slug, email: "flood@example.com" })));
    expect((await lettersTo(s, "flood@example.com")).length).toBe(3);
  });

  test("a code works in the browser that asked for it and in no other, nor at another address", async () => {
    await known("own@example.com");
    const [browser, other] = [createBrowser(s), createBrowser(s)];
    await browser.post(IN, { workspace: s.a.slug, email: "own@example.com" });
    await other.post(IN, { workspace: s.a.slug, email: "nobody-here@example.com" });
    const { code } = (await lettersTo(s, "own@example.com"))[0]!;
    const body = { workspace: s.a.slug, email: "own@example.com", code };
    expect((await other.post(`${IN}/code`, body)).status).toBe(422);
    expect((await createBrowser(s).post(`${IN}/code`, body)).status).toBe(422);
    expect((await browser.post(`${IN}/code`, { ...body, workspace: s.b.slug })).status).toBe(422);
    expect((await browser.post(`${IN}/code`, body)).status).toBe(200);
  });

  test("two redeems at once, by code and by link, are one session", async () => {
    await known("twice@example.com");
    const browser = createBrowser(s);
    await browser.post(IN, { workspace: s.a.slug, email: "twice@example.com" });
    const { code, path } = (await lettersTo(s, "twice@example.com"))[0]!;
    const body = { workspace: s.a.slug, email: "twice@example.com", code };
    const done = await Promise.all(
      Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? browser.post(`${IN}/code`, body) : browser.post(path))),
    );
    expect(done.filter((each) => each.status === 200 || each.status === 303).length).toBe(1);
  });

  test("an address that is nobody's is answered like one that is, in as many bytes and as much time", { timeout: 60_000 }, async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    const shapes = new Set<string>();
    const ask = async (sort: string, email: string): Promise<void> => {
      const browser = createBrowser(s);
      const began = performance.now();
      const reply = await browser.post(IN, { workspace: s.a.slug, program: "closed", email });
      times[sort]!.push(performance.now() - began);
      const names = [...reply.headers.keys()].filter((name) => !name.startsWith("ratelimit")).sort();
      shapes.add(`${reply.status} ${reply.text} ${names.join()} ${reply.headers.getSetCookie()[0]?.length}`);
    };
    for (let i = 0; i < 40; i++) {
      const email = (sort: string): string => `${sort}-${i}@example.com`;
      await known(email("known"));
      // Both at once, each first every other time: what else the machine does meets both alike.
      const sorts = i % 2 === 0 ? ["known", "unknown"] : ["unknown", "known"];
      await Promise.all(sorts.map((sort) => ask(sort, email(sort))));
    }
    expect([...shapes]).toHaveLength(1);
    // Both are answered at a step of 100 ms: what is left is noise, and half a step tells it from another step.
    const median = (of: number[]): number => of.sort((a, b) => a - b)[of.length / 2]!;
    const [a, b] = [median(times["known"]!), median(times["unknown"]!)];
    expect(Math.abs(a - b), `known ${a.toFixed(2)} ms, unknown ${b.toFixed(2)} ms`).toBeLessThan(50);
    expect(await lettersTo(s, "known-0@example.com")).toHaveLength(1);
    expect(await lettersTo(s, "unknown-0@example.com")).toHaveLength(0);
  });
});

describe("links and cookies", () => {
  test("a link that was opened somewhere else signs nobody in there, and still works where it was asked for", async () => {
    await known("link@example.com");
    const [browser, thief] = [createBrowser(s), createBrowser(s)];
    await browser.post(IN, { workspace: s.a.slug, email: "link@example.com" });
    await thief.post(IN, { workspace: s.a.slug, email: "thief@example.com" });
    const { path } = (await lettersTo(s, "link@example.com"))[0]!;
    await thief.post(path);
    expect(thief.cookies.has("gv_member")).toBe(false);
    expect((await browser.post(path)).status).toBe(303);
  });

  test("a link after its ten minutes is over", async () => {
    await known("late@example.com");
    const browser = createBrowser(s);
    await browser.post(IN, { workspace: s.a.slug, email: "late@example.com" });
    const { path, code } = (await lettersTo(s, "late@example.com"))[0]!;
    await s.engine.rows("update portal_code set ends_at = now() - interval '1 second'");
    expect((await browser.post(path)).status).toBe(410);
    expect((await browser.post(`${IN}/code`, { workspace: s.a.slug, email: "late@example.com", code })).status).toBe(422);
  });

  test("a session that somebody planted before signing in is not the one afterwards", async () => {
    await known("fixed@example.com");
    const browser = createBrowser(s);
    const planted = `${s.a.workspaceId.replaceAll("-", "")}.${"A".repeat(43)}`;
    browser.cookies.set("gv_member", planted);
    await enter(browser, "fixed@example.com");
    expect(browser.cookies.get("gv_member")).not.toBe(planted);
    const reply = await s.call("GET", HERS, { key: null, headers: { cookie: `gv_member=${planted}` } });
    expect(reply.body.code).toBe("session_invalid");
  });

  test("what another site makes her browser send changes nothing: forms, null, a sibling, a frame", async () => {
    await known("cross@example.com");
    const browser = createBrowser(s);
    await enter(browser, "cross@example.com");
    const body = { program: "open", terms: 1 };
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: "http://sub.localhost:4400", "sec-fetch-site": "same-site" },
      { origin: "http://localhost:4400", "sec-fetch-site": "cross-site" },
    ])
      expect([headers, (await browser.post("/v1/portal/join", body, headers)).body.code]).toEqual([headers, "cross_site"]);
    const cookie = `gv_member=${browser.cookies.get("gv_member")}`;
    expect((await s.call("POST", "/v1/portal/join", { key: null, body, headers: { cookie } })).body.code).toBe("cross_site");
    expect((await s.call("POST", "/v1/portal/sign-out", { key: null, body: {}, headers: { cookie } })).body.code).toBe("cross_site");
    const form = { cookie, "content-type": "text/plain", origin: "https://evil.example" };
    expect((await s.call("POST", "/v1/portal/join", { key: null, body: JSON.stringify(body), headers: form })).status).toBe(403);
    expect((await s.call("POST", IN, { key: null, body: { workspace: s.a.slug, email: "cross@example.com" } })).body.code).toBe(
      "cross_site",
    );
    expect((await browser.get(HERS)).status).toBe(200);
  });

  test("a session ends when it was idle for 30 days, after 180 days, and when the person is erased", async () => {
    await known("idle@example.com");
    const browser = createBrowser(s);
    await enter(browser, "idle@example.com");
    const [{ id }] = (await s.call("POST", "/v1/people/search", { body: { email: "idle@example.com" } })).body.data;
    const code = async () => (await browser.get(HERS)).body.code ?? "in";
    const uuid = id.slice(4);
    const set = (what: string) => s.engine.rows(`update portal_session set ${what} where person_id = $1`, [uuid]);
    await set("seen_at = now() - interval '29 days'");
    expect(await code()).toBe("in");
    await set("seen_at = now() - interval '30 days'");
    expect(await code()).toBe("session_invalid");
    await set("seen_at = now(), ends_at = now() - interval '1 second'");
    expect(await code()).toBe("session_invalid");
    await set("ends_at = now() + interval '1 day'");
    expect(await code()).toBe("in");
    await s.call("POST", `/v1/people/${id}/erase`);
    expect(await code()).toBe("session_invalid");
    expect(await s.engine.rows("select from portal_session where person_id = $1", [uuid])).toEqual([]);
  });

  test("of a stolen copy of the database nobody can sign in: sessions, codes and links are hashes, the browser's secret too", async () => {
    await known("dump@example.com");
    const browser = createBrowser(s);
    await browser.post(IN, { workspace: s.a.slug, email: "dump@example.com" });
    const start = browser.cookies.get("gv_start")!;
    const { path, code = "" } = (await lettersTo(s, "dump@example.com"))[0]!;
    await browser.post(`${IN}/code`, { workspace: s.a.slug, email: "dump@example.com", code });
    const session = browser.cookies.get("gv_member")!.split(".")[1]!;
    const dump = JSON.stringify(
      await s.engine.rows(
        "select t::text from portal_session t union all select t::text from portal_code t union all select t::text from message t",
      ),
    );
    for (const secret of [session, start, path.split("/").at(-1)!]) expect(dump).not.toContain(secret);
    for (const hash of [crypto.hash("sha256", code), crypto.hash("md5", code)]) expect(dump).not.toContain(hash);
    expect(s.logged.join("")).not.toContain("dump@example.com");
  });
});
