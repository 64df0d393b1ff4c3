/** Published figures from raw data through the product: imported by its importer, read from its reports. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";
import { importEvents } from "../../src/flow/import-events.ts";
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
