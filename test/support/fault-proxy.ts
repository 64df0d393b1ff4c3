/** A TCP proxy in front of PostgreSQL that understands enough of the protocol to cut at a chosen statement. */
import net from "node:net";

/**
 * Where to cut. `at`: the n-th statement since arming (from 1), or the first whose text contains this word. `before`: the server never sees
 * it. `after`: the server carries it out, and its answer is lost.
 */
export type Cut = {
  at: number | string;
  side: "before" | "after";
  /** With the cut whoever connects through this proxy is dead: no connection comes through any more. Told once. */
  onDeath?: () => void;
};

export type FaultProxy = {
  /** The given URL, through the proxy. */
  url: string;
  /** Cuts once, on whichever connection gets there first. */
  arm(cut: Cut): void;
  /** True when the armed cut has happened. */
  hasCut(): boolean;
  /** Statements seen since the last arming. */
  statements(): number;
  /** Holds every answer back by this many milliseconds from now on. */
  delay(ms: number): void;
  stop(): Promise<void>;
};

/** Starts a proxy to the server of `url` on a free loopback port. */
export async function startFaultProxy(url: string): Promise<FaultProxy> {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  const state = { cut: null as Cut | null, hasCut: false, seen: 0, delayMs: 0, onDeath: undefined as (() => void) | undefined };
  let isDead = false;

  const server = net.createServer((client) => {
    if (isDead) return void client.resetAndDestroy();
    const upstream = net.connect(Number(target.port), target.hostname);
    const both = [client, upstream];
    join(both, sockets);
    const drop = (): void => {
      state.hasCut = true;
      client.resetAndDestroy();
      upstream.end();
      if (state.onDeath === undefined) return;
      isDead = true;
      for (const socket of sockets) socket.destroy();
      state.onDeath();
      state.onDeath = undefined;
    };
    let isAnswerLost = false;
    const messagesIn = messageReader();
    client.on("data", (chunk) => {
      for (const { bytes, text } of messagesIn(chunk)) {
        // What follows the statement whose answer is lost is not carried out any more: the cut is between two statements. Where several
        // go out with one sync at their end (store/round.ts), the server answers what it has done at this one instead.
        if (isAnswerLost && text !== null) return void upstream.write(SYNC);
        if (text !== null) {
          state.seen += 1;
          const { cut } = state;
          const isHere = cut !== null && (typeof cut.at === "number" ? cut.at === state.seen : text.includes(cut.at));
          if (isHere) {
            state.cut = null;
            state.onDeath = cut.onDeath;
            if (cut.side === "before") return drop();
            isAnswerLost = true;
          }
        }
        upstream.write(bytes);
      }
    });
    upstream.on("data", (chunk) => {
      if (isAnswerLost) return drop();
      if (state.delayMs === 0) client.write(chunk);
      else setTimeout(() => client.writable && client.write(chunk), state.delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as net.AddressInfo).port);
  return {
    url: through.href,
    arm: (cut) => Object.assign(state, { cut, hasCut: false, seen: 0 }),
    hasCut: () => state.hasCut,
    statements: () => state.seen,
    delay: (ms) => { state.delayMs = ms; },
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
  };
}

const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

/** Two sockets that close together, and are known while they live. */
function join(both: readonly net.Socket[], known: Set<net.Socket>): void {
  for (const socket of both) {
    // Without it small messages wait for the other side's delayed acknowledgement: 40 ms each.
    socket.setNoDelay(true);
    known.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      known.delete(socket);
      for (const each of both) each.destroy();
    });
  }
}

type Message = { bytes: Buffer; text: string | null };

/**
 * Splits what the client sends into its messages (a type byte and a length, but for the first). A message that has a statement carried out
 * comes with the statement's text: Q is a simple query, B binds one that P prepared under a name, maybe long before.
 */
function messageReader(): (chunk: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  const prepared = new Map<string, string>();
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return messages;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return messages;
      const type = isStarted ? String.fromCharCode(rest[0] ?? 0) : "";
      // Each of the three begins with two texts that end in NUL (one, of Q); the values of B may be large, and nobody reads them here.
      const words = (most: number): string[] => rest.toString("latin1", 5, end).split("\0", most);
      if (type === "P") prepared.set(...(words(2) as [string, string]));
      const text = type === "Q" ? (words(1)[0] ?? "") : type === "B" ? (prepared.get(words(2)[1] ?? "") ?? "") : null;
      messages.push({ bytes: rest.subarray(0, end), text });
      isStarted = true;
      rest = rest.subarray(end);
    }
  };
}
