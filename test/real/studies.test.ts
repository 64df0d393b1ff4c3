/**
 * Published figures from raw data through the product: imported by its importer or sent as events, read from its reports. Of those that
 * are left to pure functions docs/statistics.md says why.
 */
import crypto from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { armOf } from "../../src/core/analytics/experiment/arm.ts";
import { incrementOf } from "../../src/core/analytics/experiment/increment.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";
import { importEvents } from "../../src/flow/import-events.ts";
import { inFull } from "../support/seeds.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/cdnow_sample_transactions.csv", import.meta.url));
const isHere = existsSync(FILE);
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
beforeAll(async () => {
  if (!isHere) return;
  s = await createServer();
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
  const { repeats, spend } = cohort.models;
  for (const [ours, published, tolerance] of [
    [repeats.r, 0.243, 0.001],
    [repeats.alpha, 4.414, 0.01],
    [repeats.a, 0.793, 0.01],
    [repeats.b, 2.426, 0.02],
    [repeats.log_likelihood, -9582.4, 0.1],
  ])
    expect(Math.abs(ours - published), `${ours} for ${published}`).toBeLessThanOrEqual(tolerance);
  for (const [ours, published, tolerance] of [
    [spend.p, 6.25, 0.01],
    [spend.q, 3.74, 0.01],
    [spend.v / 100, 15.44, 0.02],
    [cohort.models.correlation.value, 0.114, 0.001],
  ])
    expect(Math.abs(ours - published), `${ours} for ${published}`).toBeLessThanOrEqual(tolerance);
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
});

/** As the workspace of the experiments and journeys. */
const at = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const answer = await s.call<Loose>(method, path, { key: s.b.secretKey, ...(body === undefined ? {} : { body }) });
  expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 300)}`).toBeLessThan(300);
  return answer.body;
};
const near = (found: Record<string, number>, published: Record<string, number>, tolerance: number): void => {
  for (const [what, value] of Object.entries(published))
    expect(Math.abs(found[what]! - value), `${what}: ${found[what]} for ${value}`).toBeLessThan(tolerance);
};
const purchase = (id: string, person: string, total: number, code?: string) => ({
  id,
  type: "purchase",
  person: { user_id: person },
  order: { id, total, currency: "USD" },
  ...(code === undefined ? {} : { referral: { code } }),
});
const send = async (events: object[]): Promise<void> => {
  for (let from = 0; from < events.length; from += 100) await at("POST", "/v1/events", { events: events.slice(from, from + 100) });
};

type Arms = { weights: [number, number]; control: readonly number[]; treatment: readonly number[]; patch?: object };
/**
 * An experiment that runs, with as many advocates in each arm as there are numbers: what the friend of each bought, 0 for none who came.
 * People are known before they join, so that those join whom the hash deals where they are needed.
 */
async function dealtExperiment(key: string, { weights, control, treatment, patch = { name: "Other words" } }: Arms): Promise<Loose> {
  await at("PUT", `/v1/programs/${key}`, { preset: "direct", name: key });
  await at("POST", `/v1/programs/${key}/publish`, {});
  const arms = [
    { key: "control", name: "As it is", weight: weights[0] },
    { key: "other", name: "Other words", weight: weights[1], patch },
  ];
  const { id } = await at("POST", "/v1/experiments", { program: key, layer: key, name: key, arms, currency: "USD", metric: "revenue" });
  await at("POST", `/v1/experiments/${id}/start`);
  const wanted = [[...control], [...treatment]];
  const events: object[] = [];
  const cut = Math.round((10_000 * weights[0]) / (weights[0] + weights[1]));
  for (let tried = 0; wanted.some((list) => list.length > 0); tried += 50) {
    const users = Array.from({ length: 50 }, (_, i) => `${key}-${tried + i}`);
    await send(users.map((user) => ({ id: `known-${user}`, type: "signup", person: { user_id: user } })));
    const rows = await s.engine.rows<{ user: string; id: string }>(
      "select value as user, person_id as id from person_identity where workspace_id = $1 and value = any($2::text[])",
      [s.b.workspaceId, `{${users.join(",")}}`],
    );
    const joining = rows.flatMap(({ user, id: person }) => {
      const hash = crypto.createHash("sha256").update(`${s.b.workspaceId}/${key}:${person}`).digest("hex");
      const bought = wanted[Number.parseInt(hash.slice(0, 8), 16) % 10_000 < cut ? 0 : 1]!.pop();
      return bought === undefined ? [] : [{ user, bought }];
    });
    await Promise.all(
      joining.map(async ({ user, bought }) => {
        const { links } = await at("POST", "/v1/advocates", { program: key, person: { user_id: user } });
        if (bought > 0) events.push(purchase(`o-${user}`, `friend-of-${user}`, bought, links[0].code));
      }),
    );
  }
  await send(events);
  return at("GET", `/v1/experiments/${id}/results`);
}
const shares = (n: number, hits: number): number[] => Array.from({ length: n }, (_, i) => (i < hits ? 5000 : 0));

test("GrowthBook's public tests, each row an advocate: effect, error, interval, p, belief and risk; and the sample ratio", async () => {
  const published = new Map<string, Loose>(json("ab_reference.json").tests.map((each: Loose) => [each.id, each.expected]));
  const small = await dealtExperiment("small", { weights: [1, 1], control: shares(28, 14), treatment: shares(30, 16) });
  const found = small.compared.find((each: Loose) => each.metric === "referring");
  const { effect, se, p, ci } = published.get("freq_two_sided_proportion_relative");
  near(
    { effect: found.effect, se: found.se, p: found.fixed.p, low: found.fixed.low, high: found.fixed.high },
    { effect, se, p, low: ci[0], high: ci[1] },
    1.1e-5,
  );
  const ten = await dealtExperiment("ten", {
    weights: [1, 1],
    // Sums 100 and 105, squares 1,002.25 and 1,111.5, in units of 4 cents.
    control: [4300, 3700, 4300, 3700, ...Array.from({ length: 6 }, () => 4000)],
    treatment: [4800, 3600, 4800, 3600, ...Array.from({ length: 6 }, () => 4200)],
  });
  const { belief, effect: gained } = ten.compared.find((each: Loose) => each.metric === "revenue");
  const flat = published.get("bayes_mean_flat");
  near(
    { effect: gained, low: belief.low, high: belief.high, chance: belief.chance, risk: belief.risk.control },
    { effect: flat.effect, low: flat.ci[0], high: flat.ci[1], chance: flat.chance_to_win, risk: flat.risk[0] },
    1.1e-5,
  );
  if (!inFull) return;
  const uneven = await dealtExperiment("uneven", { weights: [3, 1], control: shares(310, 0), treatment: shares(98, 0) });
  expect(uneven.sample_ratio.p).toBeCloseTo(0.647434186, 8);
}, 120_000);

test("a hold-out: customers more for each advocate, and what each of them cost, with Fieller's interval from the same rows", async () => {
  const patch = { rewards: null };
  const { increments } = await dealtExperiment("held", { weights: [1, 1], control: shares(30, 24), treatment: shares(30, 3), patch });
  const [{ arm, customers, cost, reason }] = increments;
  expect([arm, reason]).toEqual(["other", null]);
  expect(customers.value).toBeCloseTo(0.8 - 0.1, 10);
  const owed = await s.engine.rows<{ friend: string; owed: number }>(
    `select coalesce(r.friend_id, r.recipient_id)::text as friend, sum(r.owed)::float8 as owed from reward r
       join program p on p.workspace_id = r.workspace_id and p.id = r.program_id and p.key = 'held'
      where r.workspace_id = $1 and r.unit = 'USD' group by 1`,
    [s.b.workspaceId],
  );
  const each = owed[0]!.owed;
  expect(owed.map((row) => row.owed)).toEqual(Array.from({ length: 24 }, () => each));
  const arms = [armOf(rowsOf(30, 24, each), 2), armOf(rowsOf(30, 3, 0), 2)] as const;
  const found = incrementOf(...arms, 0.05);
  expect("ok" in found && found.ok).toEqual({ customers, cost: { ok: cost } });
  expect(cost.value).toBeCloseTo((24 * each) / 30 / 0.7, 8);
  expect(cost.low < cost.value && cost.value < cost.high).toBe(true);
});
/** Rows [cost, customers]. */
const rowsOf = (n: number, won: number, cost: number): number[][] => Array.from({ length: n }, (_, i) => (i < won ? [cost, 1] : [0, 0]));

/** People with their channels in order, `conversions` of whom bought; touches as the redirect keeps them. */
async function journeys(
  days: number,
  ways: readonly { path: string; total_conversions: number; total_null: number }[],
  times: number,
): Promise<void> {
  const [program] = await s.engine.rows<{ id: string }>("select id from program where workspace_id = $1 and key = 'small'", [
    s.b.workspaceId,
  ]);
  const begin = Date.now() - days * 86_400_000;
  const people = ways.flatMap(({ path, total_conversions: won, total_null: lost }, i) =>
    Array.from({ length: (won + lost) * times }, (_, n) => ({
      user: `j${days}-${i}-${n}`,
      channels: path.split(" > "),
      won: n < won * times,
    })),
  );
  await send(people.map(({ user }) => ({ id: `s-${user}`, type: "signup", person: { user_id: user } })));
  const bought = people.filter(({ won }) => won);
  await send(bought.map(({ user }) => ({ ...purchase(`jo-${user}`, user, 1000), occurred_at: new Date(begin + 60_000).toISOString() })));
  await s.engine.rows(
    `insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
     select $1, (substr(lpad(to_hex(t.at), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(t.at), 12, '0'), 9, 4) || '-7000-8000-'
              || lpad(to_hex(row_number() over ()), 12, '0'))::uuid, l.id, $2, i.person_id, t.at, t.channel
       from jsonb_to_recordset($3::jsonb) as t("user" text, at bigint, channel text)
       join person_identity i on i.workspace_id = $1 and i.value = t."user"
       cross join (select id from link where workspace_id = $1 and program_id = $2 limit 1) l`,
    [
      s.b.workspaceId,
      program!.id,
      JSON.stringify(people.flatMap(({ user, channels }) => channels.map((channel, n) => ({ user, channel, at: begin + n * 1000 })))),
    ],
  );
}

test("Markov's examples, told as journeys: removal and credit of each channel as published", async () => {
  const known = json("attribution_reference.json");
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  for (const [name, ago, times] of [
    ["google_mailing_example", 9, 5],
    ["analyzecore_2016_example", 3, 10],
  ] as const) {
    const { paths, removal_effect: removal, attributed_conversions: credit } = known[name];
    await journeys(ago, paths, times);
    const { channels } = await at("GET", `/v1/reports/credit?program=small&from=${day(ago + 2)}&to=${day(ago - 2)}`);
    const by = (read: (of: Loose) => number): Record<string, number> =>
      Object.fromEntries(channels.map((of: Loose) => [of.channel, read(of)]));
    near(
      by((of) => of.removal),
      removal,
      1e-9,
    );
    near(
      by((of) => of.credit.markov.conversions / times),
      credit,
      1e-9,
    );
  }
});
