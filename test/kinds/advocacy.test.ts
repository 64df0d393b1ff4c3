/** A5: recognition and privileges instead of money: points for deeds, levels that last as long, seats for those who stand there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../sdk/src/index.ts";
import { type Shop, createShop, day, month } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("advocacy");
});
afterAll(() => shop.close());

const api = () => shop.client.api;
let nth = 0;
const does = (user: string, name: string) =>
  shop.send({ id: `deed-${++nth}`, type: "activity", name, person: { user_id: user } } as never);
const standing = async (user: string) => {
  const params = { path: { person: `user_id:${user}` } };
  const { data, level_changes } = await shop.client.unwrap(api().GET("/v1/advocates/{person}/standing", { params }));
  return { level: data[0]!.level!, changes: level_changes.map((c) => `${c.kind} ${c.from} ${c.to} ${c.at}`) };
};
/** Messages due to a person, oldest first. */
const told = async (user: string) => {
  const query = { person: `user_id:${user}`, limit: 100 };
  const { data } = await shop.client.unwrap(api().GET("/v1/messages", { params: { query } }));
  return data.map((m) => m.kind).reverse();
};
const DAY = 86_400_000;

test("A5: review 10, testimonial 25, reference call 50, case study 100, a qualified referral 40", async () => {
  const code = await shop.join("advocacy", "ann");
  for (const deed of ["review", "testimonial", "reference_call", "case_study"]) await does("ann", deed);
  await shop.buys("f1", { id: "o1", total: 5000, code });
  const rewards = (await shop.rewards("ann")).filter((r) => r.kind === "points");
  expect(rewards.map((r) => [r.rule, r.value.amount])).toEqual([
    ["review", 10],
    ["testimonial", 25],
    ["reference-call", 50],
    ["case-study", 100],
    ["referral", 40],
  ]);
  expect(await shop.balances("ann")).toMatchObject({ points: { pending: 40, available: 185 } });
  await shop.books();
});

test("A5: Champion at 100 at once, Ambassador at 300; below it after 12 months: 30 days' notice, then one level down", async () => {
  const start = Date.parse(day(30));
  await shop.to(day(30));
  await shop.join("advocacy", "bea");
  await does("bea", "reference_call");
  expect((await standing("bea")).level).toMatchObject({ key: null, points: 50, next: { key: "champion", from: 100 }, perks: [] });
  await does("bea", "reference_call");
  const champion = (await standing("bea")).level;
  expect(champion).toMatchObject({
    key: "champion",
    name: "Champion",
    points: 100,
    next: { key: "ambassador", from: 300 },
    notice: null,
  });
  expect(champion.perks.map((p) => p.key)).toContain("early_access");

  await shop.to(day(90));
  await does("bea", "case_study");
  await does("bea", "case_study");
  expect((await standing("bea")).level).toMatchObject({ key: "ambassador", points: 300, next: null });

  // 12 months after the first hundred she stands at 200, below 300: nothing is lost yet.
  const fall = new Date(start + 366 * DAY).toISOString();
  await shop.to(fall);
  const noticed = (await standing("bea")).level;
  expect(noticed).toMatchObject({ key: "ambassador", points: 200, notice: { level: "champion" } });
  const until = Date.parse(noticed.notice!.until);
  expect(until - Date.parse(noticed.notice!.at)).toBe(30 * DAY);
  await shop.to(new Date(until - 1000).toISOString());
  expect((await standing("bea")).level).toMatchObject({ key: "ambassador" });
  await shop.to(new Date(until).toISOString());
  expect((await standing("bea")).level).toMatchObject({ key: "champion", points: 200, notice: null });
  expect((await standing("bea")).changes.map((c) => c.split(" ").slice(0, 3).join(" "))).toEqual([
    "lost ambassador champion",
    "notice ambassador champion",
    "reached champion ambassador",
    "reached null champion",
  ]);
  expect((await told("bea")).filter((kind) => kind.startsWith("level"))).toEqual([
    "level_reached",
    "level_reached",
    "level_ending",
    "level_lost",
  ]);
  await shop.books();
});

test("A5: who earns enough within the 30 days keeps her level", async () => {
  await shop.to(month(16));
  await shop.join("advocacy", "cleo");
  await does("cleo", "case_study");
  await shop.to(month(28, 3 * DAY));
  expect((await standing("cleo")).level).toMatchObject({ key: "champion", points: 0, notice: { level: null } });
  await does("cleo", "case_study");
  expect((await standing("cleo")).level).toMatchObject({ key: "champion", points: 100, notice: null });
  await shop.to(month(30));
  expect((await standing("cleo")).level).toMatchObject({ key: "champion" });
  await shop.books();
});

test("A5: what is taken back takes the points with it, and the level after its notice", async () => {
  await shop.to(month(31));
  const code = await shop.join("advocacy", "dora");
  for (const i of [1, 2, 3]) await shop.buys(`d${i}`, { id: `d-${i}`, total: 5000, code });
  await shop.to(month(31, 15 * DAY));
  expect((await standing("dora")).level).toMatchObject({ key: "champion", points: 120 });
  await shop.refunds("d-2");
  // An event that takes points back brings the level in its own answer, too.
  expect((await standing("dora")).level).toMatchObject({ key: "champion", points: 80, notice: { level: null } });
  await shop.to(month(31, 46 * DAY));
  expect((await standing("dora")).level).toMatchObject({ key: null });
  await shop.books();
});

test("A5: a gathering of 20 seats for Champions: the 21st is first on the waiting list and moves up when somebody leaves", async () => {
  await shop.to(month(34));
  const guests = Array.from({ length: 22 }, (_, i) => `g${i + 1}`);
  for (const guest of guests) {
    await shop.join("advocacy", guest);
    await does(guest, "case_study");
  }
  await shop.join("advocacy", "newcomer");
  const body = { title: "Roadmap dinner", starts_at: month(35), seats: 20, program: "advocacy", level: "champion" };
  const { id: gathering } = await shop.client.unwrap(api().POST("/v1/gatherings", { body }));
  const params = { path: { gathering } };
  const act = (verb: "join" | "leave", user: string) =>
    shop.client.unwrap(api().POST(`/v1/gatherings/{gathering}/${verb}`, { params, body: { person: `user_id:${user}` } }));

  expect(await act("join", "newcomer")).toEqual({ state: null, reason: "level_missing", waiting_place: null });
  for (const guest of guests.slice(0, 20)) expect(await act("join", guest)).toMatchObject({ state: "seat" });
  expect(await act("join", "g21")).toEqual({ state: "waiting", reason: null, waiting_place: 1 });
  expect(await act("join", "g22")).toEqual({ state: "waiting", reason: null, waiting_place: 2 });
  expect(await act("join", "g21")).toEqual({ state: "waiting", reason: null, waiting_place: 1 });

  await act("leave", "g7");
  expect(await act("join", "g21")).toMatchObject({ state: "seat" });
  expect(await act("join", "g22")).toMatchObject({ state: "waiting", waiting_place: 1 });
  expect((await told("g21")).filter((k) => k.startsWith("seat"))).toEqual(["seat_waiting", "seat_from_waiting_list"]);
  // Who left and comes again queues up behind the others.
  expect(await act("join", "g7")).toMatchObject({ state: "waiting", waiting_place: 2 });
  const now = await shop.client.unwrap(api().GET("/v1/gatherings/{gathering}", { params }));
  expect([now.taken, now.waiting, now.places.filter((p) => p.state === "seat").length]).toEqual([20, 2, 20]);

  // Two more seats: both who wait move up.
  const wider = await shop.client.unwrap(api().PATCH("/v1/gatherings/{gathering}", { params, body: { seats: 22 } }));
  expect([wider.taken, wider.waiting]).toEqual([22, 0]);
  await shop.client.unwrap(api().POST("/v1/gatherings/{gathering}/cancel", { params }));
  expect((await told("g22")).at(-1)).toBe("gathering_cancelled");
  expect(await act("join", "newcomer")).toMatchObject({ state: null, reason: "cancelled" });
});

test("A5: of 50 who join at once, over two processes, exactly 20 have a seat and 30 wait in a row", async () => {
  const body = { title: "Open evening", starts_at: month(60), seats: 20 };
  const { id: gathering } = await shop.client.unwrap(api().POST("/v1/gatherings", { body }));
  const crowd = Array.from({ length: 50 }, (_, i) => `c${i}`);
  for (const user of crowd) await shop.join("advocacy", user);
  const other = createClient({ url: (await shop.server.another()).url, key: shop.server.a.testKey });
  const all = await Promise.all(
    crowd.map((user, i) => {
      const client = i % 2 ? other : shop.client;
      const params = { path: { gathering } };
      return client.unwrap(client.api.POST("/v1/gatherings/{gathering}/join", { params, body: { person: `user_id:${user}` } }));
    }),
  );
  expect(all.filter((a) => a.state === "seat")).toHaveLength(20);
  const places = all.flatMap((a) => (a.waiting_place === null ? [] : [a.waiting_place])).sort((a, b) => a - b);
  expect(places).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});

test("A5: a testimonial counts when it is approved, once, and not without consent", async () => {
  await shop.join("advocacy", "eve");
  const give = (consent: boolean, activity = "testimonial") =>
    shop.client.unwrap(
      api().POST("/v1/testimonials", {
        body: { program: "advocacy", person: "user_id:eve", activity, text: "They answer within the hour.", shown_as: "Eve", consent },
      }),
    );
  const decide = (id: string) => api().POST("/v1/testimonials/{testimonial}/approve", { params: { path: { testimonial: id } } });
  const silent = await give(false);
  expect((await decide(silent.id)).error).toMatchObject({ code: "conflict" });
  const said = await give(true);
  expect(await shop.balances("eve")).toEqual({});
  await Promise.all([decide(said.id), decide(said.id), decide(said.id)]);
  expect(await shop.client.unwrap(decide(said.id))).toMatchObject({ status: "approved" });
  expect(await shop.balances("eve")).toEqual({ points: { pending: 0, available: 25 } });
  const story = await give(true, "case_study");
  await shop.client.unwrap(decide(story.id));
  expect((await standing("eve")).level).toMatchObject({ key: "champion", points: 125 });
  const params = { path: { testimonial: (await give(true)).id } };
  await shop.client.unwrap(api().POST("/v1/testimonials/{testimonial}/refuse", { params, body: { reason: "not about us" } }));
  expect((await api().POST("/v1/testimonials/{testimonial}/approve", { params })).error).toMatchObject({ code: "conflict" });
  expect(await shop.balances("eve")).toEqual({ points: { pending: 0, available: 125 } });
  // The words are nowhere in the facts.
  const facts = await shop.server.engine.rows<{ body: string }>("select body::text from fact where workspace_id = $1", [
    shop.server.a.sandboxId,
  ]);
  expect(facts.filter((f) => f.body.includes("within the hour"))).toEqual([]);
  await shop.books();
});

test("A5: the levels and what they bring can be read, and so can badges; a thing from the catalogue may be for a level", async () => {
  const { data } = await shop.client.unwrap(api().GET("/v1/levels"));
  expect(data).toMatchObject([
    {
      program: "advocacy",
      window: "12 months",
      notice: "30d",
      levels: [
        { key: "champion", from: 100 },
        { key: "ambassador", from: 300, advocates: 0 },
      ],
    },
  ]);
  const badges = await shop.client.unwrap(api().GET("/v1/people/{person}/badges", { params: { path: { person: "user_id:ann" } } }));
  expect(badges.data.map((b) => [b.name, b.program])).toEqual([["First friend", "advocacy"]]);
  const wish = { name: "Preview", price: 5, program: "advocacy", level: "champion" };
  await shop.client.unwrap(api().PUT("/v1/catalogue/{item}", { params: { path: { item: "preview" } }, body: wish }));
  const take = (user: string) =>
    shop.client.unwrap(api().POST("/v1/redemptions", { body: { person: `user_id:${user}`, item: "preview" } }));
  expect(await take("newcomer")).toMatchObject({ redeemed: false, reason: "level_missing" });
  expect(await take("eve")).toMatchObject({ redeemed: true, left: 120 });
  // What is spent was earned all the same.
  expect((await standing("eve")).level).toMatchObject({ key: "champion", points: 125 });
  await shop.books();
});
