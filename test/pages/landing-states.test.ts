/** What a landing page says when things are not as usual: it is over, it is one's own, the address is wrong, too many tries; and offers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginSession } from "../../src/flow/portal-session.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let pages: LandingServer;
let code: string;
const LANDING = { claim: { by: "email" as const, event: "signup" as const } };

beforeAll(async () => {
  shop = await createShop();
  pages = await serveLanding(shop.server);
  await shop.publish("two_way", { pages: { landing: LANDING } });
  code = await shop.join("two_way", "anna");
});
afterAll(async () => {
  await pages.close();
  await shop.close();
});

const clickIn = (html: string): string => /name="gv_click" value="([^"]+)"/.exec(html)?.[1] ?? "";
const api = (method: string, path: string, body?: unknown, key = shop.server.a.testKey) => shop.server.call(method, path, { body, key });

test("known, unknown and the advocate's own address get the same answer in the same step of time", async () => {
  await shop.send({ type: "signup", person: { user_id: "known", email: "known@example.com" } });
  const answers = [];
  for (const email of ["known@example.com", "new@example.com", "known@example.com"]) {
    const { status, headers, html, ms } = await pages.post(`/l/${code}/claim`, { email });
    answers.push([status, headers.location?.replace(/gv_click=[^&]+/, ""), html, Math.floor(ms / 100)]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each.slice(0, 3)))).size).toBe(1);
  for (const each of answers) expect(each[3]).toBeGreaterThan(0);
});

test.each(["", "nobody", "a@b", "x@y.z\r\nBcc: all@example.com", `${"a".repeat(300)}@example.com`, "<script>@example.com"])(
  "what is no address is said beside the field and makes nobody: %j",
  async (email) => {
    const { status, html } = await pages.post(`/l/${code}/claim`, { email });
    expect([status, html.includes('aria-invalid="true"')]).toEqual([422, true]);
  },
);

test("a page opened before the end and sent after it says so; the shop can still be visited", async () => {
  await shop.publish("two_way", { pages: { landing: { ...LANDING, ends_at: day(1) } } });
  const before = await pages.open(`/l/${code}`, { "Accept-Language": "de-DE" });
  expect(before.html).toContain("Das Angebot endet am");
  expect(before.html).toMatch(/<time datetime="2030-01-08T09:00:00.000Z">8\. Januar 2030/);
  const click = clickIn(before.html);
  await shop.to(day(1, 1));
  const sent = await pages.post(`/l/${code}/claim`, { email: "late@example.com", gv_click: click });
  expect([sent.status, sent.html.includes("after you opened this page and before you sent it")]).toEqual([410, true]);
  expect(sent.html).toMatch(/class="button plain" href="https:\/\/shop\.example/);
  const after = await pages.open(`/l/${code}`);
  expect(after.html).toContain("The offer ended on");
  expect(after.html).not.toMatch(/name="email"|20%/);
  const offer = await api("GET", `/v1/offers/${code}`);
  expect(offer.body).toMatchObject({ ended: true, ends_at: day(1) });
  await shop.publish("two_way", { pages: { landing: LANDING } });
});

test("her own link says that it is hers, only to her, and her visit is no touch", async () => {
  const { engine, a } = shop.server;
  const [link] = await engine.rows<{ person_id: string }>("select person_id from link where code = $1", [code]);
  const cookie = await inWorkspace(engine.database.pool(), a.sandboxId, (db) =>
    beginSession({ ids: createIds() }, { workspaceId: a.sandboxId, db }, { personId: link!.person_id, program: null, how: "code" }),
  );
  const touches = async (): Promise<number> => (await engine.rows<{ n: number }>("select count(*)::int as n from touch"))[0]!.n;
  const before = await touches();
  const mine = await pages.open(`/l/${code}`, { Cookie: `gv_member=${cookie}` });
  expect([mine.html.includes("This is your own link"), await touches()]).toEqual([true, before]);
  const others = await pages.open(`/l/${code}`, { Cookie: "gv_member=nonsense" });
  expect([others.html.includes("This is your own link"), await touches()]).toEqual([false, before + 1]);
});

test("an offer is told to a publishable key with the chosen name and nothing else of her; another workspace's code is 404", async () => {
  await api("PUT", "/v1/people/user_id:anna/shown", { name: "Anna L." });
  const made = await api("POST", "/v1/keys", { kind: "publishable", name: "Shop" }, shop.server.a.secretKey);
  await api("PUT", "/v1/programs/two_way", { preset: "two_way" }, shop.server.a.secretKey);
  await api("POST", "/v1/programs/two_way/publish", {}, shop.server.a.secretKey);
  const live = await api(
    "POST",
    "/v1/advocates",
    { program: "two_way", person: { user_id: "zoe", email: "zoe@x.example" } },
    shop.server.a.secretKey,
  );
  const offer = await api("GET", `/v1/offers/${live.body.links[0].code}?locale=de`, undefined, made.body.key as string);
  expect(offer.body).toMatchObject({ from: { name: null, picture: null }, offer: expect.stringMatching(/^20\s%\sRabatt$/), ended: false });
  expect(JSON.stringify(offer.body)).not.toMatch(/zoe|per_/);
  expect((await api("GET", `/v1/offers/${code}`, undefined, made.body.key as string)).status).toBe(404);
  expect((await api("GET", `/v1/offers/${code}`)).body.from.name).toBe("Anna L.");
});

test("a draft is drawn before it is live; a template that cannot be drawn is refused with its line", async () => {
  const drawn = await api("POST", "/v1/programs/two_way/landing/preview", { locale: "de", name: "Jörg" });
  expect([drawn.status, drawn.body.html.includes("Jörg"), drawn.body.html.includes('lang="de"')]).toEqual([200, true, true]);
  const { live } = (await api("GET", "/v1/programs/two_way")).body;
  const broken = { ...live, pages: { landing: { template: "{% if %}{{ x | nofilter }}" } } };
  const refused = await api("POST", "/v1/programs/two_way/landing/preview", { definition: broken });
  expect([refused.status, refused.body.code]).toEqual([422, "validation_failed"]);
});

test("what somebody shows goes with her: erased, she is nobody again", async () => {
  await shop.join("two_way", "tess");
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").toString("base64");
  expect((await api("PUT", "/v1/people/user_id:tess/shown", { name: "Tess", picture: png })).body.has_picture).toBe(true);
  expect(
    (
      await api("PUT", "/v1/people/user_id:tess/shown", {
        name: "Tess",
        picture: Buffer.from("<svg onload=alert(1)>").toString("base64"),
      })
    ).status,
  ).toBe(422);
  await api("POST", "/v1/people/user_id:tess/erase");
  const [{ n }] = (await shop.server.engine.rows<{ n: number }>("select count(*)::int as n from person_shown where name = 'Tess'")) as [
    { n: number },
  ];
  expect(n).toBe(0);
});

test("30 claims from one address are enough for a quarter of an hour", async () => {
  let last = 0;
  for (let i = 0; i < 32; i++) last = (await pages.post(`/l/${code}/claim`, { email: "nobody" })).status;
  expect(last).toBe(429);
}, 60_000);

test("a program that says nothing of pages has the usual one while its links lead to the shop; switched off, there is none", async () => {
  await shop.publish("direct");
  const own = await shop.join("direct", "bea");
  const page = await pages.open(`/l/${own}`);
  expect([page.status, /<h1>[A-Z][^<]*<\/h1>/.test(page.html)]).toEqual([200, true]);
  const linked = await pages.open(`/r/${own}`);
  expect([linked.status, linked.headers.location]).toEqual([302, expect.stringMatching(/^https:\/\/shop\.example/)]);
  await shop.publish("direct", { pages: { landing: { enabled: false } } } as never);
  expect((await pages.open(`/l/${own}`)).status).toBe(404);
});
