/**
 * The file names nobody who recommended anybody, so we make it up: customer number modulo 50 says which advocate it was, and the customer
 * gave the code with her first order. Writes the same rows with one more column, `code`.
 *
 *   node examples/real-orders/prepare.ts online_retail_invoices.csv orders.csv
 */
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { once } from "node:events";

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("Give the file to read and the file to write.");

const known = new Set<string>();
const out = createWriteStream(to);
let line = 0;
// No cell of this file has a quote or a line end, so that lines and commas are all there is to it.
for await (const text of createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })) {
  const [invoice = "", , customer = "", , , , amount = ""] = text.split(",");
  const isFirst = line > 0 && customer !== "" && !invoice.startsWith("C") && Number(amount) > 0 && !known.has(customer);
  if (isFirst) known.add(customer);
  const code = line === 0 ? "code" : isFirst ? `ADV${String(Number(customer) % 50).padStart(2, "0")}` : "";
  if (!out.write(`${text},${code}\n`)) await once(out, "drain");
  line++;
}
out.end();
await once(out, "finish");
console.log(`${line - 1} invoices, ${known.size} customers with a code on their first order.`);
