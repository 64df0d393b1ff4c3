/** What a test and the worker processes it starts (job-process.ts) agree on. */
import { type ChildProcess, spawn } from "node:child_process";
import readline from "node:readline";
import { z } from "zod";
import { bundled } from "./bundled.ts";
import { compileCache } from "./compile-cache.ts";

export const silentLog = { info() {}, warn() {}, error() {} };

/** A job that carries a number. */
export const numbered = z.strictObject({ v: z.literal(1), n: z.number().int() });

export type ProcessPlan = {
  url: string;
  workspace: string;
  secret: string;
  code: string;
  leaseSeconds: number;
  /** Milliseconds that a job waits before its effect and after it. */
  slowMs: number;
  /** In its run of this number the process stops itself (SIGSTOP), the effect done and the job not finished. None: never. */
  pausesInRun?: number;
  graceMs?: number;
  /** Session settings of the settle connections. */
  settings?: Record<string, string>;
};

export const buySpecs = (leaseSeconds: number) => ({ buy: { payload: numbered, leaseSeconds, retries: 10, concurrency: 4 } });

/** A line of a worker process. */
export type Line = {
  ready?: true;
  paused?: true;
  n?: number;
  attempt?: number;
  status?: string;
  news?: string;
  id?: string;
  stopped?: number;
};
export type JobProcess = {
  pid: number;
  lines: Line[];
  ready: Promise<void>;
  ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
};

/** Starts a worker process; `ready` when it fetches. The caller ends it. */
export function startJobProcess(plan: ProcessPlan): JobProcess {
  const child: ChildProcess = spawn(process.execPath, [bundled("job-process"), JSON.stringify(plan)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...compileCache() },
  });
  const lines: Line[] = [];
  const ready = Promise.withResolvers<void>();
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => {
      ready.reject(new Error(`The worker process ended with ${code} before it was ready.`));
      resolve(code);
    }),
  );
  ready.promise.catch(() => undefined);
  readline.createInterface({ input: child.stdout! }).on("line", (text) => {
    const line = JSON.parse(text) as Line;
    if (line.ready) ready.resolve();
    lines.push(line);
  });
  return { pid: child.pid!, lines, ready: ready.promise, ended, signal: (name) => void child.kill(name) };
}

const one = { payload: numbered, leaseSeconds: 3, retries: 1, concurrency: 1 };
/** Jobs of the watched thread (job-thread.ts), named after what they do. */
export const threadSpecs = { fine: one, spin: one, hoard: one, linger: one };
