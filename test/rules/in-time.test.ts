/**
 * Rules that ask when: three friends within 30 days, one a month for three months, one reward a network a week, one activity a period.
 * Each is counted by when things happened, so the order of arrival changes nothing.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { verify } from "../support/people.ts";
import { type Shop, createShop, day, month } from "../support/shop.ts";

const PROGRAM = {
  key: "timely",
  kind: "advocacy",
  name: "Timely",
  stages: ["signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [
    { key: "trio", when: { threshold: 3, within: "30d" }, give: { badge: { name: "Trio" } } },
    { key: "trios", when: { threshold: 3, within: "30d", repeat: true }, give: { points: 10 } },
    { key: "steady", when: { streak: 3, every: "month" }, give: { cash: "5.00 USD" } },
    { key: "shares", when: { activity: "share" }, give: { points: 3 }, limit: { count: 1, every: "week", by: "channel" } },
    { key: "review", when: { activity: "review", every: "month" }, give: { entries: 2 } },
    { key: "free-entry", when: { activity: "free_entry" }, give: { entries: 1 } },
    { key: "product", when: { activity: "photo", each: "subject" }, give: { entries: 1 } },
  ],
  terms: { en: "T" },
  disclosure: { en: "D" },
} satisfies ProgramDefinition;

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.client.programs.put("timely", PROGRAM);
  await shop.client.programs.publish("timely");
  // Activities count from joining on.
  for (const who of ["fay", "gus"]) await shop.join("timely", who);
});
afterAll(() => shop.close());

const right = async () => {
  await shop.books();
  const { broken } = await verify(shop.server.engine, shop.server.a.sandboxId);
  expect(broken.filter((each) => !each.startsWith("I8:"))).toEqual([]);
};
const given = async (user: string) => {
  const sums: Record<string, number> = {};
  for (const r of await shop.rewards(user)) if (r.value.amount > 0) sums[r.rule] = (sums[r.rule] ?? 0) + r.value.amount;
  return sums;
};
let order = 0;
const friends = async (code: string, days: readonly number[]) => {
  for (const d of days) {
    const id = `o${++order}`;
    await shop.buys(`f-${id}`, { id, total: 1000, code, at: day(d) });
  }
  return order;
};

test("three within 30 days give a badge once, and points each time; 30 days and a millisecond are too far", async () => {
  const [ann, bea] = [await shop.join("timely", "ann"), await shop.join("timely", "bea")];
  await shop.to(day(100));
  await friends(ann, [0, 15, 30]);
  expect(await given("ann")).toEqual({ trio: 1, trios: 10 });
  // The three are used up: the next that count are 31, 32 and 33.
  await friends(ann, [31, 32]);
  expect(await given("ann")).toEqual({ trio: 1, trios: 10 });
  await friends(ann, [33]);
  expect(await given("ann")).toEqual({ trio: 1, trios: 20 });
  await friends(bea, [0, 15]);
  await shop.buys("late", { id: "late", total: 1000, code: bea, at: day(30, 1) });
  expect(await given("bea")).toEqual({});
  await right();
});

test("a refund takes the badge back, another friend in time brings it again; arrival in any order ends the same", async () => {
  const [cleo, dora] = [await shop.join("timely", "cleo"), await shop.join("timely", "dora")];
  await friends(cleo, [40, 50]);
  const third = await friends(cleo, [60]);
  expect(await given("cleo")).toEqual({ trio: 1, trios: 10 });
  await shop.refunds(`o${third}`);
  expect(await given("cleo")).toEqual({});
  await friends(cleo, [65]);
  expect(await given("cleo")).toEqual({ trio: 1, trios: 10 });
  await friends(dora, [60, 40, 80, 50]);
  expect(await given("dora")).toEqual({ trio: 1, trios: 10 });
  await right();
});

test("one a month for three months: a month left out begins again, and the one that comes late fills the gap", async () => {
  const eve = await shop.join("timely", "eve");
  await shop.to(month(8));
  const at = async (m: number) => {
    const id = `s${++order}`;
    await shop.buys(`f-${id}`, { id, total: 1000, code: eve, at: month(m) });
    return id;
  };
  for (const m of [3, 4, 6]) await at(m);
  expect((await given("eve")).steady).toBeUndefined();
  const fill = await at(5);
  expect((await given("eve")).steady).toBe(500);
  await shop.refunds(fill);
  expect((await given("eve")).steady).toBeUndefined();
  await at(7);
  expect((await given("eve")).steady).toBeUndefined();
  await at(5);
  expect((await given("eve")).steady).toBe(500);
  await right();
});

const does = (user: string, name: string, more: { at: string; channel?: string; subject?: string }) =>
  shop.send({
    type: "activity",
    name,
    occurred_at: more.at,
    person: { user_id: user },
    ...(more.subject !== undefined && { subject: more.subject }),
    ...(more.channel !== undefined && { context: { channel: more.channel } }),
  });

test("one share a network a week: the second in a network is over the limit, another network and the next week are not", async () => {
  // 7 January 2030 is a Monday; day 239 is in the present.
  const from = 217;
  const outcomes = [];
  for (const [d, channel] of [
    [from, "linkedin"],
    [from + 1, "linkedin"],
    [from + 1, "x"],
    [from + 7, "linkedin"],
  ] as const)
    outcomes.push(await does("fay", "share", { at: day(d), channel }));
  expect(outcomes.map((o) => o.decisions[0]!.rewards.map((r) => r.value.amount))).toEqual([[3], [0], [3], [3]]);
  expect(outcomes[1]!.decisions[0]).toMatchObject({ outcome: "not_rewarded", reason: "cap_reached" });
  // One of the first day that arrives last takes the place of the second: the sum is the same.
  expect(await given("fay")).toEqual({ shares: 9 });
  await right();
});

test("a review counts once a month, a photo once a product; who has not joined is told so", async () => {
  const now = new Date(month(8)).getTime();
  const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
  await does("gus", "review", { at: ago(1) });
  const second = await does("gus", "review", { at: ago(0) });
  expect(second.decisions[0]).toMatchObject({ outcome: "not_rewarded", reason: "not_nth" });
  await shop.to(month(9));
  await does("gus", "review", { at: month(9) });
  for (const subject of ["lamp", "lamp", "chair"]) await does("gus", "photo", { at: month(9), subject });
  expect(await given("gus")).toEqual({ review: 4, product: 2 });
  const stranger = await does("nobody", "review", { at: month(9) });
  expect(stranger.decisions[0]).toMatchObject({ reason: "not_taking_part" });
  await right();
});
