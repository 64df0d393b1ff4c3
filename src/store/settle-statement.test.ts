import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import type { Client } from "./db.ts";
import { type Column, insertOrReplace, insertRows } from "./settle-statement.ts";

const WORKSPACE = "00000000-0000-8000-8000-000000000001";
const uuid = (i: number): string => `00000000-0000-8000-9000-${String(i).padStart(12, "0")}`;

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  await database.ownerPool.query(`
    create table thing (workspace_id uuid, id uuid, n bigint, k integer, said text, body json, yes boolean, never text,
      primary key (workspace_id, id));
    grant select, insert, update on thing to grapevine_app;
  `);
  client = await database.pool().connect();
});
afterAll(async () => {
  client.release();
  await database.drop();
});

type Row = { id: string; n: number | null; k: number; said: string | null; body: unknown; yes: boolean | null };
const rowOf = (i: number): Row => ({
  id: uuid(i),
  n: i % 3 === 0 ? null : 2 ** 40 + i,
  k: 5 - i,
  said: i % 4 === 0 ? null : `said ${"é".repeat(i % 7)} {"${i}",}`,
  body: i % 5 === 0 ? null : { i, quote: "'" },
  yes: i % 2 === 0,
});
const columns = (rows: readonly Row[]): Column[] => [
  ["id", "uuid", rows.map((r) => r.id)],
  ["n", "bigint", rows.map((r) => r.n)],
  ["k", "integer", rows.map((r) => r.k)],
  ["said", "text", rows.map((r) => r.said)],
  ["body", "json", rows.map((r) => (r.body === null ? null : JSON.stringify(r.body)))],
  ["yes", "boolean", rows.map((r) => r.yes)],
  ["never", "text", rows.map(() => null)],
];

test.each([1, 2, 63, 64, 65, 200])("%i rows arrive as they are, columns without any value included", async (count) => {
  const rows = Array.from({ length: count }, (_, i) => rowOf(i));
  const { name, text, values } = insertRows("thing", columns(rows));
  await client.query("begin");
  await client.query({ name, text, values: [WORKSPACE, ...values] });
  const { rows: stored } = await client.query("select id, n, k, said, body, yes from thing where never is null order by id");
  await client.query("rollback");
  expect(stored).toEqual(rows);
});

test.each([10, 100])("of %i rows those that are stored are replaced, and each text has a name of its own", async (count) => {
  const rows = Array.from({ length: count }, (_, i) => rowOf(i));
  const tail = " on conflict (workspace_id, id) do update set k = excluded.k";
  const save = (isNew: (row: Row) => boolean, list: readonly Row[]): ReturnType<typeof insertOrReplace> =>
    insertOrReplace(list, { table: "thing", isNew, columns, tail });
  const first = save(() => true, rows);
  const second = save((r) => r.k === 7, [...rows.map((r) => ({ ...r, k: 0 })), { ...rowOf(900), k: 7 }]);
  await client.query("begin");
  for (const { name, text, values } of [...first, ...second]) await client.query({ name, text, values: [WORKSPACE, ...values] });
  const { rows: sums } = await client.query("select count(*) as n, sum(k)::bigint as k from thing");
  await client.query("rollback");
  expect(sums).toEqual([{ n: count + 1, k: 7 }]);
  const texts = new Map<string, string>();
  for (const { name, text } of [...first, ...second]) {
    expect(texts.get(name) ?? text).toBe(text);
    texts.set(name, text);
  }
});
