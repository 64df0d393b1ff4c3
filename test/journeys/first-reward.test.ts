import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(async () => {
  await e.close();
});
test("a purchase with a code earns a tenth, a refund takes its share back", async () => {
  await e.publish(
    {
      key: "friends",
      kind: "direct",
      name: "Friends",
      stages: ["order"],
      qualifies_at: "order",
      destination: "https://shop.example/",
      rewards: [
        { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
      ],
    },
    { from: Date.now() - 86_400_000 },
  );
  const a = await e.join("friends", { user_id: "u_1", email: "a@example.com" });
  const [o] = await e.send({
    id: "o1",
    type: "purchase",
    person: { user_id: "u_2" },
    referral: { code: a.code },
    order: { id: "4711", total: 8000, currency: "USD" },
  });
  expect(o!.decisions[0]!.rewards[0]!.value).toEqual({ amount: 800, currency: "USD" });
  const [refund] = await e.send({ id: "r1", type: "refund", order: { id: "4711", amount: 2000, currency: "USD" } });
  expect(refund!.decisions[0]!.rewards[0]!.value).toEqual({ amount: 600, currency: "USD" });
  const again = await e.send({
    id: "o1",
    type: "purchase",
    person: { user_id: "u_2" },
    referral: { code: a.code },
    order: { id: "4711", total: 8000, currency: "USD" },
  });
  expect(again[0]!.status).toBe("duplicate");
  const [early] = await e.send({
    id: "r2",
    type: "refund",
    occurred_at: new Date().toISOString(),
    order: { id: "55", amount: 100, currency: "USD" },
  });
  expect(early!.status).toBe("parked");
  const [late] = await e.send({
    id: "o2",
    type: "purchase",
    person: { user_id: "u_2" },
    order: { id: "55", total: 1000, currency: "USD" },
  });
  expect(late!.decisions[0]!.rewards[0]!.value).toEqual({ amount: 90, currency: "USD" });
  await assertBooks(e, e.workspace);
});
