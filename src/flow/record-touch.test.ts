import crypto from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { startFaultProxy } from "../../test/support/fault-proxy.ts";
import { createLog } from "../adapters/log.ts";
import { touchIdOf } from "../core/click.ts";
import { openPool } from "../store/db.ts";
import type { TouchRow } from "../store/touches.ts";
import { createTouchRecorder } from "./record-touch.ts";
import type { RecorderOptions, TouchOutcome, TouchRecorder } from "./record-touch.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const monotonic = (): number => performance.now();
const lines: string[] = [];
const log = createLog({ write: (line) => lines.push(line) }, "info");
const recorder = (options: Partial<RecorderOptions> = {}): TouchRecorder =>
  createTouchRecorder({ pool: database.pool(), log, monotonic, ...options });

let nonce = 0;
function row(): TouchRow {
  const link = crypto.randomUUID();
  const at = Date.now();
  return {
    id: touchIdOf({ link, at, nonce: nonce++ }),
    link_id: link,
    program_id: crypto.randomUUID(),
    person_id: crypto.randomUUID(),
    at,
    channel: 'e"m\\ail',
    visitor: -32_768,
  };
}

const record = (on: TouchRecorder, workspaceId: string, options: { touch?: TouchRow; waitMs?: number } = {}): Promise<TouchOutcome> =>
  new Promise((done) => on.record(workspaceId, options.touch ?? row(), { dueAt: monotonic() + (options.waitMs ?? 5_000), done }));

async function stored(workspaceId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.ownerPool.query(
    "select id, link_id, program_id, person_id, at, channel, visitor from touch where workspace_id = $1 order by id",
    [workspaceId],
  );
  return rows as Record<string, unknown>[];
}

/** Nothing can be written to the table until the returned function is called. */
async function blockTouches(): Promise<() => Promise<void>> {
  const client = await database.ownerPool.connect();
  await client.query("begin");
  await client.query("lock table touch in access exclusive mode");
  return async () => {
    await client.query("rollback");
    client.release();
  };
}

describe("recording touches", () => {
  test("answers durable when, and only when, the rows are there: 3,000 of three workspaces, each as it was given", async () => {
    const on = recorder();
    const workspaces = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const given = Array.from({ length: 3000 }, (_, i) => ({ workspaceId: workspaces[i % 3]!, touch: row() }));
    const outcomes = await Promise.all(given.map(({ workspaceId, touch }) => record(on, workspaceId, { touch })));
    expect(new Set(outcomes)).toEqual(new Set(["durable"]));
    for (const workspaceId of workspaces) {
      const mine = given.filter((each) => each.workspaceId === workspaceId).map(({ touch }) => touch);
      expect(await stored(workspaceId)).toEqual(mine.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    }
    expect(on.counts()).toMatchObject({ recorded: 3000, durable: 3000, late: 0, dropped: 0, refused: 0, retries: 0, buffered: 0 });
    // Group commit: far fewer transactions than touches.
    expect(on.counts().flushes).toBeLessThan(100);
    await on.close();
  });

  test("a visitor waits no longer than asked for a database that stands still, and no touch is lost by it", async () => {
    const on = recorder();
    const workspaceId = crypto.randomUUID();
    await record(on, workspaceId);
    const release = await blockTouches();
    // Five times ten: while ten of them wait, another process may have the core.
    const waits: (readonly [unknown, number])[] = [];
    for (let i = 0; i < 5; i++) {
      const began = monotonic();
      const ten = Array.from({ length: 10 }, async () => [await record(on, workspaceId, { waitMs: 50 }), monotonic() - began] as const);
      waits.push(...(await Promise.all(ten)));
    }
    expect(new Set(waits.map(([outcome]) => outcome))).toEqual(new Set(["late"]));
    for (const [, ms] of waits) expect(ms).toBeGreaterThanOrEqual(50);
    expect(Math.min(...waits.map(([, ms]) => ms))).toBeLessThan(80);
    expect(on.counts()).toMatchObject({ recorded: 51, durable: 1, late: 50, buffered: 50 });
    await release();
    await on.close();
    expect(on.counts()).toMatchObject({ durable: 51, late: 50, dropped: 0, buffered: 0 });
    expect(await stored(workspaceId)).toHaveLength(51);
  });

  test("when there is no room the visitor goes on at once, the drop is counted, and what had room is written", async () => {
    const on = recorder({ capacity: 100 });
    const workspaceId = crypto.randomUUID();
    const release = await blockTouches();
    const outcomes = await Promise.all(Array.from({ length: 130 }, () => record(on, workspaceId, { waitMs: 30 })));
    expect([outcomes.filter((each) => each === "late").length, outcomes.filter((each) => each === "dropped").length]).toEqual([100, 30]);
    await release();
    await on.close();
    expect(on.counts()).toMatchObject({ recorded: 100, durable: 100, dropped: 30, buffered: 0 });
    expect(await stored(workspaceId)).toHaveLength(100);
  });

  test("one slow workspace does not keep another one waiting", async () => {
    const on = recorder({ lanes: 4 });
    const [slow, quick] = [crypto.randomUUID(), crypto.randomUUID()];
    // A row that somebody else is about to write under the same key holds the slow workspace up, and only it.
    const touch = row();
    const client = await database.ownerPool.connect();
    await client.query("begin");
    await client.query("insert into touch (workspace_id, id, link_id, program_id, person_id, at) values ($1, $2, $2, $2, $2, 0)", [
      slow,
      touch.id,
    ]);
    const late = record(on, slow, { touch, waitMs: 200 });
    for (let i = 0; i < 20; i++) expect(await record(on, quick)).toBe("durable");
    expect(await late).toBe("late");
    await client.query("rollback");
    client.release();
    await on.close();
    expect([(await stored(slow)).length, (await stored(quick)).length]).toEqual([1, 20]);
  });
});

describe("cuts of the database", () => {
  test("before the statement was carried out and after it: each touch is there once", async () => {
    const proxy = await startFaultProxy(database.runtimeUrl);
    try {
      for (const side of ["before", "after"] as const) {
        const pool = openPool(proxy.url, { max: 2 });
        const on = recorder({ pool });
        const workspaceId = crypto.randomUUID();
        proxy.arm({ at: "record_touches", side });
        const outcomes = await Promise.all(Array.from({ length: 20 }, () => record(on, workspaceId)));
        expect([side, proxy.hasCut(), new Set(outcomes)]).toEqual([side, true, new Set(["durable"])]);
        await on.close();
        await pool.end();
        expect([side, (await stored(workspaceId)).length]).toEqual([side, 20]);
        expect(on.counts()).toMatchObject({ recorded: 20, durable: 20, refused: 0, buffered: 0 });
        expect(on.counts().retries).toBeGreaterThan(0);
      }
    } finally {
      await proxy.stop();
    }
  });

  test("connections that are ended again and again under load: 2,000 touches, each there once", async () => {
    const pool = database.pool({ max: 4, name: "touches under fire" });
    const on = recorder({ pool });
    const workspaceId = crypto.randomUUID();
    let isOver = false;
    const shooter = (async () => {
      while (!isOver) {
        await database.ownerPool.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'touches under fire'",
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const outcomes: TouchOutcome[] = [];
    for (let i = 0; i < 40; i++) {
      outcomes.push(...(await Promise.all(Array.from({ length: 50 }, () => record(on, workspaceId, { waitMs: 20 })))));
    }
    isOver = true;
    await shooter;
    await on.close();
    expect(outcomes).toHaveLength(2000);
    expect(on.counts()).toMatchObject({ recorded: 2000, durable: 2000, dropped: 0, refused: 0, buffered: 0 });
    expect(on.counts().retries).toBeGreaterThan(0);
    expect(await stored(workspaceId)).toHaveLength(2000);
  });

  test("what the database refuses for good is given up, told of, and holds nobody up", async () => {
    const on = recorder();
    const workspaceId = crypto.randomUUID();
    lines.length = 0;
    expect(await record(on, workspaceId, { touch: { ...row(), program_id: "no uuid" } })).toBe("late");
    expect(on.counts()).toMatchObject({ refused: 1, buffered: 0 });
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: "error", touches: 1, state: "22P02" });
    expect(await record(on, workspaceId)).toBe("durable");
    await on.close();
  });

  test("a recorder that was closed takes nothing, and closing one that cannot write ends in time and says so", async () => {
    const on = recorder();
    const workspaceId = crypto.randomUUID();
    const release = await blockTouches();
    const late = record(on, workspaceId, { waitMs: 20 });
    lines.length = 0;
    const began = monotonic();
    await on.close(150);
    expect(monotonic() - began).toBeLessThan(600);
    expect(lines.join("")).toContain('"touches":1');
    expect(await record(on, workspaceId)).toBe("dropped");
    expect(await late).toBe("late");
    await release();
  });
});
