import crypto from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { makeKey } from "../../src/flow/keys.ts";
import { createSignInLink } from "../../src/flow/sign-in.ts";
import { endpoints } from "../../src/http/routes/index.ts";
import { createServer } from "../support/server.ts";
import type { Loose, Reply, TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(async () => {
  await s.close();
});
const code = (reply: Reply): [number, unknown] => [reply.status, reply.body["code"]];

/** Everything that is no endpoint: what each of them checks is tested where it is built. */
const PAGES = [
  "/sign-in/:token /sign-out /openapi.json /docs /docs/ /docs/* /docs/errors /docs/api /docs/api/ /docs/api/js/scalar.js",
  "/js/:name /fonts/:name /p/till.js /p/:workspace /p/:workspace/:program",
  "/p/:workspace/till /p/:workspace/till/sign-in /p/:workspace/till/sign-out",
  "/p/:workspace/sign-in/:token /p/:workspace/invited/:token /p/:workspace/oidc /p/:workspace/oidc/callback",
  "/p/:workspace/unsubscribe/:token /p/:workspace/preferences/:token /p/:workspace/go/:token",
  "/app/auth/* /app/auth/options /app/auth/link /app/auth/sign-out /app/auth/callback/:provider",
  "/app/auth/invitation /app/auth/invitation/accept /reports/:workspace/:token",
].flatMap((line) => line.split(" "));

describe("declarations", () => {
  test("every endpoint declares a permission, and no route is anything but an endpoint or a page that says who may open it", () => {
    for (const each of endpoints) expect([each.method, each.path, typeof each.permission]).toEqual([each.method, each.path, "string"]);
    // printRoutes lists what the router knows; a route registered around the declarations would stand here and nowhere else.
    const known = new Set([...endpoints.map((each) => each.path), ...PAGES]);
    for (const path of known)
      expect([
        path,
        (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).some((method) => s.app.hasRoute({ method, url: path })),
      ]).toEqual([path, true]);
    const printed = s.app
      .printRoutes({ commonPrefix: false })
      .split("\n")
      .filter((line) => /\(\S/.test(line)).length;
    expect(printed).toBe(known.size);
  });

  test("public are health, the schema, signed hooks, signing in, what a program promises and whether a domain is ours, no more", () => {
    expect(
      endpoints
        .filter((each) => each.permission === "public")
        .map((each) => each.path)
        .sort(),
    ).toEqual([
      "/health",
      "/hooks/:provider/:source",
      "/metrics",
      "/ready",
      "/schemas/program.json",
      "/v1/domains/ask",
      "/v1/portal",
      "/v1/portal/sign-in",
      "/v1/portal/sign-in/code",
      "/v1/portal/sign-out", "/v1/shared-reports/:workspace/:token",
    ]);
  });

  test("without credentials every other endpoint is 401 and says how", async () => {
    for (const each of endpoints.filter((other) => other.permission !== "public")) {
      const reply = await s.call(each.method, each.path.replace(/:\w+/g, "x"), {
        key: null,
        ...(each.method === "GET" ? {} : { body: {} }),
      });
      expect([each.path, ...code(reply), reply.headers.get("www-authenticate")]).toEqual([
        each.path,
        401,
        "unauthenticated",
        'Bearer realm="grapevine"',
      ]);
    }
  });
});

describe("API keys", () => {
  test("nothing of a key is in the database but its hash, its prefix and its last four letters", async () => {
    const made = await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "Shop" } });
    expect(made.status).toBe(201);
    const text: string = made.body["key"];
    expect(text).toMatch(/^gv_live_[0-9A-Za-z]{49}$/);
    const dump =
      JSON.stringify(await s.engine.rows("select row_to_json(t)::text as row from (select * from api_key) t")) +
      JSON.stringify(await s.engine.rows("select * from key_directory")) +
      JSON.stringify(await s.engine.rows("select * from audit")) +
      JSON.stringify(await s.engine.rows("select * from idempotency"));
    expect(dump).not.toContain(text.slice(8));
    expect(dump).toContain(crypto.createHash("sha256").update(text).digest("hex"));
    const listed = (await s.call("GET", "/v1/keys")).body["data"].find((each: Loose) => each.name === "Shop");
    expect(listed).toMatchObject({ hint: `gv_live_...${text.slice(-4)}`, revoked_at: null });
    expect(JSON.stringify(listed)).not.toContain(text.slice(8, 40));
  });

  test("a key with one letter changed never reaches the database, an invented one is refused, and both look the same", async () => {
    const letters = [...s.a.secretKey];
    letters[20] = letters[20] === "A" ? "B" : "A";
    const wrong = await s.call("GET", "/v1/events", { key: letters.join("") });
    const invented = await s.call("GET", "/v1/events", { key: makeKey("secret", createIds()).text });
    expect(code(wrong)).toEqual([401, "key_invalid"]);
    expect(invented.body).toEqual({ ...wrong.body, request_id: invented.body["request_id"] });
  });

  test("Basic takes the key as user name; other schemes, an empty and a malformed header are 401", async () => {
    const header = (authorization: string): Promise<Reply> => s.call("GET", "/v1/events", { key: null, headers: { authorization } });
    expect((await header(`Basic ${btoa(`${s.a.secretKey}:`)}`)).status).toBe(200);
    expect((await header(`bearer ${s.a.secretKey}`)).status).toBe(200);
    for (const bad of [
      "Digest x",
      "Basic",
      "Basic !!!",
      "Bearer ",
      `Bearer ${s.a.secretKey} ${s.a.secretKey}`,
      `Basic ${btoa(`:${s.a.secretKey}`)}`,
    ])
      expect([bad, (await header(bad)).status]).toEqual([bad, 401]);
  });

  test("a key in the query is refused wherever it stands, with a hint to replace it", async () => {
    for (const query of [`key=${s.a.secretKey}`, `limit=1&api_key=${s.a.publishableKey}`, `k=%67%76_live_x`]) {
      expect(code(await s.call("GET", `/v1/events?${query}`))).toEqual([400, "key_in_query"]);
    }
    expect(s.logged.join("")).not.toContain(s.a.secretKey);
  });

  test("a revoked key is refused at once here and soon after on another process that keeps asking", async () => {
    const other = await s.another();
    const { id, key } = (await s.call("POST", "/v1/keys", { body: { kind: "secret" } })).body as { id: string; key: string };
    const there = async (): Promise<number> =>
      (await fetch(`${other.url}/v1/settings`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await there(), (await s.call("GET", "/v1/settings", { key })).status]).toEqual([200, 200]);
    // The other process keeps asking, so that its answer is as fresh as it ever is when the key ends.
    const asking = setInterval(() => void there().catch(() => undefined), 20);
    await s.call("POST", `/v1/keys/${id}/revoke`);
    expect(code(await s.call("GET", "/v1/settings", { key }))).toEqual([401, "key_invalid"]);
    await expect.poll(there).toBe(401);
    clearInterval(asking);
    expect(code(await s.call("POST", `/v1/keys/${id}/revoke`))).toEqual([404, "not_found"]);
  });

  test("scopes: a key does what it may, is told what it lacks, and cannot make a stronger one", async () => {
    const { key } = (await s.call("POST", "/v1/keys", { body: { kind: "secret", scopes: ["events:read", "keys:write"] } })).body as {
      key: string;
    };
    expect((await s.call("GET", "/v1/events", { key })).status).toBe(200);
    const refused = await s.call("GET", "/v1/people", { key });
    expect(code(refused)).toEqual([403, "scope_missing"]);
    expect(refused.body["detail"]).toContain("people:read");
    expect(code(await s.call("POST", "/v1/keys", { key, body: { kind: "secret" } }))).toEqual([403, "scope_missing"]);
    expect(code(await s.call("POST", "/v1/keys", { key, body: { kind: "secret", scopes: ["people:erase"] } }))).toEqual([
      403,
      "scope_missing",
    ]);
    expect((await s.call("POST", "/v1/keys", { key, body: { kind: "secret", scopes: ["events:read"] } })).status).toBe(201);
    expect(code(await s.call("POST", "/v1/keys", { body: { kind: "secret", scopes: ["everything"] } }))).toEqual([
      422,
      "validation_failed",
    ]);
  });

  test("a publishable key sends visits and nothing that moves money, reads nothing, and may come from any origin", async () => {
    const key = s.a.publishableKey;
    const visit = await s.call("POST", "/v1/events", {
      key,
      body: { type: "visit", person: { anonymous_id: "pub_1" } },
      headers: { origin: "https://shop.example" },
    });
    expect([
      visit.status,
      visit.headers.get("access-control-allow-origin"),
      visit.headers.get("access-control-allow-credentials"),
    ]).toEqual([200, "*", null]);
    expect(
      code(
        await s.call("POST", "/v1/events", {
          key,
          body: { type: "purchase", person: { anonymous_id: "pub_1" }, order: { id: "x", total: 1, currency: "USD" } },
        }),
      ),
    ).toEqual([403, "key_kind_refused"]);
    for (const each of endpoints.filter((other) => other.publishable !== true && other.permission !== "public")) {
      const reply = await s.call(each.method, each.path.replace(/:\w+/g, "x"), { key, ...(each.method === "GET" ? {} : { body: {} }) });
      expect([each.path, ...code(reply), reply.headers.get("access-control-allow-origin")]).toEqual([
        each.path,
        403,
        "key_kind_refused",
        null,
      ]);
    }
    const preflight = await s.call("OPTIONS", "/v1/events", {
      key: null,
      headers: {
        origin: "https://shop.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect([
      preflight.status,
      preflight.headers.get("access-control-allow-origin"),
      preflight.headers.get("access-control-allow-headers"),
    ]).toEqual([204, "*", "authorization, content-type, idempotency-key, x-request-id"]);
    expect((await s.call("OPTIONS", "/v1/audit", { key: null })).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("a beacon carries a publishable key in its body; a secret one there is refused", async () => {
    const beacon = (key: unknown): Promise<Reply> =>
      s.call("POST", "/v1/events", {
        key: null,
        headers: { "content-type": "text/plain;charset=UTF-8" },
        body: JSON.stringify({ key, type: "visit", person: { anonymous_id: "b_1" } }),
      });
    expect((await beacon(s.a.publishableKey)).body).toMatchObject({ status: "settled" });
    expect(code(await beacon(s.a.secretKey))).toEqual([403, "key_kind_refused"]);
    expect(code(await beacon(7))).toEqual([401, "unauthenticated"]);
    expect(code(await s.call("POST", "/v1/people/search", { key: null, headers: { "content-type": "text/plain" }, body: "{}" }))).toEqual(
      [401, "unauthenticated"],
    );
  });

  test("a test key is the sandbox: it sees nothing of the live workspace and alone moves the clock", async () => {
    await s.call("POST", "/v1/people", { body: { user_id: "live_person" } });
    expect(code(await s.call("GET", "/v1/people/user_id:live_person", { key: s.a.testKey }))).toEqual([404, "not_found"]);
    expect((await s.call("GET", "/v1/settings", { key: s.a.testKey })).body).toMatchObject({ sandbox: true });
    expect(code(await s.call("GET", "/v1/test_clock"))).toEqual([403, "sandbox_only"]);
    expect((await s.call("GET", "/v1/test_clock", { key: s.a.testKey })).status).toBe(200);
    const made = await s.call("POST", "/v1/keys", { body: { kind: "test" } });
    expect((await s.call("GET", "/v1/settings", { key: made.body["key"] })).body).toMatchObject({ sandbox: true });
    expect(code(await s.call("POST", "/v1/keys", { key: s.a.testKey, body: { kind: "secret" } }))).toEqual([409, "conflict"]);
  });
});

describe("sign-in links and sessions", () => {
  const open = (path: string, init: RequestInit = {}): Promise<Response> => fetch(s.url + path, { redirect: "manual", ...init });
  const same = { "sec-fetch-site": "same-origin" };
  const signIn = async (): Promise<string> => {
    const token = await createSignInLink({ pool: s.engine.database.pool(), ids: createIds() }, s.a.workspaceId);
    const reply = await open(`/sign-in/${token}`, { method: "POST", headers: same });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/app"]);
    return reply.headers.get("set-cookie")!;
  };

  test("a scanner's GET does not use up the link, the button does, once; of two at once one wins", async () => {
    const link = `/sign-in/${s.a.signInToken}`;
    for (let i = 0; i < 3; i++) {
      const page = await open(link);
      expect([page.status, page.headers.get("referrer-policy"), page.headers.get("set-cookie")]).toEqual([200, "strict-origin", null]);
      expect(page.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
      expect(await page.text()).toContain('<form method="post">');
    }
    expect((await open(link, { method: "HEAD" })).status).toBe(200);
    const tries = await Promise.all([1, 2, 3].map(() => open(link, { method: "POST", headers: same })));
    expect(tries.map((each) => each.status).sort()).toEqual([303, 410, 410]);
    expect((await open(link)).status).toBe(410);
  });

  test("the cookie is HttpOnly, SameSite=Lax and of this host; only its hash is stored", async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/^gv_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = /=([\w-]{43})/.exec(cookie)![1]!;
    expect(JSON.stringify(await s.engine.rows("select * from sign_in"))).not.toContain(token);
  });

  test("on https the cookie is Secure and bound by __Host-", async () => {
    const secure = await createServer({ publicUrl: "https://refer.shop.example" });
    const reply = await fetch(`${secure.url}/sign-in/${secure.a.signInToken}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: "https://refer.shop.example" },
    });
    expect(reply.headers.get("set-cookie")).toMatch(
      /^__Host-gv_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(reply.headers.get("strict-transport-security")).toContain("max-age=31536000");
    await secure.close();
  });

  test("a session changes things from our own pages; another site, text/plain, a null origin and a sibling are refused", async () => {
    const cookie = (await signIn()).split(";")[0]!;
    const company = (headers: Record<string, string>): Promise<Reply> =>
      s.call("PUT", "/v1/companies/acme", { key: null, body: { name: "Acme" }, headers: { cookie, ...headers } });
    expect((await s.call("GET", "/v1/events", { key: null, headers: { cookie } })).status).toBe(200);
    expect((await company(same)).status).toBe(200);
    expect((await company({ origin: "http://localhost:4400" })).status).toBe(200);
    expect((await company({ origin: s.url })).status).toBe(200);
    const foreign: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "http://sub.localhost:4400" },
      { origin: s.url, "sec-fetch-site": "cross-site" },
      { origin: `${s.url}.evil.example` },
    ];
    for (const headers of foreign) expect([headers, ...code(await company(headers))]).toEqual([headers, 403, "cross_site"]);
    expect(
      code(
        await s.call("POST", "/v1/events", {
          key: null,
          body: "{}",
          headers: { cookie, "content-type": "text/plain", origin: "https://evil.example" },
        }),
      ),
    ).toEqual([403, "cross_site"]);
    expect((await open(`/sign-in/${"x".repeat(43)}`, { method: "POST", headers: { origin: "https://evil.example" } })).status).toBe(403);
  });

  test("a person whom an operator makes or changes is in the audit log by her id; what a key sends is an event and no more", async () => {
    const cookie = (await signIn()).split(";")[0]!;
    const by = { key: null, headers: { cookie, ...same } };
    const made = await s.call("POST", "/v1/people", { ...by, body: { user_id: "noted", email: "noted@example.com" } });
    expect((await s.call("PUT", "/v1/people/user_id:noted", { ...by, body: { name: "Noted" } })).status).toBe(200);
    expect((await s.call("PUT", "/v1/people/user_id:noted", { body: { name: "By a key" } })).status).toBe(200);
    const { data } = (await s.call("GET", `/v1/audit?target=${made.body["id"]}`)).body;
    const seen = { actor: "operator", action: "person.saved", detail: {} };
    expect(data).toMatchObject([seen, seen]);
    expect(JSON.stringify(data)).not.toMatch(/noted@|Noted/);
  });

  test("after signing out, with a made-up cookie and with another's token the session is nothing", async () => {
    const cookie = (await signIn()).split(";")[0]!;
    const out = await open("/sign-out", { method: "POST", headers: { ...same, cookie } });
    expect([out.status, out.headers.get("set-cookie")]).toEqual([200, expect.stringMatching(/^gv_session=; Max-Age=0;/)]);
    for (const bad of [cookie, `gv_session=${"A".repeat(43)}`, "gv_session=", `gv_session=${"x".repeat(5000)}`]) {
      const reply = await s.call("GET", "/v1/events", { key: null, headers: { cookie: bad } });
      expect(code(reply)).toEqual([401, expect.stringMatching(/^(session_invalid|unauthenticated)$/)]);
    }
    expect((await open("/sign-out", { method: "POST" })).status).toBe(403);
  });

  test("a session cannot be fixed from outside: the cookie of before is worth nothing after signing in", async () => {
    const token = await createSignInLink({ pool: s.engine.database.pool(), ids: createIds() }, s.a.workspaceId);
    const planted = `gv_session=${"P".repeat(43)}`;
    const reply = await open(`/sign-in/${token}`, { method: "POST", headers: { ...same, cookie: planted } });
    expect(reply.headers.get("set-cookie")).not.toContain("PPPP");
    expect(code(await s.call("GET", "/v1/events", { key: null, headers: { cookie: planted } }))).toEqual([401, "session_invalid"]);
  });
});

describe("what goes with every answer", () => {
  test("X-Request-Id is taken over when it is fit for a log, made otherwise, and a traceparent stands in", async () => {
    const id = async (headers: Record<string, string>): Promise<string> =>
      (await s.call("GET", "/health", { headers })).headers.get("x-request-id")!;
    expect(await id({ "x-request-id": "my-id.1:2_3" })).toBe("my-id.1:2_3");
    expect(await id({ "x-request-id": "a b" })).toMatch(/^req_/);
    expect(await id({ "x-request-id": "x".repeat(129) })).toMatch(/^req_/);
    expect(await id({ traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" })).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
    expect(await id({ traceparent: "00-00000000000000000000000000000000-00f067aa0ba902b7-01" })).toMatch(/^req_/);
    const ids = await Promise.all(Array.from({ length: 50 }, () => id({})));
    expect(new Set(ids).size).toBe(50);
  });

  test("an API answer is never cached, framed, sniffed or rendered", async () => {
    const { headers } = await s.call("GET", "/v1/settings");
    expect(
      Object.fromEntries(
        ["cache-control", "x-content-type-options", "referrer-policy", "content-security-policy", "x-powered-by"].map((name) => [
          name,
          headers.get(name),
        ]),
      ),
    ).toEqual({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-powered-by": null,
    });
  });

  test("the reference is our own script under a policy of its own, and openapi.json is what is checked in", async () => {
    const page = await s.call("GET", "/docs/api", { key: null });
    expect([page.status, page.headers.get("content-security-policy")]).toEqual([
      200,
      expect.stringMatching(/^default-src 'none'; script-src 'self' 'sha256-/),
    ]);
    expect([...page.text.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].map((match) => match[1])).toEqual([]);
    const [, source] = /<script src="([^"]*)"/.exec(page.text)!;
    const script = await s.call("GET", new URL(source!, "http://any/docs/api").pathname, { key: null });
    expect([script.status, script.text.length > 1_000_000]).toEqual([200, true]);
    expect((await s.call("GET", "/openapi.json", { key: null })).body).toMatchObject({ openapi: "3.1.0" });
  });

  test("/metrics counts by route pattern and never names an id", async () => {
    await s.call("GET", "/v1/rewards/rwd_00000000000000000000000000000000");
    const { text, headers } = await s.call("GET", "/metrics", { key: null });
    expect(headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(text).toMatch(/grapevine_http_requests_total\{method="GET",route="\/v1\/rewards\/:reward",status="404"\} \d+/);
    expect(text).not.toContain("rwd_0000");
  });
});
