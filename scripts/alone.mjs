// One at a time, across processes: of two builds at once one waits, and finds that it has nothing left to do.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Longer than any build takes: whoever holds it so long has another machine's process number, or hangs. */
const OLD_MS = 5 * 60_000;

/**
 * Does the work while nobody else does who names the same file. A file left by a process that was killed is taken over.
 *
 * @template T
 * @param {string} file made for the time of the work; holds the number of the process
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    takeOver(file);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves away what nobody holds any more. By renaming: of two who see it one gets it. */
function takeOver(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    if (isAlive(holder) && Date.now() - statSync(file).mtimeMs < OLD_MS) return;
    const away = `${file}-${process.pid}`;
    renameSync(file, away);
    // Somebody else was faster, and holds it now: it is put back.
    if (Number(readFileSync(away, "utf8")) !== holder) renameSync(away, file);
    else rmSync(away, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** 0: it is being written just now. */
function isAlive(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
