/** A11: a share counts when its own link has three visits by different people who are no robots; one reward a network a week. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { components } from "../../sdk/src/index.ts";
import { NAVIGATION, type Served, agent, ask, serve } from "../support/redirect-server.ts";
import { type Shop, createShop } from "../support/shop.ts";

type Share = components["schemas"]["Share"];

let shop: Shop;
let door: Served;
beforeAll(async () => {
  shop = await createShop();
  // An answer means that its touch is on disk, however busy the machine is: what is late is not counted by the sweep that follows.
  door = await serve(shop.server.engine.database, { trust: 1, waitMs: 20_000 });
  await shop.publish("social");
});
afterAll(async () => {
  await door.close();
  agent.destroy();
  await shop.close();
});

const share = (user: string, channel: string): Promise<Share> =>
  shop.client.unwrap(
    shop.client.api.POST("/v1/shares", {
      body: { program: "social", person: `user_id:${user}`, channel, url: `https://${channel}.example/post` },
    }),
  );
const look = (id: string): Promise<Share> =>
  shop.client.unwrap(shop.client.api.GET("/v1/shares/{share}", { params: { path: { share: id } } }));
/** A visit from a network, and whatever else its headers say. */
const visit = async (on: Share, from: string, headers: Record<string, string> = {}): Promise<void> => {
  const answer = await ask(door, `/r/${on.link.code}`, { ...NAVIGATION, "X-Forwarded-For": from, ...headers });
  expect([302, 503]).toContain(answer.status);
};
let clock = Date.UTC(2030, 0, 7, 10);
/** Lets so much time pass, and does what became due. */
const pass = async (ms: number): Promise<void> => {
  clock += ms;
  await shop.to(new Date(clock).toISOString());
};
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A share that three people visit. */
async function seen(user: string, channel: string): Promise<Share> {
  const made = await share(user, channel);
  for (const last of [1, 2, 3]) await visit(made, `203.0.113.${last}`);
  await pass(10 * MINUTE);
  return await look(made.id);
}

test("A11: two people, one of them twice, three robots and a preview are no three visits; the third person is", async () => {
  await shop.join("social", "ann");
  await pass(0);
  const made = await share("ann", "x");
  expect(made).toMatchObject({ status: "waiting", visitors: 0, needed: 3, channel: "x" });
  await visit(made, "203.0.113.1");
  await visit(made, "203.0.113.1", { "User-Agent": `${NAVIGATION["User-Agent"]} Edg/148` });
  await visit(made, "203.0.113.2");
  await visit(made, "203.0.113.3", { "User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)" });
  await visit(made, "203.0.113.4", { "User-Agent": "facebookexternalhit/1.1" });
  await visit(made, "203.0.113.5", { "Sec-Fetch-Dest": "image", "Sec-Fetch-Mode": "no-cors" });
  await visit(made, "203.0.113.6", { "Sec-Purpose": "prefetch" });
  await pass(10 * MINUTE);
  expect(await look(made.id)).toMatchObject({ status: "waiting", visitors: 2 });
  expect(await shop.balances("ann")).toEqual({});
  // Another network of the same /64 is the same household; a third network is a third visitor.
  await visit(made, "2001:db8::1");
  await pass(10 * MINUTE);
  const done = await look(made.id);
  expect(done).toMatchObject({ status: "verified", visitors: 3 });
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 200, available: 0 } });
  // What is kept of a visit: a bucket of 65,536. What was kept until it counted is gone.
  const kept = await shop.server.engine.rows("select * from share_visit where workspace_id = $1", [shop.server.a.sandboxId]);
  expect(kept).toEqual([]);
  const touches = await shop.server.engine.rows<Record<string, unknown>>("select * from touch where workspace_id = $1", [
    shop.server.a.sandboxId,
  ]);
  expect(JSON.stringify(touches)).not.toContain("203.0.113");
});

test("A11: one reward a network a week: a second share on the same network counts and pays nothing, another network pays", async () => {
  expect((await seen("ann", "x")).status).toBe("verified");
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 200, available: 0 } });
  expect((await seen("ann", "facebook")).status).toBe("verified");
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 400, available: 0 } });
  // The next week, on the first network again. The first two have had their hold of 7 days by then.
  await pass(8 * DAY);
  await seen("ann", "x");
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 200, available: 400 } });
  await shop.books();
});

test("A11: two processes that count at once make one reward, however often they count", async () => {
  await shop.join("social", "bea");
  const made = await share("bea", "linkedin");
  for (const last of [1, 2, 3, 4]) await visit(made, `198.51.100.${last}`);
  clock += 10 * MINUTE;
  const key = shop.server.a.testKey;
  const moves = await Promise.all(
    [0, 1, 2, 3].map((i) => shop.server.call("POST", "/v1/test_clock", { key, body: { set: new Date(clock + i).toISOString() } })),
  );
  expect(moves.some((move) => move.status === 200)).toBe(true);
  await pass(MINUTE);
  expect((await look(made.id)).status).toBe("verified");
  expect(await shop.balances("bea")).toEqual({ USD: { pending: 200, available: 0 } });
  const facts = await shop.server.engine.rows("select 1 from fact where workspace_id = $1 and client_id like $2", [
    shop.server.a.sandboxId,
    "share:%:verified",
  ]);
  expect(facts).toHaveLength(5);
});

test("A11: a share that too few people visit within 30 days ends; the visit of an hour later does not count", async () => {
  const made = await share("bea", "reddit");
  await visit(made, "198.51.100.1");
  await visit(made, "198.51.100.2");
  await pass(30 * DAY + MINUTE);
  expect((await look(made.id)).status).toBe("expired");
  await visit(made, "198.51.100.3");
  await pass(10 * MINUTE);
  expect((await look(made.id)).status).toBe("expired");
  await shop.books();
});

test("A11: another network than the program's, and somebody who does not take part, are refused with a word", async () => {
  const key = shop.server.a.testKey;
  const body = { program: "social", person: "user_id:ann", channel: "myspace" };
  expect(await shop.server.call("POST", "/v1/shares", { key, body })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/channel" }] },
  });
  await shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id: "guest" } }));
  const guest = { ...body, person: "user_id:guest", channel: "x" };
  expect(await shop.server.call("POST", "/v1/shares", { key, body: guest })).toMatchObject({ status: 409 });
  // Another workspace's share is no share.
  const made = await share("ann", "tiktok");
  expect((await shop.server.call("GET", `/v1/shares/${made.id}`, { key: shop.server.b.secretKey })).status).toBe(404);
});

test("A11: every text carries the link and the disclosure, in the language asked for, whatever the program's words leave out", async () => {
  const texts = (query: Record<string, string>) =>
    shop.client.unwrap(
      shop.client.api.GET("/v1/advocates/{person}/share-texts", {
        params: { path: { person: "user_id:ann" }, query: { program: "social", ...query } },
      }),
    );
  for (const locale of ["en", "de-AT", "fr"]) {
    const shown = await texts({ locale });
    expect(shown.locale).toBe(locale === "de-AT" ? "de" : "en");
    expect(shown.texts.map((each) => each.name)).toEqual(["message", "email", "linkedin_post", "linkedin_message", "linkedin_note"]);
    for (const { name, text } of shown.texts) {
      expect(text, name).toContain(shown.link);
      expect(text, name).toContain(shown.disclosure);
      expect(text, name).not.toMatch(/[{}]/);
      if (name === "linkedin_note") expect([...text].length).toBeLessThanOrEqual(300);
    }
  }
  expect((await texts({ locale: "de" })).disclosure).toMatch(/^Ich bekomme .* Werbung\.$/);
  const own = await share("ann", "pinterest");
  expect((await texts({ share: own.id })).link).toBe(own.link.url);
  // The linter says so before, and the text says it all the same.
  const key = shop.server.a.testKey;
  const preset = await shop.server.call("GET", "/v1/presets/social", { key });
  const silent = { ...preset.body, share: { channels: ["x"], messages: { en: { message: "Look: {link}" } } } };
  const draft = await shop.server.call("PUT", "/v1/programs/social", { key, body: silent });
  expect(draft.body.findings).toContainEqual(expect.objectContaining({ severity: "error", code: "share_text_without_disclosure" }));
  expect((await shop.server.call("POST", "/v1/programs/social/publish", { key, body: {} })).status).toBe(409);
});
