/** Which process is which: a pid alone is not enough, because pids are given out again. */
import fs from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";

/**
 * A process that can be recognised later. `started` is the kernel's start tick on Linux (the same pid with another
 * tick is another process: in a restarted container Node often gets its old pid back) and empty elsewhere.
 */
export type ProcessMark = { pid: number; started: string };

/** The mark of a running process, or null when there is none (a zombie counts as none: nobody may ever reap it). */
export function markOf(pid: number): ProcessMark | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    const stat = readOrNull(`/proc/${pid}/stat`);
    if (stat === null) return null;
    // The second field is the command in brackets and may itself contain brackets and blanks, so cut after the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return { pid, started: fields[19] ?? "" };
  }
  return signalable(pid) ? { pid, started: "" } : null;
}

/** The mark of this very process. */
export function ownMark(): ProcessMark {
  return markOf(process.pid) ?? { pid: process.pid, started: "" };
}

/** True while the marked process itself, not a successor with its pid, is running. */
export function isRunning(mark: ProcessMark): boolean {
  const now = markOf(mark.pid);
  return now !== null && now.started === mark.started;
}

/**
 * True when `pid` is the PostgreSQL server of exactly this data folder. A postmaster's working folder is its data
 * folder, which tells it from another PostgreSQL that happens to have the pid of an old one.
 */
export function isPostmasterOf(pid: number, clusterDir: string): boolean {
  if (markOf(pid) === null) return false;
  try {
    if (process.platform === "linux") {
      // After a reinstall of node_modules the link reads ".../postgres (deleted)".
      const program = path.basename(fs.readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
      return program === "postgres" && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(clusterDir);
    }
    if (process.platform === "win32") return true;
    const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(clusterDir);
  } catch {
    // Unreadable means another user's process. PostgreSQL treats such a pid as stale by itself (EPERM).
    return false;
  }
}

/** Reads a mark file. Null when it is missing or half written. */
export function readMark(file: string): ProcessMark | null {
  const text = readOrNull(file);
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<ProcessMark>;
    return typeof value.pid === "number" && typeof value.started === "string" ? { pid: value.pid, started: value.started } : null;
  } catch {
    return null;
  }
}

/** Writes the mark of this process in one step, so that no reader sees half of it. */
export function writeOwnMark(file: string): void {
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify(ownMark()), { mode: 0o600 });
  fs.renameSync(temporary, file);
}

/**
 * Runs `work` while no other process on this machine does so for the same lock file. Two first starts at once would
 * otherwise both run initdb. A lock left by a dead process is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 120_000;
  while (!tryLock(file)) {
    const holder = readMark(file);
    if (holder !== null && !isRunning(holder)) fs.rmSync(file, { force: true });
    else if (Date.now() > deadline) {
      throw new Error(`Process ${holder?.pid ?? "?"} has been starting the database for two minutes (${file}).`);
    } else await new Promise((resolve) => setTimeout(resolve, 25));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** A hard link is made whole or not at all, so the lock never exists without its holder's name in it. */
function tryLock(file: string): boolean {
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify(ownMark()), { mode: 0o600 });
  try {
    fs.linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function signalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
