/** The order feed of a real shop under the mapping of examples/real-orders: every row is answered for. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileMapping } from "../../src/core/ingest/map-row.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/online_retail_invoices.csv", import.meta.url));
const MAPPING = new URL("../../examples/real-orders/mapping.json", import.meta.url);

test("25,900 invoices: 3,836 begin with C and 3,710 have no customer; each row is an event or refused with a reason", (context) => {
  if (!existsSync(FILE)) context.skip("the real data is not here (../shared/data)");
  // The file has no quotes and no empty lines, so that splitting it is an independent reading.
  const [header = "", ...rows] = readFileSync(FILE, "utf8").trimEnd().split("\n").map((line) => line.trimEnd());
  const compiled = compileMapping(mapping.parse(JSON.parse(readFileSync(MAPPING, "utf8"))), header.split(","), (row) => row.join());
  if ("problems" in compiled) throw new Error(compiled.problems.join());
  const mapped = rows.map((row, index) => compiled.mapper.map(row.split(","), index + 1));
  const events = mapped.flatMap((each) => (each.ok ? [each.event] : []));
  const count = (holds: (event: (typeof events)[number]) => boolean): number => events.filter(holds).length;
  expect({
    rows: rows.length, credits: rows.filter((row) => row.startsWith("C")).length,
    nobody: rows.filter((row) => row.split(",")[2] === "").length,
    refused: mapped.filter((each) => !each.ok).length, refunds: count((event) => event.type === "refund"),
    purchases: count((event) => event.type === "purchase"), ids: new Set(events.map((event) => event.id)).size,
  }).toEqual({ rows: 25_900, credits: 3_836, nobody: 3_710, refused: 2_102, refunds: 3_838, purchases: 19_960, ids: 23_798 });
  // The same totals as the raw column, added up in integers by its digits.
  const pence = (text: string): number => Math.round(Number(text) * 100);
  const raw = rows.reduce((sum, row) => sum + pence(row.split(",")[6] ?? "0"), 0);
  const read = events.reduce((sum, event) => sum + (event.order?.total ?? 0) - (event.order?.amount ?? 0), 0);
  expect(read).toBe(raw);
  expect(events[0]).toEqual({
    id: "retail:536365", type: "purchase", occurred_at: "2010-12-01T08:26:00.000Z",
    person: { user_id: "17850", attributes: { country: "United Kingdom" } },
    order: { id: "536365", total: 13912, currency: "GBP" },
  });
});
