/** What a worker promises about one job at a time, on a real queue: FAULTS F21, retries, dead letters and the way back. */
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { GiveUp } from "../../src/jobs/job.ts";
import { type TestDatabase, createTestDatabase } from "../support/database.ts";
import { numbered } from "../support/job-plan.ts";
import { type Bench, createBench } from "../support/jobs.ts";

const base = { payload: numbered, leaseSeconds: 4, retries: 2, concurrency: 4 };
const specs = { count: base, fragile: { ...base, concurrency: 1 } };

let database: TestDatabase;
let bench: Bench<typeof specs>;
/** Sends what our own queue would refuse. */
let raw: PgBoss;
const done: number[] = [];
const tried: Record<number, number> = {};
let isFixed = false;

beforeAll(async () => {
  database = await createTestDatabase();
  bench = await createBench(database, specs);
  raw = new PgBoss({
    connectionString: database.runtimeUrl,
    schema: "jobs",
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    max: 1,
  });
  raw.on("error", () => undefined);
  await raw.start();
});

afterEach(() => bench.stopWorkers());

afterAll(async () => {
  await bench.close();
  await raw.stop({ graceful: false });
  await database.drop();
});

test("a poisoned job ends in the dead letters with its error, and the queue behind it flows", async () => {
  const poisons: [string, object, RegExp][] = [
    ["text instead of an object", JSON.parse('"{not json"') as object, /does not fit: it is/],
    ["a list", [1, 2, 3], /does not fit/],
    ["nothing", {}, /version undefined/],
    ["an unknown version", { v: 7, n: 1 }, /does not know version 7/],
    ["a wrong shape", { v: 1, n: "many" }, /n is invalid_type/],
    ["a stranger's field", { v: 1, n: 1, admin: true }, /unrecognized_keys/],
    ["10 MB", { v: 1, n: 1, blob: "x".repeat(10_000_000) }, /has 100000\d\d bytes; a job may carry 16384/],
  ];
  for (const [, payload] of poisons) await raw.send("fragile", payload, { singletonKey: crypto.randomUUID() });
  for (let n = 0; n < 20; n++) await bench.queue.send("fragile", { v: 1, n }, { key: `n${n}` });
  const worker = await bench.worker({
    count: async () => undefined,
    fragile: async ({ n }) => {
      done.push(n);
    },
  });
  await expect.poll(() => done.length, { timeout: 25_000 }).toBe(20);
  expect(worker.health()).toMatchObject({ state: "working", running: 0, stuck: 0, completed: 20, failed: 0, dead: poisons.length });
  const letters = (await bench.queue.deadLetters()).reverse();
  expect(letters.map((each) => each.tries)).toEqual(poisons.map(() => 1));
  letters.forEach((letter, i) => expect(letter.error.message, poisons[i]?.[0]).toMatch(poisons[i]?.[2] as RegExp));
  // Its size is why it was refused, so it is not shown.
  expect(letters.at(-1)?.payload).toBeNull();
  console.log(`poisoned jobs: ${poisons.length} dead letters, 20 of 20 behind them done`);
});

test("a handler that throws, gives up, or goes on for ever is tried as often as it may, and the worker lives", async () => {
  const endless: (() => void)[] = [];
  const worker = await bench.worker({
    fragile: async () => undefined,
    count: async ({ n }, run) => {
      tried[n] = run.attempt;
      if (n === 101 && !isFixed) throw new TypeError("a bug");
      if (n === 102) throw new GiveUp("no such thing");
      if (n === 103 && !isFixed) await new Promise<void>((end) => endless.push(end));
      if (n === 104 && run.attempt < 3) throw new Error("not yet");
    },
  });
  for (const n of [101, 102, 103, 104, 105]) await bench.queue.send("count", { v: 1, n }, { key: `n${n}` });
  await expect
    .poll(
      async () => (await bench.queue.deadLetters({ contains: { v: 1 } })).map((each) => (each.payload as { n: number } | null)?.n).sort(),
      { timeout: 50_000 },
    )
    .toEqual(expect.arrayContaining([101, 102, 103]));
  expect(tried).toEqual({ 101: 3, 102: 1, 103: 3, 104: 3, 105: 1 });
  expect(worker.health()).toMatchObject({ state: "working", running: 0, stuck: 3, completed: 2 });
  for (const end of endless) end();
  await expect.poll(() => worker.health().stuck).toBe(0);
  const byNumber = new Map((await bench.queue.deadLetters()).map((each) => [(each.payload as { n: number } | null)?.n, each]));
  expect(byNumber.get(101)).toMatchObject({ job: "count", tries: 3, error: { name: "TypeError", message: "a bug" } });
  expect(byNumber.get(101)?.error.at?.[0]).toContain("worker.test.ts");
  expect(byNumber.get(102)).toMatchObject({ tries: 1, error: { name: "GiveUp", message: "no such thing" } });
  expect(byNumber.get(103)).toMatchObject({ tries: 3, error: { name: "TimedOut", message: "It took longer than 3.6 s." } });
}, 60_000);

test("a job that dies again and again is one dead letter, not a pile", async () => {
  const worker = await bench.worker({
    fragile: async () => undefined,
    count: async () => {
      throw new GiveUp("still broken");
    },
  });
  for (let n = 301; n <= 304; n++) {
    // The one before it holds the key until its end is written down, which is after its death was counted.
    await expect.poll(() => bench.queue.send("count", { v: 1, n }, { key: "the same" })).toBe(true);
    await expect.poll(() => worker.health().dead).toBe(n - 300);
  }
  await expect
    .poll(async () =>
      (await bench.queue.deadLetters()).map((each) => (each.payload as { n: number } | null)?.n ?? 0).filter((n) => n > 300),
    )
    .toEqual([304]);
});

test("one click sends a dead letter back with all its tries; another workspace's is out of reach", async () => {
  isFixed = true;
  await bench.worker({
    fragile: async () => undefined,
    count: async ({ n }) => {
      tried[n] = 1000;
    },
  });
  const letter = (await bench.queue.deadLetters()).find((each) => (each.payload as { n: number } | null)?.n === 101);
  expect(await bench.queue.retry(letter!.id, { contains: { n: 999 } })).toBe(false);
  expect(await bench.queue.retry(crypto.randomUUID())).toBe(false);
  expect(await bench.queue.retry(letter!.id, { contains: { n: 101 } })).toBe(true);
  await expect.poll(() => tried[101]).toBe(1000);
  expect(await bench.queue.retry(letter!.id)).toBe(false);
  expect((await bench.queue.deadLetters()).some((each) => each.id === letter!.id)).toBe(false);
});

test("of equal jobs one waits; others wait beside it; a later one runs at its instant and not before", async () => {
  expect(await bench.queue.send("count", { v: 1, n: 200 }, { key: "a" })).toBe(true);
  expect(await bench.queue.send("count", { v: 1, n: 201 }, { key: "a" })).toBe(false);
  expect(await bench.queue.send("count", { v: 1, n: 202 }, { key: "b", inMs: 1_000 })).toBe(true);
  expect(await bench.queue.send("count", { v: 1, n: 203 }, { key: "c", onceInSeconds: 3600 })).toBe(true);
  const at: Record<number, number> = {};
  const sent = Date.now();
  await bench.worker({
    fragile: async () => undefined,
    count: async ({ n }) => {
      at[n] = Date.now() - sent;
    },
  });
  // A second and a half after it was sent, on a machine that does nothing else.
  await expect.poll(() => Object.keys(at).sort()).toEqual(["200", "202", "203"]);
  expect(at[202]).toBeGreaterThanOrEqual(900);
  // Finished, and still the one of its hour.
  expect(await bench.queue.send("count", { v: 1, n: 204 }, { key: "c", onceInSeconds: 3600 })).toBe(false);
  expect(await bench.queue.send("count", { v: 1, n: 205 }, { key: "a" })).toBe(true);
  // A job for now is announced: it does not wait for the next look.
  await expect.poll(() => at[205], { interval: 10 }).toBeDefined();
});

test("a payload that its worker would refuse is refused by the sender", async () => {
  await expect(bench.queue.send("count", { v: 2, n: 1 } as never)).rejects.toThrow("count: This Grapevine does not know version 2");
  // @ts-expect-error: only registered jobs can be sent, and tsc says so.
  await expect(bench.queue.send("nonsense", { v: 1, n: 1 })).rejects.toThrow("There is no job nonsense.");
});
