/** The catalogue itself: what the schema promises on a laptop, a server and a cluster (docs/decisions, "one schema"). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction, inWorkspace } from "../../src/store/db.ts";
import { INSERT_ONLY } from "../../src/store/grants.ts";
import { survivor } from "../../src/store/survivor.ts";
import { type TestDatabase, createTestDatabase } from "../support/database.ts";

/** Tables without a workspace: read by their own key, holding neither personal data nor money. */
const GLOBAL = [
  "domain_directory", "key_directory", "key_news", "link_directory", "operator_directory", "portal_key_directory", "rate_bucket",
  "schema_migration", "sign_in",
  "source_directory",
  "workspace_directory", "workspace_due",
];
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(async () => {
  await db.drop();
});

const rows = async <T>(text: string): Promise<T[]> => (await db.ownerPool.query(text)).rows as T[];
const TABLES = "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')";
const tenant = async (): Promise<string[]> =>
  (await rows<{ name: string }>(TABLES)).map((r) => r.name).filter((name) => !GLOBAL.includes(name));

test("every tenant table carries workspace_id first in its primary key and in every unique index", async () => {
  const indexes = await rows<{ tablename: string; indexname: string; first: string }>(
    `select t.relname as tablename, i.relname as indexname, (select a.attname from pg_attribute a where a.attrelid = t.oid
      and a.attnum = x.indkey[0]) as first
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisprimary)`,
  );
  const names = await tenant();
  expect(names.length).toBeGreaterThan(25);
  for (const name of names)
    expect(
      indexes.some((i) => i.tablename === name && i.first === "workspace_id"),
      `${name} has a primary key`,
    ).toBe(true);
  expect(indexes.filter((i) => names.includes(i.tablename) && i.first !== "workspace_id")).toEqual([]);
});

test("row-level security is on and forced with a policy on every tenant table", async () => {
  const found = await rows<{ name: string; secured: boolean; forced: boolean; policies: number }>(
    `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  const names = await tenant();
  expect(found.filter((t) => names.includes(t.name) && !(t.secured && t.forced && t.policies > 0))).toEqual([]);
});

test("every foreign key between tenant tables carries workspace_id, and there are no triggers, rules or inherited tables", async () => {
  const keys = await rows<{ name: string; columns: string[] }>(
    `select conname as name, array(select a.attname::text from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid
      and a.attnum = k) as columns
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  expect(keys.filter((k) => k.columns[0] !== "workspace_id")).toEqual([]);
  expect(await rows("select tgname from pg_trigger where not tgisinternal")).toEqual([]);
  expect(
    await rows(
      `select inhrelid::regclass::text from pg_inherits where inhparent::regclass::text not like 'jobs.%'
        and inhrelid::regclass::text not like 'jobs.%'`,
    ),
  ).toEqual([]);
});

test("functions that read tenant tables are PL/pgSQL", async () => {
  expect(
    await rows(
      `select proname from pg_proc p join pg_language l on l.oid = p.prolang where pronamespace = 'public'::regnamespace
        and lanname <> 'plpgsql'`,
    ),
  ).toEqual([]);
});

test("the runtime role owns nothing, bypasses nothing, and cannot change what only grows", async () => {
  const [role] = await rows<{ rolsuper: boolean; rolbypassrls: boolean }>(
    "select rolsuper, rolbypassrls from pg_roles where rolname = 'grapevine_app'",
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  expect(INSERT_ONLY).toEqual(expect.arrayContaining(["fact", "transfer", "decision_revision", "audit"]));
  for (const table of INSERT_ONLY) {
    for (const verb of ["update", "delete"]) {
      const [may] = await rows<{ may: boolean }>(`select has_table_privilege('grapevine_app', '${table}', '${verb}') as may`);
      expect(may?.may, `${verb} on ${table}`).toBe(false);
    }
  }
});

test("without a workspace set, the runtime role sees nothing and no statement fails for it", async () => {
  for (const name of await tenant()) {
    const found = await inTransaction(
      db.pool(),
      async (client) => (await client.query(`select count(*)::int as n from ${name}`)).rows[0] as { n: number },
    );
    expect(found.n, name).toBe(0);
  }
  await inWorkspace(db.pool(), "00000000-0000-0000-0000-000000000000", async (client) => {
    expect((await client.query("select current_setting('app.workspace_id') as ws")).rows[0]).toEqual({
      ws: "00000000-0000-0000-0000-000000000000",
    });
  });
});

test("whoever a person was merged into is found by an index, also below row-level security", async () => {
  const ws = "00000000-0000-0000-0000-000000000000";
  const plan = await inWorkspace(db.pool(), ws, async (client) => {
    await client.query("set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off");
    const { rows: lines } = await client.query<Record<"QUERY PLAN", string>>(
      `explain select c.id from person p join person c on c.workspace_id = $1 and c.id = ${survivor("p")}
        where p.workspace_id = $1 and p.id = any($2::uuid[])`,
      [ws, []],
    );
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(/Index Cond: .*id = CASE/);
});
