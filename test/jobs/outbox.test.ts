/** The outbox: what a batch tells reaches every consumer in order, at least once, and its database writes exactly once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, dispatchOutbox, pruneOutbox } from "../../src/flow/dispatch-outbox.ts";
import { createEventStream } from "../../src/flow/event-stream.ts";
import type { OutboxRow } from "../../src/store/outbox-cursor.ts";
import { onSettled } from "../../src/store/settle-transaction.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { silentLog } from "../support/job-plan.ts";

let e: Engine;
let code = "";
let orders = 0;

beforeAll(async () => {
  e = await createEngine();
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [{ key: "ten", when: { stage: "order" }, to: "advocate", give: { cash: "10.00 USD" }, hold: "14d" }],
  });
  code = (await e.join("friends", { user_id: "ada" })).code;
  // A consumer that writes to the database writes here: one row for every reward it is told of, and a row each time.
  await e.database.ownerPool.query(`
    create table told (workspace_id uuid not null, reward text not null, consumer text not null);
    grant select, insert on told to grapevine_app`);
});
afterAll(() => e.close());

const buy = (count: number, via: Pick<Engine["batcher"], "submit"> = e.batcher) =>
  via.submit(
    e.workspace,
    Array.from({ length: count }, () => {
      const n = ++orders;
      return {
        id: `o-${n}`,
        type: "purchase",
        person: { user_id: `f-${n}` },
        referral: { code },
        order: { id: `o-${n}`, total: 5000, currency: "USD" },
      };
    }) as never,
  );

const grantsIn = (rows: readonly OutboxRow[]): string[] =>
  rows
    .flatMap((row) => row.payload)
    .filter((each) => each.type === "reward.granted")
    .map((each) => each.id);

function writer(name: string, after?: (call: number) => void): Consumer {
  let calls = 0;
  return {
    name,
    begins: "kept",
    async inside(db, { workspaceId, rows }) {
      for (const id of grantsIn(rows))
        await db.query("insert into told (workspace_id, reward, consumer) values ($1, $2, $3)", [workspaceId, id, name]);
      after?.(++calls);
    },
  };
}

const dispatch = (consumers: Consumer[], signal?: AbortSignal) =>
  dispatchOutbox({ pool: e.database.pool(), consumers, log: silentLog }, e.workspace, signal);
const told = async (consumer: string): Promise<string[]> =>
  (await e.rows<{ reward: string }>("select reward from told where consumer = $1", [consumer])).map((row) => row.reward);

test("four dispatchers, three batchers, a crash in every second hand-over: each grant is written down exactly once", async () => {
  const more = [e.batcher, e.another(), e.another()];
  let crashes = 0;
  const fragile = writer("fragile", (call) => {
    if (call % 2 !== 0) return;
    crashes++;
    throw new Error("the process died here");
  });
  let isWriting = true;
  const dispatchers = Array.from({ length: 4 }, async () => {
    while (isWriting) await dispatch([fragile]).catch(() => undefined);
  });
  for (let round = 0; round < 25; round++) await Promise.all(more.map((batcher) => buy(4, batcher)));
  isWriting = false;
  await Promise.all(dispatchers);
  while ((await dispatch([fragile]).catch(() => ({ rows: 1 }))).rows > 0);
  const written = await told("fragile");
  const [{ rewards } = { rewards: 0 }] = await e.rows<{ rewards: number }>("select count(*) as rewards from reward");
  const [{ rows: outboxRows } = { rows: 0 }] = await e.rows<{ rows: number }>("select count(*) as rows from outbox");
  expect(rewards).toBe(300);
  expect(written).toHaveLength(300);
  expect(new Set(written).size).toBe(300);
  expect(crashes).toBeGreaterThan(2);
  await Promise.all(more.slice(1).map((batcher) => batcher.close()));
  console.log(`outbox: ${outboxRows} rows of 3 batchers, 4 dispatchers, ${crashes} crashes; 300 grants written once, 0 lost, 0 doubled`);
});

test("a consumer that fails holds nobody else up, and is told from where it stopped when it is well again", async () => {
  let isWell = false;
  const seen: number[] = [];
  const outside: Consumer = {
    name: "outside",
    begins: "kept",
    async outside({ rows }) {
      if (!isWell) throw new Error("the other side is away");
      seen.push(...rows.map((row) => row.seq));
    },
  };
  await expect(dispatch([outside, writer("behind")])).rejects.toThrow("the other side is away");
  expect(await told("behind")).toHaveLength(300);
  isWell = true;
  const { rows } = await dispatch([outside, writer("behind")]);
  expect(seen).toHaveLength(rows);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(await dispatch([outside])).toEqual({ rows: 0, more: false });
});

test("the order of the rows is the order of the commits, and a new consumer begins where it says", async () => {
  const first: number[] = [];
  const late: number[] = [];
  const spy = (name: string, begins: "kept" | "now", into: number[]): Consumer => ({
    name,
    begins,
    outside: async ({ rows }) => void into.push(...rows.map((row) => row.seq)),
  });
  const both = [spy("first", "kept", first), spy("late", "now", late)];
  await dispatch(both);
  const before = first.length;
  expect(late).toEqual([]);
  const others = [e.another(), e.another()];
  for (let round = 0; round < 10; round++) {
    await Promise.all([buy(1), ...others.map((batcher) => buy(1, batcher)), dispatch(both)]);
  }
  while ((await dispatch(both)).rows > 0);
  const all = (await e.rows<{ seq: number }>("select seq from outbox order by seq")).map((row) => row.seq);
  expect(first).toEqual(all);
  expect(late).toEqual(all.slice(before));
  await Promise.all(others.map((batcher) => batcher.close()));
});

test("a signal ends it after the rows in hand and says that there is more", async () => {
  const stop = new AbortController();
  const calls: number[] = [];
  const slow: Consumer = {
    name: "slow",
    begins: "kept",
    outside: async ({ rows }) => {
      calls.push(rows.length);
      stop.abort();
    },
  };
  expect(await dispatch([slow], stop.signal)).toEqual({ rows: 50, more: true });
  expect(calls).toEqual([50]);
});

test("rows go when they are a week old and everybody was told; what somebody was not told of stays", async () => {
  const names = ["fragile", "outside", "first", "late", "behind", "slow"].map(
    (name): Consumer => ({ name, begins: "kept", outside: async () => undefined }),
  );
  const parts = { pool: e.database.pool(), consumers: names, log: silentLog };
  const count = async (): Promise<number> => (await e.rows<{ n: number }>("select count(*) as n from outbox"))[0]!.n;
  const before = await count();
  expect(await pruneOutbox(parts, e.workspace)).toBe(0);
  await e.rows("update outbox set at = at - 8 * 86400000::bigint");
  // "slow" was told of 50.
  expect(await pruneOutbox(parts, e.workspace)).toBe(50);
  await dispatchOutbox(parts, e.workspace);
  expect(await pruneOutbox(parts, e.workspace)).toBe(before - 50);
  expect(await count()).toBe(0);
});

test("a live stream hears this process and others, each row once and in order, and takes up where it stopped", async () => {
  const pool = e.database.pool({ max: 4 });
  const stream = createEventStream({ pool, log: silentLog, lookMs: 200 });
  const heard: number[] = [];
  let hearAt = 0;
  const end = stream.listen(e.workspace, null, (rows) => {
    hearAt = performance.now();
    heard.push(...rows.map((row) => row.seq));
  });
  onSettled(e.database.pool(), (workspace) => stream.announce(workspace));
  await new Promise((wake) => {
    setTimeout(wake, 300);
  });
  const other = e.another();
  for (let round = 0; round < 5; round++) await buy(2, other);
  const all = async (): Promise<number[]> => (await e.rows<{ seq: number }>("select seq from outbox order by seq")).map((row) => row.seq);
  const written = performance.now();
  await expect.poll(() => heard.length, { interval: 5 }).toBe(5);
  expect(heard).toEqual(await all());
  expect(hearAt - written).toBeLessThan(10_000);
  end();
  await buy(1, other);
  const later: number[] = [];
  const endLater = stream.listen(e.workspace, heard.at(-1)!, (rows) => void later.push(...rows.map((row) => row.seq)));
  await expect.poll(() => later.length).toBe(1);
  expect([...heard, ...later]).toEqual(await all());
  endLater();
  stream.close();
  await other.close();
});
