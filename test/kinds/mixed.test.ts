/** Mixed programs: one that has rules of four kinds, and two that want one conversion, which is paid once, by priority. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { shuffled } from "../support/shuffle.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

const WORDS = { destination: "https://shop.example/", terms: { en: "T" }, disclosure: { en: "D" } };
/** A coupon for the friend (two-way), tiers (tiered), points every third friend (loyalty), entries with a free way in (contest). */
const MIXED = {
  ...WORDS,
  key: "mixed",
  kind: "two_way",
  name: "Mixed",
  stages: ["signup", "order"],
  qualifies_at: "order",
  rewards: [
    { key: "friend-off", when: { stage: "signup", nth: 1 }, to: "friend", give: { coupon: { percent: 20, valid: "30d" } } },
    { key: "thanks", when: { stage: "order", nth: 1 }, give: { cash: "10.00 USD" }, hold: "14d" },
    { key: "thirds", when: { threshold: 3, repeat: true }, give: { points: 500 } },
    { key: "draw", when: { stage: "order" }, give: { entries: 2 }, limit: { count: 4, every: "month" } },
    { key: "free-entry", when: { activity: "free_entry", every: "month" }, give: { entries: 1 } },
  ],
  tiers: { every: "quarter", steps: [{ from: 1 }, { from: 4, multiply: 1.5 }] },
  budget: { amount: "100.00 USD", every: "month" },
} satisfies ProgramDefinition;

/** Both want an order: the first pays a share of large ones, the second a fixed amount for any. */
const group = { exclusive_group: "one-pays", stages: ["visit", "order"], qualifies_at: "order", friends: { who: "anyone" as const } };
const SHARE = {
  ...WORDS,
  ...group,
  key: "share",
  kind: "affiliate",
  name: "Share",
  priority: 10,
  rewards: [
    {
      key: "tenth",
      when: { stage: "order", where: { "order.total": { gte: "100.00 USD" } } },
      give: { cash: { percent: 10, of: "order.total" } },
    },
  ],
  budget: { amount: "100000.00 USD" },
} satisfies ProgramDefinition;
const FLAT = {
  ...WORDS,
  ...group,
  key: "flat",
  kind: "direct",
  name: "Flat",
  priority: 20,
  rewards: [{ key: "five", when: { stage: "order" }, give: { credit: "5.00 USD" } }],
} satisfies ProgramDefinition;

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  for (const program of [MIXED, SHARE, FLAT]) {
    await shop.client.programs.put(program.key, program);
    await shop.client.programs.publish(program.key);
  }
});
afterAll(() => shop.close());

test("one program with the rules of four kinds: each pays its own, and a refund is felt by each in its own way", async () => {
  const code = await shop.join("mixed", "ann");
  for (let i = 1; i <= 6; i++) {
    await shop.send({ type: "signup", person: { user_id: `f${i}` }, referral: { code } });
    await shop.buys(`f${i}`, { id: `o-${i}`, total: 5000 });
  }
  await shop.send({ type: "activity", name: "free_entry", person: { user_id: "ann" } });
  // 3 x 10.00 and 3 x 15.00 are 75.00; points for the 3rd and 6th. Tiers multiply entries too: 2, 2, 2 and 3 for four orders of the
  // month, and 1.5, which is 2, for the free one.
  expect(await shop.balances("ann")).toEqual({
    USD: { pending: 7500, available: 0 },
    points: { pending: 0, available: 1000 },
    entries: { pending: 0, available: 11 },
  });
  const coupons = await shop.client.unwrap(shop.client.api.GET("/v1/coupons", { params: { query: { person: "user_id:f1" } } }));
  expect(coupons.data.map((c) => c.terms)).toMatchObject([{ percent: 20 }]);

  await shop.refunds("o-2");
  // The 4th is the 3rd now: 3 x 10.00 and 2 x 15.00; the fifth order takes the free place in the draw, by 3.
  expect(await shop.balances("ann")).toEqual({
    USD: { pending: 6000, available: 0 },
    points: { pending: 0, available: 500 },
    entries: { pending: 0, available: 11 },
  });
  await shop.books();
});

/** An order of somebody whom both programs know: a link of the one and the code of the other. */
async function wanted(who: string, total: number, at: string, order: readonly number[] = [0, 1, 2]) {
  const [share, flat] = [await shop.join("share", `s-${who}`), await shop.join("flat", `t-${who}`)];
  const events = [
    { id: `${who}-v1`, type: "visit" as const, occurred_at: day(0), person: { user_id: who }, referral: { code: share } },
    { id: `${who}-v2`, type: "visit" as const, occurred_at: day(0, 1), person: { user_id: who }, referral: { code: flat } },
    {
      id: `${who}-o`,
      type: "purchase" as const,
      occurred_at: at,
      person: { user_id: who },
      order: { id: `x-${who}`, total, currency: "USD" },
    },
  ];
  for (const i of order) await shop.client.events.track(events[i]!);
  const all = await shop.client.unwrap(
    shop.client.api.GET("/v1/rewards", { params: { query: { friend: `user_id:${who}`, limit: 100 } } }),
  );
  return all.data.map((r) => [r.program, r.value.amount]).filter(([, amount]) => amount !== 0);
}

test("two programs of an exclusive group want one order: the first by priority pays it; what it does not pay the second may", async () => {
  await shop.to(day(2));
  expect(await wanted("big", 15_000, day(1))).toEqual([["share", 1500]]);
  expect(await wanted("small", 9900, day(1))).toEqual([["flat", 500]]);
  const outcome = await shop.buys("big", { id: "again", total: 20_000 });
  expect(outcome.decisions.map((d) => [d.program, d.outcome, d.reason])).toEqual([
    ["share", "rewarded", null],
    ["flat", "not_rewarded", "exclusive_program"],
    ["mixed", "not_referred", "no_touch"],
  ]);
  await shop.books();
});

test("a full refund leaves the order to nobody: it was one conversion, and it is gone", async () => {
  await wanted("back", 15_000, day(1));
  await shop.refunds("x-back");
  const all = await shop.client.unwrap(shop.client.api.GET("/v1/rewards", { params: { query: { friend: "user_id:back", limit: 100 } } }));
  expect(all.data.filter((r) => r.value.amount !== 0)).toEqual([]);
  await shop.books();
});

test("whichever of touches and order comes first, the same one program pays (200 permutations)", { timeout: 180_000 }, async () => {
  const each = (seed: number) => wanted(`p${seed}`, 15_000, day(1), shuffled([0, 1, 2], seed));
  const ends = (await Promise.all(Array.from({ length: 200 }, (_, seed) => each(seed)))).map((end) => JSON.stringify(end));
  expect([...new Set(ends)]).toEqual([JSON.stringify([["share", 1500]])]);
  await shop.books();
});
