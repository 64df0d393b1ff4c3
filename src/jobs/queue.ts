/** The queue as everybody but the worker sees it: jobs are sent, counted, and taken out of the dead letters again. */
import { type ConstructorOptions, PgBoss, type QueueResult } from "pg-boss";
import type { Log } from "../flow/ports.ts";
import { JOBS_SCHEMA } from "../store/jobs-schema.ts";
import { calmLog } from "./calm-log.ts";
import { PAYLOAD_BYTES, refusalOfPayload } from "./job.ts";
import type { JobSpecs, KeptError, NameOf, PayloadOf, Send, SendOptions } from "./job.ts";

/** Where jobs end that failed every time. Nothing runs here; a click sends them back. */
export const DEAD_LETTERS = "dead-letter";

/** Dead letters are kept this long, finished jobs that long. */
const DEAD_DAYS = 90;
const DONE_SECONDS = 900;

export type DeadLetter = { id: string; job: string; payload: unknown; error: KeptError; tries: number; sentAt: number; diedAt: number };

/** What it should contain: `{ workspaceId }` shows a workspace its own and nobody else's. */
export type DeadFilter = { contains?: Record<string, unknown> };

export type JobQueue<S extends JobSpecs> = {
  send: Send<S>;
  deadLetters(filter?: DeadFilter): Promise<DeadLetter[]>;
  /** Sends one dead letter back to its queue with all its tries. False: there is none such, or an equal job waits already. */
  retry(id: string, filter?: DeadFilter): Promise<boolean>;
  /** Jobs by queue, counted by the workers every few seconds. */
  counts(): Promise<QueueCount[]>;
  stop(): Promise<void>;
};
export type QueueCount = { name: string; waiting: number; running: number; later: number };

export type QueueOptions<S extends JobSpecs> = { url: string; specs: S; log: Log };

/** Opens a queue for sending only. Connects at once; makes the queues when they are missing. */
export async function openQueue<S extends JobSpecs>(options: QueueOptions<S>): Promise<JobQueue<S>> {
  const boss = openBoss({ ...options, name: "grapevine queue", settings: { max: 1, supervise: false, schedule: false } });
  try {
    await boss.start();
    await ensureQueues(boss, options.specs);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  return queueOf(boss, options.specs);
}

export type BossOptions = { url: string; log: Log; name: string; settings: ConstructorOptions };

/** pg-boss on the owner's schema, as the runtime role. Its complaints go to the log; without a listener they would end the process. */
export function openBoss({ url, log, name, settings }: BossOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    application_name: name,
    // Rebuilding indexes is the owner's, and the server's own log tells about its vacuum.
    reindex: false,
    monitorVacuum: false,
    ...settings,
  });
  // While the database is away every fetcher complains every second.
  const calm = calmLog(log);
  boss.on("error", (error) => calm.warn("job queue", { error: error.message }));
  boss.on("warning", ({ message, data }) => calm.warn("job queue", { error: message, ...warningOf(data) }));
  return boss;
}

function warningOf(data: unknown): Record<string, unknown> {
  const { name, elapsed, type } = (data ?? {}) as Record<string, unknown>;
  return { name, elapsed, type };
}

/** Send, look and retry on a started pg-boss. */
export function queueOf<S extends JobSpecs>(boss: PgBoss, specs: S): JobQueue<S> {
  return {
    send: (name, payload, options) => send({ boss, specs, name }, payload, options),
    async deadLetters(filter = {}) {
      const found = await boss.findJobs(DEAD_LETTERS, { queued: true, ...(filter.contains ? { data: filter.contains } : {}) });
      return found
        .map((job) => ({
          id: job.id,
          job: job.sourceName ?? "",
          payload: showable(job.data),
          error: errorOf(job.sourceOutput),
          tries: (job.sourceRetryCount ?? 0) + 1,
          sentAt: Number(job.sourceCreatedOn ?? job.createdOn),
          diedAt: Number(job.createdOn),
        }))
        .sort((a, b) => b.diedAt - a.diedAt);
    },
    async retry(id, filter = {}) {
      return (await boss.redrive(DEAD_LETTERS, { ids: [id], ...(filter.contains ? { data: filter.contains } : {}) })) === 1;
    },
    async counts() {
      const queues = await boss.getQueues([...Object.keys(specs), DEAD_LETTERS]);
      return queues.map((q) => ({ name: q.name, waiting: q.readyCount, running: q.activeCount, later: q.deferredCount }));
    },
    stop: () => boss.stop({ graceful: false }),
  };
}

type SendTo<S extends JobSpecs, N extends NameOf<S>> = { boss: PgBoss; specs: S; name: N };

async function send<S extends JobSpecs, N extends NameOf<S>>(
  to: SendTo<S, N>,
  payload: PayloadOf<S, N>,
  options: SendOptions = {},
): Promise<boolean> {
  const spec = to.specs[to.name];
  if (spec === undefined) throw new Error(`There is no job ${to.name}.`);
  const refusal = refusalOfPayload(spec, payload);
  if (refusal !== null) throw new Error(`${to.name}: ${refusal}`);
  const id = await to.boss.send(to.name, payload as object, {
    // An option that is given as undefined is refused, so only what is there is given.
    ...(options.key === undefined ? {} : { singletonKey: options.key }),
    ...(options.onceInSeconds === undefined ? {} : { singletonSeconds: options.onceInSeconds }),
    ...(options.inMs === undefined || options.inMs <= 0 ? {} : { startAfter: options.inMs / 1000 }),
  });
  return id !== null;
}

/** A payload that was refused for its size is not shown for it either. */
function showable(payload: unknown): unknown {
  return Buffer.byteLength(JSON.stringify(payload) ?? "") > PAYLOAD_BYTES ? null : payload;
}

/** pg-boss keeps what a handler threw as it is, and its own reasons as `{ value: { message } }`. */
function errorOf(output: object | null): KeptError {
  const kept = (output ?? {}) as Partial<KeptError> & { value?: { message?: string } };
  if (typeof kept.message === "string") return { ...kept, name: kept.name ?? "Error", message: kept.message };
  const message = kept.value?.message ?? "unknown";
  return { name: "Error", message: message === "job timed out" ? "The worker went away: its lease ran out." : message };
}

/** Makes missing queues and brings changed settings up to date: one read on all starts but the first. */
export async function ensureQueues(boss: PgBoss, specs: JobSpecs): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  // First, because the others name it.
  if (!known.has(DEAD_LETTERS)) {
    await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DEAD_DAYS * 86_400, deleteAfterSeconds: DONE_SECONDS, retryLimit: 0 });
  }
  for (const [name, spec] of Object.entries(specs)) {
    const wanted = {
      expireInSeconds: spec.leaseSeconds,
      retryLimit: spec.retries,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      deleteAfterSeconds: DONE_SECONDS,
      notify: true,
      deadLetter: DEAD_LETTERS,
    };
    const found = known.get(name);
    // Exclusive: of one key a job waits or runs, so that a thousand wake-ups of a busy workspace are one job.
    if (found === undefined) await boss.createQueue(name, { policy: "exclusive", ...wanted });
    else if (isOther(found, wanted)) await boss.updateQueue(name, wanted);
  }
}

function isOther(found: QueueResult, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).some(([key, value]) => (found as unknown as Record<string, unknown>)[key] !== value);
}
