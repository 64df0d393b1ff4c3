/** Reviews and lists through the API: the queue, evidence with reasons in words, decisions with notes, and how good the score was. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBooks } from "../support/books.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
const call = (method: string, path: string, body?: object): Promise<Loose> =>
  s.call(method, path, { key: s.a.testKey, ...(body === undefined ? {} : { body }) });
let code: string;
beforeAll(async () => {
  s = await createServer();
  const program = {
    key: "shop",
    kind: "direct",
    name: "Shop",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://a.example/",
    terms: { en: "Terms." },
    disclosure: { en: "I get 10 USD." },
    rewards: [{ key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" } }],
    risk: { coupon_sites: ["deals.example"], weights: { coupon_site: 60 } },
  };
  expect((await call("PUT", "/v1/programs/shop", program)).status).toBe(200);
  expect((await call("POST", "/v1/programs/shop/publish", {})).status).toBe(200);
  const ann = { user_id: "ann", name: "Ann Berg" };
  code = (await call("POST", "/v1/advocates", { program: "shop", person: ann })).body.links[0].code;
  await call("POST", "/v1/events", { type: "visit", person: ann, context: { device_id: "tablet-1", ip: "203.0.113.9" } });
});
afterAll(async () => {
  await assertBooks(s.engine, s.a.sandboxId);
  await s.close();
});
const buys = async (id: string, person: object, context: object = {}) => {
  const order = { id, total: 5000, currency: "USD" };
  await call("POST", "/v1/events", { id, type: "purchase", person, referral: { code }, order, context });
  await call("POST", "/v1/test_clock", { advance: "1m" });
};
const queue = async () => (await call("GET", "/v1/reviews?state=open")).body.data as Loose[];
const available = async () => (await call("GET", "/v1/people/user_id:ann/balances")).body[0]?.available ?? 0;

test("the queue shows why, with evidence and words; approving pays, with a note", async () => {
  await buys("1", { user_id: "ben", name: "Ben Berg" }, { device_id: "tablet-1", ip: "203.0.113.9" });
  const [first] = await queue();
  expect(first).toMatchObject({ program: "shop", state: "open", verdict: "hold", reasons: [{ key: "same_device", points: 60 }, {}, {}] });
  const { body } = await call("GET", `/v1/reviews/${first.id}`);
  expect(body.reasons.map((r: Loose) => r.words)).toContain("Friend and advocate used one device.");
  expect(body.rewards).toHaveLength(1);
  expect(body.seen_with.map((each: Loose) => each.kind).sort()).toEqual(["device", "network"]);
  expect(JSON.stringify(body)).not.toMatch(/tablet-1|203\.0\.113|Berg/);
  expect(await available()).toBe(0);
  const decided = await call("POST", `/v1/reviews/${first.id}/approve`, { note: "They share the shop's tablet." });
  expect(decided.body).toMatchObject({ state: "approved", decided_by: "operator", note: "They share the shop's tablet.", rewards: [] });
  expect(await available()).toBe(1000);
});

test("a visitor from a coupon site is held, refused by an operator, and the figures say how good the score was", async () => {
  await buys("2", { user_id: "cleo" }, { referrer: "https://www.Deals.example/codes?x=1" });
  const [open] = await queue();
  expect(open.reasons).toMatchObject([{ key: "coupon_site" }]);
  const refused = await call("POST", `/v1/reviews/${open.id}/refuse`, {});
  expect(refused.body).toMatchObject({ state: "refused", decided_by: "operator" });
  expect((await call("GET", `/v1/referrals/${open.referral}`)).body.status).toBe("rejected");
  const rewards = (await call("GET", "/v1/rewards?person=user_id:ann&state=denied")).body.data;
  expect(rewards).toMatchObject([{ reason: "risk_refused" }]);
  expect((await call("GET", "/v1/reviews/summary")).body).toMatchObject({ caught: 1, cleared: 1, missed: 0, precision: 0.5, recall: 1 });
});

test("what a review shows can be put on a list as it is, and is taken off again", async () => {
  await call("POST", "/v1/events", { type: "visit", person: { user_id: "ann" }, context: { device_id: "phone-2" } });
  await buys("3", { user_id: "dan" }, { device_id: "phone-2" });
  const [open] = await queue();
  const device = (await call("GET", `/v1/reviews/${open.id}`)).body.seen_with.find((each: Loose) => each.kind === "device").value;
  const entry = await call("POST", "/v1/lists", { list: "block", kind: "device", value: device, note: "farm" });
  expect(entry.body).toMatchObject({ list: "block", kind: "device", value: device });
  const spelled = await call("POST", "/v1/lists", { list: "block", kind: "device", value: "phone-2" });
  expect(spelled.body.id).toBe(entry.body.id);
  await buys("4", { user_id: "eva" }, { device_id: "phone-2" });
  const eva = (await call("GET", "/v1/reviews?state=refused")).body.data.find((r: Loose) => r.decided_by === "policy");
  expect(eva).toMatchObject({ verdict: "refuse", reasons: [{ key: "blocked", points: 100 }, {}, {}] });
  expect((await call("POST", `/v1/lists/${entry.body.id}/remove`)).body).toEqual({ removed: true });
  expect((await call("POST", `/v1/lists/${entry.body.id}/remove`)).status).toBe(404);
  expect((await call("GET", "/v1/lists")).body.data).toEqual([]);
});

test("one who decides needs the permission for it; a decision cannot be turned round where money was denied", async () => {
  const reader = (await s.call("POST", "/v1/keys", { body: { kind: "test", scopes: ["reviews:read"] } })).body.key as string;
  const [open] = await queue();
  expect((await s.call("POST", `/v1/reviews/${open.id}/approve`, { key: reader, body: {} })).status).toBe(403);
  expect((await s.call("GET", `/v1/reviews/${open.id}`, { key: reader })).status).toBe(200);
  await call("POST", `/v1/reviews/${open.id}/refuse`, {});
  expect((await call("POST", `/v1/reviews/${open.id}/approve`, {})).status).toBe(409);
});

test("nobody else's workspace finds a review, an entry or a pool, and none of them changes", async () => {
  const review = (await call("GET", "/v1/reviews")).body.data[0].id as string;
  const entry = (await call("POST", "/v1/lists", { list: "allow", kind: "email_domain", value: "a.example" })).body.id as string;
  const paths = [
    ["GET", `/v1/reviews/${review}`],
    ["POST", `/v1/reviews/${review}/approve`, {}],
    ["POST", `/v1/reviews/${review}/refuse`, {}],
    ["POST", `/v1/lists/${entry}/remove`],
    ["GET", "/v1/people/user_id:ann/licences"],
    ["GET", "/v1/reviews/summary?program=shop"],
    ["GET", "/v1/coupon-pools?program=shop"],
    ["POST", "/v1/coupon-pools", { program: "shop", rule: "ten", codes: ["ABCDE"] }],
  ] as const;
  for (const [method, path, body] of paths) {
    const theirs = await s.call(method, path, { key: s.b.testKey, ...(body === undefined ? {} : { body }) });
    expect([path, theirs.status, theirs.body.code]).toEqual([path, 404, "not_found"]);
  }
  expect((await s.call("GET", "/v1/reviews", { key: s.b.testKey })).body.data).toEqual([]);
  expect((await call("GET", "/v1/lists")).body.data).toHaveLength(1);
});
