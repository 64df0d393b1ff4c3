/** Messages that are due: who is to be told what, in which language, once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inWorkspace } from "../../src/store/db.ts";
import { insertMessages } from "../../src/store/messages.ts";
import { OPERATORS } from "../../src/core/messages/kinds.ts";
import { uuidOf } from "../../src/core/id.ts";
import { presets } from "../../presets/index.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let code = "";
let ada = "";

type Message = { kind: string; person: string | null; locale: string; subject: string; status: string; data: Record<string, unknown> };
const messages = async (query = ""): Promise<Message[]> => {
  const reply = await shop.server.call("GET", `/v1/messages?limit=200${query}`, { key: shop.server.a.testKey });
  expect(reply.status).toBe(200);
  return reply.body.data as Message[];
};
const kinds = (list: Message[]): string[] => list.map((m) => m.kind).sort();

beforeAll(async () => {
  shop = await createShop();
  await shop.publish("direct");
  const joined = await shop.client.join("direct", { user_id: "ada", attributes: { locale: "de_DE" } } as never);
  code = joined.links[0]!.code;
  ada = joined.person;
});
afterAll(() => shop.close());

test("what was settled is told to the advocate in her language: joined, and what she earned, once an order", async () => {
  await shop.buys("ben", { id: "1", total: 8000, code });
  await shop.to(day(1));
  const due = await messages("&person=user_id:ada");
  expect(kinds(due)).toEqual(["advocate_joined", "reward_granted"]);
  expect(due.every((m) => m.locale === "de-DE" && m.person === ada && m.status === "due")).toBe(true);
  const granted = due.find((m) => m.kind === "reward_granted")!;
  expect(granted.data).toMatchObject({ program: "direct", reward: granted.subject, form: "cash", unit: "USD" });
});

test("a reward that was held is told again when it is hers; one that is taken back is told with its id", async () => {
  await shop.buys("cleo", { id: "2", total: 8000, code });
  await shop.refunds("2");
  await shop.to(day(40));
  const list = await messages("&person=user_id:ada");
  const of = (kind: string) => list.filter((m) => m.kind === kind).map((m) => m.subject);
  expect(of("reward_available")).toHaveLength(1);
  expect(of("reward_reversed")).toHaveLength(1);
  expect(of("reward_reversed")).not.toEqual(of("reward_available"));
});

test("the outbox handed over again, from its beginning, adds no message", async () => {
  const before = await messages();
  await shop.server.engine.rows("delete from outbox_cursor where consumer = 'messages'");
  await shop.to(day(41));
  expect(await messages()).toEqual(before);
});

test("what happened long before it was told is history: an order of last month makes no message", async () => {
  const before = await messages();
  await shop.buys("dan", { id: "3", total: 8000, code, at: day(10) });
  await shop.to(day(42));
  expect((await messages()).length).toBe(before.length);
});

test("a message that a flow adds goes to the surviving person, in the workspace's language where she has none, and once", async () => {
  const { sandboxId } = shop.server.a;
  const pool = shop.server.engine.database.pool();
  await shop.client.unwrap(
    shop.client.api.PUT("/v1/people/{person}", { params: { path: { person: "user_id:eve" } }, body: {} } as never),
  );
  const [{ id: eve }] = (await shop.server.call("GET", "/v1/people?limit=200", { key: shop.server.a.testKey })).body.data.filter(
    (p: { user_id?: string; user_ids?: string[] }) => JSON.stringify(p).includes('"eve"'),
  );
  await shop.server.engine.rows(`update workspace set settings = '{"locale":"fr"}' where workspace_id = $1`, [sandboxId]);
  const row = { kind: "badge_earned" as const, person_id: uuidOf("per", eve)!, subject_key: "badge:x", due_at: 1 };
  const notice = { kind: "budget_low" as const, person_id: OPERATORS, subject_key: "bud_1", due_at: 1 };
  const add = () => inWorkspace(pool, sandboxId, (db) => insertMessages(sandboxId, db, [row, notice, row]));
  expect(await add()).toBe(2);
  expect(await add()).toBe(0);
  const [badge] = await messages("&kind=badge_earned");
  expect(badge).toMatchObject({ locale: "fr", person: eve });
  expect(await messages("&kind=budget_low")).toMatchObject([{ person: null, locale: "fr" }]);
});

test("the list is one workspace's and takes its filters", async () => {
  expect((await shop.server.call("GET", "/v1/messages", { key: shop.server.b.testKey })).body.data).toEqual([]);
  expect((await messages("&kind=advocate_joined&status=due")).length).toBe(1);
  expect((await messages("&status=delivered")).length).toBe(0);
  expect((await shop.server.call("GET", "/v1/messages?kind=nonsense", { key: shop.server.a.testKey })).status).toBe(422);
});

test("where the advocate gets nothing herself, she is told that her recommendation counts", async () => {
  const rewards = [{ key: "off", when: { stage: "order" }, to: "friend", give: { cash: "5.00 USD" } }];
  const direct = presets.find((each) => each.key === "direct")!;
  await shop.client.programs.put("kind", { ...direct, key: "kind", rewards } as never);
  await shop.client.programs.publish("kind");
  const own = await shop.join("kind", "gil");
  await shop.buys("hana", { id: "9", total: 8000, code: own });
  await shop.to(day(50));
  expect(kinds(await messages("&person=user_id:gil"))).toEqual(["advocate_joined", "referral_qualified"]);
  expect(kinds(await messages("&person=user_id:hana"))).toContain("reward_granted");
});

test("what a rule decides long after what happened is news when it is decided, and so is its being taken back", async () => {
  const late = { key: "late", when: { stage: "order", after: "60d" }, to: "advocate", give: { cash: "5.00 USD" } };
  const direct = presets.find((each) => each.key === "direct")!;
  await shop.client.programs.put("patient", { ...direct, key: "patient", rewards: [late] } as never);
  await shop.client.programs.publish("patient");
  const own = await shop.join("patient", "ivy");
  await shop.buys("jon", { id: "20", total: 8000, code: own });
  const told = async () => kinds(await messages("&person=user_id:ivy"));
  await shop.to(day(100));
  expect(await told()).not.toContain("reward_granted");
  await shop.to(day(115));
  expect(await told()).toEqual(["advocate_joined", "referral_qualified", "reward_granted"]);
  const [reward] = (await shop.server.call("GET", "/v1/rewards?person=user_id:ivy", { key: shop.server.a.testKey })).body.data;
  expect(Date.parse(reward.available_at) - Date.parse(reward.at)).toBe(60 * 86_400_000);
  await shop.refunds("20");
  await shop.to(day(116));
  expect(await told()).toContain("reward_reversed");
});

test("a coupon that is hers at once is told in one message, the one with its code", async () => {
  await shop.publish("two_way");
  const own = await shop.join("two_way", "kai");
  await shop.send({ type: "signup", person: { user_id: "lea" }, referral: { code: own } });
  await shop.to(day(117));
  expect(kinds(await messages("&person=user_id:lea"))).toEqual(["coupon_ready"]);
});
