/** A10: members ask and introduce each other; a request expires after 14 days; thanks carry a value; trust from three requests on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import community from "../../presets/community.ts";
import type { components } from "../../sdk/src/index.ts";
import { createClient } from "../../sdk/src/index.ts";
import { type Shop, createShop } from "../support/shop.ts";

type Request = components["schemas"]["Request"];
const DAY = 86_400_000;

let shop: Shop;
let program = "community";
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("community", { advocates: { join: "automatic" } });
  for (const user of ["ann", "ben", "cleo", "dora", "emil", "finn"]) await shop.join("community", user);
});
afterAll(() => shop.close());

const as = (user: string) => ({ acting_as: `user_id:${user}` });
const rows = <T = Record<string, unknown>>(text: string, ...values: unknown[]) =>
  shop.server.engine.rows<T>(text, [shop.server.a.sandboxId, ...values]);

const asks = async (from: string, to?: string, text = "Who knows a good roofer?"): Promise<Request> =>
  shop.client.unwrap(
    shop.client.api.POST("/v1/requests", { body: { program, text, ...(to === undefined ? {} : { to: `user_id:${to}` }), ...as(from) } }),
  );
let contacts = 0;
const answer = (request: Pick<Request, "id">, user: string, contact = `contact-${contacts++}`, client = shop.client) =>
  client.api.POST("/v1/requests/{request}/answer", {
    params: { path: { request: request.id } },
    body: { contact: { user_id: contact, name: `Name of ${contact}` }, ...as(user) },
  });
const decline = (request: Request, user: string) =>
  shop.client.api.POST("/v1/requests/{request}/decline", { params: { path: { request: request.id } }, body: as(user) });
const introduces = (from: string, to: string, contact = `contact-${contacts++}`) =>
  shop.client.api.POST("/v1/introductions", { body: { program, to: `user_id:${to}`, contact: { user_id: contact }, ...as(from) } });
const thanks = (from: string, to: string, value: number, more: { currency?: string; introduction?: string; text?: string } = {}) =>
  shop.client.api.POST("/v1/slips", { body: { program, to: `user_id:${to}`, value, currency: "EUR", ...more, ...as(from) } });
const status = async (request: Request) =>
  (await shop.client.unwrap(shop.client.api.GET("/v1/requests/{request}", { params: { path: { request: request.id } } }))).status;
const standing = (user: string) =>
  shop.client.unwrap(
    shop.client.api.GET("/v1/programs/{program}/members/{person}", { params: { path: { program, person: `user_id:${user}` } } }),
  );
const told = async (subject: string) =>
  (
    await rows<{ kind: string; who: string; status: string | null }>(
      `select m.kind, i.value as who, m.data->>'status' as status from message m
         join person_identity i on i.workspace_id = $1 and i.person_id = m.person_id and i.kind = 1
        where m.workspace_id = $1 and m.subject_key = $2 order by m.kind desc`,
      subject,
    )
  ).map((m) => [m.kind, m.who, m.status]);

test("A10: the balance of a member who gave three and received one reads so; thanks add up by currency", async () => {
  const request = await asks("ben", "ann");
  expect(request).toMatchObject({ status: "open", expires_at: new Date(Date.parse(request.asked_at) + 14 * DAY).toISOString() });
  const first = (await answer(request, "ann")).data!;
  expect(await status(request)).toBe("answered");
  expect(await told(request.id)).toEqual([
    ["request_received", "ann", null],
    ["request_answered", "ben", "answered"],
  ]);
  await introduces("ann", "cleo");
  await introduces("ann", "dora");
  await introduces("dora", "ann");
  expect(await standing("ann")).toMatchObject({ given: 3, received: 1, thanks: [], trust: null });
  expect(await standing("ben")).toMatchObject({ given: 0, received: 1 });

  const slip = (await thanks("ben", "ann", 450_000, { introduction: first.id, text: "The roof is done." })).data!;
  await thanks("cleo", "ann", 99_900);
  await thanks("dora", "ann", 20_000, { currency: "USD" });
  expect((await standing("ann")).thanks).toEqual([
    { value: { amount: 549_900, currency: "EUR" }, slips: 2 },
    { value: { amount: 20_000, currency: "USD" }, slips: 1 },
  ]);
  expect(await told(slip.id)).toEqual([["slip_received", "ann", null]]);
  // The slip is a fact of hers with its value, and the preset's badge came with the first of them.
  expect(
    await rows(
      `select body->>'name' as name, (body->>'value')::int as value from fact
        where workspace_id = $1 and client_id like 'slip:%' order by 2`,
    ),
  ).toEqual([
    { name: "thank_you", value: 20_000 },
    { name: "thank_you", value: 99_900 },
    { name: "thank_you", value: 450_000 },
  ]);
  expect((await shop.rewards("ann")).map((r) => r.rule)).toEqual(["thanked"]);
  // Nobody thanks for an introduction that she did not get from the one whom she thanks.
  expect((await thanks("cleo", "ann", 1, { introduction: first.id })).error).toMatchObject({ errors: [{ pointer: "/introduction" }] });
  await shop.books();
});

test("A10: an introduction is a referral of the giver's: what the introduced person buys later is counted for her", async () => {
  await introduces("emil", "finn", "roofer");
  const { data } = await shop.client.unwrap(
    shop.client.api.GET("/v1/referrals", { params: { query: { limit: 10, advocate: "user_id:emil" } } }),
  );
  expect(data.map((r) => [r.stage, r.status])).toEqual([["lead", "qualified"]]);
  await shop.buys("roofer", { id: "roof-1", total: 500_000 });
  const later = await shop.client.unwrap(
    shop.client.api.GET("/v1/referrals", { params: { query: { limit: 10, advocate: "user_id:emil" } } }),
  );
  expect(later.data.map((r) => r.stage)).toEqual(["closed"]);
});

test("A10: a request that nobody answered expires after 14 days, and is not answered after that", async () => {
  const request = await asks("ann", "finn");
  const network = await asks("ann");
  const end = Date.parse(request.expires_at);
  await shop.to(new Date(end - 1).toISOString());
  expect([await status(request), await status(network)]).toEqual(["open", "open"]);
  await shop.to(new Date(Date.parse(network.expires_at) + 60_000).toISOString());
  expect([await status(request), await status(network)]).toEqual(["expired", "expired"]);
  expect((await answer(request, "finn")).error).toMatchObject({ code: "conflict" });
  expect((await told(request.id)).at(-1)).toEqual(["request_answered", "ann", "expired"]);
  expect(
    await rows("select decided_at = expires_at as exact from member_request where workspace_id = $1 and status = 'expired'"),
  ).toEqual([{ exact: true }, { exact: true }]);
});

test("A10: trust is accepted and answered in time of all in 12 months, and hidden below three", async () => {
  const start = Date.parse((await shop.client.unwrap(shop.client.api.GET("/v1/test_clock"))).now);
  const first = await asks("ann", "emil");
  await answer(first, "emil");
  await decline(await asks("ben", "emil"), "emil");
  expect((await standing("emil")).trust).toBeNull();
  await asks("cleo", "emil");
  // The third still waits: two are known.
  expect((await standing("emil")).trust).toBeNull();
  await shop.to(new Date(start + 20 * DAY).toISOString());
  expect((await standing("emil")).trust).toEqual({ kept: 1, of: 3, percent: 33 });
  await answer(await asks("dora", "emil"), "emil");
  expect((await standing("emil")).trust).toEqual({ kept: 2, of: 4, percent: 50 });
  // A year later the first three are forgotten, and with only one left nothing is said.
  await shop.to(new Date(start + 370 * DAY).toISOString());
  expect((await standing("emil")).trust).toBeNull();
});

test("only members take part, a request to one is answered by her alone, and nobody asks or thanks herself", async () => {
  await shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id: "outsider" } }));
  const body = (to: string, from: string) => ({ body: { program, to: `user_id:${to}`, ...as(from) } });
  expect((await shop.client.api.POST("/v1/requests", body("ann", "outsider"))).error).toMatchObject({
    errors: [{ pointer: "/acting_as", code: "not_a_member" }],
  });
  expect((await shop.client.api.POST("/v1/requests", body("outsider", "ann"))).error).toMatchObject({ errors: [{ pointer: "/to" }] });
  expect((await shop.client.api.POST("/v1/requests", body("ann", "ann"))).error).toMatchObject({ errors: [{ code: "self" }] });
  expect((await thanks("ann", "ann", 5)).error).toMatchObject({ errors: [{ code: "self" }] });
  const request = await asks("ann", "ben");
  expect((await answer(request, "cleo")).response.status).toBe(404);
  expect((await decline(request, "cleo")).response.status).toBe(404);
  expect((await answer(request, "ann")).response.status).toBe(404);
  expect((await decline(await asks("ann"), "ben")).error).toMatchObject({ code: "conflict" });
  const other = createClient({ url: shop.server.url, key: shop.server.b.testKey });
  expect((await other.api.GET("/v1/requests/{request}", { params: { path: { request: request.id } } })).response.status).toBe(404);
});

test("fifty members answer a request to all at once over two processes: one introduction is made", async () => {
  const request = await asks("ann");
  const two = createClient({ url: (await shop.server.another()).url, key: shop.server.a.testKey });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => answer(request, ["ben", "cleo", "dora"][i % 3]!, `many-${i}`, i % 2 === 0 ? shop.client : two)),
  );
  expect(answers.filter((a) => a.response.status === 200)).toHaveLength(1);
  expect(answers.filter((a) => a.response.status === 409)).toHaveLength(49);
  expect(await rows("select 1 from introduction where workspace_id = $1 and request_id = $2", uuid(request.id))).toHaveLength(1);
  await shop.books();
});

const uuid = (id: string) => id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");

test("a rule may read a slip's value: five percent of what was closed, to the minor unit", async () => {
  program = "thanked";
  await shop.client.programs.put("thanked", {
    ...community,
    key: "thanked",
    advocates: { join: "automatic" },
    rewards: [
      { key: "share", when: { activity: "thank_you" }, give: { credit: { percent: 5, of: "event.value" } }, limit: { count: 9 } },
    ],
  });
  await shop.client.programs.publish("thanked");
  for (const user of ["gina", "hugo"]) await shop.join("thanked", user);
  await thanks("gina", "hugo", 12_345);
  expect(await shop.balances("hugo")).toEqual({ EUR: { pending: 0, available: 617 } });
  program = "community";
  await shop.books();
});

test("erasing takes the words that a member wrote and those about her; joining two people adds up what they gave", async () => {
  program = "community";
  for (const user of ["ida", "ida-2", "jan"]) await shop.join("community", user);
  const request = await asks("ida", "jan", "Ida's words to Jan");
  await thanks("jan", "ida", 100, { text: "Jan's words about Ida" });
  await thanks("ida", "jan", 100, { text: "Ida's words about Jan" });
  await introduces("ida", "jan");
  await introduces("ida-2", "jan");
  const [a, b] = [await standing("ida"), await standing("ida-2")];
  expect([a.given, b.given]).toEqual([1, 1]);
  const { mergePeople } = await import("../../src/flow/merge-people.ts");
  const { moneyOf } = await import("../support/money.ts");
  const m = moneyOf(shop.server.engine);
  const by = { ...m.by, workspaceId: shop.server.a.sandboxId };
  await mergePeople(m.parts, by, { fromId: uuid(a.person), intoId: uuid(b.person), evenWithTwoUserIds: true });
  expect(await standing("ida")).toMatchObject({ person: b.person, given: 2, thanks: [{ slips: 1 }] });
  const words = () => rows("select text from private_text where workspace_id = $1 and text like '%Ida%'");
  expect(await words()).toHaveLength(3);
  await shop.client.unwrap(shop.client.api.POST("/v1/people/{person}/erase", { params: { path: { person: "user_id:ida" } } }));
  expect(await words()).toEqual([]);
  expect(
    (await shop.client.unwrap(shop.client.api.GET("/v1/requests/{request}", { params: { path: { request: request.id } } }))).text,
  ).toBeNull();
  await shop.books();
});
