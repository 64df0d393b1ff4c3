/**
 * Fetches jobs and runs them. What holds, whatever dies: a job is run at least once; a claim ends with its lease, and who held
 * it can neither finish nor fail the next claim (the attempt's number is the fence); a job that fails is tried again ever later
 * and ends in the dead letters with its error; a stop gives back at once what it cannot finish.
 */
import type { PgBoss } from "pg-boss";
import type { Log } from "../flow/ports.ts";
import { type ClaimedJob, dropDeadLetters, releaseClaims } from "../store/jobs-claims.ts";
import type { Handlers, JobSpecs } from "./job.ts";
import { DEAD_LETTERS, ensureQueues, openBoss, queueOf } from "./queue.ts";
import { type FetchedJob, type RunParts, type Verdict, runJob } from "./run-job.ts";

/** A job that is sent by the clock: cron, UTC. */
export type Recurring<S extends JobSpecs> = { job: keyof S & string; cron: string; payload: object };

/** What happens to jobs here. `error` with failed and dead ones. */
export type JobNews = ClaimedJob & { kind: "started" | "completed" | "failed" | "dead" | "released"; error?: string };

export type WorkerOptions<S extends JobSpecs> = {
  /** The runtime role's URL. pg-boss keeps a few connections of its own. */
  url: string;
  specs: S;
  handlers: Handlers<S>;
  log: Log;
  recurring?: readonly Recurring<S>[];
  /** Sent at every start, so that what came due while nobody worked does not wait for the clock. */
  atStart?: readonly { job: keyof S & string; payload: object }[];
  /** Jobs that an earlier worker of this process died with: they fail with that reason now instead of waiting for their lease. */
  lost?: readonly (ClaimedJob & { reason: string })[];
  /** Milliseconds that jobs in hand get to end when the worker stops. 5,000. */
  graceMs?: number;
  /** Seconds between looks for leases that ran out. 10. */
  superviseSeconds?: number;
  /** Seconds between looks for jobs whose time has come; jobs for now are announced. 1. */
  pollSeconds?: number;
  onNews?: (news: JobNews) => void;
};

export type WorkerHealth = {
  state: "idle" | "working" | "stopping" | "stopped";
  /** Jobs in hand, and handlers still running after their time. */
  running: number;
  stuck: number;
  completed: number;
  failed: number;
  dead: number;
};

export type JobWorker = { start(): Promise<void>; stop(): Promise<void>; health(): WorkerHealth };

/** Nothing is connected before start(). One start and one stop; a second stop waits for the first. */
export function createWorker<S extends JobSpecs>(options: WorkerOptions<S>): JobWorker {
  return new Worker(options);
}

class Worker<S extends JobSpecs> implements JobWorker {
  private readonly options: WorkerOptions<S>;
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  /** In hand, by job and attempt. */
  private readonly held = new Map<string, { job: ClaimedJob; running: Promise<Verdict>; giveBack: () => void }>();
  private readonly parts: RunParts<S>;
  private readonly count = { completed: 0, failed: 0, dead: 0 };
  private state: WorkerHealth["state"] = "idle";
  private stopped: Promise<void> | undefined;

  constructor(options: WorkerOptions<S>) {
    this.options = options;
    const every = options.superviseSeconds ?? 10;
    this.boss = openBoss({
      url: options.url,
      log: options.log,
      name: "grapevine jobs",
      settings: {
        max: 4,
        useListenNotify: true,
        schedule: (options.recurring ?? []).length > 0,
        supervise: true,
        superviseIntervalSeconds: every,
        monitorIntervalSeconds: every,
        maintenanceIntervalSeconds: 300,
      },
    });
    const { send } = queueOf(this.boss, options.specs);
    this.parts = {
      specs: options.specs,
      handlers: options.handlers as RunParts<S>["handlers"],
      send,
      stopping: this.stopping.signal,
      log: options.log,
      stuck: new Set(),
    };
  }

  async start(): Promise<void> {
    const { boss, options } = this;
    await boss.start();
    this.state = "working";
    await ensureQueues(boss, options.specs);
    for (const { name, id, retryCount, reason } of options.lost ?? []) {
      await boss.fail(name, { id, retryCount }, { name: "Lost", message: reason });
    }
    for (const { job, payload, cron } of options.recurring ?? []) await boss.schedule(job, cron, payload, { missed: "once" });
    for (const [name, spec] of Object.entries(options.specs)) for (let i = 0; i < spec.concurrency; i++) await this.fetchFrom(name);
    for (const { job, payload } of options.atStart ?? []) await this.parts.send(job, payload as never);
  }

  /** One job at a time from one queue. */
  private async fetchFrom(name: string): Promise<void> {
    const seconds = this.options.pollSeconds ?? 1;
    const settings = {
      pollingIntervalSeconds: seconds,
      notifyPollingIntervalSeconds: seconds,
      perJobResults: true,
      includeMetadata: true,
    } as const;
    let fetcher = "";
    fetcher = await this.boss.work<unknown, unknown, typeof settings>(name, settings, async ([job]) => {
      if (job === undefined) return [];
      // Where one was there may be more: without this the next fetch would wait for the next look.
      this.boss.notifyWorker(fetcher);
      return [{ id: job.id, ...(await this.take(job)) }];
    });
  }

  /** Runs one job and says what to record of it. */
  private async take(taken: TakenJob): Promise<Verdict> {
    const { name, id, retryCount } = taken;
    const job = { name, id, retryCount };
    if (this.stopping.signal.aborted) {
      await this.release([job]);
      return NOT_RUN;
    }
    const attempt = `${id}/${retryCount}`;
    const running = runJob(this.parts, taken);
    const given = Promise.withResolvers<null>();
    this.held.set(attempt, { job, running, giveBack: () => given.resolve(null) });
    this.tell({ ...job, kind: "started" });
    const verdict = await Promise.race([running, given.promise]);
    this.held.delete(attempt);
    // Given back while it ran: the claim is another's now.
    if (verdict === null) return NOT_RUN;
    const isDead = verdict.status === "deadletter" || (verdict.status === "failed" && retryCount >= taken.retryLimit);
    if (isDead) await this.bury(taken);
    const kind = isDead ? "dead" : verdict.status === "completed" ? "completed" : "failed";
    this.count[kind]++;
    const error = verdict.output?.message;
    if (kind !== "completed") this.options.log.warn(`job ${kind}`, { job: name, id, attempt: retryCount + 1, error });
    this.tell({ ...job, kind, ...(error === undefined ? {} : { error }) });
    return verdict;
  }

  /** The dead letter that it becomes takes the place of an equal one. */
  private async bury({ name, singletonKey }: TakenJob): Promise<void> {
    if (singletonKey === null) return;
    await dropDeadLetters(this.boss.getDb(), { queue: DEAD_LETTERS, job: name, key: singletonKey }).catch(() => undefined);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  /** No more fetching; handlers are told; what has not ended by then goes back to the queue, for others to take at once. */
  private async end(): Promise<void> {
    if (this.state === "idle") return void (this.state = "stopped");
    this.state = "stopping";
    this.stopping.abort(new Error("The worker stops."));
    for (const name of Object.keys(this.options.specs)) await this.boss.offWork(name, { wait: false });
    await Promise.race([Promise.all([...this.held.values()].map((each) => each.running)), pause(this.options.graceMs ?? 5_000)]);
    const rest = [...this.held.values()];
    await this.release(rest.map((each) => each.job)).catch((error: Error) => {
      this.options.log.warn("jobs not given back", { jobs: rest.length, error: error.message });
    });
    for (const each of rest) each.giveBack();
    // Graceful: what ended in time is being recorded this moment.
    await this.boss.stop({ graceful: true, timeout: 5_000 });
    this.state = "stopped";
  }

  private async release(jobs: ClaimedJob[]): Promise<void> {
    await releaseClaims(this.boss.getDb(), jobs);
    for (const job of jobs) this.tell({ ...job, kind: "released" });
  }

  private tell(news: JobNews): void {
    this.options.onNews?.(news);
  }

  health(): WorkerHealth {
    return { state: this.state, running: this.held.size, stuck: this.parts.stuck.size, ...this.count };
  }
}

type TakenJob = FetchedJob & { retryLimit: number; singletonKey: string | null };

/** Refused by the fence, because the job is nobody's or somebody else's by then. */
const NOT_RUN: Verdict = { status: "failed", output: null };

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
