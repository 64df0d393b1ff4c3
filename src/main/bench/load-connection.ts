/** One connection of the load generator: writes prepared bytes, and reads an answer just far enough to know where it ends. */
import net from "node:net";

/** Replaced in a request by a number that no other request of the run has; twelve characters, so that the content length stays. */
export const SERIAL = "{{serial--}}";

/** Microseconds since some start, as an integer. */
export const now = (): number => Math.round(performance.now() * 1000);

/** What a connection asks of the run it belongs to. */
export type Owner = {
  readonly options: { port: number; host?: string; rate?: number; pipeline?: number };
  readonly idle: Connection[];
  readonly count: { requests: number; bytes: number; lost: number; unanswered: number };
  readonly isStopped: boolean;
  next(): Buffer;
  answered(status: number, dueAt: number): void;
};

/** A request as bytes, and where its serials stand. */
export type Prepared = { bytes: Buffer; at: number[] };

export function prepare(text: string): Prepared {
  const bytes = Buffer.from(text);
  const at: number[] = [];
  for (let i = bytes.indexOf(SERIAL); i >= 0; i = bytes.indexOf(SERIAL, i + 1)) at.push(i);
  return { bytes, at };
}

const HEAD_END = Buffer.from("\r\n\r\n");

export class Connection {
  socket: net.Socket | null = null;
  isIdle = false;
  private readonly run: Owner;
  private readonly sentAt: number[] = [];
  private rest: Buffer | null = null;

  constructor(run: Owner) {
    this.run = run;
  }

  /** Opens the socket; afterwards a lost one is opened again by itself. */
  open(): Promise<void> {
    const { options } = this.run;
    return new Promise((resolve, reject) => {
      const socket = net.connect(options.port, options.host ?? "127.0.0.1");
      socket.setNoDelay(true);
      socket.once("connect", () => {
        this.socket = socket;
        this.offer();
        resolve();
      });
      socket.on("error", reject);
      socket.on("data", (chunk) => this.read(chunk));
      socket.on("close", () => this.lost());
    });
  }

  private lost(): void {
    if (this.socket === null || this.run.isStopped) return;
    this.socket = null;
    this.rest = null;
    this.run.count.lost++;
    this.run.count.unanswered += this.sentAt.length;
    this.sentAt.length = 0;
    const again = (): void => {
      if (!this.run.isStopped)
        this.open().then(
          () => this.run.options.rate === undefined && this.fill(),
          () => setTimeout(again, 20),
        );
    };
    again();
  }

  /** Open loop: stands in line for the next due request while there is room on the connection. */
  offer(): void {
    const room = this.sentAt.length < (this.run.options.pipeline ?? 1);
    if (this.run.options.rate === undefined || this.isIdle || !room || this.socket === null) return;
    this.isIdle = true;
    this.run.idle.push(this);
  }

  /** Closed loop: as many requests as may be under way. */
  fill(): void {
    while (this.sentAt.length < (this.run.options.pipeline ?? 1) && this.socket !== null) this.send(now());
  }

  send(dueAt: number): void {
    // Lost while it stood in line: the request counts as unanswered, its due instant has passed.
    if (this.socket === null) {
      this.run.count.unanswered++;
      return;
    }
    this.sentAt.push(dueAt);
    this.socket.write(this.run.next());
  }

  private read(chunk: Buffer): void {
    this.run.count.bytes += chunk.length;
    let data = this.rest === null ? chunk : Buffer.concat([this.rest, chunk]);
    for (;;) {
      const end = endOfAnswer(data);
      if (end < 0) break;
      // "HTTP/1.1 302 Found": the status is at 9.
      const status = (data[9]! - 48) * 100 + (data[10]! - 48) * 10 + data[11]! - 48;
      this.run.answered(status, this.sentAt.shift() ?? now());
      data = data.subarray(end);
    }
    this.rest = data.length === 0 ? null : data;
    if (this.run.isStopped) return;
    if (this.run.options.rate === undefined) this.fill();
    else this.offer();
  }
}

/** Where the first answer in `data` ends, or -1 while it is not all there. Knows content-length, chunks, and statuses without a body. */
function endOfAnswer(data: Buffer): number {
  const headEnd = data.indexOf(HEAD_END);
  if (headEnd < 0) return -1;
  const bodyAt = headEnd + 4;
  const status = data.toString("latin1", 9, 12);
  if (status === "204" || status === "304") return bodyAt;
  const head = data.toString("latin1", 0, headEnd).toLowerCase();
  const lengthAt = head.indexOf("\r\ncontent-length:");
  if (lengthAt >= 0) {
    const end = bodyAt + Number.parseInt(head.slice(lengthAt + 17), 10);
    return end <= data.length ? end : -1;
  }
  if (!head.includes("\r\ntransfer-encoding: chunked")) return bodyAt;
  for (let at = bodyAt; ; ) {
    const lineEnd = data.indexOf("\r\n", at);
    if (lineEnd < 0) return -1;
    const size = Number.parseInt(data.toString("latin1", at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (at > data.length) return -1;
    if (size === 0) return at;
  }
}
