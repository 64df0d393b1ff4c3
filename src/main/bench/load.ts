/**
 * A load generator that costs little enough to share two cores with what it measures: keep-alive sockets, requests written from prepared
 * bytes, answers read just far enough to know where they end. Closed loop (each connection sends when its answer came) or open loop at a
 * fixed rate, where the latency counts from the instant a request was due, so that a stall shows in every request it delayed.
 *
 *   const result = await runLoad({ port, connections: 256, seconds: 3, requests: [get("/r/7KQ2MXW4TB")] });
 *   const result = await runLoadProcess({ ... })      // the same in a process of its own
 *   node src/main/bench/load.ts '{"port":4400,"connections":64,"rate":5000,"seconds":5,"path":"/r/7KQ2MXW4TB"}'
 */
import { fork } from "node:child_process";
import { createHistogram } from "node:perf_hooks";
import type { RecordableHistogram } from "node:perf_hooks";
import { Connection, type Prepared, SERIAL, now, prepare } from "./load-connection.ts";

export { SERIAL };

export type LoadOptions = {
  port: number;
  host?: string;
  connections: number;
  /** Seconds that are measured. */
  seconds: number;
  /** Seconds before that, not counted. 0.5. */
  warmupSeconds?: number;
  /** Requests a second over all connections; left out: closed loop. */
  rate?: number;
  /** Requests under way on one connection at most. 1. */
  pipeline?: number;
  /** Whole requests as text, sent in turn. `SERIAL` in one is replaced by a number that no other request of this run has. */
  requests: string[];
  /** The first serial, so that several runs on one database do not repeat each other. 0. */
  firstSerial?: number;
};

export type LoadResult = {
  requests: number;
  seconds: number;
  perSecond: number;
  /** Answers by status: { "302": 61000 }. */
  statuses: Record<string, number>;
  /** Connections that were lost (each is opened again), and requests that had no answer for it. */
  lostConnections: number;
  unanswered: number;
  /** Open loop: requests that were due and never sent, because every connection was busy. */
  unsent: number;
  /** Milliseconds. In an open loop from the due instant. */
  latency: { p50: number; p90: number; p99: number; p999: number; max: number; mean: number };
  bytes: number;
  /** Share of one core that the generator itself used: above 0.9 it measures itself. */
  ownCpu: number;
};

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";

/** A GET as a browser sends a navigation. `headers` are added. */
export function get(path: string, headers: Record<string, string> = {}): string {
  const all = {
    host: "127.0.0.1",
    "user-agent": BROWSER,
    "sec-fetch-dest": "document",
    "sec-fetch-mode": "navigate",
    accept: "text/html",
    ...headers,
  };
  return `GET ${path} HTTP/1.1\r\n${lines(all)}\r\n`;
}

/** A POST of JSON text (or anything with its content type among `headers`). */
export function post(path: string, body: string, headers: Record<string, string> = {}): string {
  const all = { host: "127.0.0.1", "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers };
  return `POST ${path} HTTP/1.1\r\n${lines(all)}\r\n${body}`;
}

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");

/** Runs the load in this process and resolves with what was measured. Rejects when the server cannot be reached at all. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const run = new Run(options);
  await run.connect();
  const warmup = (options.warmupSeconds ?? 0.5) * 1000;
  run.start();
  await new Promise((resolve) => setTimeout(resolve, warmup));
  run.reset();
  await new Promise((resolve) => setTimeout(resolve, options.seconds * 1000));
  const result = run.result();
  run.stop();
  return result;
}

/** The same in a process of its own, so that server and generator do not share an event loop. */
export async function runLoadProcess(options: LoadOptions): Promise<LoadResult> {
  const child = fork(import.meta.filename, ["--child"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    return await new Promise<LoadResult>((resolve, reject) => {
      child.once("message", (message: { result?: LoadResult; error?: string }) => {
        if (message.result === undefined) reject(new Error(message.error));
        else resolve(message.result);
      });
      child.once("exit", (code) => reject(new Error(`The load generator ended with code ${code}.`)));
      child.send(options);
    });
  } finally {
    child.kill();
  }
}

class Run {
  readonly options: LoadOptions;
  readonly prepared: Prepared[];
  readonly histogram: RecordableHistogram = createHistogram({ lowest: 1, highest: 120_000_000, figures: 3 });
  readonly idle: Connection[] = [];
  readonly connections: Connection[] = [];
  count = { requests: 0, bytes: 0, lost: 0, unanswered: 0 };
  statuses = new Map<number, number>();
  startedAt = 0;
  cpu = process.cpuUsage();
  isStopped = false;
  private serial: number;
  private turn = 0;
  private dueCount = 0;
  private sentCount = 0;
  private beganAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: LoadOptions) {
    this.options = options;
    this.prepared = options.requests.map(prepare);
    this.serial = options.firstSerial ?? 0;
  }

  async connect(): Promise<void> {
    for (let i = 0; i < this.options.connections; i++) this.connections.push(new Connection(this));
    await Promise.all(this.connections.map((each) => each.open()));
  }

  start(): void {
    this.beganAt = now();
    if (this.options.rate !== undefined) this.timer = setInterval(() => this.sendDue(), 1);
    else for (const each of this.connections) each.fill();
  }

  reset(): void {
    this.count = { requests: 0, bytes: 0, lost: 0, unanswered: 0 };
    this.statuses = new Map();
    this.histogram.reset();
    this.startedAt = now();
    this.cpu = process.cpuUsage();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
    for (const each of this.connections) each.socket?.destroy();
  }

  next(): Buffer {
    const request = this.prepared[this.turn++ % this.prepared.length]!;
    if (request.at.length === 0) return request.bytes;
    // A copy: the socket may still hold the bytes that were written before.
    const bytes = Buffer.from(request.bytes);
    const digits = String(this.serial++).padStart(SERIAL.length, "0");
    for (const at of request.at) bytes.write(digits, at, "latin1");
    return bytes;
  }

  /** Open loop: sends what is due as far as connections are free. A request's latency counts from the instant it was due. */
  sendDue(): void {
    const rate = this.options.rate!;
    // The first is due at once.
    this.dueCount = Math.floor(((now() - this.beganAt) * rate) / 1e6) + 1;
    while (this.sentCount < this.dueCount && this.idle.length > 0) {
      const connection = this.idle.shift()!;
      connection.isIdle = false;
      connection.send(this.beganAt + Math.round((this.sentCount++ * 1e6) / rate));
      connection.offer();
    }
  }

  answered(status: number, sentAt: number): void {
    this.count.requests++;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.histogram.record(Math.max(1, now() - sentAt));
  }

  result(): LoadResult {
    const seconds = (now() - this.startedAt) / 1e6;
    const used = process.cpuUsage(this.cpu);
    const ms = (percent: number): number => this.histogram.percentile(percent) / 1000;
    const { requests, bytes, lost, unanswered } = this.count;
    return {
      requests,
      seconds,
      perSecond: requests / seconds,
      statuses: Object.fromEntries(this.statuses),
      lostConnections: lost,
      unanswered,
      unsent: Math.max(0, this.dueCount - this.sentCount),
      bytes,
      latency: {
        p50: ms(50),
        p90: ms(90),
        p99: ms(99),
        p999: ms(99.9),
        max: this.histogram.max / 1000,
        mean: this.histogram.mean / 1000,
      },
      ownCpu: (used.user + used.system) / 1e6 / seconds,
    };
  }
}

if (process.argv[2] === "--child" && process.send !== undefined) {
  process.once("message", (options: LoadOptions) => {
    runLoad(options).then(
      (result) => process.send!({ result }),
      (error: Error) => process.send!({ error: error.message }),
    );
  });
} else if (import.meta.main) {
  const { path, ...options } = JSON.parse(process.argv[2] ?? "{}") as LoadOptions & { path?: string };
  console.log(JSON.stringify(await runLoad({ ...options, requests: options.requests ?? [get(path ?? "/")] }), null, 2));
}
