/** Variants that a preset's document becomes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import subscription from "../../presets/subscription.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => shop.close());

describe("upsell: a referred upgrade pays under its own rule", () => {
  /** The subscription's document with one more stage and rule; who is a customer already may be referred to an upgrade. */
  const upgrade = {
    key: "upsell",
    when: { stage: "upgrade" as const, nth: 1 },
    give: { cash: { percent: 20, of: "event.value" as const, max: "50.00 USD" } },
    hold: "14d",
    limit: { count: 10, every: "month" as const },
  };
  beforeAll(async () => {
    await shop.publish("subscription", {
      friends: { who: "anyone" },
      stages: [...subscription.stages, { key: "upgrade", on: "stage", name: "Upgraded" }],
      rewards: [...subscription.rewards!, upgrade],
    });
  });
  const invoice = (user: string, id: string) => shop.buys(user, { id, total: 900, type: "payment" });
  const upgrades = (user: string, value: number, more: { code?: string; subject?: string } = {}) =>
    shop.send({
      type: "stage",
      stage: "upgrade",
      person: { user_id: user },
      value,
      currency: "USD",
      ...(more.subject !== undefined && { subject: more.subject }),
      ...(more.code !== undefined && { referral: { code: more.code } }),
    });

  test("a friend's first invoice gives a month by the one rule, her upgrade 20 % of its value by the other", async () => {
    const code = await shop.join("subscription", "ann");
    await shop.send({ type: "signup", person: { user_id: "bob" }, referral: { code } });
    await invoice("bob", "i-1");
    expect(await shop.balances("ann")).toEqual({ months: { pending: 1, available: 0 } });
    const outcome = await upgrades("bob", 12_000);
    expect(outcome.decisions[0]!.rewards.map((r) => [r.rule, r.value.amount])).toEqual([["upsell", 2400]]);
    // The second upgrade and the next invoice pay nothing more.
    expect((await upgrades("bob", 20_000)).decisions[0]).toMatchObject({ outcome: "not_rewarded", reason: "not_nth" });
    await invoice("bob", "i-2");
    expect(await shop.balances("ann")).toEqual({ months: { pending: 1, available: 0 }, USD: { pending: 2400, available: 0 } });
    await shop.books();
  });

  test("an old customer who upgrades through a code counts, for at most 50.00, and a correction of the value adjusts it", async () => {
    const code = await shop.join("subscription", "cleo");
    await invoice("dave", "j-1");
    await upgrades("dave", 40_000, { code, subject: "plan-dave" });
    expect(await shop.balances("cleo")).toEqual({ USD: { pending: 5000, available: 0 } });
    await upgrades("dave", 15_000, { subject: "plan-dave" });
    expect(await shop.balances("cleo")).toEqual({ USD: { pending: 3000, available: 0 } });
    await shop.to(day(15));
    expect(await shop.balances("cleo")).toEqual({ USD: { pending: 0, available: 3000 } });
    await shop.books();
  });
});
