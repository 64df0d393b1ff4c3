/**
 * Answers that stay open (server-sent events). Bounded in number, alive by a beat that also tells proxies so, ended after a while (who
 * listens on asks again, and is looked at again), soon after who listens may not hear it any more, and all when the server closes.
 */
import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import { Refusal } from "../flow/refusal.ts";

/** Of one process: each costs a socket and a look at the database a second. */
const MOST = 400;
const MOST_OF_ONE = 20;
const BEAT_MS = 15_000;
const LIFE_MS = 10 * 60_000;
/** How often it is asked whether who listens still may: the bound on a revocation. */
const LOOK_MS = 2_000;
/** What one who does not read may have waiting. */
const BACKLOG_BYTES = 256 * 1024;

/** One message. `id` is what a reader says when it comes back. */
export type Say = (message: { id?: number; event: string; data: unknown }) => void;

/** Who reads, and by which connection: a peer that closes its half of it has gone, though Node would go on writing until it is told so. */
export type Reader = { who: string; socket: Socket; may: () => Promise<boolean> };

export type Streams = {
  /** `listen` is given the voice and gives back how to end. Refuses `rate_limited` where too many are open. */
  open(to: Reader, listen: (say: Say) => () => void): PassThrough;
  closeAll(): void;
};

export function createStreams(options: { beatMs?: number; lifeMs?: number; mostOfOne?: number } = {}): Streams {
  const open = new Map<PassThrough, string>();
  return {
    open({ who, socket, may }, listen) {
      const his = [...open.values()].filter((each) => each === who).length;
      if (open.size >= MOST || his >= (options.mostOfOne ?? MOST_OF_ONE))
        throw new Refusal("rate_limited", "Too many live streams are open. Close one, or ask for what changed from time to time.");
      const out = new PassThrough();
      open.set(out, who);
      const write = (text: string): void => {
        if (out.writableLength > BACKLOG_BYTES) out.destroy();
        else if (!out.writableEnded && !out.destroyed) out.write(text);
      };
      const beat = setInterval(() => write(": still here\n\n"), options.beatMs ?? BEAT_MS).unref();
      // While the database cannot be asked it tells no news either.
      const ask = (): Promise<void> =>
        may().then(
          (yes) => void (yes || out.end()),
          () => undefined,
        );
      const look = setInterval(() => void ask(), LOOK_MS).unref();
      const life = setTimeout(() => out.end(), options.lifeMs ?? LIFE_MS).unref();
      write("retry: 2000\n: listening\n\n");
      const stop = listen(({ id, event, data }) =>
        write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      );
      const gone = (): void => {
        out.destroy();
        socket.destroy();
      };
      const end = (): void => {
        if (!open.delete(out)) return;
        clearInterval(beat);
        clearInterval(look);
        clearTimeout(life);
        socket.off("end", gone);
        stop();
      };
      socket.once("end", gone);
      out.once("close", end).once("end", end).once("error", end);
      return out;
    },
    closeAll() {
      for (const out of open.keys()) out.end();
    },
  };
}
