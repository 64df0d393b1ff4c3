/** What a watched worker's thread and its watcher say to each other. */
import type { ClaimedJob } from "../store/jobs-claims.ts";
import type { JobNews, WorkerHealth } from "./worker.ts";

export type LostJob = ClaimedJob & { reason: string };

/** `data` is the application's own; `lost` what an earlier thread died with. Given to the thread as its workerData. */
export type ThreadStart = { data: unknown; lost: LostJob[] };

export type FromThread =
  | { kind: "ready" }
  | { kind: "beat"; health: WorkerHealth }
  | { kind: "news"; news: JobNews }
  | { kind: "log"; level: "info" | "warn" | "error"; message: string; fields: Record<string, unknown> | undefined };

export type ToThread = { kind: "stop" };

/** Milliseconds between two signs of life. */
export const BEAT_MS = 1_000;
