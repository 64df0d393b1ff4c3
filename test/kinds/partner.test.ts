/** A6: partner companies register deals. 90 days' exclusivity, 12 % of won value, split 60/40, agreement accepted by version. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type Claims, claimsOf } from "../support/claims.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let claims: Claims;
beforeAll(async () => {
  shop = await createShop();
  claims = claimsOf(shop);
  const preset = presets.find((p) => p.key === "partner")!;
  await shop.publish("partner", { claims: { ...preset.claims!, agreement: false } });
  for (const user of ["pia", "quinn", "rosa"]) await claims.partner("partner", user);
});
afterAll(() => shop.close());

const deal = (id: string, contact: string) => ({
  program: "partner",
  deal: id,
  contact: { email: `${contact}@customer.example`, name: contact },
});

test("A6: a deal registered, met and won for 10,000.00 pays 12 %, split 60/40 between the two partners who registered it", async () => {
  const made = await claims.make({
    ...deal("d-1", "ida"),
    claimants: [
      ["pia", 60],
      ["quinn", 40],
    ],
  });
  expect(made).toMatchObject({ status: "pending", reason: null, reference: "d-1", subject: "deal" });
  const accepted = await claims.approve(made.id);
  expect(accepted).toMatchObject({ status: "accepted", reason: null });
  expect(accepted.exclusive_until.slice(0, 16)).toBe(day(90).slice(0, 16));
  expect(await claims.stage(accepted.referral!, "meeting")).toMatchObject({
    status: "settled",
    decisions: [{ outcome: "advanced", stage: "meeting" }],
  });
  await claims.stage(accepted.referral!, "won", { amount: 1_000_000, currency: "USD" });
  expect(await shop.balances("pia")).toEqual({ USD: { pending: 72_000, available: 0 } });
  expect(await shop.balances("quinn")).toEqual({ USD: { pending: 48_000, available: 0 } });
  // Said twice, it is once; said with another value, it is refused.
  expect(await claims.stage(accepted.referral!, "won", { amount: 1_000_000, currency: "USD" })).toMatchObject({ status: "duplicate" });
  await expect(claims.stage(accepted.referral!, "won", { amount: 2_000_000, currency: "USD" })).rejects.toMatchObject({
    code: "event_conflict",
  });
  await shop.books();
});
