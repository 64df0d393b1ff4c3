/** Studies in a process of their own, which starts with the first and ends when nobody has asked for a while: its memory with it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import type { Study, StudyJob, StudyName } from "../flow/studies/studies.ts";
import type { Tell } from "../flow/studies/tell.ts";
import { Overloaded } from "../flow/ports.ts";
import { Refusal } from "../flow/refusal.ts";

const IDLE_MS = 60_000;
const MOST_WAITING = 32;
/** What they may hold, whatever the server's own bounds are. */
const BOUNDS = ["--max-old-space-size=512", "--max-semi-space-size=16"];

type Answer = { id: number; share?: number; answer?: never; error?: { message: string; code?: string }; refusal?: Refused };
/** What a study said no with. */
export type Refused = Pick<Refusal, "code" | "detail">;
type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void; tell: Tell | undefined };

export function openStudies(runtimeUrl: string): { study: Study; pid(): number | null; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;
  const end = async (error: Error): Promise<void> => {
    clearTimeout(idle);
    const gone = child;
    child = null;
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
    if (gone === null || gone.exitCode !== null || gone.signalCode !== null) return;
    // It writes nothing but answers, each in one statement: there is nothing to finish.
    gone.ref();
    gone.kill("SIGKILL");
    await once(gone, "exit");
  };
  const hear = ({ id, share, answer, error, refusal }: Answer): void => {
    const asked = waiting.get(id);
    if (share !== undefined) return asked?.tell?.(share);
    waiting.delete(id);
    if (refusal !== undefined) asked?.reject(new Refusal(refusal.code, refusal.detail));
    else if (error === undefined) asked?.resolve(answer!);
    else asked?.reject(Object.assign(new Error(error.message), error));
    if (waiting.size > 0) return;
    // With nothing to wait for, whoever started it may end.
    child?.unref();
    child?.channel?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void end(new Error("The process of studies was idle.")), IDLE_MS).unref();
  };
  const start = (): ChildProcess => {
    const made = fork(new URL("./study-process.ts", import.meta.url), [], {
      execArgv: BOUNDS,
      // Where it may lay facts aside.
      env: { TMPDIR: os.tmpdir() },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    made.on("message", (answer) => hear(answer as Answer));
    const isOver = (): void => {
      if (child === made) void end(new Error("The process of studies has ended."));
    };
    made.on("error", isOver);
    made.on("exit", isOver);
    made.send({ runtimeUrl });
    return made;
  };
  const study = (name: string, workspaceId: string, { ask, asked, tell }: StudyJob<StudyName>): Promise<never> => {
    if (waiting.size >= MOST_WAITING) return Promise.reject(new Overloaded("Too many studies are being computed."));
    clearTimeout(idle);
    child ??= start();
    child.ref();
    child.channel?.ref();
    const id = next++;
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    waiting.set(id, { resolve, reject, tell });
    child.send({ id, name, workspaceId, ask, asked });
    return promise;
  };
  return { study: study as Study, pid: () => child?.pid ?? null, close: () => end(new Error("The server is being closed.")) };
}
