/** Reports over the API: figures from roll-ups with their meaning, interval, period and freshness; what came late shows. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { countsWithin, fitOffspring, histogramOf } from "../../src/core/analytics/growth/offspring.ts";
import { METRICS, metricOf } from "../../src/core/analytics/metrics.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { REPORTS } from "../../src/core/analytics/reports.ts";
import { createSpeaker } from "../../src/core/words/speaker.ts";
import { spreadView } from "../../src/http/views/growth.ts";
import { type SetupClient, withClient } from "../../src/store/roles.ts";
import { addReader, removeReader } from "../../src/store/sql-readers.ts";
import { type Reporting, ago, buys, dayAgo, figures, openReporting } from "../support/reporting.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let code: string;
let get: Reporting["get"];
let whole: Reporting["whole"];

beforeAll(async () => {
  ({ server: s, code, get, whole } = await openReporting());
  const events = Array.from({ length: 12 }, (_, n) => [
    { id: `s-${n}`, type: "signup", person: { user_id: `f-${n}` }, referral: { code } },
    ...(n < 5 ? [buys(n, `o-${n}`)] : []),
    ...(n < 2 ? [buys(n, `again-${n}`)] : []),
  ]).flat();
  expect((await s.call("POST", "/v1/events", { body: { events } })).status).toBe(200);
  await whole("/v1/reports/funnel");
});
afterAll(() => s.close());

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

test("an order of last week that comes in today changes last week's figure, and the report says what it was", async () => {
  const late = { ...buys(11, "late"), occurred_at: ago(0) };
  const path = `/v1/reports/money?program=friends&from=${dayAgo(20)}&to=${dayAgo(0)}&series=day`;
  await s.call("POST", "/v1/events", {
    body: { id: "old-signup", type: "signup", person: { user_id: "old" }, referral: { code }, occurred_at: ago(9) },
  });
  await get(path);
  await s.call("POST", "/v1/events", {
    body: { ...late, id: "old-1", person: { user_id: "old" }, order: { id: "old-1", total: 5000, currency: "USD" }, occurred_at: ago(7) },
  });
  const report = await get(path);
  expect(report.series).toContainEqual({ day: dayAgo(7), metric: "revenue", unit: "USD", value: 5000 });
  expect(report.revised).toContainEqual(
    expect.objectContaining({ day: dayAgo(7), metric: "revenue", was: 0, value: 5000, program: "friends" }),
  );
  await s.call("POST", "/v1/events", { body: { id: "old-back", type: "refund", order: { id: "old-1", amount: 1000, currency: "USD" } } });
  const after = await get(path);
  expect(after.revised).toContainEqual(expect.objectContaining({ day: dayAgo(7), metric: "revenue", was: 5000, value: 4000 }));
});

test("money: cost of a customer beside what was entered for another channel, margin only where every program states one", async () => {
  const wish = { channel: "search", currency: "USD", amount: 12_000, customers: 4 };
  expect(
    (
      await s.call("PUT", "/v1/channel-spend", {
        body: {
          data: [
            { ...wish, day: dayAgo(1) },
            { ...wish, day: dayAgo(2) },
          ],
        },
      })
    ).body,
  ).toEqual({ entered: 2 });
  // Sent again it is the same, and a day that is none says which.
  await s.call("PUT", "/v1/channel-spend", { body: { data: [{ ...wish, day: dayAgo(1) }] } });
  const wrong = await s.call("PUT", "/v1/channel-spend", { body: { data: [{ ...wish, day: "2026-02-30" }] } });
  expect([wrong.status, wrong.body["errors"][0].pointer]).toEqual([422, "/data/0/day"]);
  const report = await get("/v1/reports/money?program=friends");
  const f = figures(report);
  expect(f["cost_per_customer"]).toMatchObject({ unit: "USD", value: Math.round(f["reward_cost"].value / f["new_customers"].value) });
  expect(f["margin"]).toMatchObject({ value: null, reason: "unknown" });
  expect(report.notes).toContain("margin_unknown");
  expect(report.channels).toContainEqual({
    channel: "search",
    currency: "USD",
    spend: 24_000,
    customers: 8,
    cost_per_customer: 3000,
    days: 2,
  });
  expect(report.channels[0]).toMatchObject({ channel: null, spend: f["reward_cost"].value });
});

test("every figure names a metric of the catalogue, and its rows are as many as it says", async () => {
  const known = new Map(METRICS.map((each) => [each.key, each]));
  for (const key of ["funnel", "money", "incentives", "sources"]) {
    const report = await get(`/v1/reports/${key}?by=program&from=${dayAgo(20)}&to=${dayAgo(0)}`);
    const all = [...report.figures, ...(report.groups ?? []).flatMap((group: Loose) => group.figures)] as Loose[];
    expect(all.filter((each) => !known.has(each.metric))).toEqual([]);
    expect(new Set(report.metrics.map((each: Loose) => each.key))).toEqual(new Set(all.map((each) => each.metric)));
    for (const each of all.filter((one) => one.rows !== null && known.get(one.metric)!.kind !== "derived")) {
      const { data } = await get(`${each.rows}&limit=200`);
      const isMoney = known.get(each.metric)!.unit === "money" && each.metric !== "refunds";
      const of = data.filter((row: Loose) => each.unit === null || row.unit === each.unit);
      const value = isMoney ? of.reduce((sum: number, row: Loose) => sum + row.amount, 0) : of.length;
      if (each.metric !== "refunds") expect([each.metric, value]).toEqual([each.metric, each.value]);
    }
  }
});

test("rows come page by page, and each once", async () => {
  const seen: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: Loose = await get(`/v1/reports/rows?metric=orders&limit=3${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`);
    seen.push(...page.data.map((row: Loose) => row.id));
    after = page.next;
  }
  expect(seen.toSorted()).toEqual(["again-0", "again-1", "o-0", "o-1", "o-2", "o-3", "o-4", "old-1"].toSorted());
  expect((await s.call("GET", "/v1/reports/rows?metric=orders&after=x")).body["code"]).toBe("cursor_invalid");
  for (const metric of ["conversion_rate", "__proto__", "constructor"])
    expect((await s.call("GET", `/v1/reports/rows?metric=${metric}`)).status, metric).toBe(422);
});

test("a period in the future, without anything, or none says why there is no figure: never NaN, Infinity or an empty answer", async () => {
  const future = await get("/v1/reports/funnel?from=2090-01-01&to=2090-01-31");
  expect(future.figures.every((each: Loose) => each.value === null && each.reason === "future")).toBe(true);
  const nothing = await get("/v1/reports/money?from=1990-01-01&to=1990-01-31");
  expect(figures(nothing)["revenue"]).toMatchObject({ value: null, reason: "nothing_yet" });
  expect(figures(nothing)["new_customers"]).toMatchObject({ value: 0, reason: null });
  for (const query of ["from=2026-02-30", "from=2026-03-02&to=2026-03-01", "from=1990-01-01", "by=shoe_size", "program=unknown"])
    expect([query, (await s.call("GET", `/v1/reports/funnel?${query}`)).status]).toEqual([
      query,
      query.startsWith("program") ? 404 : 422,
    ]);
});

test("what a figure is called and how it is counted is said in the reader's language", async () => {
  const { body } = await s.call("GET", "/v1/reports/money", { headers: { "accept-language": "de" } });
  const said = Object.fromEntries(body["metrics"].map((each: Loose) => [each.key, each]));
  expect(said["revenue"]).toMatchObject({ name: "Umsatz", formula: expect.stringContaining("Bestellungen"), unit: "money" });
  for (const { key, name, definition } of METRICS.filter((each) => said[each.key] !== undefined)) {
    expect(said[key].name, key).not.toBe(name);
    expect(said[key].definition, key).not.toBe(definition);
  }
  const csv = await s.call("GET", "/v1/reports/money?format=csv", { headers: { "accept-language": "ar" } });
  expect(csv.text).toContain(",revenue,الإيراد,");
});

test("as a table: the same figures, money in its own decimals, a group a line", async () => {
  const { headers, text } = await s.call("GET", "/v1/reports/sources?format=csv&program=friends");
  expect(headers.get("content-type")).toContain("text/csv");
  expect(headers.get("content-disposition")).toContain("sources-");
  const lines = text.trim().split("\r\n");
  expect(lines[0]).toMatch(/^report,from,to,zone,program,by,group,metric,name,unit,value/);
  expect(lines.some((line) => line.includes(",,revenue,Revenue,USD,600.00,"))).toBe(true);
});

test("cohorts: who came in a month and ordered in the thirty days since, of those whose thirty days are over", async () => {
  const many = Array.from({ length: 12 }, (_, n) => ({ ...buys(100 + n, `c-${n}`, { occurred_at: ago(70), referral: { code } }) }));
  const again = Array.from({ length: 3 }, (_, n) => ({ ...buys(100 + n, `c2-${n}`, { occurred_at: ago(35) }) }));
  const { status } = await s.call("POST", "/v1/events", { body: { events: [...many, ...again] } });
  expect(status).toBe(200);
  const { data } = await get(`/v1/reports/cohorts?from=${dayAgo(70)}&to=${dayAgo(70)}`);
  expect(data.at(-1)).toMatchObject({ cohort: null, people: 12 });
  expect(data.at(-1).points).toMatchObject([
    { after: 0, people: 12, active: 12, share: 1, revenue: [{ unit: "USD", amount: 96_000 }] },
    { after: 1, people: 12, active: 3, share: 0.25, revenue: [{ unit: "USD", amount: 24_000 }] },
  ]);
});

test("low participation: who never took a step, and the step that lost most against before", async () => {
  const people = Array.from({ length: 11 }, (_, n) => `quiet-${n}`);
  for (const user_id of people) await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id } } });
  const report = await get("/v1/reports/participation?program=friends");
  const of = (step: string): Loose => report.steps.find((each: Loose) => each.step === step);
  expect(of("joined_to_shared")).toMatchObject({ people: 12, reached: 1, lost: 11, share: 1 / 12, before: null, is_clear: false });
  expect(report.worst).toBe("joined_to_shared");
  expect((await get(of("joined_to_shared").rows)).data).toHaveLength(1);
});

test("advocates: who brought the friends, how many brought how many, and what those came to", async () => {
  const report = await get(`/v1/reports/advocates?program=friends&from=${dayAgo(80)}`);
  expect(report).toMatchObject({ advocates: 1, friends: 25, top_tenth: null, counts: [{ friends: 25, advocates: 1 }] });
  expect(report.data).toHaveLength(1);
  expect(report.data[0]).toMatchObject({ friends: 25, bought: 18, revenue: [{ unit: "USD" }] });
});

test("tracking health: what came in the last day, and what of it came late", async () => {
  const report = await get("/v1/reports/health");
  expect(report.events.day).toBe(12 + 5 + 2 + 3 + 15);
  // Of last week and before: the two of "old", and the cohort's fifteen.
  expect(report.events.late).toBe(2 + 15);
  expect(report.events.by_type).toContainEqual({ type: "refund", day: 1, late: 0 });
  expect(report.alerts).toEqual([expect.objectContaining({ code: "late_events", level: "warning" })]);
});

test("a case study: goal, figures with intervals, and only words whose author agreed and an operator approved", async () => {
  const set = await s.call("PUT", "/v1/goals", { body: { program: "friends", metric: "referrals", target: 100, until: ago(-60) } });
  expect(set.status).toBe(200);
  for (const [text, consent] of [
    ["Lovely.", true],
    ["Not to be shown.", false],
    ["Not approved.", true],
  ] as const) {
    const { body } = await s.call("POST", "/v1/testimonials", { body: { program: "friends", person: "user_id:ann", text, consent } });
    if (text !== "Not approved.") await s.call("POST", `/v1/testimonials/${body["id"]}/approve`, { body: {} });
  }
  const page = await get("/v1/reports/case-study?program=friends");
  expect(page.quotes.map((each: Loose) => each.text)).toEqual(["Lovely."]);
  const funnel = figures(await get("/v1/reports/funnel?program=friends"));
  expect(figures(page)["conversion_rate"]).toEqual(funnel["conversion_rate"]);
  expect(page.metrics.map((each: Loose) => each.key).sort()).toEqual([...new Set(page.figures.map((each: Loose) => each.metric))].sort());
  expect([page.name, page.goal.target, page.offer.advocate.length > 0]).toEqual(["Friends", 100, true]);
});

test("growth leaves out whoever is too young, and says what K is made of", async () => {
  const [key, ws] = [s.b.secretKey, s.b.workspaceId];
  await s.call("PUT", "/v1/programs/own", { key, body: { preset: "direct", name: "Own" } });
  await s.call("POST", "/v1/programs/own/publish", { key, body: {} });
  await s.call("POST", "/v1/advocates", { key, body: { program: "own", person: { user_id: "bea" } } });
  const growth = async (query = ""): Promise<Loose> => (await s.call("GET", `/v1/reports/growth?program=own${query}`, { key })).body;
  await vi.waitFor(async () => expect((await growth()).full_window.young).toBe(1), { timeout: 20_000, interval: 50 });
  expect((await growth()).full_window.spread).toMatchObject({ value: null, reason: { code: "no_rows" } });

  const random = makeRandom(5);
  const today = Math.floor(Date.now() / 86_400_000);
  const people = Array.from({ length: 80 }, (_, n) => {
    const joined = n === 0 ? today - 100 : today - random.below(200);
    const friends = Array.from({ length: n === 0 ? 1 : random.below(4) * random.below(3) }, () => joined + random.below(60));
    return { id: `01a20121-c5ca-7e1a-9693-${String(n).padStart(12, "0")}`, joined, friends };
  });
  const write = (sql: string, values: unknown[]) => s.engine.database.ownerPool.query(sql, values);
  const [bea] = await s.engine.rows<{ person_id: string; program_id: string; link_id: string }>(
    `select a.person_id, a.program_id, l.id as link_id from report_advocate a
       join link l on l.workspace_id = a.workspace_id and l.person_id = a.person_id where a.workspace_id = $1`,
    [ws],
  );
  people[0]!.id = bea!.person_id;
  await write("update report_advocate set joined = $2, referred = true where workspace_id = $1", [ws, today - 100]);
  const { link_id, program_id, person_id } = bea!;
  for (const [n, ago] of [95, 80, 50].entries()) {
    const id = `00000000-0000-7000-8000-00000000000${n}`;
    await write(
      "insert into touch (workspace_id, id, link_id, program_id, person_id, at) select $1, r.* from json_to_record($2) as r(id uuid, " +
        "link_id uuid, program_id uuid, person_id uuid, at bigint)",
      [ws, JSON.stringify({ id, link_id, program_id, person_id, at: Date.now() - ago * 86_400_000 })],
    );
  }
  await write(
    `insert into report_advocate (workspace_id, program_id, person_id, country, joined, shared, visited, referred)
     select $1, $2, r.id, '', r.joined, false, false, json_array_length(r.friends) > 0
       from json_to_recordset($3) as r(id uuid, joined int, friends json)`,
    [ws, program_id, JSON.stringify(people.slice(1))],
  );
  await write(
    `insert into report_friend
       (workspace_id, referral_id, program_id, friend_id, advocate_id, version, channel, evidence, country, stage, came, orders)
     select $1, gen_random_uuid(), $2, gen_random_uuid(), r.id, 1, '', '', '', '', f.value::int, 0
       from json_to_recordset($3) as r(id uuid, friends json), json_array_elements_text(r.friends) as f(value)`,
    [ws, program_id, JSON.stringify(people)],
  );
  // A window of thirty days is over when the day after it has begun; the last instant of a day is still of it.
  const { counts, young } = countsWithin(people, today, 30 - 1e-9);
  const fit = fitOffspring(histogramOf(counts));
  if (!("ok" in fit)) throw new Error("no fit");
  const found = (await growth("&window=30&joined=365")).full_window;
  const invited = people.filter(({ joined, friends }) => joined + 30 <= today && friends.length > 0).length;
  const { value, low, high } = fit.ok.mean;
  expect(found).toMatchObject({ window: 30, advocates: counts.length, young, spread: { value, low, high } });
  expect(found.share_inviting).toBeCloseTo(invited / counts.length, 12);
  expect(found.invitations_each.value * invited).toBeCloseTo(2, 9);
  expect(found.share_inviting * found.invitations_each.value * found.conversion.value).toBeCloseTo(found.spread.value, 9);
  expect(found.cycle_days).toBeGreaterThan(5);
  // They double for certain, or nobody knows: K of 1.09 is from 0.6 to 1.9, of 3.27 from 3.12 to 3.43.
  const doubling = (counts: { value: number; people: number }[]) => {
    const [advocates, friends] = counts.reduce(([n, m], c) => [n + c.people, m + c.people * c.value], [0, 0]);
    const row = { advocates, friends, counts, young: 0, inviters: 1, invitations: 0, cycle: 12 };
    return spreadView(row, { window: 30, from: "", to: "" }, createSpeaker("en")).doubling_days;
  };
  const [zero, sure] = [
    { value: 0, people: 120 },
    doubling([
      { value: 3, people: 300 },
      { value: 4, people: 200 },
    ]),
  ];
  expect(doubling([zero, { value: 1, people: 10 }, { value: 8, people: 19 }])).toMatchObject({
    value: null,
    reason: { code: "does_not_apply" },
  });
  expect([sure.low! < sure.value!, sure.value! < sure.high!]).toEqual([true, true]);
});

test("read-only views say what the API says; a reader sees her own workspace whatever she sets, and nothing else", async () => {
  const { ownerUrl, ownerPool } = s.engine.database;
  const { rows } = await ownerPool.query(
    "select slug from workspace_directory where workspace_id = any($1) order by workspace_id <> $2",
    [[s.a.workspaceId, s.b.workspaceId], s.a.workspaceId],
  );
  const readers = await withClient(ownerUrl, async (client) => [
    (await addReader(client, rows[0].slug))!,
    (await addReader(client, rows[1].slug))!,
  ]);
  const as = async (made: (typeof readers)[number], work: (reader: SetupClient) => Promise<void>): Promise<void> => {
    const url = new URL(ownerUrl);
    [url.username, url.password] = [made.role, made.password];
    url.searchParams.set("options", `-c app.workspace_id=${made.workspaceId}`);
    await withClient(url.toString(), work);
  };
  try {
    await as(readers[0]!, async (reader) => {
      const sums = async (report: string): Promise<Loose[]> =>
        (
          await reader.query(
            `select metric, case m.unit when 'money' then f.unit else '' end as unit, sum(value)::float8 as value
               from report.figures f join report.metrics m using (metric)
              where cut is null and day between $1 and $2 and metric = any($3) group by 1, 2 having sum(value) <> 0 order by 1, 2`,
            [dayAgo(20), dayAgo(0), REPORTS[report as "money"]],
          )
        ).rows;
      for (const report of ["funnel", "money", "incentives", "sources"]) {
        const told = (await get(`/v1/reports/${report}?from=${dayAgo(20)}&to=${dayAgo(0)}`)).figures
          .filter((each: Loose) => !["derived", "composed"].includes(metricOf(each.metric).kind) && each.value)
          .map((each: Loose) => ({ metric: each.metric, unit: each.unit ?? "", value: each.value }))
          .sort((a: Loose, b: Loose) => (a.metric + a.unit < b.metric + b.unit ? -1 : 1));
        expect(told.length, report).toBeGreaterThan(2);
        expect(await sums(report), report).toEqual(told);
      }
      const told = figures(await get(`/v1/reports/funnel?from=${dayAgo(20)}&to=${dayAgo(0)}`));
      const wide = await reader.query(
        "select sum(friends_came)::int as friends_came, sum(friends_bought)::int as friends_bought from report.funnel where day >= $1",
        [dayAgo(20)],
      );
      for (const [metric, value] of Object.entries(wide.rows[0]))
        expect({ metric, value }).toEqual({ metric, value: told[metric].value });
      const meaning = await reader.query("select col_description('report.funnel'::regclass, 4) as said");
      expect(meaning.rows[0].said).toContain("first asked on the day");
    });
    await as(readers[1]!, async (reader) => {
      // An advocate has joined a program of hers, and that is all; the other workspace has hundreds of rows.
      const hers = async () => (await reader.query("select distinct program from report.figures")).rows;
      const own = await hers();
      await reader.query(`set app.workspace_id = '${s.a.workspaceId}'`);
      expect(own.filter(({ program }) => program !== "own")).toEqual([]);
      expect(await hers()).toEqual(own);
      for (const view of ["funnel", "referrals"])
        expect((await reader.query(`select from report.${view} where program <> 'own'`)).rows, view).toEqual([]);
      expect((await reader.query("select from report.channel_spend")).rows).toEqual([]);
      for (const table of ["public.report_day", "public.person_private", "report.reader"])
        await expect(reader.query(`select from ${table}`), table).rejects.toThrow(/permission denied/);
    });
    // A closed workspace lets in nobody but its operators.
    await ownerPool.query("update workspace_directory set closed_at = 1, erase_at = 2 where workspace_id = $1", [s.a.workspaceId]);
    await as(readers[0]!, async (reader) => expect((await reader.query("select from report.figures")).rows).toEqual([]));
    await ownerPool.query("update workspace_directory set closed_at = null, erase_at = null where workspace_id = $1", [s.a.workspaceId]);
  } finally {
    for (const { role } of readers) expect(await withClient(ownerUrl, (client) => removeReader(client, role))).toBe(true);
  }
});

test("two groups side by side: of a segment's advocates, of programs, and not by chance unless it was", async () => {
  const all = await s.call("POST", "/v1/segments", { body: { name: "All", filter: {} } });
  const none = await s.call("POST", "/v1/segments", { body: { name: "None", filter: { "person.country": "ZZ" } } });
  const [left, right] = [none.body["id"], all.body["id"]];
  const path = `/v1/reports/compare?from=${dayAgo(20)}&to=${dayAgo(0)}`;
  for (const report of ["funnel", "money", "incentives"]) {
    const found = await get(`${path}&of=segment&report=${report}&left=${left}&right=${right}`);
    expect([found.randomised, found.experiment]).toEqual([false, null]);
    const told = figures(await get(`/v1/reports/${report}?from=${dayAgo(20)}&to=${dayAgo(0)}`));
    for (const { metric, right: all } of found.data) expect({ metric, value: all.value }).toEqual({ metric, value: told[metric].value });
    expect(
      found.data.every((each: Loose) => !each.left.value),
      report,
    ).toBe(true);
    const { body } = await s.call("GET", `${path}&of=segment&report=${report}&left=${left}&right=${right}`, { key: s.b.secretKey });
    expect(body["code"]).toBe("not_found");
  }
  const versions = await get(`${path}&of=version&program=friends&left=1&right=2`);
  const came = versions.data.find((each: Loose) => each.metric === "friends_came");
  expect(came.left.value).toBeGreaterThan(came.right.value);
  const rate = (await get(`${path}&of=program&left=friends&right=friends`)).data.find((each: Loose) => each.metric === "conversion_rate");
  expect(rate.difference.value).toBe(0);
  expect(rate.difference.low).toBeLessThan(-0.1);
  expect(rate.difference.high).toBeCloseTo(-rate.difference.low, 12);
});

test("what belongs to another workspace is not counted", async () => {
  const { body } = await s.call("GET", "/v1/reports/money", { key: s.b.secretKey });
  expect(figures(body)["new_customers"]).toMatchObject({ value: 0 });
  expect(body["channels"]).toEqual([]);
});
