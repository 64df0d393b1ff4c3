/** What comes in by each door is counted as it was answered, beside the path of events: equal to what was sent. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(() => s.close());

test("each door's events are counted as they were answered, and a door that falls silent or refuses more is told of", async () => {
  const key = s.a.testKey;
  const call = (path: string, body: object) => s.call("POST", path, { key, body });
  const door = async (name: string): Promise<Loose> => {
    await s.engine.tally.flush();
    const { body } = await s.call("GET", "/v1/reports/health", { key });
    return { ...body["doors"].find((each: Loose) => each.door === name), alerts: body["alerts"] as Loose[] };
  };
  const purchase = (id: string, more = {}) => ({
    id,
    type: "purchase",
    person: { user_id: id },
    order: { id: `o-${id}`, total: 100, currency: "USD" },
    ...more,
  });
  const day = async (n: number): Promise<void> => {
    const events = Array.from({ length: 25 }, (_, i) => purchase(`d${n}-${i}`));
    expect((await call("/v1/events", { events })).status).toBe(200);
    await s.engine.tally.flush();
    expect((await call("/v1/test_clock", { advance: "1d" })).status).toBe(200);
  };
  for (const n of [1, 2, 3, 4]) await day(n);
  expect((await door("api")).alerts.map((each: Loose) => [each.code, each.door, each.level])).toEqual([["door_silent", "api", "alarm"]]);
  expect(await home()).toEqual([{ kind: "tracking", count: 1, more: false }]);

  // 25 new, four of them again, one told otherwise, three that cannot be, one of another id about a known order, one late.
  const late = new Date(Date.now() + 4 * 86_400_000 - 7_200_000).toISOString();
  const fresh = Array.from({ length: 25 }, (_, i) => purchase(`n-${i}`, i === 0 ? { occurred_at: late } : {}));
  const other = purchase("other", { order: { id: "o-n-3", total: 100, currency: "USD" } });
  const wrong = [{ id: "w-1", type: "purchase" }, { type: "nonsense" }, purchase("w-2", { order: { total: 1, currency: "XXX" } })];
  await call("/v1/events", {
    events: [...fresh, ...fresh.slice(1, 5), purchase("n-9", { order: { id: "o-n-9", total: 200, currency: "USD" } }), ...wrong],
  });
  await call("/v1/events", other);
  const api = await door("api");
  const counts = { arrived: 34, accepted: 26, duplicates: 4, retold: 1, refused: 3, late: 1, again: 1 };
  expect(api.day).toEqual(counts);
  expect(api.usual).toBe(25);
  expect(api.days.map((each: Loose) => each.arrived)).toEqual([25, 25, 25, 25, 34]);
  expect(api.reasons.reduce((sum: number, each: Loose) => sum + each.events, 0)).toBe(3);
  expect(api.alerts.filter((each: Loose) => each.door === "api")).toEqual([]);
  expect(await home()).toEqual([]);

  // What a browser, a shop's list, Segment and the people's door send is counted as theirs.
  const many = Array.from({ length: 30 }, () => ({ type: "purchase" }));
  await call("/v1/batch", { batch: [{ type: "track", event: "Order Completed", messageId: "m-1", userId: "u" }, ...many] });
  await s.call("PUT", "/v1/people/user_id:zoe", { key, body: { name: "Zoe" } });
  const segment = await door("segment");
  expect(segment.day).toMatchObject({ arrived: 31, refused: 31 });
  expect(segment.alerts.map((each: Loose) => [each.code, each.door])).toContainEqual(["door_refusals", "segment"]);
  expect((await door("people")).day).toMatchObject({ arrived: 1, accepted: 1 });

  const compared = await call("/v1/reports/health/orders", { orders: ["o-n-1", "o-n-2", "o-n-2", "o-lost"] });
  expect(compared.body).toMatchObject({ listed: 3, missing: 1, orders: ["o-lost"] });
  expect((await s.call("GET", "/v1/reports/health", { key })).body["loss"]).toMatchObject({ listed: 3, missing: 1, share: 1 / 3 });

  async function home(): Promise<Loose[]> {
    return (await s.call("GET", "/v1/home", { key })).body["needs"];
  }
});
