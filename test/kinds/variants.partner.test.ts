/** Variants of `partner` and `employee`: referral selling, employee advocacy, and claims on orders that named nobody (C8). */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "@grapevine/sdk";
import { presets } from "../../presets/index.ts";
import { type Claims, claimsOf } from "../support/claims.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let claims: Claims;
const preset = (key: string) => presets.find((p) => p.key === key)!;

/** A document of another key, published. */
async function publish(document: ProgramDefinition): Promise<void> {
  await shop.client.programs.put(document.key, document);
  await shop.client.programs.publish(document.key);
}

beforeAll(async () => {
  shop = await createShop();
  claims = claimsOf(shop);
});
afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: "USD" });
const rewards = async (user: string) => (await shop.rewards(user)).map((r) => [r.rule, r.value.amount]);

test("referral selling: 100.00 at the meeting, 5 % of the won value at most 2,000.00; already_known when the deal was open", async () => {
  await publish({
    ...preset("partner"),
    key: "introduce",
    name: "Introduce somebody",
    advocates: { join: "automatic" },
    claims: { subject: "deal", stage: "registered", decide: "at_once", lost: ["lost"] },
    rewards: [
      { key: "meeting", when: { stage: "meeting", nth: 1 }, to: "advocate", give: { cash: "100.00 USD" }, hold: "14d" },
      {
        key: "won",
        when: { stage: "won" },
        to: "advocate",
        give: { cash: { percent: 5, of: "event.value", max: "2000.00 USD" } },
        hold: "30d",
        limit: { per: "advocate", count: 20, every: "year" },
      },
    ],
  });
  await shop.join("introduce", "ann");
  const claim = (contact: string) =>
    claims.make({ program: "introduce", contact: { email: `${contact}@${contact}.example`, name: contact }, claimants: ["ann"] });
  const small = await claim("ida");
  await claims.stage(small.referral!, "meeting");
  await claims.stage(small.referral!, "won", usd(1_200_000));
  const large = await claim("jon");
  await claims.stage(large.referral!, "meeting");
  await claims.stage(large.referral!, "won", usd(9_000_000));
  expect(await rewards("ann")).toEqual([
    ["meeting", 10_000],
    ["won", 60_000],
    ["meeting", 10_000],
    ["won", 200_000],
  ]);
  const { api, unwrap } = shop.client;
  await unwrap(api.PUT("/v1/deals/{deal}", { params: { path: { deal: "ours" } }, body: { contact: { email: "kai@kai.example" } } }));
  expect(await claim("kai")).toMatchObject({ status: "refused", reason: "already_known" });
  await shop.books();
});

test("employee advocacy for leads: 25.00 a customer with payroll; the department that works on the lead is excluded", async () => {
  await publish({
    ...preset("affiliate"),
    key: "staff",
    name: "Colleagues recommend",
    advocates: { who: { "person.attributes.employed": true } },
    stages: ["visit", "signup", { key: "lead", on: "lead" }, "order"],
    claims: { subject: "deal", stage: "lead", decide: "at_once", excluded: ["own_department"] },
    rewards: [
      {
        key: "customer",
        when: { stage: "order", nth: 1 },
        to: "advocate",
        give: { cash: "25.00 USD" },
        hold: "14d",
        limit: { per: "advocate", count: 200, every: "year" },
      },
    ],
  });
  for (const [user, department] of [
    ["sam", "Sales"],
    ["bea", "Bakery"],
  ] as const) {
    await shop.send({
      type: "identify",
      person: { user_id: user, attributes: { employed: true, department, employee_number: `e-${user}`, cost_centre: department } },
    });
    await shop.join("staff", user);
  }
  const lead = (by: string, contact: string, department: string) =>
    claims.make({ program: "staff", contact: { user_id: contact }, department, claimants: [by] });
  expect(await lead("sam", "lena", "sales")).toMatchObject({ status: "refused", reason: "own_department" });
  expect(await lead("bea", "lena", "sales")).toMatchObject({ status: "accepted" });
  await shop.buys("lena", { id: "s-1", total: 30_000 });
  await shop.buys("lena", { id: "s-2", total: 30_000 });
  expect(await rewards("bea")).toEqual([["customer", 2_500]]);
  expect(await rewards("sam")).toEqual([]);
  // Through her link as well: it is an affiliate program.
  const { data } = await shop.client.unwrap(shop.client.api.GET("/v1/links", { params: { query: { person: "user_id:bea" } } }));
  await shop.buys("otto", { id: "s-3", total: 10_000, code: data[0]!.code });
  await shop.to(day(20));
  expect(await shop.balances("bea")).toEqual({ USD: { pending: 0, available: 5_000 } });
  const { api, unwrap } = shop.client;
  const batch = await unwrap(api.POST("/v1/payouts", { body: { unit: "USD", kind: "cash", minimum: 1 } }));
  const query = { format: "payroll" as const };
  const file = await unwrap(api.GET("/v1/payouts/{batch}/file.csv", { params: { path: { batch: batch.id }, query }, parseAs: "text" }));
  expect(file).toMatch(/^e-bea,Bakery,,50\.00,USD,/m);
  await shop.books();
});

test("C8: `I bought but forgot the code`: approved, the claim binds the order and pays as the code would have", async () => {
  await publish({
    ...preset("direct"),
    key: "forgot",
    claims: { subject: "order", within: "30d", evidence: "required", decide: { after: "7d", answer: "refuse" } },
  });
  await shop.join("forgot", "vera");
  await shop.join("forgot", "wim");
  const claim = (by: string, order: string, evidence?: string) => claims.make({ program: "forgot", order, evidence, claimants: [by] });
  expect(await claim("vera", "f-1", "Ben bought this")).toMatchObject({ status: "refused", reason: "order_unknown", contact: null });
  await shop.buys("ben", { id: "f-1", total: 8_000 });
  expect(await claim("vera", "f-1")).toMatchObject({ status: "refused", reason: "evidence_missing" });
  const made = await claim("vera", "f-1", "Ben wrote me: I forgot your code");
  expect(made).toMatchObject({ status: "pending", evidence: "Ben wrote me: I forgot your code" });
  expect(await claim("wim", "f-1", "It was me")).toMatchObject({ status: "refused", reason: "claimed_by_another" });
  expect(await shop.balances("vera")).toEqual({});
  const approved = await claims.approve(made.id);
  expect(approved).toMatchObject({ status: "accepted" });
  expect(approved.referral).not.toBeNull();
  // 10 % of 80.00, in the amount and with the hold of any order; a return takes its part back.
  expect(await shop.balances("vera")).toEqual({ USD: { pending: 800, available: 0 } });
  await shop.refunds("f-1", 2_000);
  expect(await shop.balances("vera")).toEqual({ USD: { pending: 600, available: 0 } });
  // A second order of somebody who was a customer before brings nobody anything.
  await shop.buys("cem", { id: "f-2", total: 4_000 });
  await shop.buys("cem", { id: "f-3", total: 4_000 });
  expect(await claim("vera", "f-3", "Cem, too")).toMatchObject({ status: "refused", reason: "already_known" });
  await shop.books();
});

test("C8: what nobody decides in 7 days the rule decides; an order of more than 30 days ago is too late", async () => {
  await shop.buys("dan", { id: "f-4", total: 5_000 });
  const made = await claims.make({ program: "forgot", order: "f-4", evidence: "Dan said so", claimants: ["wim"] });
  await shop.to(new Date(Date.parse(made.claimed_at) + 7 * 86_400_000).toISOString());
  expect(await claims.get(made.id)).toMatchObject({ status: "refused", reason: "not_decided", decided_by: "rule" });
  await publish({ ...preset("direct"), key: "forgot", claims: { subject: "order", within: "30d", decide: { after: "3d" } } });
  const again = await claims.make({ program: "forgot", order: "f-4", claimants: ["wim"] });
  await shop.to(new Date(Date.parse(again.claimed_at) + 3 * 86_400_000).toISOString());
  expect(await claims.get(again.id)).toMatchObject({ status: "accepted", decided_by: "rule" });
  expect(await shop.balances("wim")).toEqual({ USD: { pending: 500, available: 0 } });
  await shop.buys("eva", { id: "f-5", total: 5_000 });
  await shop.client.advanceClock("31d");
  expect(await claims.make({ program: "forgot", order: "f-5", claimants: ["wim"] })).toMatchObject({ reason: "too_late" });
  await shop.books();
});
