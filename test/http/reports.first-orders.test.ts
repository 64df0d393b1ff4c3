/** First orders by incentive over the API, refunded within 90 days or too young; and reports cut by what is counted from rows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Reporting, ago, buys, dayAgo, figures, openReporting } from "../support/reporting.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let code: string;
let get: Reporting["whole"];
let plain: Reporting["get"];

beforeAll(async () => {
  ({ server: s, code, get: plain, whole: get } = await openReporting());
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
  expect(await rows(f["first_orders"])).toEqual([
    "r-young",
    ...old
      .map((each) => each.id)
      .sort()
      .reverse(),
  ]);
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

test("a report cut by segment or variant counts what the two are side by side, and each figure opens to its rows", async () => {
  // With no segment there is nothing to count.
  const bare = await get(`/v1/reports/money?from=${dayAgo(100)}&to=${dayAgo(0)}&by=segment`);
  expect([bare.groups, bare.counting, bare.renewing]).toEqual([[], null, false]);
  for (const [name, filter] of [
    ["All", {}],
    ["None", { "person.country": "ZZ" }],
  ] as const)
    expect((await s.call("POST", "/v1/segments", { body: { name, filter } })).status).toBe(201);
  const days = `from=${dayAgo(101)}&to=${dayAgo(0)}`;
  const listed = await plain("/v1/segments?limit=50");
  const ids = new Map<string, string>(listed.data.map((each: Loose) => [each.name, each.id]));
  for (const report of ["funnel", "money", "incentives", "sources"]) {
    const path = `/v1/reports/compare?${days}&of=version&program=friends&left=1&right=2&report=${report}`;
    if (report !== "sources") expect((await plain(path)).data.length).toBeGreaterThan(0);
    const bySegment = await get(`/v1/reports/${report}?${days}&by=segment`);
    expect(bySegment.notes).toContain("segments_now");
    expect(Math.abs(Date.now() - Date.parse(bySegment.groups_as_of))).toBeLessThan(60_000);
    const [all, none] = [ids.get("All"), ids.get("None")].map((key) => bySegment.groups.find((each: Loose) => each.key === key));
    expect([all.name, none]).toEqual(["All", undefined]);
    for (const figure of all.figures) {
      const whole = bySegment.figures.find((each: Loose) => each.metric === figure.metric && each.unit === figure.unit);
      expect({ metric: figure.metric, value: figure.value, before: figure.before }).toEqual({
        metric: figure.metric,
        value: whole.value,
        before: null,
      });
    }
    for (const figure of all.figures) await expectRows(figure);
    const byVariant = await get(`/v1/reports/${report}?${days}&by=variant&program=friends`);
    expect(byVariant.notes).toContain("variants");
    expect(byVariant.groups.length).toBeGreaterThan(0);
    const sum = (metric: string): number =>
      byVariant.groups.flatMap((each: Loose) => each.figures).reduce((n: number, f: Loose) => (f.metric === metric ? n + f.value : n), 0);
    const counted = byVariant.groups[0].figures.filter((each: Loose) => each.above === null && each.unit === null && each.value !== null);
    for (const { metric } of counted) expect([metric, sum(metric)]).toEqual([metric, figures(byVariant)[metric].value]);
    for (const group of byVariant.groups) for (const figure of group.figures) await expectRows(figure);
  }
  // Rewards of several kinds are one line of days, which comes to the figure.
  const daily = await get(`/v1/reports/incentives?${days}&series=day`);
  const line = daily.series.filter((each: Loose) => each.metric === "rewards_granted");
  expect(new Set(line.map((each: Loose) => each.day)).size).toBe(line.length);
  expect(line.reduce((sum: number, each: Loose) => sum + each.value, 0)).toBe(figures(daily)["rewards_granted"].value);
  expect((await s.call("GET", `/v1/reports/funnel?${days}&by=segment&format=csv`)).text).toContain(",segment,All,friends_came,");
  await expectCounting(`/v1/reports/money?from=${dayAgo(99)}&to=${dayAgo(0)}&by=segment`, ids.get("All")!);
  const refused = async (path: string): Promise<unknown> => ((await s.call("GET", path)).body["errors"] as Loose[])[0].pointer;
  expect(await refused(`/v1/reports/funnel?from=${dayAgo(400)}&by=segment`)).toBe("/from");
  expect(await refused(`/v1/reports/rows?metric=friends_came&by=variant&key=x`)).toBe("/key");
  expect(await refused(`/v1/reports/rows?metric=advocates_joined&by=variant&key=1`)).toBe("/by");
  const foreign = await s.call("GET", `/v1/reports/rows?metric=friends_came&by=segment&key=${ids.get("All")}`, { key: s.b.secretKey });
  expect(foreign.status).toBe(404);
});

test("a day with very much in it is counted by the job, and not while somebody waits for a report", async () => {
  const owner = s.engine.database.ownerPool;
  const signup = { id: "of-a-heavy-day", type: "signup", person: { user_id: "of-a-heavy-day" }, referral: { code } };
  const came = async (): Promise<number> => figures(await plain("/v1/reports/funnel?program=friends"))["friends_came"].value;
  const before = await came();
  const heavy = `insert into report_day (workspace_id, program_id, metric, dim, day, key, unit, value)
    select workspace_id, id, 'visits', '', $2, '', '', 10001 from program where workspace_id = $1 and key = 'friends'`;
  await owner.query(heavy, [s.a.workspaceId, Math.floor(Date.now() / 86_400_000) + 1]);
  await s.call("POST", "/v1/events", { body: signup });
  expect(await came()).toBe(before);
  await owner.query("delete from report_day where workspace_id = $1 and value = 10001", [s.a.workspaceId]);
  expect(await came()).toBe(before + 1);
});

/** Who does not wait is given the figures of days at once, and the groups once they are counted; a table waits for them. */
async function expectCounting(path: string, all: string): Promise<void> {
  const table = await s.call("GET", `${path}&format=csv&wait=0`);
  expect([table.status, Object.keys(table.body)]).toEqual([202, ["working"]]);
  const other = `${path}&compare=previous&wait=0`;
  const first = await s.call("GET", other);
  expect([first.status, first.body["groups"], first.body["groups_as_of"]]).toEqual([200, null, null]);
  expect(first.body["counting"].share).toBeLessThanOrEqual(1);
  expect(figures(first.body)["orders"].value).toBeGreaterThan(0);
  for (let round = 0; round < 100; round++) {
    const { body } = await s.call("GET", other);
    if (body["groups"] === null) continue;
    const group = body["groups"].find((each: Loose) => each.key === all);
    expect(figures(group)["orders"].value).toBe(figures(first.body)["orders"].value);
    return;
  }
  throw new Error("The segments were not counted.");
}

/** Of what is counted there are as many rows as the figure says. */
async function expectRows(figure: Loose): Promise<void> {
  if (figure.rows === null || figure.unit !== null || figure.above !== null) return;
  const { data } = await plain(`${figure.rows}&limit=100`);
  expect([figure.rows, data.length]).toEqual([figure.rows, figure.value]);
}
