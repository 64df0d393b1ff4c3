/** Reasons that no other test asks for, each from what a business would see: an event, and the answer that says why it earned nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

const BASE = {
  kind: "direct",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  terms: { en: "T" },
  disclosure: { en: "D" },
} satisfies Partial<ProgramDefinition>;
const DIRECT = {
  ...BASE,
  key: "plain",
  name: "Plain",
  rewards: [{ key: "each", when: { stage: "order" }, to: "advocate", give: { cash: "5.00 USD" } }],
} satisfies ProgramDefinition;
const ABOVE = {
  ...BASE,
  key: "above",
  name: "Only above",
  rewards: [{ key: "up", when: { stage: "order" }, to: { upline: 1 }, give: { cash: "1.00 USD" } }],
} satisfies ProgramDefinition;

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  for (const program of [DIRECT, ABOVE]) {
    await shop.client.programs.put(program.key, program);
    await shop.client.programs.publish(program.key);
  }
  await shop.to(day(10));
});
afterAll(() => shop.close());

const ask = async (path: string): Promise<void> => {
  const answer = await shop.server.call("POST", path, { key: shop.server.a.testKey, body: {} });
  expect(answer.status).toBe(200);
};
/** What the event's answer says of each program. */
const said = (outcome: Awaited<ReturnType<Shop["buys"]>>): string[] =>
  outcome.decisions.map((each) => `${each.program} ${each.outcome} ${each.reason ?? ""}`.trim());

test("an order belongs to whom its earliest event names: another's copy of it earns nothing", async () => {
  const ann = await shop.join("plain", "ann");
  expect(said(await shop.buys("bob", { id: "o-1", total: 1000, code: ann, at: day(1) }))).toContain("plain rewarded");
  const copy = { id: "copy", type: "purchase", person: { user_id: "eve" }, order: { id: "o-1", total: 1000, currency: "USD" } } as const;
  const told = await shop.send({ ...copy, occurred_at: day(2), referral: { code: ann } });
  expect(said(told)).toContain("plain not_rewarded order_of_another_person");
});

test("the code of an advocate who has left is nobody's", async () => {
  const { person, links } = await shop.client.join("plain", { user_id: "cleo" });
  const cleo = links[0]!.code;
  await ask(`/v1/programs/plain/advocates/${person}/leave`);
  expect(said(await shop.buys("dan", { id: "o-2", total: 1000, code: cleo, at: day(3) }))).toContain("plain not_referred advocate_left");
});

test("nobody is above whom nobody recruited", async () => {
  const fay = await shop.join("above", "fay");
  expect(said(await shop.buys("gus", { id: "o-3", total: 1000, code: fay, at: day(3) }))).toContain("above not_rewarded upline_missing");
});

test("a paused program pays nothing for what happens meanwhile", async () => {
  const hal = await shop.join("plain", "hal");
  await ask("/v1/programs/plain/pause");
  expect(said(await shop.buys("ida", { id: "o-4", total: 1000, code: hal }))).toContain("plain not_rewarded program_paused");
});
