import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(async () => {
  await s.close();
});

test("the smallest story in seven calls", async () => {
  const saved = await s.call("PUT", "/v1/programs/friends", {
    body: {
      key: "friends",
      kind: "direct",
      name: "Friends",
      stages: ["order"],
      qualifies_at: "order",
      destination: "https://shop.example/welcome",
      terms: { en: "Terms." },
      disclosure: { en: "I get 10 % of your order." },
      rewards: [
        { key: "thanks", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
      ],
    },
  });
  expect([saved.status, saved.body["status"], saved.body["version"]]).toEqual([200, "draft", null]);
  const published = await s.call("POST", "/v1/programs/friends/publish");
  expect([published.status, published.body["status"], published.body["version"]]).toEqual([200, "live", 1]);

  const join = { program: "friends", person: { user_id: "u_1", email: "a@example.com", name: "A" } };
  const joined = await s.call("POST", "/v1/advocates", { body: join });
  expect(joined.status).toBe(200);
  const [link] = joined.body["links"];
  expect(link).toEqual({
    id: expect.stringMatching(/^lnk_/),
    code: expect.stringMatching(/^[2-9A-Z]{10}$/),
    channel: null,
    url: `http://localhost:4400/r/${link.code}`,
  });
  expect((await s.call("POST", "/v1/advocates", { body: join })).body).toEqual(joined.body);

  const purchase = {
    id: "order-4711",
    type: "purchase",
    person: { user_id: "u_2" },
    referral: { code: link.code },
    order: { id: "4711", total: 8000, currency: "USD" },
  };
  const outcome = await s.call("POST", "/v1/events", { body: purchase });
  expect(outcome.status).toBe(200);
  expect(outcome.body).toMatchObject({
    client_id: "order-4711",
    status: "settled",
    decisions: [{ program: "friends", outcome: "rewarded", stage: "order" }],
  });
  expect(outcome.body["decisions"][0].rewards[0]).toMatchObject({
    rule: "thanks",
    value: { amount: 800, currency: "USD" },
    state: "pending",
  });
  const again = await s.call("POST", "/v1/events", { body: purchase });
  expect(again.body).toEqual({ ...outcome.body, status: "duplicate" });

  expect((await s.call("GET", "/v1/people/user_id:u_1/balances")).body).toEqual([
    { unit: "USD", pending: 800, available: 0, in_flight: 0, settled: 0, expired: 0, expiring: [] },
  ]);
  const refund = await s.call("POST", "/v1/events", {
    body: { id: "r-1", type: "refund", order: { id: "4711", amount: 2000, currency: "USD" } },
  });
  expect(refund.body["decisions"][0]).toMatchObject({ outcome: "adjusted", rewards: [{ value: { amount: 600, currency: "USD" } }] });
  expect((await s.call("GET", "/v1/people/user_id:u_1/balances")).body).toEqual([
    { unit: "USD", pending: 600, available: 0, in_flight: 0, settled: 0, expired: 0, expiring: [] },
  ]);

  const trial = await s.call("GET", "/v1/ledger/trial-balance");
  expect(trial.body["data"]).toEqual([
    {
      unit: "USD",
      accounts: [
        { kind: "pending", amount: 600 },
        { kind: "program_expense", amount: -600 },
      ],
      total: 0,
    },
  ]);
  const trace = await s.call("GET", outcome.body["decisions"][0].trace);
  expect(trace.status).toBe(200);
  expect(trace.body).toMatchObject({ event: { client_id: "order-4711", order: "4711" }, words: [{ program: "friends" }] });
});

test("what the story made can be listed and read", async () => {
  for (const path of [
    "/v1/events",
    "/v1/people",
    "/v1/programs",
    "/v1/links",
    "/v1/referrals",
    "/v1/rewards",
    "/v1/ledger/accounts",
    "/v1/ledger/transactions",
    "/v1/keys",
    "/v1/audit",
    "/v1/advocates?program=friends",
  ]) {
    const list = await s.call("GET", path);
    expect([path, list.status, list.body["data"].length > 0]).toEqual([path, 200, true]);
  }
  for (const path of ["/v1/referrals", "/v1/rewards", "/v1/links", "/v1/events", "/v1/people"]) {
    const { id } = (await s.call("GET", path)).body["data"][0];
    expect([path, (await s.call("GET", `${path}/${id}`)).body["id"]]).toEqual([path, id]);
  }
  const growth = await s.call("GET", "/v1/reports/growth?program=friends");
  expect(growth.body).toMatchObject({
    people: 2,
    referrals: 1,
    roots: 1,
    offspring: [
      { referred: 0, people: 1 },
      { referred: 1, people: 1 },
    ],
    in_circles: 0,
  });
  expect((await s.call("GET", "/v1/people/user_id:u_1/standing")).body["data"]).toMatchObject([
    { program: "friends", referrals: 1, rewards: [{ unit: "USD", owed: 600 }] },
  ]);
});
