/** One run of one job, from what was fetched to what is to be recorded. Never throws. */
import type { Log } from "../flow/ports.ts";
import { GiveUp, type JobRun, type JobSpecs, type KeptError, type Send, keepError, refusalOfPayload } from "./job.ts";

/**
 * Shares of the lease. At the first the run is asked to come to an end; at the second it is timed out, and the rest is for writing that
 * down while the claim still holds.
 */
const ASK_SHARE = 0.7;
const TIME_SHARE = 0.9;

export type FetchedJob = { name: string; id: string; data: unknown; retryCount: number };
export type Verdict = { status: "completed" | "failed" | "deadletter"; output: KeptError | null };

export type RunParts<S extends JobSpecs> = {
  specs: S;
  handlers: Record<string, (payload: never, run: JobRun<S>) => Promise<void>>;
  send: Send<S>;
  /** Aborted when the worker stops. */
  stopping: AbortSignal;
  log: Log;
  /** Told of a run whose handler is still at it after its time, and again when it has ended. */
  stuck: Set<string>;
};

/** Runs the handler within its time. A handler that goes on for ever is left behind: its job is tried again without it. */
export async function runJob<S extends JobSpecs>(parts: RunParts<S>, job: FetchedJob): Promise<Verdict> {
  const spec = parts.specs[job.name];
  const handler = parts.handlers[job.name];
  if (spec === undefined || handler === undefined) return dead("This Grapevine has no such job.");
  const refusal = refusalOfPayload(spec, job.data);
  if (refusal !== null) return dead(refusal);
  const lease = spec.leaseSeconds * 1000;
  const ask = new AbortController();
  const asking = setTimeout(() => ask.abort(new Error("The job's time is nearly up.")), lease * ASK_SHARE).unref();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<typeof TIME_UP>((resolve) => {
    // Not a reason for the process to live on: a worker that stopped may leave a handler behind.
    timer = setTimeout(() => resolve(TIME_UP), lease * TIME_SHARE).unref();
  });
  const run: JobRun<S> = { signal: AbortSignal.any([ask.signal, parts.stopping]), attempt: job.retryCount + 1, send: parts.send };
  // A handler that throws before its first await throws here.
  const running = Promise.resolve().then(() => handler(job.data as never, run));
  try {
    if ((await Promise.race([running, timeout])) !== TIME_UP) return { status: "completed", output: null };
    leaveBehind(parts, job, running);
    return { status: "failed", output: { name: "TimedOut", message: `It took longer than ${(lease * TIME_SHARE) / 1000} s.` } };
  } catch (error) {
    return { status: error instanceof GiveUp ? "deadletter" : "failed", output: keepError(error) };
  } finally {
    clearTimeout(timer);
    clearTimeout(asking);
  }
}

const TIME_UP = Symbol("time is up");

function dead(message: string): Verdict {
  return { status: "deadletter", output: { name: "BadJob", message } };
}

/** What it still writes is harmless (every flow allows for a second run); that it never ends is not, and health shows it. */
function leaveBehind<S extends JobSpecs>(parts: RunParts<S>, job: FetchedJob, running: Promise<void>): void {
  const run = `${job.id}/${job.retryCount}`;
  parts.stuck.add(run);
  const ended = (): void => void parts.stuck.delete(run);
  running.then(ended, ended);
}
