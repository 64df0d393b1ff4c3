/** First orders by incentive over the API: what was refunded within 90 days, of those that are old enough. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Reporting, ago, buys, dayAgo, figures, openReporting } from "../support/reporting.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let code: string;
let get: Reporting["whole"];

beforeAll(async () => {
  ({ server: s, code, whole: get } = await openReporting());
});
afterAll(() => s.close());


test("first orders under an offer: which were refunded within 90 days, only of those that are old enough", async () => {
  const old = Array.from({ length: 12 }, (_, n) => buys(200 + n, `r-${n}`, { occurred_at: ago(100), referral: { code } }));
  const back = [95, 5].map((days, n) => ({
    id: `r-back-${n}`,
    type: "refund",
    occurred_at: ago(days),
    order: { id: `r-${n}`, amount: 1000, currency: "USD" },
  }));
  const young = buys(300, "r-young", { occurred_at: ago(80), referral: { code } });
  expect((await s.call("POST", "/v1/events", { body: { events: [...old, ...back, young] } })).status).toBe(200);
  const report = await get(`/v1/reports/incentives?program=friends&from=${dayAgo(101)}&to=${dayAgo(75)}`);
  const f = figures(report);
  expect([f["first_orders"].value, f["first_orders_young"].value]).toEqual([13, 1]);
  const share = { above: 1, below: 12, value: 1 / 12, reason: null };
  expect(f["refund_rate_90"]).toMatchObject(share);
  expect(f["refund_rate_90"].low).toBeCloseTo(0.0149, 3);
  expect(f["refund_rate_90"].high).toBeCloseTo(0.3539, 3);
  // Each opens to its orders, the latest first.
  const rows = async (figure: Loose): Promise<string[]> => (await s.call("GET", figure.rows)).body["data"].map((each: Loose) => each.id);
  expect(await rows(f["first_orders"])).toEqual(["r-young", ...old.map((each) => each.id).sort().reverse()]);
  expect(await rows(f["first_orders_refunded"])).toEqual(["r-0"]);
  expect(await rows(f["first_orders_young"])).toEqual(["r-young"]);
  expect(await rows(f["refund_rate_90"])).toEqual(["r-0"]);
  for (const group of report.groups) {
    expect(await rows(figures(group)["first_orders"])).toHaveLength(figures(group)["first_orders"].value);
    expect(await rows(figures(group)["first_orders_refunded"])).toEqual(["r-0"]);
  }
  for (const group of report.groups) expect(figures(group)["refund_rate_90"]).toMatchObject(share);
  expect(figures(await get("/v1/reports/incentives?program=friends"))["refund_rate_90"]).toMatchObject({ value: null, below: 0 });
});
