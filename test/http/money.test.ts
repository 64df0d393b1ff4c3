import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, Reply, TestServer } from "../support/server.ts";

let s: TestServer;
let key: string;
const DAY = 86_400_000;
const call = (method: string, path: string, body?: unknown): Promise<Reply<Loose>> => s.call(method, path, { key, body });
beforeAll(async () => {
  s = await createServer();
  key = s.a.testKey;
  const rewards = [
    { key: "thanks", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
  ];
  const document = {
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards,
  };
  const terms = { terms: { en: "Ten percent." }, disclosure: { en: "I get 10 %." } };
  const draft = await call("PUT", "/v1/programs/friends", { ...document, ...terms });
  expect(draft.body.findings.filter((each: Loose) => each.severity === "error")).toEqual([]);
  expect((await call("POST", "/v1/programs/friends/publish")).status).toBe(200);
  const joined = await call("POST", "/v1/advocates", { program: "friends", person: { user_id: "ann" } });
  const { code } = joined.body.links[0];
  for (const [order, total] of [
    ["o-1", 8000],
    ["o-2", 5000],
  ] as const) {
    const referral = { code };
    await call("POST", "/v1/events", {
      id: order,
      type: "purchase",
      person: { user_id: `ben-${order}` },
      referral,
      order: { id: order, total, currency: "USD" },
    });
  }
});
afterAll(async () => {
  await s.close();
});

describe("the sandbox's clock", () => {
  test("a reward is available when its hold is over and not a millisecond before; the clock goes forward only", async () => {
    const [reward] = (await call("GET", "/v1/rewards?rule=thanks")).body.data as Loose[];
    const due = Date.parse(reward.available_at);
    const set = (at: number): Promise<Reply<Loose>> => call("POST", "/v1/test_clock", { set: new Date(at).toISOString() });
    const state = async (): Promise<string> => (await call("GET", `/v1/rewards/${reward.id}`)).body.state;
    expect((await set(due - 1)).body.now).toMatch(/^\d{4}-/);
    expect(await state()).toBe("pending");
    // The clock ticks on from where it was set: by now it is past that last millisecond.
    const moved = await call("POST", "/v1/test_clock", { advance: "1m" });
    expect([moved.status, moved.body.ran.matured >= 1, await state()]).toEqual([200, true, "available"]);
    expect((await set(due - DAY)).body.code).toBe("conflict");
    expect((await call("POST", "/v1/test_clock", { advance: "a while" })).body).toMatchObject({
      code: "validation_failed",
      errors: [{ pointer: "/advance" }],
    });
    await call("POST", "/v1/test_clock", { advance: "1d" });
    expect((await call("GET", "/v1/people/user_id:ann/balances")).body).toEqual([
      { unit: "USD", pending: 0, available: 1300, in_flight: 0, settled: 0, expired: 0, expiring: [] },
    ]);
  });
});

describe("operators and rewards", () => {
  test("granting, denying and taking back are audited, move the ledger, and leave it at zero", async () => {
    const granted = await call("POST", "/v1/rewards", {
      program: "friends",
      person: "user_id:ann",
      kind: "cash",
      value: { amount: 700, currency: "USD" },
      reason: "A mistake of ours",
    });
    expect([granted.status, granted.body.value]).toEqual([201, { amount: 700, currency: "USD" }]);
    const taken = await call("POST", `/v1/rewards/${granted.body.id}/reverse`, { reason: "Granted twice" });
    expect([taken.status, taken.body.state, taken.body.value.amount]).toEqual([200, "reversed", 0]);
    expect((await call("POST", `/v1/rewards/${granted.body.id}/reverse`, {})).body).toMatchObject({
      code: "validation_failed",
      errors: [{ pointer: "/reason" }],
    });
    const actions = ((await call("GET", "/v1/audit")).body.data as Loose[]).map((each) => each.action);
    expect(actions.filter((each) => each.startsWith("reward."))).toHaveLength(2);
    for (const unit of (await call("GET", "/v1/ledger/trial-balance")).body.data as Loose[]) expect(unit.total).toBe(0);
  });
});
