import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClickMac } from "../adapters/click-mac.ts";
import { createHashes } from "../adapters/hashes.ts";
import { createIds } from "../adapters/ids.ts";
import { mapping } from "../core/ingest/mapping.ts";
import { inWorkspace } from "../store/db.ts";
import { listImports } from "../store/imports.ts";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { createBatcher } from "./batcher.ts";
import type { Batcher } from "./batcher.ts";
import type { By } from "./by.ts";
import { createWorkspace } from "./create-workspace.ts";
import { importEvents } from "./import-events.ts";
import type { ImportReport, ImportRun, RefusedSink } from "./import-run.ts";
import type { ImportSource } from "./import-source.ts";
import { createWorlds } from "./load-world.ts";
import type { EventDoor } from "./ports.ts";
import { Overloaded } from "./ports.ts";

const SECRET = Buffer.alloc(32, 7);
const SHOP = mapping.parse({
  currency: "EUR", set: { id: "o:{order}", occurred_at: "at", "person.user_id": "user", "order.id": "order", "order.total": "total" },
  rules: [{ when: { column: "total", zero: true }, refuse: "nothing was bought" }],
});

let database: TestDatabase;
let batcher: Batcher;
beforeAll(async () => {
  database = await createTestDatabase();
  const deps = { pool: database.pool(), hashes: createHashes(SECRET), worlds: createWorlds(), mac: createClickMac(SECRET) };
  batcher = createBatcher({ ...deps, log: { info: () => {}, warn: () => {}, error: () => {} } });
});
afterAll(async () => {
  await batcher.close();
  await database.drop();
});

/** A file in memory, handed out in pieces of `size` bytes. */
function file(bytes: string | Uint8Array, size = 97, name = "orders.csv"): ImportSource {
  const all = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return {
    name, size: all.length,
    async *open(offset) {
      for (let i = offset; i < all.length; i += size) yield all.subarray(i, i + size);
    },
  };
}

/** The refused rows as text, cut back on resume like the file on disk. */
function collector(): RefusedSink & { text: () => string } {
  let lines: string[] = [];
  return {
    text: () => lines.join(""),
    open: async (from) => {
      lines = from === null ? [] : lines.filter((line) => line.startsWith("row,") || Number(line.split(",")[0]) <= from);
      return { write: (text) => { lines.push(text); }, close: async () => {} };
    },
  };
}

let made = 0;
async function shop() {
  const parts = { pool: database.pool(), ids: createIds(), hashes: createHashes(SECRET), door: batcher as EventDoor };
  const { workspaceId } = await createWorkspace(parts, { slug: `shop${++made}` });
  const by: By = { workspaceId, actor: "cli", requestId: "test", idempotencyKey: null };
  type More = Partial<ImportRun> & { door?: EventDoor };
  const run = (source: ImportSource, { door = batcher, ...more }: More = {}): Promise<ImportReport> =>
    importEvents({ ...parts, door }, by, { source, mapping: SHOP, resumption: "refuse", batch: 7, ...more });
  const facts = async () => (await database.ownerPool.query<{ client_id: string; body: string }>(
    "select client_id, body::text as body from fact where workspace_id = $1 order by client_id", [workspaceId])).rows;
  const page = { before: null, limit: 10, status: null };
  const imports = () => inWorkspace(database.pool(), workspaceId, (db) => listImports(workspaceId, db, page));
  return { run, facts, imports };
}

const HEADER = "order,at,user,total\r\n";
const row = (n: number): string => `${n},2025-03-01T10:${String(n % 60).padStart(2, "0")},u${n % 13},${n}.50\r\n`;
const rows = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => row(from + i)).join("");

describe("an import", () => {
  test("accepts or refuses every row, each refusal with its number, field and reason and the original cells", async () => {
    const { run, facts, imports } = await shop();
    const refused = collector();
    const bad = [
      "3,yesterday,u,1.00", "4,2025-03-01,u,0", "5,2025-03-01,,7.00", "6,2025-03-01,u,-7.00",
      '"7"x,2025-03-01,u,1', "8,2025-03-01,u,1,extra",
    ];
    const report = await run(file(`${HEADER}${rows(1, 3)}${bad.join("\r\n")}\r\n${row(9)}`), { refused });
    expect(report).toMatchObject({
      status: "closed", rows: 9, accepted: 3, refused: 6,
      reasons: { instant_malformed: 1, event_refused: 1, person_missing: 1, event_invalid: 1, text_after_quote: 1, too_many_cells: 1 },
    });
    const lines = refused.text().split("\r\n");
    expect(lines[0]).toBe("row,field,code,reason,order,at,user,total");
    expect(lines[1]).toMatch(/^4,\/occurred_at,instant_malformed,.*,3,yesterday,u,1\.00$/);
    expect(lines[4]).toMatch(/^7,\/order\/total,event_invalid,.*,6,2025-03-01,u,-7$/);
    expect((await facts()).map((fact) => fact.client_id)).toEqual(["o:1", "o:2", "o:9"]);
    expect(await imports()).toMatchObject([{ status: "closed", accepted: 3, refused: 6, row_number: 10, source: "orders.csv" }]);
  });

  test("of the same file again adds nothing: every row is a duplicate", async () => {
    const { run, facts } = await shop();
    const text = HEADER + rows(1, 40);
    expect(await run(file(text))).toMatchObject({ accepted: 39, duplicates: 0 });
    const before = await facts();
    expect(await run(file(text))).toMatchObject({ accepted: 39, refused: 0, duplicates: 39 });
    expect(await facts()).toEqual(before);
  });

  test("refuses a row whose id is known with other content, and says so", async () => {
    const { run } = await shop();
    await run(file(HEADER + row(1)));
    const other = file(`${HEADER}1,2025-03-01T10:01,u1,9.99\r\n`);
    expect(await run(other)).toMatchObject({ accepted: 0, refused: 1, reasons: { event_conflict: 1 } });
  });

  test("gives the same facts in any pieces and batches, with a byte order mark, without a last line end, with semicolons", async () => {
    const plain = await shop();
    await plain.run(file(HEADER + rows(1, 60)));
    const other = await shop();
    const text = `\ufeff${(HEADER + rows(1, 60)).replaceAll(",", ";").trimEnd()}`;
    expect(await other.run(file(text, 3), { batch: 11 })).toMatchObject({ accepted: 59, refused: 0 });
    expect(await other.facts()).toEqual(await plain.facts());
  });

  test("refuses only the rows that are no UTF-8, and reads on", async () => {
    const { run } = await shop();
    const latin = Buffer.from("2,2025-03-01,J\xf6rg,1.00\r\n", "latin1");
    const bytes = Buffer.concat([Buffer.from(HEADER + row(1)), latin, Buffer.from(rows(3, 20))]);
    for (const size of [1, 7, 4096]) {
      expect(await (await shop()).run(file(bytes, size))).toMatchObject({ accepted: 18, refused: 1, reasons: { encoding_invalid: 1 } });
    }
    await expect(run(file(Buffer.from(HEADER, "utf16le")))).rejects.toMatchObject({ code: "encoding_invalid" });
  });

  test("waits and tries again when the door is full", async () => {
    let full = 2;
    const refuse = (): Promise<never> => Promise.reject(new Overloaded("full"));
    const door: EventDoor = { ...batcher, submit: (...args) => (full-- > 0 ? refuse() : batcher.submit(...args)) };
    expect(await (await shop()).run(file(HEADER + rows(1, 10)), { door })).toMatchObject({ accepted: 9 });
  });

  test("is refused before it is opened when the mapping does not fit, the file is empty or a column comes twice", async () => {
    const { run, imports } = await shop();
    const detail = expect.stringContaining('no column "total"');
    await expect(run(file("order,at,user\r\n1,2,3\r\n"))).rejects.toMatchObject({ code: "validation_failed", detail });
    await expect(run(file(""))).rejects.toMatchObject({ code: "validation_failed" });
    await expect(run(file("a,a\r\n1,2\r\n"))).rejects.toMatchObject({ code: "validation_failed" });
    expect(await imports()).toEqual([]);
  });
});

describe("an unfinished import", () => {
  const text = (HEADER + rows(1, 100)).replace(/^(\d*7),/gm, "$1,x");
  /** A door that dies for good after `n` batches, like a process that is killed: what was settled stays. */
  const dying = (n: number): EventDoor => ({
    ...batcher,
    submit: (...args) => (n-- > 0 ? batcher.submit(...args) : Promise.reject(new Error("killed"))),
  });

  test("goes on where it stopped, however far it came, and ends with the facts and refused rows of one that was not stopped", async () => {
    const whole = await shop();
    const wholeRefused = collector();
    const { importId: _, ...expected } = await whole.run(file(text), { refused: wholeRefused });
    for (const n of [0, 1, 5, 13]) {
      const half = await shop();
      const refused = collector();
      await expect(half.run(file(text), { refused, door: dying(n) })).rejects.toThrow("killed");
      expect(await half.imports()).toMatchObject([{ status: "open" }]);
      await expect(half.run(file(text), { refused, resumption: "resume", door: dying(1) })).rejects.toThrow("killed");
      const { importId: _id, ...report } = await half.run(file(text), { refused, resumption: "resume" });
      expect(report).toEqual(expected);
      expect(refused.text()).toBe(wholeRefused.text());
      expect(await half.facts()).toEqual(await whole.facts());
      expect(await half.imports()).toMatchObject([{ status: "closed", accepted: expected.accepted, refused: expected.refused }]);
    }
  });

  test("stopped by the signal stays open with what was done, and can be resumed", async () => {
    const { run, imports } = await shop();
    const stop = new AbortController();
    const report = await run(file(text), { signal: stop.signal, onProgress: ({ rows: done }) => { if (done >= 30) stop.abort(); } });
    expect(report.status).toBe("open");
    expect(report.rows).toBeLessThan(99);
    expect(await run(file(text), { resumption: "resume" })).toMatchObject({ status: "closed", rows: 99 });
    expect(await imports()).toHaveLength(1);
  });

  test("is not begun twice by accident, and not gone on with under another mapping, other columns or another file", async () => {
    const { run, imports } = await shop();
    await expect(run(file(text), { door: dying(3) })).rejects.toThrow("killed");
    await expect(run(file(text))).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining("21 rows") });
    const resume = { resumption: "resume" } as const;
    await expect(run(file(text), { ...resume, mapping: { ...SHOP, currency: "USD" } })).rejects.toMatchObject({ code: "conflict" });
    await expect(run(file(`note,${text}`), resume)).rejects.toMatchObject({ code: "conflict" });
    await expect(run(file(text.replace(/u8,/g, "u9,")), resume)).rejects.toMatchObject({ code: "conflict" });
    expect(await run(file(text + row(100)), { resumption: "restart" })).toMatchObject({ rows: 100, duplicates: 19 });
    expect(await imports()).toMatchObject([{ status: "closed" }, { status: "cancelled" }]);
  });
});
