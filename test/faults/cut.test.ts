/** F5, F6, F7: a reply to COMMIT that is lost, a connection cut at every statement, locks that storm. */
import crypto from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHashes } from "../../src/adapters/hashes.ts";
import type { EventOutcome } from "../../src/core/event.ts";
import { type Batcher, createBatcher } from "../../src/flow/batcher.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { openPool } from "../../src/store/db.ts";
import type { Pool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.ts";
import { announce } from "../support/seeds.ts";

let e: Engine;
let proxy: FaultProxy;
let pool: Pool;
let batcher: Batcher;
let code: string;
let serial = 0;

beforeAll(async () => {
  e = await createEngine();
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: [
      {
        key: "tenth",
        when: { stage: "order" },
        to: "advocate",
        give: { cash: { percent: 10, of: "order.total" } },
        hold: "14d",
        limit: { count: 1000, every: "month" },
      },
    ],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  ({ code } = await e.join("friends", { user_id: "ann" }));
  proxy = await startFaultProxy(e.database.runtimeUrl);
  pool = openPool(proxy.url, { max: 3, settings: SETTLE_SETTINGS, onError: () => undefined });
  const mac = (message: Uint8Array) => crypto.createHmac("sha256", e.secret).update(message).digest();
  const log = { info() {}, warn() {}, error() {} };
  batcher = createBatcher({ pool, hashes: createHashes(e.secret), worlds: createWorlds(), mac, log });
});
afterAll(async () => {
  await batcher.close();
  await pool.end();
  await proxy.stop();
  await e.close();
});

const purchase = (id: string) => ({
  id,
  type: "purchase" as const,
  person: { user_id: `u-${id}` },
  referral: { code },
  order: { id, total: 1000, currency: "USD" },
});
const send = async (id: string): Promise<EventOutcome> => (await batcher.submit(e.workspace, [purchase(id)]))[0] as EventOutcome;
const count = async (id: string) =>
  (
    await e.rows<{ facts: number; rewards: number; owed: number }>(
      `select (select count(*)::int from fact where client_id = $1) as facts, (select count(*)::int from reward
        where basis = $2) as rewards,
            (select coalesce(sum(owed), 0)::int from reward where basis = $2) as owed`,
      [id, `order:${id}`],
    )
  )[0];

test("F5: a lost reply to COMMIT is answered with the same reward, granted once", async () => {
  const rounds = 20;
  for (let i = 0; i < rounds; i++) {
    const id = `c-${++serial}`;
    proxy.arm({ at: "commit", side: "after" });
    const outcome = await send(id);
    expect(proxy.hasCut()).toBe(true);
    expect(outcome.decisions[0]?.rewards[0]?.value).toEqual({ amount: 100, currency: "USD" });
    expect(await count(id)).toEqual({ facts: 1, rewards: 1, owed: 100 });
    const [again] = await e.send(purchase(id));
    expect(again?.status).toBe("duplicate");
    expect(again?.decisions[0]?.rewards[0]?.id).toBe(outcome.decisions[0]?.rewards[0]?.id);
  }
  await assertBooks(e, e.workspace);
  announce("F5 lost COMMIT reply", { runs: rounds, seed: 0 });
});

test("F6: a cut before or after any statement leaves all of the event or nothing, and the retry completes it", async () => {
  proxy.arm({ at: 1_000_000, side: "before" });
  await send(`c-${++serial}`);
  const statements = proxy.statements();
  expect(statements).toBeGreaterThan(10);
  let cuts = 0;
  for (let n = 1; n <= statements; n++) {
    for (const side of ["before", "after"] as const) {
      const id = `c-${++serial}`;
      proxy.arm({ at: n, side });
      const outcome = await send(id);
      expect(outcome.decisions[0]?.rewards[0]?.value, `cut ${side} statement ${n}`).toEqual({ amount: 100, currency: "USD" });
      expect(await count(id), `cut ${side} statement ${n}`).toEqual({ facts: 1, rewards: 1, owed: 100 });
      if (proxy.hasCut()) cuts++;
    }
  }
  expect(cuts).toBeGreaterThan(statements);
  await assertBooks(e, e.workspace);
  announce(`F6 cuts at every one of ${statements} statements`, { runs: cuts, seed: 0 });
});

test("F6: a backend that is terminated in the middle leaves nothing behind on the connection that follows", async () => {
  for (let i = 0; i < 20; i++) {
    const ids = Array.from({ length: 20 }, () => `c-${++serial}`);
    const sent = Promise.all(ids.map(send));
    await e.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'grapevine_app'
        and pid <> pg_backend_pid()`,
    );
    for (const outcome of await sent) expect(outcome.status).toBe("settled");
  }
  const client = await pool.connect();
  try {
    const { rows } = await client.query("select current_setting('app.workspace_id', true) as ws");
    expect((rows[0] as { ws: string | null }).ws ?? "").toBe("");
  } finally {
    client.release();
  }
  await assertBooks(e, e.workspace);
});

test("F7: 16 writers on one hot account while locks storm: all applied, or refused and applied on the next try", async () => {
  const others = Array.from({ length: 3 }, () => e.another());
  const doors = [batcher, e.batcher, ...others];
  let storm = true;
  const stormer = (async () => {
    // Somebody else's deadlock victim and lock time-outs: cancels what runs, again and again.
    while (storm) {
      await e.rows(
        `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'grapevine_app'
          and state = 'active' order by random() limit 1`,
      );
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  const ids = Array.from({ length: 640 }, () => `c-${++serial}`);
  const writers = Array.from({ length: 16 }, async (_, w) => {
    for (let i = w; i < ids.length; i += 16) {
      for (let attempt = 0; ; attempt++) {
        try {
          const [outcome] = await (doors[w % doors.length] as Batcher).submit(e.workspace, [purchase(ids[i] as string)]);
          if (outcome?.status === "settled" || outcome?.status === "duplicate") break;
        } catch {
          // Refused as a whole: the caller sends it again.
        }
        if (attempt > 50) throw new Error("never settled");
      }
    }
  });
  await Promise.all(writers);
  storm = false;
  await stormer;
  const [found] = await e.rows<{ n: number; owed: number }>(
    "select count(*)::int as n, sum(owed)::int as owed from reward where basis = any($1)",
    [ids.map((id) => `order:${id}`)],
  );
  expect(found?.n).toBe(ids.length);
  await assertBooks(e, e.workspace);
  for (const door of others) await door.close();
  announce("F7 lock storm, purchases on one account", { runs: ids.length, seed: 16 });
}, 120_000);
