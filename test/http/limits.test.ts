import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLimiter } from "../../src/http/limiter.ts";
import { createServer } from "../support/server.ts";
import type { Reply, TestServer } from "../support/server.ts";

let s: TestServer;
const HOUR = 3600;
beforeAll(async () => {
  // An hour's windows, so that none ends in the middle of a test.
  s = await createServer({
    limits: {
      api: { limit: 40, windowSeconds: HOUR, lease: 5 },
      events: { limit: 30, windowSeconds: HOUR, lease: 10 },
      guess: { limit: 10, windowSeconds: HOUR, lease: 1 },
      browser: { limit: 6, windowSeconds: HOUR, lease: 2 },
    },
  });
});
afterAll(async () => {
  await s.close();
});
const visit = { type: "visit", person: { anonymous_id: "a" } };

describe("rate limits", () => {
  test("two processes share one allowance: together they never pass it, and 429 says when to come again", async () => {
    const other = await s.another();
    const ask = async (url: string): Promise<Response> =>
      await fetch(`${url}/v1/settings`, { headers: { authorization: `Bearer ${s.a.secretKey}` } });
    const replies: Response[] = [];
    for (let i = 0; i < 35; i++) replies.push(...(await Promise.all([ask(s.url), ask(other.url)])));
    const good = replies.filter((each) => each.status === 200).length;
    expect(good).toBe(40);
    const refused = replies.find((each) => each.status === 429)!;
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(HOUR);
    expect(refused.headers.get("ratelimit-policy")).toBe('"api";q=40;w=3600');
    expect(refused.headers.get("ratelimit")).toMatch(/^"api";r=0;t=\d+$/);
    expect(replies[0]!.headers.get("ratelimit")).toMatch(/^"api";r=3\d;t=\d+$/);
  });

  test("another key has its own allowance, and 50 at once on one key get exactly what is left", async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => s.call("POST", "/v1/events", { key: s.b.secretKey, body: visit })));
    expect(replies.filter((each) => each.status === 200)).toHaveLength(30);
    expect(replies.filter((each) => each.status === 429)).toHaveLength(20);
  });

  test("a busy key asks the table once a lease and not once a request", async () => {
    const [row] = await s.engine.rows<{ used: number }>("select used from rate_bucket where used = 30");
    expect(row).toEqual({ used: 30 });
  });

  test("forty processes that end right after their first request leave the key its allowance", async () => {
    const pool = s.engine.database.pool();
    for (let n = 0; n < 40; n++) expect((await createLimiter(pool).take("events", "restarted")).allowed).toBe(true);
  });

  test("a busy process leases more and more, and may still use all but a rest", async () => {
    const policy = { limit: 10_000, windowSeconds: HOUR, lease: 5_000 };
    const limiter = createLimiter(s.engine.database.pool(), { events: policy });
    let allowed = 0;
    while ((await limiter.take("events", "busy")).allowed) allowed++;
    expect(allowed).toBeGreaterThan(policy.limit - 500);
    expect(allowed).toBeLessThanOrEqual(policy.limit);
  });

  test("guessing keys is counted by address, and X-Forwarded-For from a stranger changes nothing", async () => {
    const guess = (i: number): Promise<Reply> =>
      s.call("GET", "/v1/settings", { key: `gv_live_guess${i}`, headers: { "x-forwarded-for": `203.0.113.${i}` } });
    const replies: Reply[] = [];
    for (let i = 0; i < 14; i++) replies.push(await guess(i));
    expect(replies.map((each) => each.status)).toEqual([...Array.from({ length: 10 }, () => 401), ...Array.from({ length: 4 }, () => 429)]);
    // Whoever has a good key at that address still gets in.
    expect((await s.call("GET", "/v1/settings", { key: s.b.secretKey })).status).toBe(200);
  });

  test("a publishable key is counted by address: one browser cannot use up the shop's allowance", async () => {
    const replies: Reply[] = [];
    for (let i = 0; i < 8; i++) replies.push(await s.call("POST", "/v1/events", { key: s.a.publishableKey, body: visit }));
    expect(replies.map((each) => each.status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  });

  test("no address stands in the table", async () => {
    const rows = await s.engine.rows<{ bucket: string }>("select bucket from rate_bucket");
    for (const { bucket } of rows) expect(bucket).toMatch(/^[0-9a-f]{32}$/);
  });
});
