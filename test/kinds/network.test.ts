/** A17: network marketing, unilevel. Off by default; the seller and two levels above share in net sales, nothing for recruiting. */
import { afterAll, beforeAll, expect, test } from "vitest";
import network from "../../presets/network.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
const codes: Record<string, string> = {};
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("network");
});
afterAll(() => shop.close());

const pending = async (...users: string[]) => Promise.all(users.map(async (user) => (await shop.balances(user)).USD?.pending ?? 0));
/** Signs up with the recruiter's code, and joins. */
const recruit = async (user: string, recruiter?: string): Promise<void> => {
  if (recruiter !== undefined) await shop.send({ type: "signup", person: { user_id: user }, referral: { code: codes[recruiter]! } });
  codes[user] = await shop.join("network", user);
};
const report = () => shop.client.unwrap(shop.client.api.GET("/v1/reports/network", { params: { query: { program: "network" } } }));

test("A17: off by default: the preset binds and pays nobody before it is enabled", async () => {
  const { findings } = await shop.client.programs.get("network");
  expect(findings).toContainEqual(expect.objectContaining({ severity: "warning", code: "network_off" }));
  await recruit("early");
  const bought = await shop.buys("x1", { id: "x1", total: 10000, code: codes.early });
  expect(bought.decisions).toMatchObject([{ outcome: "not_rewarded", reason: "program_not_live", rewards: [] }]);
  // A definition that does not say which it wants is refused.
  await shop.client.programs.put("network", { ...network, enabled: undefined });
  await expect(shop.client.programs.publish("network")).rejects.toMatchObject({
    code: "program_has_errors",
    problem: { errors: [{ pointer: "/enabled", code: "network_not_enabled" }] },
  });

  await shop.publish("network", { enabled: true });
  const later = await shop.buys("x2", { id: "x2", total: 10000, code: codes.early });
  expect(later.decisions).toMatchObject([{ outcome: "rewarded", rewards: [{ rule: "seller", value: { amount: 800, currency: "USD" } }] }]);
});

test("A17: C's customer buys for 100.00: 8.00 to C, 4.00 to B, 2.00 to A; a return of 25.00 takes 2.00, 1.00 and 0.50", async () => {
  await recruit("ann");
  await recruit("ben", "ann");
  await recruit("cleo", "ben");
  // Nothing for recruiting.
  expect(await pending("ann", "ben", "cleo")).toEqual([0, 0, 0]);
  const bought = await shop.buys("dan", { id: "100", total: 10000, code: codes.cleo });
  const rewards = bought.decisions[0]!.rewards.map((r) => [r.rule, r.value.amount]);
  expect(rewards.sort()).toEqual([
    ["level-1", 400],
    ["level-2", 200],
    ["seller", 800],
  ]);
  expect(await pending("ann", "ben", "cleo")).toEqual([200, 400, 800]);

  await shop.refunds("100", 2500);
  expect(await pending("ann", "ben", "cleo")).toEqual([150, 300, 600]);
  await shop.books();
});

test("A17: net is without tax and shipping, also when a line is returned", async () => {
  const before = await pending("ann", "ben", "cleo");
  const items = [
    { sku: "shoes", price: 7500 },
    { sku: "socks", price: 2500 },
  ];
  const order = { id: "119", total: 11900, tax: 1500, shipping: 400, currency: "USD", items };
  await shop.send({ type: "purchase", person: { user_id: "dan" }, order });
  expect(await pending("ann", "ben", "cleo")).toEqual(before.map((sum, i) => sum + [200, 400, 800][i]!));
  await shop.send({ type: "refund", order: { id: "119", items: [items[1]!] } });
  expect(await pending("ann", "ben", "cleo")).toEqual(before.map((sum, i) => sum + [150, 300, 600][i]!));
  await shop.refunds("119");
  expect(await pending("ann", "ben", "cleo")).toEqual(before);
  await shop.books();
});

test("A17: a fourth level pays three; the seller's recruits earn nothing from her", async () => {
  await recruit("eva", "cleo");
  await shop.buys("fay", { id: "e-100", total: 10000, code: codes.eva });
  expect(await pending("ann", "ben", "cleo", "eva")).toEqual([150, 300 + 200, 600 + 400, 800]);
  await shop.books();
});

test.each([
  ["joining", { key: "r", when: { joined: true as const }, give: { cash: "5.00 USD" } }],
  ["a recruit's signup", { key: "r", when: { stage: "signup" }, give: { cash: "5.00 USD" } }],
  ["a recruit's recruit", { key: "r", when: { stage: "signup" }, to: { upline: 1 }, give: { points: 100 } }],
])("A17: a rule paid on recruitment is refused: %s", async (_name, rule) => {
  const draft = await shop.client.programs.put("network", { ...network, enabled: true, rewards: [...network.rewards!, rule] });
  expect(draft.findings).toContainEqual(
    expect.objectContaining({ severity: "error", code: "pays_for_recruitment", pointer: "/rewards/3/when" }),
  );
  await expect(shop.client.programs.publish("network")).rejects.toMatchObject({ status: 409, code: "program_has_errors" });
});

test("A17: a warning when over half of pay comes from members' own purchases, and not at half", async () => {
  expect((await report()).findings).toEqual([]);
  const { pay } = await report();
  const total = pay[0]!.total;
  // Ben is a member and buys for himself: Ann earns 8 %, nobody is above her.
  const needed = (total * 100) / 8;
  await shop.buys("ben", { id: "own-1", total: needed });
  expect((await report()).pay).toEqual([{ unit: "USD", total: total * 2, from_members: total }]);
  expect((await report()).findings).toEqual([]);
  await shop.buys("ben", { id: "own-2", total: 1000 });
  expect((await report()).findings).toMatchObject([{ severity: "warning", code: "pay_from_members" }]);
  // Returned, they are no pay.
  await shop.refunds("own-2");
  expect((await report()).findings).toEqual([]);
});

test("A17: switched off again, open referrals earn nothing either", async () => {
  await shop.publish("network", { enabled: false });
  const bought = await shop.buys("dan", { id: "after", total: 10000 });
  expect(bought.decisions).toMatchObject([{ reason: "program_not_live", rewards: [] }]);
  await shop.to(day(30));
  await shop.books();
});
