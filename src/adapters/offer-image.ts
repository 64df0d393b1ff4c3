/** Pictures of offers, drawn in a thread of their own that ends when nobody has asked for a while. */
import { Worker } from "node:worker_threads";
import type { OfferImages, OfferPicture } from "../flow/ports.ts";

/** The thread holds 60 MB of fonts and tables. */
const IDLE_MS = 30_000;
/** Waiting at most; more is refused, the page does without. */
const MOST_WAITING = 32;

type Answer = { id: number; png?: Uint8Array; error?: string };
type Waiting = { resolve: (png: Uint8Array) => void; reject: (error: Error) => void };

export function createOfferImages(): OfferImages {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;
  const end = (error: Error): void => {
    const gone = worker;
    worker = null;
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
    void gone?.terminate();
  };
  const start = (): Worker => {
    const made = new Worker(new URL("./offer-image-thread.ts", import.meta.url), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
    // A process that has nothing else to do may end.
    made.unref();
    made.on("message", ({ id, png, error }: Answer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (png === undefined) asked?.reject(new Error(error ?? "The picture was not drawn."));
      else asked?.resolve(png);
      if (waiting.size > 0) return;
      clearTimeout(idle);
      idle = setTimeout(() => end(new Error("The drawing thread was idle.")), IDLE_MS).unref();
    });
    made.on("error", (error) => end(error as Error));
    made.on("exit", () => {
      if (worker === made) end(new Error("The drawing thread has ended."));
    });
    return made;
  };
  return {
    draw(picture: OfferPicture) {
      if (waiting.size >= MOST_WAITING) return Promise.reject(new Error("Too many pictures are being drawn."));
      clearTimeout(idle);
      worker ??= start();
      const id = next++;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, picture });
      return promise;
    },
    close() {
      clearTimeout(idle);
      end(new Error("The server is being closed."));
    },
  };
}
