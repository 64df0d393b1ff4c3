/** Sums that no number holds exactly: nothing crashes, nothing is rounded, and verify names the account. */
import { createHashes } from "../../src/adapters/hashes.ts";
import { MAX_EVENT_AMOUNT } from "../../src/core/event.ts";
import { verifyWorkspace } from "../../src/flow/verify.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

const HUGE = Number.MAX_SAFE_INTEGER;

let s: TestServer;
let code: string;
beforeAll(async () => {
  s = await createServer();
  const rewards = [{ key: "all", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 100, of: "order.total" } } }];
  const base = { key: "huge", kind: "direct", name: "Huge", stages: ["order"], qualifies_at: "order", friends: { who: "anyone" } };
  const words = { destination: "https://shop.example/", terms: { en: "T" }, disclosure: { en: "D" } };
  await s.call("PUT", "/v1/programs/huge", { body: { ...base, ...words, rewards } });
  expect((await s.call("POST", "/v1/programs/huge/publish")).status).toBe(200);
  code = (await s.call("POST", "/v1/advocates", { body: { program: "huge", person: { user_id: "ann" } } })).body.links[0].code;
});
afterAll(() => s.close());

const buy = (id: string, total: number) => ({
  id,
  type: "purchase" as const,
  person: { user_id: `ben-${id}` },
  referral: { code },
  order: { id, total, currency: "USD" },
});

test("no door takes an amount above 10^13 minor units, and says so by field", async () => {
  expect((await s.call("POST", "/v1/events", { body: buy("fits", MAX_EVENT_AMOUNT) })).body.status).toBe("settled");
  const event = await s.call("POST", "/v1/events", { body: buy("more", MAX_EVENT_AMOUNT + 1) });
  expect([event.status, event.body.error?.errors[0].pointer ?? event.body.errors[0].pointer]).toEqual([422, "/order/total"]);
  const value = { amount: MAX_EVENT_AMOUNT + 1, currency: "USD" };
  const grant = await s.call("POST", "/v1/rewards", {
    body: { program: "huge", person: "user_id:ann", kind: "cash", value, reason: "r" },
  });
  expect([grant.status, grant.body.errors[0].pointer]).toEqual([422, "/value/amount"]);
});

test("where a sum has passed 2^53 all the same, the trial balance tells its digits, readers say why, and verify names it", async () => {
  // Past the door: the engine itself takes what is exact.
  const settled = await s.engine.batcher.submit(s.a.workspaceId, [buy("h1", HUGE), buy("h2", HUGE)]);
  expect(settled.map((o) => o.status)).toEqual(["settled", "settled"]);
  const trial = await s.call("GET", "/v1/ledger/trial-balance");
  const sum = String(2n * BigInt(HUGE) + BigInt(MAX_EVENT_AMOUNT));
  expect(trial.body.data).toEqual([
    {
      unit: "USD",
      accounts: expect.arrayContaining([
        { kind: "program_expense", amount: `-${sum}` },
        { kind: "available", amount: sum },
      ]),
      total: 0,
    },
  ]);
  const accounts = await s.call("GET", "/v1/ledger/accounts");
  expect([accounts.status, accounts.body.code]).toEqual([409, "beyond_exact"]);
  const verified = await verifyWorkspace({ pool: s.engine.database.pool(), hashes: createHashes(s.engine.secret) }, s.a.workspaceId);
  const exact = verified.checks.find((c) => c.id === "exact");
  expect([exact?.ok, exact?.bad, exact?.examples[0]]).toEqual([false, 1, expect.stringContaining(sum)]);
});
