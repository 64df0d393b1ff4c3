/** The backtest: in the pure core alone, and streamed from the store. */
import type { Fact } from "../../core/facts.ts";
import type { ProgramDefinition } from "../../core/program.ts";
import { backtest, draftWorld } from "../../flow/backtest.ts";
import { endPast, foldPerson, startPast } from "../../flow/backtest/fold-past.ts";
import { inTransaction, openPool } from "../../store/db.ts";
import { firstWorkspace } from "../../store/workspaces.ts";
import { installationSecret, readConfig } from "../config.ts";
import { startDatabase } from "../database.ts";
import { runLoadProcess } from "./load.ts";
import { type BenchRow, type LineOptions, median, plainRow } from "./report.ts";
import { startProduct } from "./servers.ts";
import { openShop } from "./shop.ts";

/** As heavy as a preset gets: two percentages with filters, a coupon, nth, tiers, a cap, a bonus window and a budget. */
const HEAVY: ProgramDefinition = {
  key: "bench",
  kind: "affiliate",
  name: "Heavy",
  stages: ["visit", "signup", "order", "renewal"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [
    {
      key: "first",
      when: { stage: "order", nth: 1, where: { "order.total": { gte: "20.00 USD" } } },
      give: { cash: { percent: 20, of: "order.net" } },
    },
    {
      key: "again",
      when: {
        stage: "order",
        where: { all: [{ "order.currency": "USD" }, { not: { "order.coupon": "STAFF" } }], "order.net": { gt: "5.00 USD" } },
      },
      give: { cash: { percent: 5, of: "order.net" } },
      limit: { per: "advocate", count: 50, every: "month" },
    },
    { key: "off", when: { stage: "signup", nth: 1 }, to: "friend", give: { coupon: { percent: 20 } } },
  ],
  tiers: { every: "quarter", steps: [{ from: 1 }, { from: 5, multiply: 1.5 }, { from: 15, multiply: 2 }] },
  bonuses: [{ key: "winter", from: "2026-01-01", to: "2026-02-01", multiply: 2 }],
  budget: { amount: "1000000.00 USD", every: "month" },
  terms: { en: "T" },
  disclosure: { en: "D" },
};
const PEOPLE = 20_000;
const EACH = 10;

function personFacts(i: number, program: string): Fact[] {
  const person = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
  const advocate = `00000000-0000-4000-9000-${String(i % 500).padStart(12, "0")}`;
  const start = Date.UTC(2026, 0, 1) + i * 60_000;
  const facts: Fact[] = [];
  for (let n = 0; n < EACH; n++) {
    const at = start + n * 86_400_000 * 7;
    const base = { id: `${i}-${n}`, client: `e-${i}-${n}`, person, at };
    if (n === 0) facts.push({ ...base, type: "signup", evidence: [{ kind: "code", program, advocate, code: "X", at }] });
    else
      facts.push({
        ...base,
        type: "purchase",
        order: { id: `o-${i}-${n}`, total: 4200 + n, subtotal: 3800, tax: 300, shipping: 100 + n, discount: 0, currency: "USD" },
      });
  }
  return facts;
}

/** Facts a second through start, step, owed, standings and budget, on one core. */
export async function backtestCore(o: LineOptions): Promise<BenchRow[]> {
  const id = "00000000-0000-4000-a000-000000000000";
  const { world, program } = draftWorld(HEAVY, { id, zone: "UTC" });
  const people = Array.from({ length: PEOPLE }, (_, i) => personFacts(i, id));
  const rates: number[] = [];
  for (let round = 0; round < o.repeats + 1; round++) {
    const begun = performance.now();
    const past = startPast(world, program, { from: 0, to: Number.MAX_SAFE_INTEGER });
    people.forEach((facts, i) => foldPerson(past, String(i), { facts }));
    endPast(past);
    if (round > 0) rates.push((PEOPLE * EACH) / ((performance.now() - begun) / 1000));
  }
  const detail =
    `${(PEOPLE * EACH).toLocaleString("en-US")} facts of ${PEOPLE.toLocaleString("en-US")} people, rules with ` +
    `filters, tiers, caps, budget`;
  return [
    plainRow({ line: "backtest, core", what: "pure core", floor: 300_000, goal: 600_000, ours: median(rates), unit: "facts/s", detail }),
  ];
}

/** Facts a second read from the store and folded, and what the process grew by meanwhile. */
export async function backtestStore(o: LineOptions): Promise<BenchRow[]> {
  const server = await startProduct(o.folder);
  try {
    const shop = await openShop(server, String(server.info.secret_key), { program: "bench", advocates: 50 });
    await runLoadProcess({ port: server.port, connections: 2, seconds: 15, requests: [shop.batch(500)], firstSerial: 1_000_000 });
    const database = await startDatabase({ dataDir: o.folder, secret: installationSecret(readConfig({ GRAPEVINE_DATA: o.folder })) });
    const pool = openPool(database.runtimeUrl, { max: 2, pipeline: false });
    try {
      const workspace = (await inTransaction(pool, (db) => firstWorkspace(db)))?.workspaceId ?? "";
      const rates: number[] = [];
      let facts = 0;
      for (let round = 0; round < o.repeats; round++) {
        const begun = performance.now();
        facts = (await backtest({ pool }, workspace, { definition: { ...HEAVY, key: "bench" } })).facts;
        rates.push(facts / ((performance.now() - begun) / 1000));
      }
      const detail = `${facts.toLocaleString("en-US")} facts`;
      return [
        plainRow({
          line: "backtest, store",
          what: "read from the store and folded",
          floor: 40_000,
          goal: 80_000,
          ours: median(rates),
          unit: "facts/s",
          detail,
        }),
      ];
    } finally {
      await pool.end();
      await database.stop();
    }
  } finally {
    await server.stop();
  }
}
