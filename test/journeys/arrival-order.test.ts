/** Events that share a request, or come before what they belong to. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, createEngine } from "../support/engine.ts";

let e: Engine;
let code: string;

beforeAll(async () => {
  e = await createEngine();
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" }],
  });
  ({ code } = await e.join("friends", { user_id: "ann" }));
});
afterAll(async () => await e.close());

test("events without an instant in one request keep the order they were sent in", async () => {
  const [signup, order] = await e.send([
    { id: "z-signup", type: "signup", person: { user_id: "b1" }, referral: { code } },
    { id: "a-order", type: "purchase", person: { user_id: "b1" }, order: { id: "o-1", total: 5000, currency: "USD" } },
  ]);
  expect(signup?.decisions[0]).toMatchObject({ outcome: "advanced", stage: "signup" });
  expect(order?.decisions[0]?.rewards[0]?.value).toEqual({ amount: 500, currency: "USD" });
});

test("a refund that is older than its purchase and comes in the same request takes back all the same", async () => {
  const now = Date.now();
  const [refund, order] = await e.send([
    { id: "r-2", type: "refund", occurred_at: new Date(now - 60_000).toISOString(), order: { id: "o-2", amount: 1000, currency: "USD" } },
    {
      id: "p-2", type: "purchase", occurred_at: new Date(now - 30_000).toISOString(), person: { user_id: "b2" }, referral: { code },
      order: { id: "o-2", total: 5000, currency: "USD" },
    },
  ]);
  expect(refund?.status).toBe("settled");
  expect(order?.decisions[0]?.rewards[0]?.value).toEqual({ amount: 400, currency: "USD" });
});
