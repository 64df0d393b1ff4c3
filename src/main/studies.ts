/** Studies in a thread of their own, which starts with the first and ends when nobody has asked for a while. */
import { Worker } from "node:worker_threads";
import type { Study, StudyJob, StudyName } from "../flow/studies/studies.ts";
import type { Tell } from "../flow/studies/tell.ts";
import { Overloaded } from "../flow/ports.ts";

const IDLE_MS = 60_000;
const MOST_WAITING = 32;

type Answer = { id: number; share?: number; answer?: never; error?: { message: string; code?: string } };
type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void; tell: Tell | undefined };

export function openStudies(runtimeUrl: string): { study: Study; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;
  const end = async (error: Error): Promise<void> => {
    clearTimeout(idle);
    const gone = worker;
    worker = null;
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
    await gone?.terminate();
  };
  const hear = ({ id, share, answer, error }: Answer): void => {
    const asked = waiting.get(id);
    if (share !== undefined) return asked?.tell?.(share);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer!);
    else asked?.reject(Object.assign(new Error(error.message), error));
    if (waiting.size > 0) return;
    clearTimeout(idle);
    idle = setTimeout(() => void end(new Error("The thread of studies was idle.")), IDLE_MS).unref();
  };
  const start = (): Worker => {
    const made = new Worker(new URL("./study-thread.ts", import.meta.url), { env: {}, workerData: { runtimeUrl } });
    // A process that has nothing else to do may end.
    made.unref();
    made.on("message", hear);
    made.on("error", (error) => void end(error as Error));
    made.on("exit", () => {
      if (worker === made) void end(new Error("The thread of studies has ended."));
    });
    return made;
  };
  const study = (name: string, workspaceId: string, { ask, asked, tell }: StudyJob<StudyName>): Promise<never> => {
    if (waiting.size >= MOST_WAITING) return Promise.reject(new Overloaded("Too many studies are being computed."));
    clearTimeout(idle);
    worker ??= start();
    const id = next++;
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    waiting.set(id, { resolve, reject, tell });
    worker.postMessage({ id, name, workspaceId, ask, asked });
    return promise;
  };
  return { study: study as Study, close: () => end(new Error("The server is being closed.")) };
}
