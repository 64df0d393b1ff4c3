/** A12: 150.00 a deliverable and 8 % of what followers buy for 60 days; code, page, content kit and performance. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { NAVIGATION, type Served, agent, ask, serve } from "../support/redirect-server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let door: Served;
let code: string;
const key = () => shop.server.a.testKey;
const call = (method: string, path: string, body?: unknown) =>
  shop.server.call(method, path, { key: key(), ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  shop = await createShop();
  door = await serve(shop.server.engine.database, { trust: 1 });
  await shop.publish("influencer");
  const person = {
    user_id: "ida",
    name: "Ida Example",
    email: "ida@example.com",
    attributes: { picture: "https://img.example/ida.jpg" },
  };
  const applied = await shop.client.join("influencer", person);
  expect(applied.status).toBe("applied");
  await shop.client.unwrap(
    shop.client.api.POST("/v1/programs/{program}/applications/{person}/approve", {
      params: { path: { program: "influencer", person: applied.person } },
    }),
  );
  const link = await call("POST", "/v1/links", { program: "influencer", person: "user_id:ida", code: "IDA10" });
  expect(link.status).toBe(201);
  code = link.body.code;
});
afterAll(async () => {
  await door.close();
  agent.destroy();
  await shop.close();
});

const submit = (url: string, user = "ida") => call("POST", "/v1/deliverables", { program: "influencer", person: `user_id:${user}`, url });
const approve = (id: string) => call("POST", `/v1/deliverables/${id}/approve`, { disclosed: true });

test("A12: a deliverable pays 150.00 once its address is approved, 7 days later and not before; approving twice pays once", async () => {
  const made = await submit("https://video.example/1");
  expect(made).toMatchObject({ status: 201, body: { status: "submitted" } });
  expect(await shop.balances("ida")).toEqual({});
  // Nobody approves without looking for the disclosure.
  expect((await call("POST", `/v1/deliverables/${made.body.id}/approve`, {})).status).toBe(422);
  expect((await call("POST", `/v1/deliverables/${made.body.id}/approve`, { disclosed: false })).status).toBe(422);
  const answers = await Promise.all(Array.from({ length: 10 }, () => approve(made.body.id)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 15000, available: 0 } });
  expect((await submit("https://video.example/1")).body.id).toBe(made.body.id);
  expect((await approve(made.body.id)).body.status).toBe("approved");
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 15000, available: 0 } });
  const [reward] = await shop.rewards("ida");
  const due = Date.parse(reward!.available_at!);
  expect(due - Date.parse(reward!.at)).toBe(7 * 86_400_000);
  await shop.to(new Date(due - 1).toISOString());
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 15000, available: 0 } });
  await shop.to(new Date(due + 60_000).toISOString());
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 0, available: 15000 } });
});

test("A12: what is sent back pays nothing, and an address is one person's", async () => {
  const made = await submit("https://video.example/2");
  const refused = await call("POST", `/v1/deliverables/${made.body.id}/refuse`, { reason: "It does not say that it is paid." });
  expect(refused).toMatchObject({ status: 200, body: { status: "refused", reason: "It does not say that it is paid." } });
  expect((await approve(made.body.id)).status).toBe(409);
  const other = await shop.client.join("influencer", { user_id: "otto" });
  await call("POST", `/v1/programs/influencer/applications/${other.person}/approve`);
  expect((await submit("https://video.example/1", "otto")).status).toBe(409);
  expect((await submit("javascript:alert(1)")).status).toBe(422);
  expect((await shop.server.call("GET", `/v1/deliverables/${made.body.id}`, { key: shop.server.b.secretKey })).status).toBe(404);
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 0, available: 15000 } });
});

test("A12: 8 % of net for 60 days from a follower's first order, and not a millisecond longer", async () => {
  const first = day(10);
  await shop.to(day(80));
  const earned = async (id: string, at: string, extra: { tax?: number; shipping?: number; code?: string } = {}) =>
    (await shop.buys("fan", { id, total: 10000, at, ...extra })).decisions.flatMap((d) => d.rewards.map((r) => r.value.amount));
  // 100.00 with 8.00 of tax and 2.00 of shipping: 8 % of 90.00.
  expect(await earned("i-1", first, { code, tax: 800, shipping: 200 })).toEqual([720]);
  expect(await earned("i-2", day(40))).toEqual([800]);
  expect(await earned("i-3", day(70))).toEqual([800]);
  expect(await earned("i-4", day(70, 1))).toEqual([]);
  // A return takes off its part.
  await shop.refunds("i-2", 2500);
  await shop.to(day(86));
  expect(await shop.balances("ida")).toEqual({ USD: { pending: 0, available: 15000 + 720 + 600 + 800 } });
  await shop.books();
});

test("A12: the page shows her name, picture and code with the disclosure; the kit is the program's", async () => {
  const page = await call("GET", "/v1/advocates/user_id:ida/page?program=influencer");
  expect(page.body).toMatchObject({
    name: "Ida Example",
    picture: "https://img.example/ida.jpg",
    code: "IDA10",
    link: expect.stringMatching(/\/r\/s-[0-9a-f]+-sandbox\/IDA10$/),
    disclosure: "I get paid for this and earn 8 % of what you order through my link.",
  });
  const german = await call("GET", "/v1/advocates/user_id:ida/page?program=influencer&locale=de");
  expect(german.body.disclosure).toMatch(/^Ich bekomme Geld/);
  const kit = await call("GET", "/v1/programs/influencer/content-kit");
  expect(kit.body.assets.map((asset: { name: string }) => asset.name)).toEqual(["Logo", "Product pictures", "Paid partnership sticker"]);
  expect(kit.body.brief.en).toContain("paid");
  const texts = await call("GET", "/v1/advocates/user_id:ida/share-texts?program=influencer");
  for (const { text } of texts.body.texts) expect(text).toContain(page.body.disclosure);
});

test("A12: performance by code: visits without robots, sign-ups, customers, orders, revenue after returns, earnings", async () => {
  const path = new URL((await call("GET", "/v1/advocates/user_id:ida/page?program=influencer")).body.link).pathname;
  await ask(door, path, { ...NAVIGATION, "X-Forwarded-For": "203.0.113.1" });
  await ask(door, path, { ...NAVIGATION, "X-Forwarded-For": "203.0.113.2" });
  await ask(door, path, { ...NAVIGATION, "User-Agent": "Googlebot/2.1" });
  await shop.send({ type: "signup", person: { user_id: "fan2" }, referral: { code } });
  const found = await call("GET", "/v1/advocates/user_id:ida/performance?program=influencer");
  const mine = found.body.codes.find((each: { code: string }) => each.code === "IDA10");
  expect(mine).toMatchObject({
    visits: 2,
    signups: 1,
    customers: 1,
    orders: 4,
    // 400.00 without the 25.00 that came back.
    revenue: [{ amount: 37500, currency: "USD" }],
    earned: [{ amount: 2120, currency: "USD" }],
  });
  expect(found.body.earned_otherwise).toEqual([{ amount: 15000, currency: "USD" }]);
  expect(found.body.deliverables).toEqual({ approved: 1, waiting: 0 });
});

test("A12: erasing her takes the addresses of her work; what she earned stays in the books", async () => {
  const waiting = await submit("https://video.example/ida-in-person");
  const before = await shop.balances("ida");
  const { id } = await shop.client.unwrap(shop.client.api.GET("/v1/people/{person}", { params: { path: { person: "user_id:ida" } } }));
  const exported = await call("GET", `/v1/people/${id}/export`);
  expect(JSON.stringify(exported.body.deliverables ?? exported.text)).toContain("ida-in-person");
  expect((await call("POST", `/v1/people/${id}/erase`)).status).toBeLessThan(300);
  const rows = await shop.server.engine.rows("select * from deliverable where workspace_id = $1", [shop.server.a.sandboxId]);
  expect(JSON.stringify(rows)).not.toContain("video.example");
  expect((await approve(waiting.body.id)).status).toBe(409);
  expect(before.USD).toEqual({ pending: 0, available: 17120 });
  await shop.books();
});
