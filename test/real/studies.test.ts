/**
 * Published figures from raw data through the product: imported by its importer or sent as events, read from its reports. Of those that
 * are left to pure functions docs/statistics.md says why.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";
import { importEvents } from "../../src/flow/import-events.ts";
import { type Dealt, createDealt, purchase } from "../support/dealt.ts";
import { type Told, createTold } from "../support/published.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/cdnow_sample_transactions.csv", import.meta.url));
const isHere = existsSync(FILE);
const DAY = 86_400_000;
const MAPPING = mapping.parse({
  type: "purchase",
  currency: "USD",
  set: { id: "cdnow:{row}", occurred_at: "date", "person.user_id": "customer", "order.id": "row", "order.total": "dollars" },
});

/** The raw lines, each with its number. */
function linesOf(): string[] {
  const [, ...rows] = readFileSync(FILE, "utf8").trimEnd().split("\n");
  const cells = rows.map((line) => line.trimEnd().split(","));
  return ["row,customer,date,dollars", ...cells.map(([, sample, date, , dollars], i) => `${i},c${sample},${date},${dollars}`)];
}

const json = (name: string): Loose => JSON.parse(readFileSync(FILE.replace("cdnow_sample_transactions.csv", name), "utf8"));

let s: TestServer;
let dealt: Dealt;
const told: Told = createTold();
beforeAll(async () => {
  if (!isHere) return;
  s = await createServer();
  dealt = createDealt(s);
  const { engine } = s;
  const parts = { pool: engine.database.pool(), ids: createIds(), hashes: createHashes(engine.secret), door: engine.batcher };
  const bytes = Buffer.from(`${linesOf().join("\n")}\n`);
  const source = {
    name: "cdnow.csv",
    size: bytes.length,
    async *open(offset: number) {
      for (let i = offset; i < bytes.length; i += 65_536) yield bytes.subarray(i, i + 65_536);
    },
  };
  const by = { ...engine.by, workspaceId: s.a.workspaceId };
  const report = await importEvents(parts, by, { source, mapping: MAPPING, resumption: "refuse" });
  expect(report).toMatchObject({ rows: 6_919, accepted: 6_919, refused: 0, failed: 0 });
}, 60_000);
afterAll(async () => await s?.close());
beforeEach((context) => context.skip(!isHere, "the real data is not here (../shared/data)"));

test("lifetime value of CDNOW's customers has the published parameters of BG/NBD and gamma-gamma", async () => {
  const path = "/v1/reports/value?to=1997-09-30&weeks=52";
  const { status, body } = await s.call<Loose>("GET", path);
  expect(status).toBe(200);
  const [cohort] = body.cohorts;
  expect([cohort.cohort, cohort.customers, body.currency]).toEqual(["not_referred", 2_357, "USD"]);
  const { repeats, spend, correlation, by_week: byWeek } = cohort.models;
  for (const key of ["r", "alpha", "a", "b"]) told.tell(key, repeats[key]);
  told.tell("log likelihood", repeats.log_likelihood);
  for (const key of ["p", "q"]) told.tell(key, spend[key]);
  told.tell("v", spend.v / 100);
  told.tell("mean spend of a purchase", spend.mean / 100);
  told.tell("correlation of how often and how much", correlation.value);
  const longer = await s.call<Loose>("GET", "/v1/reports/value?to=1997-09-30&weeks=78");
  expect(longer.body.cohorts[0].models.by_week.slice(0, 52)).toEqual(byWeek);
  for (const weeks of [1, 3, 32, 78]) {
    told.tell(`E[X(t)], t = ${weeks} weeks (Excel, rounded parameters)`, longer.body.cohorts[0].models.by_week[weeks - 1]);
  }
  expect(cohort.worth.low).toBeLessThan(cohort.worth.value);
  expect(cohort.worth.high).toBeGreaterThan(cohort.worth.value);
});

test("fitted to the first 39 weeks, the report holds the other 39 out: 1,882 repeat purchases, beside what was expected", async () => {
  const { body } = await s.call<Loose>("GET", "/v1/reports/value?to=1998-06-30&cut=1997-09-30&by=program");
  const { calibration } = body.cohorts[0];
  expect(calibration).toMatchObject({ weeks: 39, total: { customers: 2_357, actual: 1_882 } });
  expect(Math.abs(calibration.error.value)).toBeLessThan(0.15);
  expect(Math.abs(calibration.covered - calibration.promised)).toBeLessThan(0.02);
  expect(calibration.rows).toHaveLength(8);
  told.tell("repeat purchases in the 39 weeks after", calibration.total.actual);
  told.tell("the model's forecast of them", calibration.total.expected.value);
});

type Way = { path: string; won: number; lost: number };

/** People with their channels in order, some of whom bought; touches as the redirect keeps them. */
async function journeys(days: number, ways: readonly Way[]): Promise<void> {
  const begin = Date.now() - days * DAY;
  const people = ways.flatMap(({ path, won, lost }, i) =>
    Array.from({ length: won + lost }, (_, n) => ({ user: `j${days}-${i}-${n}`, channels: path.split(" > "), won: n < won })),
  );
  await dealt.send(people.map(({ user }) => ({ id: `s-${user}`, type: "signup", person: { user_id: user } })));
  const at = new Date(begin + 60_000).toISOString();
  const bought = people.filter(({ won }) => won);
  await dealt.send(bought.map(({ user }) => ({ ...purchase(`jo-${user}`, { person: user, total: 1000 }), occurred_at: at })));
  await s.engine.rows(
    `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
     select $1, (substr(lpad(to_hex(t.at), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(t.at), 12, '0'), 9, 4) || '-7000-8000-'
              || lpad(to_hex(row_number() over ()), 12, '0'))::uuid, l.id, l.program_id, i.person_id, t.at, t.channel
       from jsonb_to_recordset($2::jsonb) as t("user" text, at bigint, channel text)
       join person_identity i on i.workspace_id = $1 and i.value = t."user"
       cross join (select l.id, l.program_id from link l join program p on p.workspace_id = $1 and p.id = l.program_id
                    where l.workspace_id = $1 and p.key = 'paths' limit 1) l`,
    [
      s.b.workspaceId,
      JSON.stringify(people.flatMap(({ user, channels }) => channels.map((channel, n) => ({ user, channel, at: begin + n * 1000 })))),
    ],
  );
}

test("Markov's examples and Shapley's, told as journeys: the chance, removal and credit of each channel", async () => {
  await dealt.at("PUT", "/v1/programs/paths", { preset: "direct", name: "Paths" });
  await dealt.at("POST", "/v1/programs/paths/publish", {});
  await dealt.at("POST", "/v1/advocates", { program: "paths", person: { user_id: "paths" } });
  const known = json("attribution_reference.json");
  const day = (ago: number): string => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
  const credit = async (ago: number, ways: readonly Way[]): Promise<Loose> => {
    await journeys(ago, ways);
    return await dealt.at("GET", `/v1/reports/credit?program=paths&from=${day(ago + 2)}&to=${day(ago - 2)}`);
  };
  for (const [name, title, ago, times] of [
    ["google_mailing_example", "example B", 9, 5],
    ["analyzecore_2016_example", "example A", 3, 10],
  ] as const) {
    const ways = known[name].paths.map((of: Loose) => ({
      path: of.path,
      won: times * of.total_conversions,
      lost: times * of.total_null,
    }));
    const { channels, chance } = await credit(ago, ways);
    told.tell(`${title}: chance to convert`, chance);
    for (const of of channels) {
      told.tell(`${title}: removal of ${of.channel}`, of.removal);
      told.tell(`${title}: credit of ${of.channel}`, of.credit.markov.conversions / times);
    }
  }
  // Of a hundred orders, those to which these channels and no others led: the published worth of some is all orders that they led to.
  const shares = Object.entries<number>(known.shapley_example_tomgorb_misc.coalition_conversion_share);
  const ways = shares.map(([channels, share]) => ({ path: [...channels].join(" > "), won: Math.round(100 * share), lost: 0 }));
  for (const of of (await credit(15, ways)).channels) told.tell(`Shapley of ${of.channel}`, of.credit.shapley.conversions / 100);
});

/** Customers there at the start and after each renewal. */
const SUBSCRIBERS = { regular: [1000, 631, 468, 382, 326, 289, 262, 241], "high end": [1000, 869, 743, 653, 593, 551, 517, 491] };

test("subscribers of the book, who begin and cancel by events: alpha, beta and the likelihood of each kind", async () => {
  await dealt.at("PUT", "/v1/programs/club", { preset: "direct", name: "Club" });
  await dealt.at("POST", "/v1/programs/club/publish", {});
  const { links } = await dealt.at("POST", "/v1/advocates", { program: "club", person: { user_id: "brings" } });
  const today = new Date();
  const tenth = (ago: number): string => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago, 10)).toISOString();
  const BEGAN = 9;
  for (const [name, alive] of Object.entries(SUBSCRIBERS)) {
    const events = Array.from({ length: alive[0]! }, (_, i) => {
      const [person, end] = [{ user_id: `${name}-${i}` }, alive.findIndex((there) => i >= there)];
      const [id, occurred_at] = [`${name}-${i}`, tenth(BEGAN)];
      return [
        // The report knows two cohorts: who came by a friend, and who did not.
        ...(name === "regular" ? [] : [{ id: `u-${id}`, type: "signup", occurred_at, person, referral: { code: links[0].code } }]),
        { id: `b-${id}`, type: "subscription_started", occurred_at, person },
        ...(end > 0 ? [{ id: `c-${id}`, type: "subscription_cancelled", occurred_at: tenth(BEGAN - end), person }] : []),
      ];
    });
    await dealt.send(events.flat());
  }
  const to = tenth(BEGAN - 7)
    .slice(0, 8)
    .concat("20");
  const { cohorts } = await dealt.at("GET", `/v1/reports/subscriptions?program=club&to=${to}&weeks=104`);
  for (const [i, name] of Object.keys(SUBSCRIBERS).entries()) {
    expect(cohorts[i].customers).toBe(1000);
    const { alpha, beta, log_likelihood: log } = cohorts[i].model;
    told.tellAll(`${name}: `, { alpha, beta, "log likelihood": log });
  }
}, 60_000);

test("a hundred answers, 50 who praise and 20 who complain: the net score and its interval", async () => {
  for (let i = 0; i < 100; i++) {
    const person = await dealt.at("POST", "/v1/people", { user_id: `answers-${i}` });
    await dealt.at("POST", "/v1/portal/help", {
      person: person.id,
      program: "club",
      topic: "feedback",
      score: i < 50 ? 5 : i < 80 ? 4 : 1,
    });
  }
  const { data } = await dealt.at("GET", "/v1/feedback/scores");
  told.tell("net promoter score of 50/30/20", data[0].net.value);
  told.tell("its interval, one side", data[0].net.high - data[0].net.value);
});

test("every row that the page says was read from these reports was, within its tolerance", () => {
  told.check(["import and API", "orders and API", "subscribers and API", "answers and API"]);
});
