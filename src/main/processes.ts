/**
 * Several processes that answer requests (GRAPEVINE_PROCESSES). The one that was started keeps the database, the background work and the
 * listening socket; it starts the others and hands each connection to the next of them. One that dies is replaced.
 */
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { Log } from "../flow/ports.ts";

/** Milliseconds before a process that died young is replaced, doubled each time. One that lived a minute is replaced at once. */
const AGAIN_MS = 500;
const MOST_AGAIN_MS = 30_000;
const YOUNG_MS = 60_000;
/** Longer than the requests in flight get to end. */
const GRACE_MS = 15_000;

/** What a process that answers tells the one that started it. */
type Word = { url: string } | { failed: string };

/** Whether this process only answers requests, for another one that has the database and the work. */
export const isAnswering = (): boolean => cluster.isWorker;

/** Tells the process that started this one where it answers, or why it cannot. */
export function sayStarted(word: Word): Promise<void> {
  return new Promise((said) => {
    process.send?.(word, () => said());
  });
}

/** This process has nothing left to do for the one that started it; what binds the two would keep it. */
export function leave(): void {
  process.disconnect?.();
}

/**
 * Starts `count` processes and resolves with the address at which all of them answer. Rejects with the first one's reason when one cannot
 * start. `closers` ends them: what is in flight is answered first.
 */
export async function answerBySeveral(options: {
  count: number;
  log: Log;
  closers: (() => Promise<unknown> | unknown)[];
}): Promise<string> {
  const { count, log, closers } = options;
  const crew: Crew = { log, isStopping: false, ended: 0 };
  // Ctrl-C reaches all of them at once: none is to be replaced then, although the work in hand is finished here before they are looked at.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (crew.isStopping = true));
  closers.push(() => endAll(crew));
  const begin = async (worker: Worker): Promise<string> => {
    const url = await started(worker);
    // At once: one that dies while the others still start is replaced as well.
    keep(crew, worker);
    return url;
  };
  const urls = await Promise.all(Array.from({ length: count }, () => begin(cluster.fork())));
  return urls[0] as string;
}

type Crew = { log: Log; isStopping: boolean; ended: number };

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((each) => each !== undefined);

/** Resolves with the address that it says. */
function started(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("message", (word: Word) => ("url" in word ? resolve(word.url) : reject(new Error(word.failed))));
    worker.once("exit", (code, signal) => reject(new Error(`A process that answers ended before it began (${signal ?? code}).`)));
  });
}

/** Replaces it when it dies. */
function keep(crew: Crew, worker: Worker): void {
  const since = performance.now();
  worker.once("exit", (code: number | null, signal: string | null) => {
    if (crew.isStopping) return;
    crew.ended = performance.now() - since < YOUNG_MS ? crew.ended + 1 : 0;
    const ms = crew.ended === 0 ? 0 : Math.min(MOST_AGAIN_MS, AGAIN_MS * 2 ** (crew.ended - 1));
    crew.log.error("a process that answers has ended; another takes its place", { pid: worker.process.pid, code, signal, in_ms: ms });
    setTimeout(() => {
      if (crew.isStopping) return;
      const next = cluster.fork();
      // Why it could not start is in its log; that it ended brings the next try.
      started(next).catch(() => undefined);
      keep(crew, next);
    }, ms).unref();
  });
}

async function endAll(crew: Crew): Promise<void> {
  crew.isStopping = true;
  await Promise.all(
    workers().map(async (worker) => {
      if (worker.isDead()) return;
      const gone = once(worker, "exit");
      worker.process.kill("SIGTERM");
      const late = setTimeout(() => worker.process.kill("SIGKILL"), GRACE_MS);
      await gone;
      clearTimeout(late);
    }),
  );
}
