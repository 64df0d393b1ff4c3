/** FAULTS F21, the worst of it: handlers that never give the processor back, or eat all memory. The process and the queue live on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JobQueue, openQueue } from "../../src/jobs/queue.ts";
import { type WatchedWorker, createWatchedWorker } from "../../src/jobs/watch.ts";
import { type TestDatabase, createTestDatabase } from "../support/database.ts";
import { silentLog, threadSpecs } from "../support/job-plan.ts";

const entry = new URL("../support/job-thread.ts", import.meta.url);
let database: TestDatabase;
let queue: JobQueue<typeof threadSpecs>;
let worker: WatchedWorker;

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await openQueue({ url: database.runtimeUrl, specs: threadSpecs, log: silentLog });
  worker = createWatchedWorker({
    entry,
    data: { url: database.runtimeUrl },
    log: silentLog,
    silenceMs: 2_500,
    memoryMb: 64,
    stuckMs: 2_000,
    // Each test costs threads, and the pause doubles with each: half a second at first would be a minute at the last.
    againMs: 50,
  });
  await worker.start();
});
afterAll(async () => {
  await worker.stop();
  await queue.stop();
  await database.drop();
});

async function flows(from: number): Promise<void> {
  const before = worker.health().completed;
  for (let n = from; n < from + 10; n++) await queue.send("fine", { v: 1, n }, { key: `n${n}` });
  await expect.poll(() => worker.health().completed - before, { timeout: 30_000 }).toBeGreaterThanOrEqual(10);
}
const letter = async (job: string) => (await queue.deadLetters()).find((each) => each.job === job);

test("a handler in an endless loop costs its thread; its job dies after its tries with that reason, and the others flow", async () => {
  await flows(0);
  await queue.send("spin", { v: 1, n: 1 });
  // This process answers all the while: its own loop is not the one that is blocked.
  let longest = 0;
  let last = performance.now();
  const ticker = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 20);
  await expect
    .poll(() => letter("spin"), { timeout: 60_000, interval: 200 })
    .toMatchObject({
      tries: 2,
      error: { name: "Lost", message: "The worker gave no sign of life for 2.5 s while this job was in hand." },
    });
  clearInterval(ticker);
  expect(longest).toBeLessThan(2_000);
  expect(worker.replaced()).toBe(2);
  await flows(10);
  console.log(`endless loop: thread replaced ${worker.replaced()} times, this process never blocked longer than ${Math.round(longest)} ms`);
}, 120_000);

test("a handler that eats all memory costs its thread, not the process", async () => {
  const before = worker.replaced();
  await queue.send("hoard", { v: 1, n: 1 });
  await expect
    .poll(() => letter("hoard"), { timeout: 60_000, interval: 200 })
    .toMatchObject({
      tries: 2,
      error: { message: "The worker ran out of memory while this job was in hand." },
    });
  expect(worker.replaced() - before).toBe(2);
  await flows(20);
  console.log(
    `out of memory: thread replaced ${worker.replaced() - before} times; we hold ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}, 120_000);

test("a handler that waits for ever has its thread replaced in good order, and nothing else is lost", async () => {
  const before = worker.replaced();
  await queue.send("linger", { v: 1, n: 1 });
  await expect.poll(() => worker.replaced() - before, { timeout: 60_000, interval: 200 }).toBeGreaterThanOrEqual(1);
  await flows(30);
  await expect.poll(() => letter("linger"), { timeout: 60_000, interval: 200 }).toMatchObject({ error: { name: "TimedOut" } });
}, 180_000);

test("a thread that cannot start is an error at start, not a silence", async () => {
  const broken = createWatchedWorker({ entry, data: { url: "postgres://nobody:x@127.0.0.1:1/nothing" }, log: silentLog });
  await expect(broken.start()).rejects.toThrow(/ECONNREFUSED|127\.0\.0\.1/);
});
