/**
 * Tells the workers that something was written in a workspace, soon and not too often: at once after a quiet while, then at most every
 * half second and a few workspaces at a time. The minute's tick finds whatever is lost here, so nothing is kept when a process ends.
 */
import type { Log } from "../flow/ports.ts";
import { calmLog } from "./calm-log.ts";

export type WakeOptions = {
  /** False: an equal job is there already. It may have looked before this was written, so it is asked again later. */
  send: (workspaceId: string) => Promise<boolean>;
  log: Log;
  /** Milliseconds between two rounds. 500. */
  everyMs?: number;
  /** Workspaces in a round: 24 a second. Measured once with 200 busy workspaces: 403 events a second, with 25 in a round 255. 12. */
  atOnce?: number;
};

export type Wake = {
  (workspaceId: string): void;
  /** Sends what is left, once. */
  close(): Promise<void>;
};

/** An equal job that waits for its next try must not be asked for every second: 1, 2, 4 ... s, then it is the tick's. */
const AGAIN_MS = 1_000;
const ASKED_TIMES = 6;

export function createWake(options: WakeOptions): Wake {
  const everyMs = options.everyMs ?? 500;
  const log = calmLog(options.log);
  /** Waiting, oldest first, with how often it was asked and from when on. */
  const waiting = new Map<string, { asked: number; from: number }>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let endedAt = -Infinity;
  let isClosed = false;

  async function ask(workspaceId: string, asked: number): Promise<void> {
    const taken = await options.send(workspaceId).catch((error: Error) => {
      log.warn("a workspace's work was not announced", { workspace: workspaceId, error: error.message });
      return false;
    });
    if (taken || waiting.has(workspaceId) || asked + 1 >= ASKED_TIMES) return;
    waiting.set(workspaceId, { asked: asked + 1, from: performance.now() + AGAIN_MS * 2 ** asked });
  }

  async function runRound(all: boolean): Promise<void> {
    const now = performance.now();
    const ready = [...waiting].filter(([, each]) => all || each.from <= now).slice(0, all ? waiting.size : (options.atOnce ?? 12));
    for (const [id] of ready) waiting.delete(id);
    for (const [id, each] of ready) await ask(id, each.asked);
    endedAt = performance.now();
  }

  function arm(): void {
    if (timer !== undefined || round !== undefined || waiting.size === 0 || isClosed) return;
    const now = performance.now();
    const soonest = Math.min(...[...waiting.values()].map((each) => each.from));
    timer = setTimeout(
      () => {
        timer = undefined;
        round = runRound(false).finally(() => {
          round = undefined;
          arm();
        });
      },
      Math.max(0, soonest - now, endedAt + everyMs - now),
    ).unref();
  }

  const wake = (workspaceId: string): void => {
    if (isClosed) return;
    const known = waiting.get(workspaceId);
    // News resets the patience: what is there now was not there when it was last asked.
    if (known === undefined) waiting.set(workspaceId, { asked: 0, from: 0 });
    else Object.assign(known, { asked: 0, from: Math.min(known.from, performance.now() + AGAIN_MS) });
    arm();
  };
  return Object.assign(wake, {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await round;
      await runRound(true);
    },
  });
}
