/** FAULTS F21, the worst of it: handlers that never give the processor back, or eat all memory. The process and the queue live on. */
import { type ExpectStatic, type TestContext, describe, expect, test } from "vitest";
import { type JobQueue, openQueue } from "../../src/jobs/queue.ts";
import { type WatchedWorker, createWatchedWorker } from "../../src/jobs/watch.ts";
import { createTestDatabase } from "../support/database.ts";
import { silentLog, threadSpecs } from "../support/job-plan.ts";

const entry = new URL("../support/job-thread.ts", import.meta.url);

type Watched = {
  worker: WatchedWorker;
  queue: JobQueue<typeof threadSpecs>;
  /** Sends ten jobs that behave, and waits until they are done. */
  flows(expect: ExpectStatic, from: number): Promise<void>;
  letter(job: string): Promise<unknown>;
};

/** A watched worker on a database of its own; closed when the test is over. `silenceMs`: as shipped, where silence is not the subject. */
async function startWatched({ onTestFinished }: TestContext, silenceMs?: number): Promise<Watched> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const queue = await openQueue({ url: database.runtimeUrl, specs: threadSpecs, log: silentLog });
  onTestFinished(() => queue.stop());
  const worker = createWatchedWorker({
    entry,
    data: { url: database.runtimeUrl },
    log: silentLog,
    ...(silenceMs === undefined ? {} : { silenceMs }),
    memoryMb: 64,
    stuckMs: 2_000,
    // Each test costs threads, and the pause doubles with each.
    againMs: 50,
  });
  onTestFinished(() => worker.stop());
  await worker.start();
  return {
    worker,
    queue,
    async flows(expect, from) {
      const before = worker.health().completed;
      for (let n = from; n < from + 10; n++) await queue.send("fine", { v: 1, n }, { key: `n${n}` });
      await expect.poll(() => worker.health().completed - before, { timeout: 30_000 }).toBeGreaterThanOrEqual(10);
    },
    letter: async (job) => (await queue.deadLetters()).find((each) => each.job === job),
  };
}

// At once: each waits most of the time, for silences and pauses that are the thing itself.
describe.concurrent("a handler that does not behave", () => {
  test("an endless loop costs its thread; its job dies after its tries with that reason, and the others flow", async (context) => {
    const { expect } = context;
    const { worker, queue, flows, letter } = await startWatched(context, 2_500);
    await flows(expect, 0);
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
    // Where the loop blocked this process, nobody would have come here. A thread of a busy machine may be taken for a lost one once more.
    expect(longest).toBeLessThan(20_000);
    expect(worker.replaced()).toBeGreaterThanOrEqual(2);
    await flows(expect, 10);
    console.log(
      `endless loop: thread replaced ${worker.replaced()} times, this process never blocked longer than ${Math.round(longest)} ms`,
    );
  }, 120_000);

  test("one that eats all memory costs its thread, not the process, and the others flow", async (context) => {
    const { expect } = context;
    const { worker, queue, flows, letter } = await startWatched(context);
    await queue.send("hoard", { v: 1, n: 1 });
    await expect
      .poll(() => letter("hoard"), { timeout: 60_000, interval: 200 })
      .toMatchObject({ tries: 2, error: { message: "The worker ran out of memory while this job was in hand." } });
    expect(worker.replaced()).toBeGreaterThanOrEqual(2);
    await flows(expect, 20);
    console.log(`out of memory: thread replaced ${worker.replaced()} times; we hold ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  }, 120_000);

  test("one that waits for ever has its thread replaced in good order, and nothing else is lost", async (context) => {
    const { expect } = context;
    const { worker, queue, flows, letter } = await startWatched(context);
    await queue.send("linger", { v: 1, n: 1 });
    await expect.poll(() => worker.replaced(), { timeout: 60_000, interval: 200 }).toBeGreaterThanOrEqual(1);
    await flows(expect, 30);
    await expect.poll(() => letter("linger"), { timeout: 60_000, interval: 200 }).toMatchObject({ error: { name: "TimedOut" } });
  }, 180_000);
});

test("a thread that cannot start is an error at start, not a silence", async () => {
  const broken = createWatchedWorker({ entry, data: { url: "postgres://nobody:x@127.0.0.1:1/nothing" }, log: silentLog });
  await expect(broken.start()).rejects.toThrow(/ECONNREFUSED|127\.0\.0\.1/);
});
