/** One PostgreSQL server process: its pid file, its start, its end. */
import fs from "node:fs";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { explainFailure } from "./cluster.ts";
import type { Paths } from "./cluster.ts";
import type { Account } from "./account.ts";
import { ids, PROGRAM_ENV } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import { isPostmasterOf, isRunning, markOf } from "./process-mark.ts";
import { memoryBytes, sizesFor } from "./sizes.ts";

/** What postmaster.pid says. `ready` is false while the server starts, recovers or stops. */
export type PidFile = { pid: number; port: number; ready: boolean };

/** Thrown when another process took the port between our look and the server's; the caller picks another. */
export class PortTaken extends Error {}

/** A pid that no process can have (pid_max is at most 4194304 on Linux, 99999 on macOS). */
const IMPOSSIBLE_PID = 2_147_483_647;
/** Recovery after a crash replays up to a checkpoint's worth of log; on a slow disk that is minutes, and killing it only begins it anew. */
const START_TIMEOUT_MS = 600_000;
/** A fast shutdown writes a checkpoint. Past this the server is ended without one, and recovers at the next start. */
const STOP_TIMEOUT_MS = 60_000;
const ROTATE_LOG_BYTES = 5_000_000;

/** Reads postmaster.pid (lines: pid, folder, start, port, socket folder, address, shared memory key, status). Null when there is none. */
export function readPidFile(paths: Paths): PidFile | null {
  const lines = readPidLines(paths);
  return lines === null ? null : { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * Keeps a stale pid file from blocking the start. After a container restart its pid may belong to any other process of
 * our user, and PostgreSQL then refuses for ever. We put an impossible pid in instead of deleting the file, so that
 * PostgreSQL still does its own check for orphaned workers (the shared memory key in the same file).
 */
export function defuseStalePidFile(paths: Paths): void {
  const lines = readPidLines(paths);
  if (lines === null || isPostmasterOf(Number(lines[0]), paths.cluster)) return;
  fs.writeFileSync(paths.pidFile, [String(IMPOSSIBLE_PID), ...lines.slice(1)].join("\n"));
}

/** A starting server removes a stale file and writes its own, so the file may go between any two looks. */
function readPidLines(paths: Paths): string[] | null {
  try {
    return fs.readFileSync(paths.pidFile, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The arguments of the server, without the port, which may differ between two starts. */
export function serverArguments(paths: Paths, flags: Record<string, string>): string[] {
  const settings = {
    // No socket file: the folder may be long or read-only. Loopback only: nobody outside this machine reaches it.
    unix_socket_directories: "",
    listen_addresses: "127.0.0.1",
    // Details of an error quote the row ("Key (email)=(...) already exists"); personal data has no place in a log.
    log_error_verbosity: "terse",
    // A new piece of log is 16 MB. Whoever commits would fill it with zeros first: at 3,300 purchases a second a pause of 60 ms every
    // 0.8 s, for 64 callers at once. Without, its blocks are found as it is written; what was flushed is on the disk all the same.
    wal_init_zero: "off",
    ...sizesFor(memoryBytes()),
    ...flags,
  };
  return ["-D", paths.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/**
 * Starts the server and resolves when it accepts connections. It runs in a process group of its own, so that Ctrl-C in
 * the terminal reaches us alone and we can finish our work before we stop it. Its output goes straight to the log
 * file, not through us: an orphan keeps its log. Throws PortTaken, or an Error with the last lines of the log.
 */
export async function spawnPostmaster(options: {
  paths: Paths; account: Account; binaries: Binaries; arguments: string[]; port: number;
}): Promise<ChildProcess> {
  const { paths, account } = options;
  const log = openLog(paths);
  const from = fs.fstatSync(log).size;
  const child = spawn(options.binaries.program("postgres"), [...options.arguments, "-p", String(options.port)], {
    ...ids(account), env: PROGRAM_ENV, cwd: "/", stdio: ["ignore", log, log], detached: true, windowsHide: true,
  });
  fs.closeSync(log);
  let ended: string | null = null;
  child.once("error", (error) => { ended = error.message; });
  child.once("exit", (code, signal) => { ended ??= `exit ${code ?? signal}`; });
  child.unref();
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (ended === null) {
    const file = readPidFile(paths);
    if (file !== null && file.pid === child.pid && file.ready) return child;
    if (Date.now() > deadline) {
      child.kill("SIGINT");
      throw new Error(`The embedded PostgreSQL was not ready within ${START_TIMEOUT_MS / 60_000} minutes.\n${readLog(paths, 4096)}`);
    }
    await sleep(10);
  }
  const output = `${readLogFrom(paths, from)}\n${ended}`;
  const message = explainFailure(output, paths, account);
  throw /could not bind|Address already in use/.test(output) ? new PortTaken(message) : new Error(message);
}

/** Ends a server: fast (SIGINT: clients are cut, work is saved), and if it will not, at once (SIGQUIT: it recovers next time). */
export async function endPostmaster(pid: number, paths: Paths, binaries: Binaries): Promise<void> {
  const mark = markOf(pid);
  if (mark === null || !isPostmasterOf(pid, paths.cluster)) return;
  // From here on the mark is asked: while a process goes down, its program and folder can no longer be read.
  const running = (): boolean => isRunning(mark);
  if (process.platform === "win32") {
    spawnSync(binaries.program("pg_ctl"), ["stop", "-m", "fast", "-D", paths.cluster]);
    return;
  }
  for (const [signal, patienceMs] of [["SIGINT", STOP_TIMEOUT_MS], ["SIGQUIT", 10_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      if (!running()) return;
    }
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (!running()) return;
      await sleep(10);
    }
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not end. Its log: ${paths.log}`);
}

/** Resolves when the process with this pid is no more, or when cancelled. Does not keep our own process alive. */
export async function waitForEnd(pid: number, cancelled: AbortSignal): Promise<void> {
  while (markOf(pid) !== null && !cancelled.aborted) {
    await setTimeoutPromise(100, undefined, { ref: false, signal: cancelled }).catch(() => undefined);
  }
}

/** The last `bytes` of the server's log; empty when there is none yet. */
export function readLog(paths: Paths, bytes: number): string {
  const stat = fs.statSync(paths.log, { throwIfNoEntry: false });
  return stat === undefined ? "" : readLogFrom(paths, Math.max(0, stat.size - bytes));
}

/** A pause in milliseconds. */
export function sleep(ms: number): Promise<void> {
  return setTimeoutPromise(ms);
}

function readLogFrom(paths: Paths, from: number): string {
  const handle = fs.openSync(paths.log, "r");
  try {
    const buffer = Buffer.alloc(Math.max(0, Math.min(fs.fstatSync(handle).size - from, 65_536)));
    fs.readSync(handle, buffer, 0, buffer.length, from);
    return buffer.toString("utf8");
  } finally {
    fs.closeSync(handle);
  }
}

/** One older log is kept. Rotation happens between two runs, so a running server never loses its file. */
function openLog(paths: Paths): number {
  const stat = fs.statSync(paths.log, { throwIfNoEntry: false });
  if (stat !== undefined && stat.size > ROTATE_LOG_BYTES) fs.renameSync(paths.log, `${paths.log}.1`);
  return fs.openSync(paths.log, "a", 0o600);
}
