/** What the money tests of the console stand on: a program whose rewards wait, are paid, are handed over, and a proof of the books. */
import { expect, vi } from "vitest";
import type { Stage } from "./stage.ts";

type Made = Record<string, never> & { id: string };

/** Publishes the program and lets `orders` friends of Ann and Bob buy for 80.00 each. */
export async function stageMoney(stage: Stage, orders: number): Promise<void> {
  const rewards = [
    {
      key: "thanks",
      when: { stage: "order" },
      to: "advocate",
      give: { cash: { percent: 10, of: "order.total" } },
      hold: "14d",
      approval: "manual",
    },
    { key: "auto", when: { stage: "order" }, to: "advocate", give: { cash: "5.00 USD" }, hold: "7d" },
    { key: "card", when: { stage: "order" }, to: "friend", give: { gift_card: "5.00 USD" } },
    { key: "points", when: { stage: "order" }, to: "advocate", give: { points: 300 } },
    { key: "code", when: { stage: "order" }, to: "friend", give: { coupon: { percent: 10, codes: "pool" } } },
  ];
  await stage.call("PUT", "/v1/programs/money", {
    key: "money",
    kind: "direct",
    name: "Money",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    terms: { en: "Ten percent." },
    disclosure: { en: "I get 10 %." },
    budget: { amount: "500.00 USD", every: "month" },
    rewards,
  });
  await stage.call("POST", "/v1/programs/money/publish");
  const codes: string[] = [];
  for (const [user_id, name] of [
    ["ann", "Ann"],
    ["bob", "Bob"],
  ]) {
    const { links } = await stage.call<{ links: { code: string }[] }>("POST", "/v1/advocates", {
      program: "money",
      person: { user_id, name },
    });
    codes.push(links[0]!.code);
  }
  const events = Array.from({ length: orders }, (_, i) => ({
    id: `order-${i}`,
    type: "purchase",
    person: { user_id: `friend-${i}`, name: `Friend ${i}` },
    referral: { code: codes[i % 2] },
    order: { id: `o-${i}`, total: 8000, currency: "USD" },
  }));
  await stage.call("POST", "/v1/events", { events });
}

/** The books of the sandbox, proved by the product's own verification. */
export async function proveBooks(stage: Stage): Promise<void> {
  const { id } = await stage.call<Made>("POST", "/v1/ledger/verify");
  const read = () => stage.call<{ state: string; ok: boolean | null }>("GET", `/v1/ledger/proofs/${id}`);
  await vi.waitUntil(async () => (await read()).state !== "running", { timeout: 30_000, interval: 200 });
  expect(await read()).toMatchObject({ state: "ended", ok: true });
}
