/** What a business says in its own words and looks: articles, texts, samples of mails, share texts, who accepted terms. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: "ann", email: "ann@example.com" } } });
});
afterAll(() => s.close());

test("an article is in the portal in the reader's language once it is published, and nowhere after it was removed", async () => {
  const wish = { title: "Wie man es erzählt", text: "<b>Kurz</b>", language: "de", published: false };
  const { status, body } = await s.call("POST", "/v1/articles", { body: wish });
  expect([status, body.published]).toEqual([201, false]);
  const learn = async (locale: string): Promise<string[]> =>
    (await s.call("GET", `/v1/portal/learn?program=friends&person=user_id:ann&locale=${locale}`)).body.articles.map(
      (a: Loose) => a.title,
    );
  expect(await learn("de")).toEqual([]);
  await s.call("PATCH", `/v1/articles/${body.id}`, { body: { published: true } });
  expect([await learn("de"), await learn("fr")]).toEqual([["Wie man es erzählt"], []]);
  expect((await s.call("PATCH", `/v1/articles/${body.id}`, { body: {}, key: s.b.secretKey })).status).toBe(404);
  await s.call("DELETE", `/v1/articles/${body.id}`);
  expect([await learn("de"), (await s.call("GET", "/v1/articles")).body.data]).toEqual([[], []]);
});

test("an article of a program that is not there is refused", async () => {
  const wish = { title: "A", text: "B", language: "en", program: "nowhere" };
  expect((await s.call("POST", "/v1/articles", { body: wish })).status).toBe(404);
});

test("two who change different texts at the same moment both succeed, and what is no message is refused at its field", async () => {
  const keys = ["share.title", "share.copy", "act.again", "act.cancel"].map((name) => `portal.${name}`);
  await Promise.all(
    keys.map((key, i) => s.call("PUT", `/v1/texts/${key}`, { body: { text: `Own ${i}`, language: i % 2 ? "de" : null } })),
  );
  const { data } = (await s.call("GET", "/v1/texts?language=de&section=portal")).body;
  const own = data.filter((each: Loose) => keys.includes(each.key)).map((each: Loose) => each.own ?? each.own_everywhere);
  expect(own.toSorted()).toEqual(["Own 0", "Own 1", "Own 2", "Own 3"]);
  const bad = await s.call("PUT", "/v1/texts/portal.share.title", { body: { text: "{nobody}" } });
  expect([bad.status, bad.body.errors[0].pointer]).toEqual([422, "/text"]);
  expect((await s.call("PUT", "/v1/texts/portal.no_such", { body: { text: "x" } })).status).toBe(404);
  for (const key of keys) await s.call("DELETE", `/v1/texts/${key}`);
  await s.call("DELETE", "/v1/texts/portal.share.copy?language=de");
  await s.call("DELETE", "/v1/texts/portal.act.cancel?language=de");
  expect((await s.call("GET", "/v1/settings")).body.settings.words).toEqual({});
});

test("a mail is drawn in the brand and words that are given, and markup in them is text", async () => {
  const words = { "mail.reward_available.title": "<script>alert(1)</script> {amount}" };
  const { body } = await s.call("POST", "/v1/mail/preview", { body: { kind: "reward_available", brand: { name: "Nordlicht" }, words } });
  expect(body.html).toContain("Nordlicht");
  expect(body.html).not.toContain("<script>alert");
  expect(body.text).toContain("<script>alert(1)</script>");
});

test("every kind of mail can be drawn, and says when it is sent and to whom", async () => {
  const { data } = (await s.call("GET", "/v1/mail/kinds")).body;
  expect(data.length).toBeGreaterThan(60);
  for (const { kind } of data.slice(0, 8)) {
    const { status } = await s.call("POST", "/v1/mail/preview", { body: { kind, locale: "ar" } });
    expect([kind, status]).toEqual([kind, 200]);
  }
});

test("a sample goes to the operators' address and to nobody else, and without one it is refused", async () => {
  expect((await s.call("POST", "/v1/mail/test", { body: { kind: "operators_weekly" } })).status).toBe(409);
  await s.call("PATCH", "/v1/settings", { body: { settings: { operator_email: "team@shop.example" } } });
  for (const kind of ["operators_weekly", "weekly_digest", "friend_invited", "sign_in", "reward_granted"]) {
    const sent = await s.call("POST", "/v1/mail/test", { body: { kind, locale: "de" } });
    expect([kind, sent.status, sent.body.to]).toEqual([kind, 201, "team@shop.example"]);
    const { body } = await s.call("GET", `/v1/mail/${sent.body.id}`);
    expect([body.recipient, body.person]).toEqual([kind === "sign_in" ? body.recipient : "team@shop.example", null]);
    expect(JSON.stringify(body)).not.toContain("1970");
  }
});

test("share texts of a draft have link and disclosure in every channel, in what each takes", async () => {
  const { draft, definition } = (await s.call("GET", "/v1/programs/friends")).body;
  const document = { ...(draft ?? definition), share: { messages: { en: { message: "Just this", x: "long ".repeat(100) } } } };
  const { body } = await s.call("POST", "/v1/programs/friends/share/preview", { body: { definition: document, region: "JP" } });
  expect(body.channels.map((each: Loose) => each.channel)).toContain("line");
  for (const each of body.channels.filter((one: Loose) => one.kind !== "qr")) {
    expect(each.text).toContain(each.link);
    expect(each.text).toContain(body.disclosure);
    if (each.max !== null) expect([...each.text].length).toBeLessThanOrEqual(each.max);
  }
});

test("what the business says of the portal's rooms is read with its home; what people need cannot be hidden", async () => {
  const { definition } = (await s.call("GET", "/v1/programs/friends")).body;
  const withRooms = (portal: unknown) =>
    s.call("PUT", "/v1/programs/friends", { body: { ...definition, pages: { ...definition.pages, portal } } });
  expect((await withRooms({ hidden: ["settings"] })).status).toBe(422);
  expect((await withRooms({ order: ["how", "how"] })).status).toBe(422);
  expect((await withRooms({ order: ["how", "share"], hidden: ["learn"] })).status).toBe(200);
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const { program } = (await s.call("GET", "/v1/portal?program=friends")).body;
  expect(program.rooms).toEqual({ order: ["how", "share"], hidden: ["learn"] });
});

test("who accepted which terms is counted", async () => {
  const { definition } = (await s.call("GET", "/v1/programs/friends")).body;
  await s.call("PUT", "/v1/programs/friends", { body: { ...definition, terms: { en: "Be kind." } } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const { current } = (await s.call("GET", "/v1/programs/friends/terms")).body;
  const accepted = await s.call("POST", "/v1/programs/friends/terms/accept", { body: { person: "user_id:ann", language: "en" } });
  expect([accepted.status, accepted.body.code]).toEqual([200, undefined]);
  const { data } = (await s.call("GET", "/v1/programs/friends/terms/accepted")).body;
  expect(data[0]).toMatchObject({ terms: current, people: 1, more: false });
  expect(data[0].last_at).toMatch(/Z$/);
});

test("a logo may be a small picture itself: pages show it, mails say the name, and a document or a large one is refused", async () => {
  const logo = `data:image/png;base64,${"iVBORw0KGgo".padEnd(400, "A")}`;
  const put = (logo_url: string) => s.call("PATCH", "/v1/settings", { body: { settings: { brand: { name: "Nordlicht", logo_url } } } });
  expect((await put("data:image/svg+xml;base64,PHN2Zz4=")).status).toBe(422);
  expect((await put(`data:image/png;base64,${"A".repeat(40_000)}`)).status).toBe(422);
  expect((await put(logo)).status).toBe(200);
  const page = await s.call("POST", "/v1/programs/friends/landing/preview", { body: {} });
  expect(page.body.html).toContain(`src="${logo}"`);
  expect(page.body.policy).toContain("img-src 'self' data:");
  const mail = await s.call("POST", "/v1/mail/preview", { body: { kind: "reward_available" } });
  expect(mail.body.html).not.toContain("data:image");
  expect(mail.body.html).toContain("Nordlicht");
});
