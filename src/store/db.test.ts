import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { startFaultProxy } from "../../test/support/fault-proxy.ts";
import { assertRuntimeRole, CommitRefused, CommitUnknown, inTransaction, inWorkspace } from "./db.ts";
import { isRetryable, kysely, openPool, sqlState } from "./db.ts";
import type { Client } from "./db.ts";
import { OWNER_ROLE } from "../main/embedded/cluster.ts";

const A = "00000000-0000-7000-8000-00000000000a";
const B = "00000000-0000-7000-8000-00000000000b";
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  // A fixture of the real shape: a forced policy, and the function that migration 0001 has.
  await database.ownerPool.query(`
    create function set_workspace(ws uuid) returns void language plpgsql as $$
    begin execute format('set local app.workspace_id = %L', ws); end $$;
    create table note (
      workspace_id uuid not null, id integer not null, text text not null check (text <> 'bad'), primary key (workspace_id, id));
    alter table note enable row level security;
    alter table note force row level security;
    create policy tenant on note using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
    insert into note values ('${A}', 1, 'of a'), ('${B}', 1, 'of b');
    grant select, insert, update, delete on note to grapevine_app;
  `);
});
afterAll(() => database.drop());

const texts = async (client: Pick<Client, "query">): Promise<string[]> =>
  (await client.query<{ text: string }>("select text from note order by text")).rows.map((row) => row.text);

test("a statement inside a workspace sees that workspace's rows and no others", async () => {
  const pool = database.pool();
  expect(await inWorkspace(pool, A, texts)).toEqual(["of a"]);
  expect(await inWorkspace(pool, B, texts)).toEqual(["of b"]);
});

test("with no workspace set a tenant table has no rows, and that is not an error", async () => {
  expect(await texts(database.pool())).toEqual([]);
  expect(await inTransaction(database.pool(), texts)).toEqual([]);
});

test("after A, an error, and B on the same socket, nothing of A's workspace is left", async () => {
  const pool = database.pool({ max: 1 });
  const backend = async (): Promise<number> => (await pool.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid ?? 0;
  const socket = await backend();
  await inWorkspace(pool, A, texts);
  await expect(inWorkspace(pool, A, (client) => client.query("select 1 / 0"))).rejects.toThrow("division by zero");
  await expect(inWorkspace(pool, A, () => Promise.reject(new Error("our own")))).rejects.toThrow("our own");
  expect(await texts(pool)).toEqual([]);
  expect(await inWorkspace(pool, B, texts)).toEqual(["of b"]);
  expect(await texts(pool)).toEqual([]);
  const { rows } = await pool.query("select current_setting('app.workspace_id', true) as left_over");
  expect(rows[0]).toEqual({ left_over: "" });
  expect(await backend(), "an ordinary error must not cost a connection").toBe(socket);
});

test("a row of another workspace can be neither written nor changed", async () => {
  const pool = database.pool();
  const write = inWorkspace(pool, A, (client) => client.query("insert into note values ($1, 9, 'smuggled')", [B]));
  await expect(write).rejects.toMatchObject({ code: "42501" });
  const changed = await inWorkspace(pool, A, (client) => client.query("update note set text = 'mine' where workspace_id = $1", [B]));
  expect(changed.rowCount).toBe(0);
});

test("an error leaves nothing of the transaction behind", async () => {
  const pool = database.pool();
  const work = inWorkspace(pool, A, async (client) => {
    await client.query("insert into note values ($1, 20, 'first')", [A]);
    await client.query("insert into note values ($1, 21, 'bad')", [A]);
  });
  await expect(work).rejects.toMatchObject({ code: "23514" });
  expect(await inWorkspace(pool, A, texts)).toEqual(["of a"]);
});

test("a failed statement that the caller swallowed makes the commit refuse, not pretend", async () => {
  const pool = database.pool();
  const work = inWorkspace(pool, A, async (client) => {
    await client.query("insert into note values ($1, 30, 'first')", [A]);
    await client.query("select 1 / 0").catch(() => undefined);
    return "done";
  });
  await expect(work).rejects.toBeInstanceOf(CommitRefused);
  expect(await inWorkspace(pool, A, texts)).toEqual(["of a"]);
});

test("a malformed workspace id fails the whole transaction, pipelined statements included", async () => {
  const pool = database.pool();
  const work = inWorkspace(pool, "not-a-uuid", async (client) => {
    await client.query("insert into note values ($1, 40, 'x')", [A]).catch(() => undefined);
  });
  await expect(work).rejects.toMatchObject({ code: "22P02" });
});

test("a connection that is cut mid-transaction is thrown away, and the pool serves the next caller", async () => {
  const pool = database.pool({ max: 1 });
  const work = inWorkspace(pool, A, async (client) => {
    await client.query("insert into note values ($1, 50, 'lost')", [A]);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await database.ownerPool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await client.query("select pg_sleep(5)");
  });
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isRetryable(error), String(error)).toBe(true);
  expect(await inWorkspace(pool, A, texts)).toEqual(["of a"]);
});

test("a COMMIT whose answer is lost is reported as unknown, and here it had happened", async () => {
  const proxy = await startFaultProxy(database.runtimeUrl);
  const pool = openPool(proxy.url, { max: 1 });
  proxy.arm({ at: "commit", side: "after" });
  const work = inWorkspace(pool, A, (client) => client.query("insert into note values ($1, 60, 'kept')", [A]));
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommitUnknown);
  expect(isRetryable(error)).toBe(false);
  expect(proxy.hasCut()).toBe(true);
  expect(await inWorkspace(pool, A, texts)).toEqual(["kept", "of a"]);
  await inWorkspace(pool, A, (client) => client.query("delete from note where id = 60"));
  await pool.end();
  await proxy.stop();
});

test("cut before any one of its statements, a transaction leaves nothing, and the next one on the pool is clean", async () => {
  const proxy = await startFaultProxy(database.runtimeUrl);
  const pool = openPool(proxy.url, { max: 1 });
  await inWorkspace(pool, B, texts);
  // begin, set_workspace, insert, insert, commit.
  for (let at = 1; at <= 5; at += 1) {
    proxy.arm({ at, side: "before" });
    const work = inWorkspace(pool, A, async (client) => {
      await client.query("insert into note values ($1, 70, 'one')", [A]);
      await client.query("insert into note values ($1, 71, 'two')", [A]);
    });
    await expect(work, `statement ${at}`).rejects.toThrow();
    expect(proxy.hasCut(), `statement ${at}`).toBe(true);
    expect(await texts(pool), `statement ${at}`).toEqual([]);
    expect(await inWorkspace(pool, A, texts), `statement ${at}`).toEqual(["of a"]);
  }
  await pool.end();
  await proxy.stop();
});

test("statements sent without waiting keep their order and all belong to the transaction", async () => {
  const pool = database.pool();
  const text = "select $1::int as n, current_setting('app.workspace_id') as ws";
  const sums = await inWorkspace(pool, A, (client) =>
    Promise.all(Array.from({ length: 200 }, (_, n) => client.query<{ n: number; ws: string }>(text, [n]))),
  );
  expect(sums.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  expect(new Set(sums.map(({ rows }) => rows[0]?.ws))).toEqual(new Set([A]));
});

test("a pool without pipelining works the same", async () => {
  expect(await inWorkspace(database.pool({ pipeline: false }), A, texts)).toEqual(["of a"]);
});

test("whole numbers arrive exact or are refused, instants arrive as epoch milliseconds, dates as text", async () => {
  const { rows } = await database.pool().query(
    `select 9007199254740991::int8 as big, count(*) as n, array[1, null, 3]::int8[] as list,
            '2026-11-22 03:04:05.678901+02'::timestamptz as at, array['1969-12-31 23:59:59.999Z'::timestamptz] as ats,
            '2026-02-29'::text as t, '2024-02-29'::date as day, 12.50::numeric(9,2) as amount`,
  );
  expect(rows[0]).toEqual({
    big: 9_007_199_254_740_991, n: 1, list: [1, null, 3], at: Date.UTC(2026, 10, 22, 1, 4, 5, 678), ats: [-1],
    t: "2026-02-29", day: "2024-02-29", amount: "12.50",
  });
  await expect(database.pool().query("select 9007199254740992::int8 as big")).rejects.toThrow("beyond the exact integers");
  // The refused value must not poison the connection.
  expect((await database.pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("session settings hold on every connection of the pool, whatever characters they have", async () => {
  const pool = database.pool({ settings: { plan_cache_mode: "force_generic_plan", application_name: "two words\\x" }, max: 2 });
  const read = (): Promise<unknown> =>
    pool.query("select current_setting('plan_cache_mode') as mode, current_setting('timezone') as zone").then(({ rows }) => rows[0]);
  expect(await Promise.all([read(), read()])).toEqual(Array(2).fill({ mode: "force_generic_plan", zone: "UTC" }));
});

test("the query builder speaks through the same pool", async () => {
  const db = kysely<{ note: { id: number; text: string } }>(database.pool());
  expect(await db.selectFrom("note").select("text").execute()).toEqual([]);
});

test("a pool whose server is unreachable fails within its patience, as something to try again", async () => {
  const pool = openPool("postgres://u:p@127.0.0.1:1/x", { acquireTimeoutMs: 500 });
  const error: unknown = await pool.query("select 1").catch((reason: unknown) => reason);
  expect(sqlState(error)).toBeNull();
  expect(isRetryable(error)).toBe(true);
  await pool.end();
});

test("the runtime role passes, and what the server does for durability is reported", async () => {
  const check = await assertRuntimeRole(database.pool());
  // The test server trades durability for speed (test/support/global-setup.ts), so this is the list a user would see.
  expect(check.notDurable).toEqual(["fsync is off", "full_page_writes is off", "synchronous_commit is off"]);
});

test("a superuser, a BYPASSRLS role, an owner of tables and a member of an owner are refused by name", async () => {
  await expect(assertRuntimeRole(database.ownerPool)).rejects.toThrow(`${OWNER_ROLE} is a superuser`);
  const asRole = async (role: string, setup: string): Promise<unknown> => {
    const client = await database.ownerPool.connect();
    try {
      await client.query("begin");
      await client.query(setup);
      await client.query(`set local role ${role}`);
      return await assertRuntimeRole(client).catch((error: unknown) => error);
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  expect(String(await asRole("gv_bypass", "create role gv_bypass bypassrls"))).toContain("BYPASSRLS");
  const owner = "create role gv_owner; alter table note owner to gv_owner";
  const member = "create role gv_member; grant gv_owner to gv_member";
  expect(String(await asRole("gv_owner", owner))).toContain("owns tables (public.note)");
  expect(String(await asRole("gv_member", `${owner}; ${member}`))).toContain("owns tables (public.note)");
  expect(await asRole("gv_plain", "create role gv_plain")).toHaveProperty("notDurable");
});

test("a process that is paused inside a transaction loses its session and its locks, and what it began may be tried again", async () => {
  const { rows } = await database.pool().query("show idle_in_transaction_session_timeout");
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: "10s" }]);
  const pool = openPool(database.runtimeUrl, { max: 2, settings: { idle_in_transaction_session_timeout: "200ms" } });
  const lock = "select pg_advisory_xact_lock(4400, 99)";
  const paused = inWorkspace(pool, A, async (client) => {
    await client.query(lock);
    await new Promise((wake) => { setTimeout(wake, 600); });
    await client.query("insert into note values ($1, 50, 'of the paused')", [A]);
  }).then(() => null, (error: unknown) => error);
  const next = await inWorkspace(pool, A, async (client) => { await client.query(lock); return texts(client); });
  expect(next).toEqual(["of a"]);
  expect(isRetryable(await paused)).toBe(true);
  expect(await inWorkspace(pool, A, texts)).toEqual(["of a"]);
  await pool.end();
});
