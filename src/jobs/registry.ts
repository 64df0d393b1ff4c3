/**
 * Every kind of job, named after the flow it runs (src/flow/<name>.ts). A kind without a handler, or a handler that expects another
 * payload, does not compile. What the words mean is the flows' business: here they are payloads, leases and tries.
 */
import { z } from "zod";
import type { JobSpec } from "./job.ts";

const workspace = z.strictObject({ v: z.literal(1), workspaceId: z.uuid() });
/** All workspaces in order of id, those after this one. */
const all = z.strictObject({ v: z.literal(1), after: z.uuid().optional() });

/**
 * Eight tries after the first come 1, 2, 4 ... 128 seconds apart (pg-boss shortens each by a random part of up to a half): about four
 * minutes in all, longer than a restart of the database and short enough to be seen the same day.
 */
const RETRIES = 8;

export const JOBS = {
  "plan-work": { payload: all, leaseSeconds: 60, retries: 2, concurrency: 1 },
  "dispatch-outbox": { payload: workspace, leaseSeconds: 30, retries: RETRIES, concurrency: 2 },
  "sweep-workspace": { payload: workspace, leaseSeconds: 60, retries: RETRIES, concurrency: 2 },
  resettle: { payload: workspace, leaseSeconds: 60, retries: RETRIES, concurrency: 1 },
  // Tries again only what this process could not do; what a receiver refuses is a row with its own schedule.
  "deliver-webhooks": { payload: workspace, leaseSeconds: 60, retries: RETRIES, concurrency: 3 },
  "retry-webhooks": { payload: workspace, leaseSeconds: 60, retries: RETRIES, concurrency: 3 },
  // What a mail server puts off is a row with its own schedule, as with webhooks.
  "send-mail": { payload: workspace, leaseSeconds: 60, retries: RETRIES, concurrency: 2 },
  // Profiles and scores of people, for lists and segments; what is not done in one run is done in the next.
  "bring-profiles": { payload: all, leaseSeconds: 60, retries: 2, concurrency: 1 },
  // Figures of reports, by day; what is not done in one run is done in the next.
  "bring-reports": { payload: all, leaseSeconds: 60, retries: 2, concurrency: 1 },
  // Answers of studies whose day is over, one after the other; what is not done in one run is done in the next.
  "renew-studies": { payload: z.strictObject({ v: z.literal(1) }), leaseSeconds: 1_800, retries: 0, concurrency: 1 },
  // Closed workspaces whose time is over; what is not erased in one run is erased in the next.
  "erase-closed": { payload: z.strictObject({ v: z.literal(1) }), leaseSeconds: 60, retries: RETRIES, concurrency: 1 },
  "clean-up": { payload: all, leaseSeconds: 60, retries: RETRIES, concurrency: 1 },
} satisfies Record<string, JobSpec>;

export type Jobs = typeof JOBS;

/** What is planned for a workspace (flow/plan-work.ts says what the parts mean). */
export type Plan = {
  dispatch: boolean;
  resettle: boolean;
  sweep: { at: number; inMs: number } | null;
  sweepSometime: boolean;
  sweepLater: boolean;
  /** The next message that becomes mail; absent where no mail is sent. */
  mail?: { at: number; inMs: number };
  webhooks?: readonly { lane: "fast" | "slow"; at: number; inMs: number }[];
};

/**
 * The flows that jobs run, with their parts already handed in. Each may be run twice, and by two processes at once. `more` says that it
 * ended early because of the signal.
 */
export type JobFlows = {
  nextWorkspaces(page: { after: string; limit: number }): Promise<string[]>;
  planWorkspace(workspaceId: string): Promise<Plan | null>;
  dispatchOutbox(workspaceId: string, signal: AbortSignal): Promise<{ more: boolean }>;
  sweepWorkspace(workspaceId: string, signal: AbortSignal): Promise<unknown>;
  resettle(workspaceId: string, signal: AbortSignal): Promise<{ more: boolean }>;
  /** Sends what is due in a lane; `onRest` is called when it ends because of the signal, before what is out has come back. */
  deliverWebhooks(
    workspaceId: string,
    ask: { lane: "fast" | "slow"; signal: AbortSignal; onRest: () => Promise<unknown> },
  ): Promise<unknown>;
  /** Sends what is due. `down`: the mail server takes nothing, the next tick tries again. */
  sendMail(workspaceId: string, signal: AbortSignal): Promise<{ more: boolean; down: boolean }>;
  bringProfiles(workspaceId: string, signal: AbortSignal): Promise<unknown>;
  bringReports(workspaceId: string, signal: AbortSignal): Promise<unknown>;
  renewStudies(workspaceId: string, signal: AbortSignal): Promise<unknown>;
  cleanUp(workspaceId: string, signal: AbortSignal): Promise<unknown>;
  eraseClosed(signal: AbortSignal): Promise<{ more: boolean }>;
};
