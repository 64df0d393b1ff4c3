/**
 * A worker in a thread of its own, watched. Requests do not wait while it computes; a handler that never gives the processor back, or
 * takes all the memory it may have, ends its thread and not the process. The jobs it had in hand fail with that reason, and another
 * thread goes on with the rest.
 */
import { Worker as Thread } from "node:worker_threads";
import type { Log } from "../flow/ports.ts";
import { BEAT_MS, type FromThread, type LostJob, type ThreadStart, type ToThread } from "./watch-messages.ts";
import type { JobNews, JobWorker, WorkerHealth } from "./worker.ts";

export type WatchOptions = {
  /** A file that calls runWatched (watched.ts). */
  entry: URL;
  /** For that file: structured-cloneable. */
  data: unknown;
  log: Log;
  /** Without a sign of life for so long, the thread is ended. 20,000. */
  silenceMs?: number;
  /** Of heap that the thread may have. 512. */
  memoryMb?: number;
  /** A handler that runs on after its time for so long has its thread replaced. 120,000. */
  stuckMs?: number;
  /** Between a death and the next thread: doubles with every death, 30 s at most, and begins anew after a minute of life. 500. */
  againMs?: number;
  onNews?: (news: JobNews) => void;
};

export type WatchedWorker = JobWorker & {
  /** Threads that were ended or ended themselves unasked. */
  replaced(): number;
};

const AGAIN_MS = 500;
const AGAIN_MOST_MS = 30_000;
/** A thread that begins loads its code and connects before it gives signs of life. */
const BIRTH_MS = 60_000;
/** What a thread gets to end when it is told to: its jobs' grace and their recording. */
const STOP_MS = 15_000;

export function createWatchedWorker(options: WatchOptions): WatchedWorker {
  return new Watch(options);
}

const IDLE: WorkerHealth = { state: "idle", running: 0, stuck: 0, completed: 0, failed: 0, dead: 0 };

class Watch implements WatchedWorker {
  private readonly options: WatchOptions;
  private thread: Thread | undefined;
  private readonly held = new Map<string, JobNews>();
  private lastHealth = IDLE;
  /** Counted by threads that are gone. */
  private readonly past = { completed: 0, failed: 0, dead: 0 };
  private beatAt = 0;
  private isReady = false;
  private stuckSince: number | null = null;
  private bornAt = 0;
  private deaths = 0;
  private inARow = 0;
  /** Why the thread is being ended, when it is us who end it. */
  private reason: string | undefined;
  private check: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private isStopping = false;
  private stopped: Promise<void> | undefined;

  constructor(options: WatchOptions) {
    this.options = options;
  }

  /** Resolves when the first thread fetches jobs; rejects when it ends before that. */
  async start(): Promise<void> {
    this.watchOver();
    try {
      await this.begin([]);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  private begin(lost: LostJob[]): Promise<void> {
    const start: ThreadStart = { data: this.options.data, lost };
    const resourceLimits = { maxOldGenerationSizeMb: this.options.memoryMb ?? 512, maxYoungGenerationSizeMb: 32 };
    const thread = new Thread(this.options.entry, { workerData: start, resourceLimits });
    this.thread = thread;
    this.bornAt = this.beatAt = performance.now();
    this.isReady = false;
    this.reason = undefined;
    return new Promise((resolve, reject) => {
      let failure: Error | undefined;
      thread.on("message", (message: FromThread) => {
        this.hear(message);
        if (message.kind !== "ready") return;
        this.isReady = true;
        resolve();
      });
      thread.on("error", (error: Error) => {
        failure = error;
      });
      thread.on("exit", (code) => {
        const why = this.reason ?? wordsFor(failure, code);
        reject(failure ?? new Error(why));
        this.gone(why, lost);
      });
    });
  }

  private hear(message: FromThread): void {
    this.beatAt = performance.now();
    if (message.kind === "log") this.options.log[message.level](message.message, message.fields);
    if (message.kind === "beat") this.lastHealth = message.health;
    if (message.kind !== "news") return;
    const { news } = message;
    const key = `${news.id}/${news.retryCount}`;
    if (news.kind === "started") this.held.set(key, news);
    else this.held.delete(key);
    this.options.onNews?.(news);
  }

  /** A thread has ended. Unasked: its jobs are lost, and another one begins. */
  private gone(why: string, unreported: LostJob[]): void {
    this.thread = undefined;
    for (const kind of ["completed", "failed", "dead"] as const) this.past[kind] += this.lastHealth[kind];
    this.lastHealth = { ...IDLE, state: this.isStopping ? "stopped" : "idle" };
    if (this.isStopping) return;
    const inHand = [...this.held.values()].map(({ name, id, retryCount }) => ({ name, id, retryCount, reason: why }));
    this.held.clear();
    this.deaths++;
    this.inARow = performance.now() - this.bornAt > 60_000 ? 0 : this.inARow + 1;
    this.options.log.error("the worker thread ended", { reason: why, jobs: inHand.map((each) => each.name) });
    // A thread that died before it was ready has not told the queue what the one before it lost.
    const lost = [...unreported, ...inHand].slice(-1_000);
    const pause = Math.min(AGAIN_MOST_MS, (this.options.againMs ?? AGAIN_MS) * 2 ** this.inARow);
    this.again = setTimeout(() => void this.begin(lost).catch(() => undefined), pause);
  }

  /** Once a second. When this process itself was held up, the signs of life that it could not read are waiting: nothing is judged then. */
  private watchOver(): void {
    let looked = performance.now();
    this.check = setInterval(() => {
      const now = performance.now();
      const wasHeldUp = now - looked > BEAT_MS * 2;
      looked = now;
      if (wasHeldUp) this.beatAt = now;
      if (this.thread === undefined) return;
      const silence = this.isReady ? (this.options.silenceMs ?? 20_000) : BIRTH_MS;
      if (now - this.beatAt > silence) {
        return this.endThread(`The worker gave no sign of life for ${silence / 1000} s while this job was in hand.`);
      }
      this.stuckSince = this.lastHealth.stuck === 0 ? null : (this.stuckSince ?? now);
      if (this.stuckSince === null || now - this.stuckSince < (this.options.stuckMs ?? 120_000)) return;
      this.stuckSince = null;
      // It answers, so it can give its other jobs back.
      this.reason = "A job ran on long after its time, so its thread was replaced.";
      this.say({ kind: "stop" });
    }, BEAT_MS).unref();
  }

  private endThread(reason: string): void {
    this.reason = reason;
    void this.thread?.terminate();
  }

  private say(message: ToThread): void {
    this.thread?.postMessage(message);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.check);
    clearTimeout(this.again);
    const thread = this.thread;
    if (thread === undefined) return;
    const exited = new Promise<void>((resolve) => {
      thread.once("exit", () => resolve());
    });
    const timer = setTimeout(() => void thread.terminate(), STOP_MS);
    this.say({ kind: "stop" });
    await exited;
    clearTimeout(timer);
  }

  health(): WorkerHealth {
    const { completed, failed, dead } = this.past;
    const now = this.lastHealth;
    return { ...now, completed: now.completed + completed, failed: now.failed + failed, dead: now.dead + dead };
  }

  replaced(): number {
    return this.deaths;
  }
}

function wordsFor(failure: Error | undefined, exitCode: number): string {
  const code = (failure as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return "The worker ran out of memory while this job was in hand.";
  return failure === undefined ? `The worker's thread ended by itself (${exitCode}).` : `The worker's thread ended: ${failure.message}`;
}
