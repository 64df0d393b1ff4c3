import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { JOBS_VERSION } from "./jobs-schema.ts";
import { assertSchemaCurrent, migrate, readMigrations, SchemaMismatch } from "./migrate.ts";
import { withClient } from "./roles.ts";

let database: TestDatabase;
let dir: string;

const TABLES = `create table thing (
    workspace_id uuid not null, id integer not null generated always as identity, primary key (workspace_id, id));
  create table fact (workspace_id uuid not null, id integer not null, primary key (workspace_id, id)) partition by range (id);
  create table fact_1 partition of fact for values from (0) to (100);`;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "gv-migrations-"));
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(dir, { recursive: true, force: true });
});

const write = (name: string, sql: string): void => fs.writeFileSync(path.join(dir, name), sql);
const run = (jobs = false): ReturnType<typeof migrate> => migrate(database.ownerUrl, { dir, jobs });
const tables = async (): Promise<string[]> => {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  );
  return rows.map(({ name }) => name);
};

test("migrations are applied in order, once, and a second run changes nothing", async () => {
  write("0001-first.sql", "create table a (id integer);");
  write("0002-second.sql", "alter table a add column b integer; create table c (id integer);");
  expect(await run()).toEqual({ applied: ["first", "second"], version: 2 });
  const look = async (): Promise<unknown[]> => (await database.ownerPool.query("select * from schema_migration order by version")).rows;
  const before = await look();
  expect(await run()).toEqual({ applied: [], version: 2 });
  expect(await look()).toEqual(before);
  expect(await tables()).toEqual(["a", "c", "schema_migration"]);
});

test("a migration that fails leaves nothing of itself, names its line, and the run goes on from there when it is mended", async () => {
  write("0001-first.sql", "create table a (id integer);");
  write("0002-broken.sql", "create table b (id integer);\n\ninsert into nowhere values (1);");
  await expect(run()).rejects.toThrow(/Migration 2 \(broken\) failed and was undone: .*nowhere.*\(line 3\)/);
  expect(await tables()).toEqual(["a", "schema_migration"]);
  write("0002-broken.sql", "create table b (id integer);");
  expect((await run()).applied).toEqual(["broken"]);
});

test("an applied migration that was edited is refused", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await run();
  write("0001-first.sql", "create table a (id bigint);");
  await expect(run()).rejects.toThrow(SchemaMismatch);
  await expect(run()).rejects.toThrow("was changed after it ran");
  write("0001-first.sql", "create table a (id integer);");
  expect((await run()).applied).toEqual([]);
});

test("a checkout with Windows line ends is the same migration", async () => {
  write("0001-first.sql", "create table a (\n  id integer\n);\n");
  await run();
  write("0001-first.sql", "create table a (\r\n  id integer\r\n);\r\n");
  expect((await run()).applied).toEqual([]);
});

test("a database newer than the code is refused, by the migrator and by a process that only works", async () => {
  write("0001-first.sql", "create table a (id integer);");
  write("0002-second.sql", "create table b (id integer);");
  await run();
  fs.rmSync(path.join(dir, "0002-second.sql"));
  await expect(run()).rejects.toThrow("newer version");
  await expect(assertSchemaCurrent(database.pool(), dir)).rejects.toThrow(SchemaMismatch);
});

test("a working process accepts exactly its own schema and says how to get it", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await expect(assertSchemaCurrent(database.ownerPool, dir)).rejects.toThrow("grapevine migrate");
  await run();
  await assertSchemaCurrent(database.pool(), dir);
  write("0002-second.sql", "create table b (id integer);");
  await expect(assertSchemaCurrent(database.pool(), dir)).rejects.toThrow("lacks 1");
});

test("four migrators at once apply each migration once", async () => {
  write("0001-first.sql", "create table a (id integer); select pg_sleep(0.1);");
  write("0002-second.sql", "create table b (id integer);");
  const results = await Promise.all([run(true), run(true), run(true), run(true)]);
  expect(results.flatMap(({ applied }) => applied).sort()).toEqual(["first", "second"]);
});

test("a migrator that is cut half-way leaves whole steps, and the next one finishes", async () => {
  write("0001-first.sql", "create table a (id integer);");
  write("0002-slow.sql", "create table b (id integer); select pg_sleep(30);");
  const failing = run().catch((error: unknown) => error);
  await expect.poll(async () => {
    const { rowCount } = await database.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and datname = current_database()`,
    );
    return rowCount;
  }).toBe(1);
  expect(await failing).toBeInstanceOf(Error);
  expect(await tables()).toEqual(["a", "schema_migration"]);
  write("0002-slow.sql", "create table b (id integer);");
  expect((await run()).applied).toEqual(["slow"]);
});

test("a table that is in use does not make the migrator block everybody: it waits in short tries and then goes on", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await run();
  write("0002-change.sql", "alter table a add column b integer;");
  const reader = await database.ownerPool.connect();
  await reader.query("begin");
  await reader.query("select * from a");
  const working = run();
  await new Promise((resolve) => setTimeout(resolve, 500));
  // The migrator waits behind the reader, and this newcomer behind the migrator: until that gives way, 2 s after it began.
  const began = performance.now();
  await database.pool().query("select count(*) from schema_migration");
  await database.ownerPool.query("select count(*) from a");
  expect(performance.now() - began).toBeLessThan(20_000);
  await reader.query("commit");
  reader.release();
  expect((await working).applied).toEqual(["change"]);
});

test("files must be numbered without gaps, well named, and without transactions of their own", () => {
  write("0001-first.sql", "select 1;");
  write("0003-third.sql", "select 1;");
  expect(() => readMigrations(dir)).toThrow("0002-name.sql");
  fs.rmSync(path.join(dir, "0003-third.sql"));
  write("0002-Second One.sql", "select 1;");
  expect(() => readMigrations(dir)).toThrow("0002-name.sql");
  fs.rmSync(path.join(dir, "0002-Second One.sql"));
  write("0002-second.sql", "create table x (id integer);\ncommit;\n");
  expect(() => readMigrations(dir)).toThrow("one transaction");
  write("0002-second.sql", "create function f() returns void language plpgsql as $$\nbegin\n  perform 1;\nend $$;");
  expect(readMigrations(dir)).toHaveLength(2);
});

test("the runtime role gets reading and writing, but only adding on tables that may only grow, and nothing on partitions", async () => {
  write("0001-tables.sql", TABLES);
  await run();
  await run();
  const { rows } = await database.ownerPool.query<{ name: string; rights: string[] }>(
    `select relname as name,
            array(select privilege_type::text from aclexplode(relacl) where grantee = 'grapevine_app'::regrole order by 1) as rights
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'S') order by 1`,
  );
  expect(Object.fromEntries(rows.map(({ name, rights }) => [name, rights.join(" ")]))).toEqual({
    fact: "INSERT SELECT", fact_1: "", schema_migration: "SELECT", thing: "DELETE INSERT SELECT UPDATE", thing_id_seq: "SELECT USAGE",
  });
  const pool = database.pool();
  await pool.query("insert into fact values (gen_random_uuid(), 1)");
  await expect(pool.query("update fact set id = 2")).rejects.toMatchObject({ code: "42501" });
  await expect(pool.query("delete from fact")).rejects.toMatchObject({ code: "42501" });
  await expect(pool.query("truncate fact")).rejects.toMatchObject({ code: "42501" });
  await expect(pool.query("select * from fact_1")).rejects.toMatchObject({ code: "42501" });
  await expect(pool.query("insert into schema_migration values (9, 'x', 'y')")).rejects.toMatchObject({ code: "42501" });
  await expect(pool.query("create table mine (id integer)")).rejects.toMatchObject({ code: "42501" });
});

test("a right that was given by hand is taken away again at the next migration", async () => {
  write("0001-tables.sql", TABLES);
  await run();
  await database.ownerPool.query("grant delete, truncate on fact to grapevine_app");
  await run();
  await expect(database.pool().query("delete from fact")).rejects.toMatchObject({ code: "42501" });
});

test("a runtime role that does not exist is named", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await expect(migrate(database.ownerUrl, { dir, jobs: false, runtimeRole: "nobody_here" })).rejects.toThrow("nobody_here does not exist");
});

test("the owner makes the job queue's schema, and a queue schema newer than the code is refused", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await run(true);
  const { rows } = await database.ownerPool.query("select version from jobs.version");
  expect(rows).toEqual([{ version: JOBS_VERSION }]);
  await withClient(database.ownerUrl, (client) => client.query("update jobs.version set version = version + 1"));
  await expect(run(true)).rejects.toThrow("pg-boss knows");
});

test("the runtime role runs the queue without migrating it, and a job sent inside a transaction comes and goes with it", async () => {
  write("0001-first.sql", "create table a (id integer);");
  await run(true);
  const { PgBoss } = await import("pg-boss");
  const quiet = { migrate: false, createSchema: false, supervise: false, schedule: false };
  const boss = new PgBoss({ connectionString: database.runtimeUrl, schema: "jobs", ...quiet });
  const errors: unknown[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  try {
    await boss.createQueue("hello");
    const client = await database.pool().connect();
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    await client.query("begin");
    await boss.send("hello", { n: 1 }, { db });
    await client.query("rollback");
    await client.query("begin");
    await boss.send("hello", { n: 2 }, { db });
    await client.query("commit");
    client.release();
    const seen: unknown[] = [];
    await boss.work<{ n: number }>("hello", { pollingIntervalSeconds: 0.5 }, async (batch) => {
      seen.push(...batch.map(({ data }) => data));
    });
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([{ n: 2 }]);
  } finally {
    await boss.stop({ graceful: false });
  }
  expect(errors).toEqual([]);
});
