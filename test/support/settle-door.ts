/** Several processes that settle events of one workspace at once, seen from the test. */
import { type ChildProcess, fork } from "node:child_process";
import type { CanonicalEvent } from "../../src/core/event.ts";
import { bundled } from "./bundled.ts";
import { compileCache } from "./compile-cache.ts";
import type { Engine } from "./engine.ts";

export type SettleWish = { number: number; workspace: string; events: CanonicalEvent[] };
export type SettleAnswer = { number: number; outcomes: string[]; error?: string };

export type SettleDoor = {
  /** Settles in that process; @returns the statuses. */
  submit(workspace: string, events: CanonicalEvent[]): Promise<string[]>;
  pid: number;
  end(): Promise<void>;
};

/** Starts `count` processes on the engine's database and waits until each is ready. */
export async function startSettleDoors(engine: Engine, count: number): Promise<SettleDoor[]> {
  return await Promise.all(Array.from({ length: count }, () => startSettleDoor(engine)));
}

/** One process; its clock may be off by so many milliseconds. */
export async function startSettleDoor(engine: Engine, offBy = 0): Promise<SettleDoor> {
  const args = [engine.database.runtimeUrl, engine.secret.toString("hex"), String(offBy)];
  const child: ChildProcess = fork(bundled("settle-process"), args, {
    execArgv: [],
    serialization: "advanced",
    env: { ...process.env, ...compileCache() },
  });
  const waiting = new Map<number, { done(statuses: string[]): void; failed(error: Error): void }>();
  let numbers = 0;
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  child.on("message", (answer: SettleAnswer) => {
    const waiter = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (answer.error === undefined) waiter?.done(answer.outcomes);
    else waiter?.failed(new Error(answer.error));
  });
  void gone.then(() => {
    for (const w of waiting.values()) w.failed(new Error("The settling process has ended."));
  });
  const wait = (number: number): Promise<string[]> =>
    new Promise((done, failed) => {
      waiting.set(number, { done, failed });
    });
  await wait(-1);
  return {
    pid: child.pid ?? 0,
    submit(workspace, events) {
      const number = numbers++;
      const answered = wait(number);
      child.send({ number, workspace, events } satisfies SettleWish);
      return answered;
    },
    async end() {
      child.disconnect();
      await gone;
    },
  };
}
