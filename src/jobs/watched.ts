/** The thread's side of a watched worker (watch.ts): works, gives signs of life, and ends when it is told to. */
import { parentPort, workerData } from "node:worker_threads";
import type { Log } from "../flow/ports.ts";
import { BEAT_MS, type FromThread, type LostJob, type ThreadStart, type ToThread } from "./watch-messages.ts";
import type { JobNews, JobWorker } from "./worker.ts";

export type Hooks = { log: Log; lost: LostJob[]; onNews: (news: JobNews) => void };
export type Made = { worker: JobWorker; close: () => Promise<void> };

/** Called once, by a thread's entry file. `make` builds the worker from what the watcher handed over; nothing is started there. */
export async function runWatched<T>(make: (data: T, hooks: Hooks) => Promise<Made>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("This file is the entry of a worker thread: createWatchedWorker starts it.");
  const say = (message: FromThread): void => port.postMessage(message);
  const write =
    (level: "info" | "warn" | "error"): Log["info"] =>
    (message, fields) =>
      say({ kind: "log", level, message, fields });
  const log: Log = { info: write("info"), warn: write("warn"), error: write("error") };
  const { data, lost } = workerData as ThreadStart;
  const { worker, close } = await make(data as T, { log, lost, onNews: (news) => say({ kind: "news", news }) });
  const beats = setInterval(() => say({ kind: "beat", health: worker.health() }), BEAT_MS);
  port.on("message", ({ kind }: ToThread) => {
    if (kind !== "stop") return;
    void worker
      .stop()
      .then(close)
      .finally(() => {
        say({ kind: "beat", health: worker.health() });
        clearInterval(beats);
        // A handler that was left behind must not keep the thread.
        process.exit(0);
      });
  });
  await worker.start();
  say({ kind: "ready" });
}
