/** Workers on the real queue of a test database, with jobs of their own. */
import type { Handlers, JobSpecs } from "../../src/jobs/job.ts";
import { type JobQueue, openQueue } from "../../src/jobs/queue.ts";
import { type JobNews, type JobWorker, type WorkerOptions, createWorker } from "../../src/jobs/worker.ts";
import type { TestDatabase } from "./database.ts";
import { silentLog } from "./job-plan.ts";

export type Bench<S extends JobSpecs> = {
  queue: JobQueue<S>;
  worker(handlers: Handlers<S>, options?: Partial<WorkerOptions<S>>): Promise<JobWorker & { news: JobNews[] }>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
};

/** A queue and as many workers as are asked for, all stopped by close(). Leases are looked after every second. */
export async function createBench<S extends JobSpecs>(database: Pick<TestDatabase, "runtimeUrl">, specs: S): Promise<Bench<S>> {
  const base = { url: database.runtimeUrl, specs, log: silentLog };
  const queue = await openQueue(base);
  const workers: JobWorker[] = [];
  const stopWorkers = async (): Promise<void> => void (await Promise.all(workers.splice(0).map((each) => each.stop())));
  return {
    queue,
    async worker(handlers, options = {}) {
      const news: JobNews[] = [];
      const worker = createWorker({
        ...base,
        handlers,
        superviseSeconds: 1,
        pollSeconds: 0.5,
        graceMs: 300,
        onNews: (each) => news.push(each),
        ...options,
      });
      workers.push(worker);
      await worker.start();
      return Object.assign(worker, { news });
    },
    stopWorkers,
    async close() {
      await stopWorkers();
      await queue.stop();
    },
  };
}
