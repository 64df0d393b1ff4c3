/**
 * The real order feed again, as a shop's own webhooks: the year of invoices and credits that orders.test.ts imports from CSV, told over
 * HTTP in Stripe's and in Shopify's documented payloads, signed by their own libraries (examples/real-orders/replay.ts), mixed. The same
 * books: every reward, balance, referral and order, and what each advocate is owed.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import program from "../../examples/real-orders/program.ts";
import { type Deed, type ShopKind, deedsOf, rowsOf, sendAll, webhookOf } from "../../examples/real-orders/replay.ts";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { mapping } from "../../src/core/ingest/mapping.ts";
import { createWorkspace, type NewWorkspace } from "../../src/flow/create-workspace.ts";
import { importEvents } from "../../src/flow/import-events.ts";
import { createLink } from "../../src/flow/make-link.ts";
import { assertBooks } from "../support/books.ts";
import { type Canonical, canonicalOf, hashOf } from "../support/canonical-hash.ts";
import { hasRetail } from "../support/retail.ts";
import { inFull, runs } from "../support/seeds.ts";
import { type TestServer, createServer } from "../support/server.ts";
import { shuffled } from "../support/shuffle.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/online_retail_invoices.csv", import.meta.url));
const MAPPING = mapping.parse(JSON.parse(readFileSync(new URL("../../examples/real-orders/mapping.json", import.meta.url), "utf8")));
const { seed } = runs(1);

let s: TestServer;
let csv: string;
let deeds: Deed[];
let expected: Canonical;

/** A business with the program since 2010 and 50 advocates, ADV00 to ADV49. */
async function openBusiness(): Promise<NewWorkspace> {
  const parts = { pool: s.engine.database.pool(), ids: createIds() };
  const made = await createWorkspace(parts, { slug: `r-${Math.floor(performance.now() * 1000)}` });
  const programId = await s.engine.publish(program as never, { workspace: made.workspaceId, from: Date.UTC(2010, 11, 1) });
  for (let number = 0; number < 50; number++) {
    const code = `ADV${String(number).padStart(2, "0")}`;
    const { personId } = await s.engine.join("recommend", { user_id: code }, made.workspaceId);
    const by = { ...s.engine.by, workspaceId: made.workspaceId };
    await createLink(parts, by, { programId, personId, channel: null, kind: "vanity", code });
  }
  // Webhooks are live, and live events may be 400 days old.
  await s.engine.rows("update workspace set backdate_days = 100000");
  return made;
}

/** The books, with each door's name of an order's event in the words of the CSV import. */
async function booksOf(workspace: string): Promise<Canonical> {
  await assertBooks(s.engine, workspace);
  const found = await canonicalOf(s.engine.rows, workspace);
  const text = JSON.stringify(found).replace(
    /shopify:order:(\d+)|stripe:session:cs_live_(\d+)/g,
    (_, a, b) => `retail:${String(a ?? b)}`,
  );
  return JSON.parse(text) as Canonical;
}

const NET = `select i.value as advocate, sum(r.owed)::bigint as net from reward r
  join person_identity i on i.workspace_id = r.workspace_id and i.person_id = r.recipient_id and i.kind = 1 where r.workspace_id = $1
  group by 1 order by 1`;

beforeAll(async () => {
  if (!hasRetail) return;
  csv = readFileSync(FILE, "utf8");
  deeds = deedsOf(rowsOf(csv));
  s = await createServer();
  const { workspaceId } = await openBusiness();
  const codes = new Map(deeds.flatMap((deed) => (deed.kind === "order" && deed.code !== undefined ? [[deed.invoice, deed.code]] : [])));
  const lines = csv
    .trimEnd()
    .split("\n")
    .map((line, i) => `${line.trimEnd()},${i === 0 ? "code" : (codes.get(line.split(",", 1)[0]!) ?? "")}`);
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const source = {
    name: "orders.csv",
    size: bytes.length,
    async *open(offset: number) {
      yield bytes.subarray(offset);
    },
  };
  const parts = { pool: s.engine.database.pool(), ids: createIds(), hashes: createHashes(s.engine.secret), door: s.engine.batcher };
  const by = { ...s.engine.by, workspaceId };
  expect(await importEvents(parts, by, { source, mapping: MAPPING, resumption: "refuse" })).toMatchObject({
    rows: 25_900,
    accepted: 22_186,
  });
  expected = await booksOf(workspaceId);
  net = await s.engine.rows(NET, [workspaceId]);
}, 240_000);
let net: unknown[];
afterAll(() => s?.close());

describe("25,900 real rows as signed webhooks", () => {
  beforeEach((context) => {
    context.skip(!hasRetail, "the real data is not here (../shared/data)");
  });

  test("every row is told, or is no order and no refund of anybody", () => {
    const rows = rowsOf(csv);
    const zero = rows.filter((row) => row.pence === 0);
    const credits = rows.filter((row) => row.pence !== 0 && (row.invoice.startsWith("C") || row.pence < 0));
    const orders = deeds.filter((deed) => deed.kind === "order");
    expect(orders.length + zero.length + credits.length).toBe(25_900);
    const told = new Set(deeds.flatMap((deed) => (deed.kind === "refund" ? [deed.id.slice(0, 6)] : [])));
    console.log(`${orders.length} orders, ${credits.length} credits of which ${told.size} find an order, ${zero.length} rows of nothing`);
    expect([orders.length, told.size]).toEqual([expect.toSatisfy((n: number) => n > 19_000), expect.toSatisfy((n: number) => n > 3_000)]);
  });

  for (const shop of (inFull ? ["shopify", "stripe"] : [seed % 2 === 0 ? "shopify" : "stripe"]) satisfies ShopKind[])
    test(`${shop}: mixed, 256 at a time, ends in the books of the CSV import`, async () => {
      const made = await openBusiness();
      const secret = "whsec_the_year_again";
      const body = { provider: shop, secret, options: { customer: "user_id" } };
      const source = (await s.call("POST", "/v1/sources", { key: made.secretKey, body })).body;
      const hooks = shuffled(
        deeds.map((deed) => webhookOf(shop, deed)),
        seed,
      );
      const began = performance.now();
      const answers = await sendAll({ shop, url: s.url + new URL(source["url"] as string).pathname, secret, atOnce: 256 }, hooks);
      const seconds = (performance.now() - began) / 1000;
      console.log(`${shop}: ${hooks.length} webhooks in ${seconds.toFixed(1)} s, ${JSON.stringify(answers)}, seed=${seed}`);
      expect(Object.keys(answers).every((answer) => answer.startsWith("200 "))).toBe(true);
      const found = await booksOf(made.workspaceId);
      expect(await s.engine.rows(NET, [made.workspaceId])).toEqual(net);
      expect(found.trial).toEqual(expected.trial);
      expect(found.rewards).toEqual(expected.rewards);
      expect(found.orders).toEqual(expected.orders);
      expect(hashOf(found)).toBe(hashOf(expected));
      expect(await s.engine.rows("select 1 from source_waiting where workspace_id = $1", [made.workspaceId])).toEqual([]);
    }, 600_000);
});
