/** A reward of which the recipient picks one of several equals: it waits, is picked once, and what is refunded follows it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { type Reward, type Shop, createShop, day } from "../support/shop.ts";

const PROGRAM = {
  key: "equals",
  kind: "direct",
  name: "Equals",
  stages: ["signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [
    {
      key: "thanks",
      when: { stage: "order" },
      give: { choice: [{ cash: { percent: 10, of: "order.total" } }, { points: 500 }, { coupon: { percent: 20, valid: "30d" } }] },
      hold: "14d",
    },
  ],
  budget: { amount: "100.00 USD" },
  terms: { en: "T" },
  disclosure: { en: "D" },
} satisfies ProgramDefinition;

let shop: Shop;
let code = "";
beforeAll(async () => {
  shop = await createShop();
  await shop.client.programs.put("equals", PROGRAM);
  await shop.client.programs.publish("equals");
  code = await shop.join("equals", "ann");
});
afterAll(() => shop.close());

const pick = (id: string, option: number) =>
  shop.client.api.POST("/v1/rewards/{reward}/choose", { params: { path: { reward: id } }, body: { option } });

async function friendBuys(who: string, total = 8000): Promise<string> {
  const outcome = await shop.buys(who, { id: `o-${who}`, total, code });
  return outcome.decisions[0]!.rewards[0]!.id;
}
const get = async (id: string): Promise<Reward> =>
  await shop.client.unwrap(shop.client.api.GET("/v1/rewards/{reward}", { params: { path: { reward: id } } }));

test("a choice waits: it neither matures nor pays, and shows what it offers", async () => {
  const id = await friendBuys("f1");
  await shop.to(day(20));
  const reward = await get(id);
  expect(reward).toMatchObject({ kind: "choice", state: "pending", value: { amount: 1, currency: "choice" }, matured_at: null });
  expect(reward.details).toEqual({
    options: [
      { option: 0, kind: "cash", value: { amount: 800, currency: "USD" }, details: null },
      { option: 1, kind: "points", value: { amount: 500, currency: "points" }, details: null },
      { option: 2, kind: "coupon", value: { amount: 1, currency: "coupon" }, details: { percent: 20, valid: "30d" } },
    ],
  });
  expect(await shop.balances("ann")).toEqual({ choice: { pending: 1, available: 0 } });
  await shop.books();
});

test("picked once its hold is over it is available at once; a second pick is refused", async () => {
  const [reward] = await shop.rewards("ann");
  const picked = await pick(reward!.id, 0);
  expect(picked.data).toMatchObject({ kind: "cash", state: "available", value: { amount: 800, currency: "USD" } });
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 800 } });
  expect((await pick(reward!.id, 1)).response.status).toBe(409);
  await shop.refunds("o-f1", 2000);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 600 } });
  await shop.books();
});

test("what is refunded before the pick is not in any option; all of it refunded leaves nothing to pick", async () => {
  const code2 = await shop.join("equals", "bea");
  const ids: string[] = [];
  for (const who of ["g1", "g2"])
    ids.push((await shop.buys(who, { id: `o-${who}`, total: 9000, code: code2 })).decisions[0]!.rewards[0]!.id);
  await shop.refunds("o-g1", 3000);
  expect(((await get(ids[0]!)).details as { options: object[] }).options[0]).toMatchObject({ value: { amount: 600, currency: "USD" } });
  expect((await pick(ids[0]!, 0)).data).toMatchObject({ kind: "cash", state: "pending", value: { amount: 600 } });
  await shop.refunds("o-g2");
  expect((await get(ids[1]!)).state).toBe("reversed");
  expect((await pick(ids[1]!, 1)).response.status).toBe(409);
  expect(await shop.balances("bea")).toEqual({ USD: { pending: 600, available: 0 } });
  await shop.books();
});

test("an order told when its hold is over already waits for the choice all the same", async () => {
  const late = await shop.join("equals", "eve");
  const outcome = await shop.buys("e1", { id: "o-e1", total: 5000, code: late, at: day(1) });
  const { id, state } = outcome.decisions[0]!.rewards[0]!;
  expect([state, (await get(id)).matured_at]).toEqual(["pending", null]);
  expect((await pick(id, 1)).data).toMatchObject({ kind: "points", state: "available" });
  await shop.books();
});

test("fifty picks at once: one wins, and the books hold one reward", async () => {
  const code3 = await shop.join("equals", "cleo");
  const id = (await shop.buys("h1", { id: "o-h1", total: 5000, code: code3 })).decisions[0]!.rewards[0]!.id;
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => pick(id, i % 2)));
  expect(answers.map((a) => a.response.status).filter((status) => status === 200)).toHaveLength(1);
  expect(answers.filter((a) => a.response.status === 409)).toHaveLength(49);
  const won = answers.find((a) => a.response.status === 200)!.data!;
  expect(await get(id)).toMatchObject({ kind: won.kind, value: won.value });
  await shop.books();
});

test("an option that is not there is refused by its field; one that the budget cannot hold leaves the choice open", async () => {
  const code4 = await shop.join("equals", "dora");
  const id = (await shop.buys("k1", { id: "o-k1", total: 120_000, code: code4 })).decisions[0]!.rewards[0]!.id;
  expect((await pick(id, 3)).response.status).toBe(422);
  const refused = await pick(id, 0);
  expect([refused.response.status, (refused.error as { code: string }).code]).toEqual([409, "budget_exhausted"]);
  expect((await get(id)).kind).toBe("choice");
  expect((await pick(id, 1)).data).toMatchObject({ kind: "points", value: { amount: 500, currency: "points" } });
  await shop.to(day(40));
  expect(await shop.balances("dora")).toEqual({ points: { pending: 0, available: 500 } });
  await shop.books();
});
