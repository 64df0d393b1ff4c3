/** The order feed of a real shop as events: each customer names the advocate `customer modulo 50` of every program on the first order. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CanonicalEvent, event as eventSchema } from "../../src/core/event.ts";
import { compileMapping } from "../../src/core/ingest/map-row.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/online_retail_invoices.csv", import.meta.url));
const MAPPING = new URL("../../examples/real-orders/mapping.json", import.meta.url);

/** Is the data on this machine? It does not travel with the product. */
export const hasRetail = existsSync(FILE);
/** The word a test skips with. */
export const NO_RETAIL = "the real data is not here (../shared/data)";
export const RETAIL_ADVOCATES = Array.from({ length: 50 }, (_, i) => `adv${String(i).padStart(2, "0")}`);

/** Events in the order of the file, those that the mapping refuses left out. `programs` are those whose codes are named. */
export function retailEvents(programs: readonly string[]): CanonicalEvent[] {
  const [header = "", ...rows] = readFileSync(FILE, "utf8").trimEnd().split("\n").map((line) => line.trimEnd());
  const compiled = compileMapping(mapping.parse(JSON.parse(readFileSync(MAPPING, "utf8"))), header.split(","), (row) => row.join());
  if ("problems" in compiled) throw new Error(compiled.problems.join());
  const known = new Set<string>();
  return rows.flatMap((row, index) => {
    const mapped = compiled.mapper.map(row.split(","), index + 1);
    if (!mapped.ok) return [];
    const event = eventSchema.parse(mapped.event);
    const customer = event.person?.user_id;
    if (customer === undefined || event.type !== "purchase" || known.has(customer)) return [event];
    known.add(customer);
    const advocate = RETAIL_ADVOCATES[Number(customer) % 50] as string;
    // One order may name an advocate of each program: the first as the code, the others as coupons of the order.
    const [code, ...coupons] = programs.map((program) => `${program}-${advocate}`);
    return [{ ...event, referral: { code }, order: { ...event.order, coupons } } as CanonicalEvent];
  });
}
