/** Background work: the job worker in a thread of its own, and the line by which this process tells workers what it wrote. */
import { JOBS, type Jobs } from "../jobs/registry.ts";
import { type JobQueue, openQueue } from "../jobs/queue.ts";
import { createWake } from "../jobs/wake.ts";
import { type WatchedWorker, createWatchedWorker } from "../jobs/watch.ts";
import type { Log } from "../flow/ports.ts";
import type { Pool } from "../store/db.ts";
import { onSettled } from "../store/settle-transaction.ts";
import { type Config, type MailConfig, installationSecret } from "./config.ts";
import type { Parts } from "./services.ts";

type Closers = (() => Promise<unknown> | unknown)[];

/** What the thread is given. The secret stays inside the process. */
export type WorkData = { runtimeUrl: string; secret: string; outgoingAllow: readonly string[]; mail: MailConfig | null; publicUrl: string };

/** `publicUrl`: the address that people open, for links in mails. */
export type StartWork = { config: Config; parts: Parts; closers: Closers; runtimeUrl: string; publicUrl: string };

/** Starts the worker; `closers` stops it: jobs in hand get five seconds, the rest goes back to the queue. */
export async function startWork(options: StartWork): Promise<WatchedWorker> {
  const { config, parts, closers, runtimeUrl, publicUrl } = options;
  const secret = installationSecret(config).toString("hex");
  const data: WorkData = { runtimeUrl, secret, publicUrl, outgoingAllow: config.outgoingAllow, mail: config.mail };
  const worker = createWatchedWorker({ entry: new URL("./work-thread.ts", import.meta.url), data, log: parts.log });
  closers.push(() => worker.stop());
  await worker.start();
  return worker;
}

export type JobLine = {
  /** The queue, opened when it is first needed: for looking at dead letters and sending them back. */
  queue(): Promise<JobQueue<Jobs>>;
  /** From now on every write through these pools wakes whoever works on its workspace. */
  follow(...pools: readonly Pool[]): void;
  close(): Promise<void>;
};

/** Connects when there is something to say: a process that writes nothing never does. */
export function openJobLine({ runtimeUrl, log }: { runtimeUrl: string; log: Log }): JobLine {
  let opened: Promise<JobQueue<Jobs>> | undefined;
  const queue = (): Promise<JobQueue<Jobs>> => {
    opened ??= openQueue({ url: runtimeUrl, specs: JOBS, log }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const wake = createWake({
    log,
    send: async (workspaceId) => await (await queue()).send("dispatch-outbox", { v: 1, workspaceId }, { key: workspaceId }),
  });
  return {
    queue,
    follow(...pools) {
      for (const pool of pools) onSettled(pool, wake);
    },
    async close() {
      await wake.close();
      await (await opened)?.stop();
    },
  };
}
