/**
 * What runs when. Every minute a tick looks at each workspace; what comes due before the next tick is sent as a job for its very
 * instant, so that a reward is available within a second or two of the end of its hold. A change in a workspace (wake.ts) looks at that
 * workspace at once, for what comes due sooner than the next tick would notice.
 */
import type { Send } from "./job.ts";
import type { Jobs, Plan } from "./registry.ts";
import type { Recurring } from "./worker.ts";

/** UTC. The tick is due every minute and up to 35 s late: pg-boss looks every 30 s and hands over within 5. */
export const RECURRING: readonly Recurring<Jobs>[] = [
  { job: "plan-work", cron: "* * * * *", payload: { v: 1 } },
  { job: "bring-profiles", cron: "* * * * *", payload: { v: 1 } },
  { job: "bring-reports", cron: "* * * * *", payload: { v: 1 } },
  // A day is over at another hour in each zone.
  { job: "renew-studies", cron: "12 * * * *", payload: { v: 1 } },
  { job: "clean-up", cron: "17 3 * * *", payload: { v: 1 } },
  { job: "erase-closed", cron: "47 * * * *", payload: { v: 1 } },
];

/** What came due while nobody worked does not wait for the tick. */
export const AT_START = [{ job: "plan-work" as const, payload: { v: 1 } }];

/** Two ticks are at most 95 s apart. */
const HORIZON_MS = 150_000;
/** What is this late was tried and could not be done (or nobody worked): from now on it is the tick's, once a minute. */
const LATE_MS = 15_000;
/** What has no instant of its own (a program's grace) is looked after this often. */
const SOMETIME_MS = 900_000;

/** An equal job that was just ending has ended by then. */
const AFTER_MS = 1_000;

/** Why a plan was read: by the tick, or after something happened in the workspace. */
export type Occasion = "tick" | "change";

/** Sends what a plan asks for. Equal jobs that are there already stay the only ones. */
export async function sendPlanned(send: Send<Jobs>, workspaceId: string, due: { plan: Plan; occasion: Occasion }): Promise<void> {
  const { plan, occasion } = due;
  const payload = { v: 1 as const, workspaceId };
  if (plan.dispatch) await sendNow(send, "dispatch-outbox", workspaceId);
  if (plan.resettle) await send("resettle", payload, { key: workspaceId });
  if (plan.sweepSometime) await send("sweep-workspace", payload, { key: `${workspaceId}~`, onceInSeconds: SOMETIME_MS / 1000 });
  // Not at once: what has just begun to wait is not over. While this job waits its key refuses another.
  if (plan.sweepLater) await send("sweep-workspace", payload, { key: `${workspaceId}~~`, inMs: SOMETIME_MS });
  if (plan.webhooks !== undefined) await sendWebhooks(send, workspaceId, { webhooks: plan.webhooks });
  if (plan.mail !== undefined && plan.mail.inMs <= HORIZON_MS) {
    const { at, inMs } = plan.mail;
    if (inMs > 0) await send("send-mail", payload, { key: `${workspaceId}@${at}`, inMs, onceInSeconds: 3_600 });
    else await sendNow(send, "send-mail", workspaceId);
  }
  if (plan.sweep === null || plan.sweep.inMs > HORIZON_MS) return;
  const { at, inMs } = plan.sweep;
  // One job an instant: if it changes nothing (an import was opened meanwhile), it is not sent again and again.
  if (inMs > -LATE_MS) await send("sweep-workspace", payload, { key: `${workspaceId}@${at}`, inMs, onceInSeconds: 3_600 });
  else if (occasion === "tick") await send("sweep-workspace", payload, { key: workspaceId });
}

/** The lanes' jobs. */
export const WEBHOOK_JOBS = { fast: "deliver-webhooks", slow: "retry-webhooks" } as const;

/** Sends a job for each lane in which something is due before the next tick. `running`: the asking job's lane, whose key is taken. */
export async function sendWebhooks(
  send: Send<Jobs>,
  workspaceId: string,
  due: { webhooks: NonNullable<Plan["webhooks"]>; running?: "fast" | "slow" },
): Promise<void> {
  for (const { lane, at, inMs } of due.webhooks) {
    if (inMs > HORIZON_MS) continue;
    const job = WEBHOOK_JOBS[lane];
    if (inMs > 0) await send(job, { v: 1, workspaceId }, { key: `${workspaceId}@${at}`, inMs, onceInSeconds: 3_600 });
    else if (due.running === lane) await send(job, { v: 1, workspaceId }, { key: `${workspaceId}+` });
    else await sendNow(send, job, workspaceId);
  }
}

type Urgent = "dispatch-outbox" | "send-mail" | "deliver-webhooks" | "retry-webhooks";

/**
 * What is due now. An equal job that is just ending has looked already, and holds the key until it has ended: then another one looks a
 * second later, and what came between is not left to the tick.
 */
async function sendNow(send: Send<Jobs>, job: Urgent, workspaceId: string): Promise<void> {
  const payload = { v: 1 as const, workspaceId };
  if (await send(job, payload, { key: workspaceId })) return;
  await send(job, payload, { key: `${workspaceId}+`, inMs: AFTER_MS });
}
