/** Reports over the API: figures from roll-ups with their meaning, interval, period and freshness; what came late shows. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { METRICS } from "../../src/core/analytics/metrics.ts";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let code: string;
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const dayAgo = (days: number): string => ago(days).slice(0, 10);

beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const joined = await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: "ann" } } });
  code = joined.body["links"][0].code;
  const events = Array.from({ length: 12 }, (_, n) => [
    { id: `s-${n}`, type: "signup", person: { user_id: `f-${n}` }, referral: { code } },
    ...(n < 5 ? [buys(n, `o-${n}`)] : []),
    ...(n < 2 ? [buys(n, `again-${n}`)] : []),
  ]).flat();
  expect((await s.call("POST", "/v1/events", { body: { events } })).status).toBe(200);
  // A reader waits a moment at most; on a busy machine the first figures take more than one.
  await vi.waitFor(async () => expect((await get("/v1/reports/funnel")).freshness.complete).toBe(true), { timeout: 20_000, interval: 50 });
});
afterAll(() => s.close());

const buys = (n: number, id: string, more = {}) => ({
  id,
  type: "purchase",
  person: { user_id: `f-${n}` },
  order: { id, total: 8000, currency: "USD" },
  ...more,
});
const get = async (path: string): Promise<Loose> => {
  const { status, body } = await s.call("GET", path);
  expect({ path, status, detail: body["detail"] }).toEqual({ path, status: 200, detail: undefined });
  return body;
};
const figures = (report: Loose): Record<string, Loose> => Object.fromEntries(report.figures.map((each: Loose) => [each.metric, each]));

test("the funnel counts what happened a moment ago, each step a part of the one before, shares with Wilson's interval", async () => {
  const report = await get("/v1/reports/funnel?program=friends");
  const f = figures(report);
  expect([f["friends_came"].value, f["friends_signed_up"].value, f["friends_bought"].value, f["friends_bought_again"].value]).toEqual([
    12, 12, 5, 2,
  ]);
  expect(f["conversion_rate"]).toMatchObject({ above: 5, below: 12, value: 5 / 12, reason: null });
  expect(f["conversion_rate"].low).toBeCloseTo(0.1933, 3);
  expect(f["conversion_rate"].high).toBeCloseTo(0.6805, 3);
  expect(f["repeat_rate"]).toMatchObject({ value: null, reason: "too_little_data", missing: 5, above: 2, below: 5 });
  expect(report.freshness.complete).toBe(true);
  expect(report.period).toMatchObject({ to: dayAgo(0), days: 30, zone: "UTC" });
});
