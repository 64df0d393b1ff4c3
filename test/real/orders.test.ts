/**
 * A year of a real shop (25,900 invoices) through the importer into a program that pays 10 % of each invoice, and once more in plain SQL
 * over the raw lines. Rounding: each reward is 10 % of its invoice in pence, half up; after credits it is the reward times kept over total,
 * half up, from the cumulative credit.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import program from "../../examples/real-orders/program.ts";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";
import { importEvents } from "../../src/flow/import-events.ts";
import type { ImportReport } from "../../src/flow/import-run.ts";
import { createLink } from "../../src/flow/make-link.ts";
import { createEngine } from "../support/engine.ts";
import type { Engine } from "../support/engine.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/online_retail_invoices.csv", import.meta.url));
const MAPPING = mapping.parse(JSON.parse(readFileSync(new URL("../../examples/real-orders/mapping.json", import.meta.url), "utf8")));
const isHere = existsSync(FILE);

/** The raw lines with one more cell: the code of advocate (customer modulo 50) on each customer's first purchase. */
function linesWithCodes(): string[] {
  const known = new Set<string>();
  return readFileSync(FILE, "utf8").trimEnd().split("\n").map((raw, index) => {
    const line = raw.trimEnd();
    const [invoice = "", , customer = "", , , , amount = ""] = line.split(",");
    const isFirst = index > 0 && customer !== "" && !invoice.startsWith("C") && Number(amount) > 0 && !known.has(customer);
    if (isFirst) known.add(customer);
    return `${line},${index === 0 ? "code" : isFirst ? codeOf(Number(customer) % 50) : ""}`;
  });
}
const codeOf = (number: number): string => `ADV${String(number).padStart(2, "0")}`;

/**
 * The independent calculation. Events of a customer in order of time and then id; a credit takes from the purchases before it, newest
 * first; what it finds nothing for stays with the shop. `kept` is the stack of what is left of each purchase.
 */
const EXPECTED = `
  with recursive line as (
    select split_part(line, ',', 1) as invoice, split_part(line, ',', 2) as ts, split_part(line, ',', 3) as customer,
           round(split_part(line, ',', 7)::numeric * 100)::bigint as pence from raw_line),
  event as (
    select customer, abs(pence) as pence, invoice like 'C%' or pence < 0 as is_credit,
           row_number() over (partition by customer order by ts, ('retail:' || invoice) collate "C") as k
      from line where customer <> '' and pence <> 0),
  walk as (
    select customer, 0::bigint as k, '{}'::bigint[] as total, '{}'::bigint[] as kept from event group by customer
    union all
    select w.customer, e.k,
           case when e.is_credit then w.total else w.total || e.pence end,
           case when not e.is_credit then w.kept || e.pence else array(
             select x.kept - least(x.kept, greatest(0, e.pence - x.newer))::bigint
               from (select t.kept, t.i,
                            coalesce(sum(t.kept) over (order by t.i desc rows between unbounded preceding and 1 preceding), 0) as newer
                       from unnest(w.kept) with ordinality as t (kept, i)) x order by x.i) end
      from walk w join event e on e.customer = w.customer and e.k = w.k + 1),
  final as (select distinct on (customer) customer, total, kept from walk order by customer, k desc),
  reward as (
    select f.customer::int % 50 as advocate, t.total, t.kept, (t.total * 20 + 100) / 200 as gross
      from final f cross join lateral unnest(f.total, f.kept) as t (total, kept))
  select 'ADV' || lpad(advocate::text, 2, '0') as advocate, count(*)::int as rewards, sum(gross)::bigint as gross,
         sum((2 * gross * kept + total) / (2 * total))::bigint as net
    from reward group by 1 order by 1`;

const POSTED = `
  select i.value as advocate, count(*)::int as rewards, sum(r.nominal)::bigint as gross, sum(r.owed)::bigint as net
    from reward r join person_identity i on i.workspace_id = r.workspace_id and i.person_id = r.recipient_id and i.kind = 1
   where r.workspace_id = $1 group by 1 order by 1`;

let engine: Engine;
let report: ImportReport;
let run: () => Promise<ImportReport>;

beforeAll(async () => {
  if (!isHere) return;
  engine = await createEngine();
  const programId = await engine.publish(program as never, { from: Date.UTC(2010, 11, 1) });
  const parts = { pool: engine.database.pool(), ids: createIds(), hashes: createHashes(engine.secret), door: engine.batcher };
  for (let number = 0; number < 50; number++) {
    const { personId } = await engine.join("recommend", { user_id: codeOf(number) });
    await createLink(parts, engine.by, { programId, personId, channel: null, kind: "vanity", code: codeOf(number) });
  }
  const lines = linesWithCodes();
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const source = {
    name: "orders.csv", size: bytes.length,
    async *open(offset: number) { for (let i = offset; i < bytes.length; i += 65_536) yield bytes.subarray(i, i + 65_536); },
  };
  await engine.database.ownerPool.query("create table raw_line (line text)");
  await engine.database.ownerPool.query("insert into raw_line select unnest($1::text[])", [lines.slice(1)]);
  run = () => importEvents(parts, engine.by, { source, mapping: MAPPING, resumption: "refuse" });
  report = await run();
}, 120_000);
afterAll(() => engine?.close());

describe("25,900 real invoices", () => {
  beforeEach((context) => { context.skip(!isHere, "the real data is not here (../shared/data)"); });

  test("are all answered for: accepted and refused with a reason are the rows", () => {
    expect(report).toMatchObject({ rows: 25_900, accepted: 22_186, refused: 3_714, failed: 0, duplicates: 0, status: "closed" });
    expect(report.reasons).toEqual({ event_refused: 2_102, person_missing: 1_612 });
  });

  test("pay each advocate what plain SQL over the raw lines says, to the penny", async () => {
    const expected = await engine.rows<{ advocate: string; rewards: number; gross: number; net: number }>(EXPECTED);
    const posted = await engine.rows<(typeof expected)[number]>(POSTED, [engine.workspace]);
    expect(posted).toEqual(expected);
    expect(expected).toHaveLength(50);
    const sum = (pick: (row: (typeof expected)[number]) => number): number => expected.reduce((all, row) => all + pick(row), 0);
    const [gross, back, net] = [sum((row) => row.gross), sum((row) => row.gross - row.net), sum((row) => row.net)];
    console.log(`${sum((row) => row.rewards)} rewards, gross ${gross}, taken back ${back}, net ${net} pence`);
    const sql = "select sum(balance)::bigint as held from ledger_account where workspace_id = $1 and unit = 'GBP' and balance is not null";
    const [books] = await engine.rows<{ held: number }>(sql, [engine.workspace]);
    expect(gross - back - (books?.held ?? 0)).toBe(0);
  });

  test("read a second time change nothing", async () => {
    const before = await engine.rows(POSTED, [engine.workspace]);
    expect(await run()).toMatchObject({ rows: 25_900, accepted: 22_186, refused: 3_714, duplicates: 22_186 });
    expect(await engine.rows(POSTED, [engine.workspace])).toEqual(before);
  }, 120_000);
});
