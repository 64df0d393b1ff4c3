/** Signing in by mail, from the asking to the session. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBrowser, lettersTo } from "../support/members.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
const START = "/v1/portal/sign-in";

beforeAll(async () => {
  s = await createServer();
  const document = {
    key: "open",
    kind: "direct",
    name: "Open",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://a.example/",
  };
  const texts = { rewards: [], terms: { en: "Terms." }, disclosure: { en: "Ad." } };
  for (const change of [{}, { key: "closed", advocates: { join: "invite" } }]) {
    const program = { ...document, ...texts, ...change };
    await s.call("PUT", `/v1/programs/${program.key}`, { body: program });
    expect((await s.call("POST", `/v1/programs/${program.key}/publish`, { body: {} })).status).toBe(200);
  }
  await s.call("POST", "/v1/people", { body: { user_id: "ann", email: "ann@example.com", attributes: { locale: "de" } } });
});
afterAll(() => s.close());

const slug = (): string => s.a.slug;

test("a code from the mail opens a session in the browser that asked, and the cookie is a session's", async () => {
  const browser = createBrowser(s);
  const asked = await browser.post(START, { workspace: slug(), email: " Ann@Example.com " });
  expect([asked.status, asked.body]).toEqual([202, { sent: true }]);
  const [letter] = await lettersTo(s, "ann@example.com");
  expect(letter).toMatchObject({
    code: expect.stringMatching(/^\d{6}$/),
    path: expect.stringMatching(`^/p/${slug()}/sign-in/[\\w-]{43}$`),
  });
  const entered = await browser.post(`${START}/code`, { workspace: slug(), email: "ann@example.com", code: letter!.code });
  expect(entered.status).toBe(200);
  const set = entered.headers.getSetCookie().find((each) => each.startsWith("gv_member="))!;
  expect(set).toMatch(/^gv_member=[0-9a-f]{32}\.[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  const mine = await browser.get("/v1/people/me/contact");
  expect([mine.status, mine.body.person]).toEqual([200, entered.body.person]);
  const again = await browser.post(`${START}/code`, { workspace: slug(), email: "ann@example.com", code: letter!.code });
  expect([again.status, again.body.code]).toEqual([422, "code_wrong"]);
});

test("a link shows a button to whoever opens it, and signs in by pressing it, once, where it was asked for", async () => {
  const [browser, other] = [createBrowser(s), createBrowser(s)];
  await browser.post(START, { workspace: slug(), program: "open", email: "ann@example.com" });
  const { path } = (await lettersTo(s, "ann@example.com")).at(-1)!;
  for (let i = 0; i < 3; i++) expect((await browser.get(path)).text).toContain("<button>Sign in</button>");
  expect((await other.get(path)).text).not.toContain("<button>");
  expect((await other.post(path)).headers.getSetCookie().filter((each) => each.startsWith("gv_member"))).toEqual([]);
  const entered = await browser.post(path);
  expect([entered.status, entered.headers.get("location")]).toEqual([303, `/p/${slug()}/open`]);
  expect((await browser.get("/v1/people/me/contact")).status).toBe(200);
  expect((await browser.post(path)).status).toBe(410);
});

test("somebody new is signed up where anyone may join, and becomes known only when the mail was hers", async () => {
  const browser = createBrowser(s);
  await browser.post(START, { workspace: slug(), program: "open", email: "new@example.com", locale: "fr" });
  const find = () => s.call("POST", "/v1/people/search", { body: { email: "new@example.com" } });
  expect((await find()).body.data).toEqual([]);
  const [letter] = await lettersTo(s, "new@example.com");
  expect((await browser.post(`${START}/code`, { workspace: slug(), email: "new@example.com", code: letter!.code })).status).toBe(200);
  expect((await find()).body.data[0]).toMatchObject({ email: "new@example.com", attributes: { locale: "fr" } });
});

test("where one is invited, and without a program, a stranger gets no mail and the same answer", async () => {
  const browser = createBrowser(s);
  for (const program of ["closed", undefined]) {
    const asked = await browser.post(START, { workspace: slug(), program, email: "stranger@example.com" });
    expect([asked.status, asked.body]).toEqual([202, { sent: true }]);
  }
  expect(await lettersTo(s, "stranger@example.com")).toEqual([]);
});

test("no secret of a mail stands in any table in clear", async () => {
  await createBrowser(s).post(START, { workspace: slug(), program: "open", email: "sealed@example.com" });
  const letters = await lettersTo(s, "sealed@example.com");
  expect(letters).toHaveLength(1);
  const rows = await s.engine.rows<{ row: string }>("select t::text as row from message t union all select t::text from portal_code t");
  const text = rows.map((each) => each.row).join("\n");
  for (const { path, code, email } of letters) {
    expect(text).not.toContain(path.split("/").at(-1));
    expect(text).not.toContain(`"${code}"`);
    expect(text).not.toContain(email);
  }
});

test("signing out ends the session here, and everywhere on all devices", async () => {
  const browsers = await Promise.all([1, 2].map(async () => createBrowser(s)));
  await s.call("POST", "/v1/people", { body: { email: "out@example.com" } });
  for (const browser of browsers) {
    await browser.post(START, { workspace: slug(), email: "out@example.com" });
    const { code } = (await lettersTo(s, "out@example.com")).at(-1)!;
    expect((await browser.post(`${START}/code`, { workspace: slug(), email: "out@example.com", code })).status).toBe(200);
  }
  const [one, two] = browsers as [(typeof browsers)[0], (typeof browsers)[0]];
  const kept = new Map(one.cookies);
  expect((await one.post("/v1/portal/sign-out", {})).status).toBe(200);
  expect(one.cookies.has("gv_member")).toBe(false);
  expect((await one.get("/v1/people/me/contact", { cookie: `gv_member=${kept.get("gv_member")}` })).body.code).toBe("session_invalid");
  expect((await two.get("/v1/people/me/contact")).status).toBe(200);
  expect((await two.post("/v1/portal/sign-out", { everywhere: true })).status).toBe(200);
  const left = await s.engine.rows(
    "select from portal_session s join person_identity i using (workspace_id, person_id) where i.value = 'out@example.com'",
  );
  expect(left).toEqual([]);
});
