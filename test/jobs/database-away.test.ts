/** FAULTS F3 for jobs: the database is killed under the workers. Nothing that was sent is lost, and nobody has to restart anything. */
import { expect, test } from "vitest";
import { startDurableServer } from "../support/database.ts";
import { numbered } from "../support/job-plan.ts";
import { createBench } from "../support/jobs.ts";

const specs = { count: { payload: numbered, leaseSeconds: 5, retries: 5, concurrency: 4 } };

test("a killed PostgreSQL comes back to workers that go on: every job that was sent is done", async () => {
  const server = await startDurableServer();
  const bench = await createBench(server, specs);
  try {
    const done = new Map<number, number>();
    const handlers = {
      async count({ n }: { n: number }) {
        await new Promise((wake) => {
          setTimeout(wake, 20);
        });
        done.set(n, (done.get(n) ?? 0) + 1);
      },
    };
    const worker = await bench.worker(handlers);
    await bench.worker(handlers);
    for (let n = 0; n < 200; n++) await bench.queue.send("count", { v: 1, n }, { key: `n${n}` });
    await expect.poll(() => done.size, { timeout: 20_000, interval: 5 }).toBeGreaterThan(20);
    const killed = server.pid()!;
    process.kill(killed, "SIGKILL");
    const killedAt = performance.now();
    // Its keeper starts it again; the queue's sender is back as soon as it answers.
    await expect.poll(() => server.pid(), { timeout: 20_000, interval: 20 }).not.toBe(killed);
    const send = () => bench.queue.send("count", { v: 1, n: 1_000 }, { key: "after" }).catch(() => false);
    await expect.poll(send, { timeout: 30_000, interval: 100 }).toBe(true);
    const backMs = Math.round(performance.now() - killedAt);
    await expect.poll(() => done.size, { timeout: 40_000 }).toBe(201);
    const again = [...done.values()].filter((times) => times > 1).length;
    expect(worker.health().state).toBe("working");
    expect(await bench.queue.deadLetters()).toEqual([]);
    console.log(`PostgreSQL killed under 2 workers: sending again after ${backMs} ms, 201 of 201 jobs done, ${again} of them run twice`);
  } finally {
    await bench.close();
    await server.remove();
  }
}, 120_000);
