import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { startFaultProxy } from "../../test/support/fault-proxy.ts";
import { type Client, openPool } from "./db.ts";
import { pour, run, together } from "./round.ts";

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  await database.ownerPool.query(`
    create table note (id bigint primary key, text text check (text <> 'bad'));
    grant select, insert on note to grapevine_app;
  `);
  client = await database.pool().connect();
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const BEGIN = { name: "t_begin", text: "begin", values: [] };
const ROLLBACK = { name: "t_rollback", text: "rollback", values: [] };
const COMMIT = { name: "t_commit", text: "commit", values: [] };
const insert = (id: number, text: string | null) => ({ name: "t_insert", text: "insert into note values ($1, $2)", values: [id, text] });
const select = (from: number) => ({
  name: "t_select",
  text: "select id, text, id > 1 as late from note where id >= $1 order by id",
  values: [from],
});
const round = (...all: { name: string; text: string; values: unknown[] }[]) =>
  together(client, () => all.map((each) => run(client, each)));

test("a round answers each of its statements, with rows, types and the word it was done with", async () => {
  for (const base of [0, 10]) {
    const answers = await Promise.all(round(BEGIN, insert(base + 1, "one"), insert(base + 2, null), select(base), COMMIT));
    expect(answers.map(({ command }) => command)).toEqual(["BEGIN", "INSERT", "INSERT", "SELECT", "COMMIT"]);
    expect(answers[3]?.rows).toEqual([
      { id: base + 1, text: "one", late: base > 0 },
      { id: base + 2, text: null, late: true },
    ]);
    expect(answers[1]?.rows).toEqual([]);
  }
});

test("what follows a statement that failed is not run, the commit with it, and the connection goes on", async () => {
  const fresh = { name: "t_never", text: "select 1 as n", values: [] };
  const answers = await Promise.allSettled(round(BEGIN, insert(20, "kept?"), insert(21, "bad"), insert(22, "after"), fresh, COMMIT));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected", "rejected", "rejected"]);
  for (const answer of answers.slice(2)) expect(answer).toMatchObject({ reason: { code: "23514" } });
  await client.query("rollback");
  const [seen, again] = await Promise.all(round(select(20), fresh));
  expect(seen?.rows).toEqual([]);
  expect(again?.rows).toEqual([{ n: 1 }]);
});

test("rounds sent without waiting keep their order, among statements of the driver's own kind", async () => {
  const first = round(BEGIN, insert(30, "x"));
  const middle = client.query("insert into note values (31, 'y')");
  const last = round(select(30), COMMIT);
  const [, , inserted, seen] = [...(await Promise.all(first)), await middle, ...(await Promise.all(last))];
  expect(inserted).toMatchObject({ command: "INSERT" });
  expect(seen?.rows).toHaveLength(2);
});

test("outside a round a statement goes by itself; an empty round sends nothing", async () => {
  expect(together(client, () => 7)).toBe(7);
  expect((await run(client, select(1))).rows).not.toHaveLength(0);
});

test("a value that is neither text nor bytes nor a number is refused before anything is sent", async () => {
  expect(() => round(insert(50, "not sent"), select([1] as never))).toThrow("impossible");
  expect((await run(client, select(50))).rows).toEqual([]);
  expect((await run(client, select(1))).rows).not.toHaveLength(0);
});

test("what is poured is on its way while the rest is made, and all of it is answered", async () => {
  const { stream } = (client as unknown as { connection: { stream: { writableLength: number } } }).connection;
  const waiting: boolean[] = [];
  function* made(): Generator<Parameters<typeof run>[1]> {
    for (const each of [BEGIN, insert(60, "a"), insert(61, "b"), insert(62, null), select(60), ROLLBACK]) {
      waiting.push(stream.writableLength > 0);
      yield each;
    }
  }
  const answers = await Promise.all(pour(client, made()));
  // The first two went out before the third was made.
  expect(waiting).toEqual([false, true, false, true, true, true]);
  expect(answers.map(({ command }) => command)).toEqual(["BEGIN", "INSERT", "INSERT", "INSERT", "SELECT", "ROLLBACK"]);
  expect(answers[4]?.rows).toHaveLength(3);
});

test("when the making fails, whoever poured hears of it and can roll back what was sent", async () => {
  function* broken(): Generator<Parameters<typeof run>[1]> {
    yield BEGIN;
    yield insert(70, "sent");
    yield insert(71, "not sent");
    throw new Error("impossible: the third");
  }
  expect(() => pour(client, broken())).toThrow("impossible: the third");
  await client.query("rollback");
  expect((await run(client, select(70))).rows).toEqual([]);
  const failing = await Promise.allSettled(pour(client, [BEGIN, insert(72, "kept?"), insert(73, "bad"), COMMIT]));
  expect(failing.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
  await client.query("rollback");
  expect((await run(client, select(70))).rows).toEqual([]);
});

test("a connection that is lost fails all that is open of a round", async () => {
  const proxy = await startFaultProxy(database.runtimeUrl);
  const pool = openPool(proxy.url, { max: 1, onError: () => undefined });
  const mine = await pool.connect();
  mine.on("error", () => undefined);
  await run(mine, select(1));
  proxy.arm({ at: 2, side: "after" });
  const answers = await Promise.allSettled(together(mine, () => [BEGIN, insert(40, "lost"), COMMIT].map((each) => run(mine, each))));
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  mine.release(true);
  expect((await run(client, select(40))).rows).toEqual([]);
  await pool.end();
  await proxy.stop();
});
