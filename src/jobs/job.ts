/** The words of this room: what a job is, what its handler is given, and how it is sent. */
import type { z } from "zod";

/** One kind of job. Its name (the key in the registry) is that of the flow it runs. */
export type JobSpec = {
  /** Strict, with a version: `{ v: 1, ... }`. What does not fit goes to the dead letters at once, trying again would not help. */
  payload: z.ZodType;
  /** How long one run may take and how long its claim holds. 60 at most, so that a dead worker's jobs wait no longer than that. */
  leaseSeconds: number;
  /** Tries after the first; then the job is a dead letter, its error kept. */
  retries: number;
  /** Runs at once in one worker. */
  concurrency: number;
};

export type JobSpecs = Record<string, JobSpec>;
export type NameOf<S extends JobSpecs> = keyof S & string;
export type PayloadOf<S extends JobSpecs, N extends NameOf<S>> = z.infer<S[N]["payload"]>;

export type SendOptions = {
  /** Of jobs with the same key one waits or runs at a time: another is not taken (false). Without a key the name is the key. */
  key?: string;
  /** Milliseconds from now, by the database's clock. */
  inMs?: number;
  /** Besides: at most one job with this key in each such span, finished ones counted. */
  onceInSeconds?: number;
};

/** False when an equal job is there already. Throws on a payload that its worker would refuse. */
export type Send<S extends JobSpecs> = <N extends NameOf<S>>(name: N, payload: PayloadOf<S, N>, options?: SendOptions) => Promise<boolean>;

/** What a handler knows of its run. */
export type JobRun<S extends JobSpecs = JobSpecs> = {
  /** Aborted when most of the time is used or the worker stops: finish the step in hand, send the rest as a job of its own, return. */
  signal: AbortSignal;
  /** 1 for the first try. */
  attempt: number;
  send: Send<S>;
};

/** May run twice, and may still be running when another run of the same job has begun: what it writes must allow for both. */
export type Handler<S extends JobSpecs, N extends NameOf<S>> = (payload: PayloadOf<S, N>, run: JobRun<S>) => Promise<void>;
export type Handlers<S extends JobSpecs> = { [N in NameOf<S>]: Handler<S, N> };

/** Thrown by a handler when trying again cannot help: the job goes to the dead letters at once. */
export class GiveUp extends Error {
  override name = "GiveUp";
}

/** Bytes of a payload as JSON. A job carries ids, never data. */
export const PAYLOAD_BYTES = 16_384;

/** Why a payload cannot be run, or null. Said without its values: they may be anything. */
export function refusalOfPayload(spec: JobSpec, payload: unknown): string | null {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? "");
  if (bytes > PAYLOAD_BYTES) return `The payload has ${bytes} bytes; a job may carry ${PAYLOAD_BYTES}.`;
  const version = typeof payload === "object" && payload !== null ? (payload as { v?: unknown }).v : undefined;
  const result = spec.payload.safeParse(payload);
  if (result.success) return null;
  const [issue] = result.error.issues;
  if (issue?.path[0] === "v") return `This Grapevine does not know version ${String(version).slice(0, 20)} of the job's payload.`;
  return `The payload does not fit: ${issue?.path.join("/") || "it"} is ${issue?.code ?? "invalid"}.`;
}

/** What a dead letter keeps of an error: enough to find the place, no values of rows (PostgreSQL's `detail` has them). */
export type KeptError = { message: string; name: string; state?: string; at?: string[] };

export function keepError(error: unknown): KeptError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error).slice(0, 500) };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8)
    .map((line) => line.trim());
  return { name: error.name, message: error.message.slice(0, 500), ...(typeof code === "string" ? { state: code } : {}), at };
}
