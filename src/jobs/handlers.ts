/** From a job to its flow, and what follows from it. */
import type { Log } from "../flow/ports.ts";
import type { Handlers, JobRun, NameOf, PayloadOf } from "./job.ts";
import { type JobFlows, JOBS, type Jobs, type Plan } from "./registry.ts";
import { AT_START, type Occasion, RECURRING, WEBHOOK_JOBS, sendPlanned, sendWebhooks } from "./schedule.ts";
import { type JobWorker, type WorkerOptions, createWorker } from "./worker.ts";

export type JobWorkerOptions = Pick<WorkerOptions<Jobs>, "url" | "log" | "lost" | "onNews" | "graceMs"> & { flows: JobFlows };

/** Grapevine's worker: the registry, the schedule and the flows. */
export function createJobWorker({ flows, ...options }: JobWorkerOptions): JobWorker {
  return createWorker({ ...options, specs: JOBS, handlers: createHandlers(flows, options.log), recurring: RECURRING, atStart: AT_START });
}

/** Read at once by plan-work and clean-up; a page is done before the next is read. */
const PAGE = 100;
const SIDE_BY_SIDE = 4;
/** As long as it takes until that job runs, at most (schedule.ts). */
const SAID_MS = 600_000;
const SAID_MOST = 50_000;
/** How long a run goes on beginning requests. */
const DELIVER_MS = 25_000;
const ERASE_MS = 40_000;

type Run = JobRun<Jobs>;

export function createHandlers(flows: JobFlows, log: Log): Handlers<Jobs> {
  const later = new Map<string, number>();
  /** What is due in the workspace. That something waits for its grace is said now and then: the queue would refuse it, at a job's price. */
  async function planOf(workspaceId: string): Promise<Plan | null> {
    const plan = await flows.planWorkspace(workspaceId);
    if (plan === null || !plan.sweepLater) return plan;
    const said = later.get(workspaceId);
    if (said !== undefined && performance.now() - said < SAID_MS) return { ...plan, sweepLater: false };
    if (later.size >= SAID_MOST) later.clear();
    later.set(workspaceId, performance.now());
    return plan;
  }
  /** After a run: what is due next in the workspace. */
  async function follow(run: Run, workspaceId: string, occasion: Occasion): Promise<void> {
    const plan = await planOf(workspaceId);
    if (plan !== null) await sendPlanned(run.send, workspaceId, { plan, occasion });
  }
  /** A request may take 15 s, so that none is begun in the last half of the run's time. */
  async function deliver(run: Run, workspaceId: string, lane: "fast" | "slow"): Promise<void> {
    const rest = () => run.send(WEBHOOK_JOBS[lane], { v: 1, workspaceId }, { key: `${workspaceId}+` });
    const signal = AbortSignal.any([run.signal, AbortSignal.timeout(DELIVER_MS)]);
    await flows.deliverWebhooks(workspaceId, { lane, signal, onRest: rest });
    const plan = await flows.planWorkspace(workspaceId);
    if (plan?.webhooks !== undefined) await sendWebhooks(run.send, workspaceId, { webhooks: plan.webhooks, running: lane });
  }
  return {
    "plan-work": (payload, run) => walk({ flows, log, name: "plan-work", run }, payload, (id) => follow(run, id, "tick")),
    async "dispatch-outbox"({ workspaceId }, run) {
      const { more } = await flows.dispatchOutbox(workspaceId, run.signal);
      const plan = await planOf(workspaceId);
      // This very job has the workspace's key as long as it runs.
      if (more) await run.send("dispatch-outbox", { v: 1, workspaceId }, { key: `${workspaceId}+` });
      if (plan !== null) await sendPlanned(run.send, workspaceId, { plan: { ...plan, dispatch: false }, occasion: "change" });
    },
    async "sweep-workspace"({ workspaceId }, run) {
      await flows.sweepWorkspace(workspaceId, run.signal);
      await follow(run, workspaceId, "change");
    },
    async resettle({ workspaceId }, run) {
      const { more } = await flows.resettle(workspaceId, run.signal);
      if (more) await run.send("resettle", { v: 1, workspaceId }, { key: `${workspaceId}+` });
      const plan = await planOf(workspaceId);
      if (plan !== null) await sendPlanned(run.send, workspaceId, { plan: { ...plan, resettle: false }, occasion: "change" });
    },
    "deliver-webhooks": ({ workspaceId }, run) => deliver(run, workspaceId, "fast"),
    "retry-webhooks": ({ workspaceId }, run) => deliver(run, workspaceId, "slow"),
    async "send-mail"({ workspaceId }, run) {
      const signal = AbortSignal.any([run.signal, AbortSignal.timeout(DELIVER_MS)]);
      const { more, down } = await flows.sendMail(workspaceId, signal);
      // A mail server that is down is asked again with the next tick, not at once.
      if (down) return;
      if (more) await run.send("send-mail", { v: 1, workspaceId }, { key: `${workspaceId}+` });
      const plan = await planOf(workspaceId);
      if (plan?.mail !== undefined && plan.mail.inMs > 0) await sendPlanned(run.send, workspaceId, { plan, occasion: "change" });
    },
    "bring-profiles": (payload, run) =>
      walk({ flows, log, name: "bring-profiles", run }, payload, (id) => flows.bringProfiles(id, run.signal)),
    "bring-reports": (payload, run) =>
      walk({ flows, log, name: "bring-reports", run }, payload, (id) => flows.bringReports(id, run.signal)),
    "renew-studies": (_payload, run) => inTurn(flows, log, run),
    async "erase-closed"(_payload, run) {
      const { more } = await flows.eraseClosed(AbortSignal.any([run.signal, AbortSignal.timeout(ERASE_MS)]));
      if (more) await run.send("erase-closed", { v: 1 }, { key: "rest" });
    },
    "clean-up": (payload, run) => walk({ flows, log, name: "clean-up", run }, payload, (id) => flows.cleanUp(id, run.signal)),
  };
}

/** Workspaces one after the other: each study takes a processor for seconds. */
async function inTurn(flows: JobFlows, log: Log, run: Run): Promise<void> {
  for (let after = ""; ; ) {
    const page = await flows.nextWorkspaces({ after, limit: PAGE });
    for (const workspace of page) {
      if (run.signal.aborted) return;
      await flows
        .renewStudies(workspace, run.signal)
        .catch((error: Error) => log.warn("renew-studies failed for one workspace", { workspace, error: error.message }));
    }
    if (page.length < PAGE) return;
    after = page.at(-1)!;
  }
}

type Walk<N> = { flows: JobFlows; log: Log; name: N; run: Run };

/** Does something for every workspace, in slices that fit the lease. One that fails does not stop the others; its error comes last. */
async function walk<N extends NameOf<Jobs> & ("plan-work" | "bring-profiles" | "bring-reports" | "clean-up")>(
  { flows, log, name, run }: Walk<N>,
  payload: PayloadOf<Jobs, N>,
  work: (workspaceId: string) => Promise<unknown>,
): Promise<void> {
  const errors: unknown[] = [];
  for (let after = payload.after ?? ""; ; ) {
    const page = await flows.nextWorkspaces({ after, limit: PAGE });
    const queue = [...page];
    await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
          const workspace = id;
          await work(workspace).catch((error: unknown) => {
            errors.push(error);
            log.warn(`${name} failed for one workspace`, { workspace, error: error instanceof Error ? error.message : "" });
          });
        }
      }),
    );
    after = page.at(-1) ?? after;
    if (page.length < PAGE) break;
    // The rest is a job of its own.
    if (run.signal.aborted) {
      await run.send(name, { v: 1, after } as PayloadOf<Jobs, N>, { key: `after ${after}` });
      break;
    }
  }
  if (errors.length > 0) throw errors[0];
}
