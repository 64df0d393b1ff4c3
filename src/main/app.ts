/**
 * What the composition root (compose.ts) gives to the commands: the parts, wired, and the ways to start and end them. Commands know
 * this and nothing of how the parts are made.
 */
import type { EventDoor, Hashes, Ids, Log } from "../flow/ports.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Pool } from "../store/db.ts";
import type { JobQueue } from "../jobs/queue.ts";
import type { Jobs } from "../jobs/registry.ts";
import type { Services } from "../http/services.ts";
import { CommandFailed } from "./args.ts";
import { ConfigError, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import type { Parts } from "./services.ts";

export type App = {
  config: Config;
  /** What flows are built from. */
  parts: Parts;
  services: Services;
  /** The public address (PUBLIC_URL or where the server listens), without a slash at the end. Links are made with it. */
  url: string;
  door: EventDoor;
  pool: Pool;
  ids: Ids;
  hashes: Hashes;
  log: Log;
  /** Opens the HTTP door; resolves with the address that answers. */
  listen(): Promise<string>;
  /** Starts sweeps, the outbox dispatcher and the job workers in this process. */
  work(): Promise<void>;
  /** The background jobs: counted, looked at, sent back. */
  queue(): Promise<JobQueue<Jobs>>;
  /** Ends everything that was started, in reverse order; what is in flight is finished first. */
  close(): Promise<void>;
};

/** `role`: what the process is for. Only `serve` prints to a log by default; a command is quiet. */
export type OpenOptions = { config: Config; role: "serve" | "work" | "command" };

/** The settings, with a bad one as a failed command instead of a stack. */
export function settings(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandFailed(error.message, "bad_settings");
    throw error;
  }
}

/** A "no" of a flow as a failed command, with its code and fields. */
export async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) throw new CommandFailed(error.detail, error.code, { errors: error.options.errors ?? [] });
    throw error;
  }
}

/** Resolves with the first SIGINT or SIGTERM; a second one ends the process at once, for those who cannot wait. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      for (const name of ["SIGINT", "SIGTERM"] as const) {
        process.off(name, onSignal);
        process.once(name, () => process.exit(130));
      }
      resolve(signal);
    };
    process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  });
}
