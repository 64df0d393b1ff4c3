/**
 * Many rows at once, as COPY sends them in its binary form: for studies and backtests, which read millions of rows and keep of each a few
 * numbers. The driver makes an object and a text of every value; here whoever reads takes from the bytes what she needs.
 * Layout: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
 */
import pg from "pg";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** What stands for `$1`, `$2`...: COPY takes no parameters. A list is one of uuids. */
export type CopyValue = string | number | null | readonly string[];

/** The fields of a row, in their order, each read once. Numbers that are null are NaN. */
export type Fields = {
  int4(): number;
  /** A bigint that a number holds exactly. */
  int8(): number;
  float8(): number;
  /** False where it is null. */
  bool(): boolean;
  text(): string | null;
  uuid(): string | null;
  /** The sixteen bytes into a buffer; zeros and false where it is null. */
  uuidInto(into: Buffer, at: number): boolean;
  json(): unknown;
  /** Of a bytea; to be read at once, the driver uses its buffer again. Nothing where it is null. */
  bytes(): Buffer;
  /** All fields that were not read yet, without reading them: how many bytes, whether these are among them, and a copy for a reader. */
  restLength(): number;
  restHas(bytes: Buffer): boolean;
  restInto(into: Buffer, at: number): void;
};

const HEADER = 19;
const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

/** Sixteen bytes as the text of a uuid. */
export function uuidAt(bytes: Buffer, at: number): string {
  let out = "";
  for (let i = 0; i < 16; i++) out += (i === 4 || i === 6 || i === 8 || i === 10 ? "-" : "") + HEX[bytes[at + i]!]!;
  return out;
}

/** `begin`: reads what lies there next. */
export type Reader = Fields & { begin(bytes: Buffer, at: number): void };

export function createReader(): Reader {
  let bytes: Buffer = Buffer.alloc(0);
  let at = 0;
  /** How long the next field is; -1: null. `at` is then where it begins. */
  const length = (): number => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const slice = (): string | null => {
    const n = length();
    if (n < 0) return null;
    at += n;
    return bytes.toString("utf8", at - n, at);
  };
  return {
    begin(of, from) {
      bytes = of;
      at = from;
    },
    int4() {
      if (length() < 0) return NaN;
      at += 4;
      return bytes.readInt32BE(at - 4);
    },
    int8() {
      if (length() < 0) return NaN;
      at += 8;
      return bytes.readInt32BE(at - 8) * 4_294_967_296 + bytes.readUInt32BE(at - 4);
    },
    float8() {
      if (length() < 0) return NaN;
      at += 8;
      return bytes.readDoubleBE(at - 8);
    },
    bool() {
      if (length() < 0) return false;
      return bytes[at++] === 1;
    },
    text: slice,
    bytes() {
      const n = Math.max(0, length());
      at += n;
      return bytes.subarray(at - n, at);
    },
    restLength: () => bytes.length - at,
    restHas: (wanted) => bytes.indexOf(wanted, at) >= 0,
    restInto: (into, to) => void bytes.copy(into, to, at),
    json() {
      const found = slice();
      return found === null ? null : (JSON.parse(found) as unknown);
    },
    uuid() {
      if (length() < 0) return null;
      at += 16;
      return uuidAt(bytes, at - 16);
    },
    uuidInto(into, to) {
      if (length() < 0) {
        into.fill(0, to, to + 16);
        return false;
      }
      at += 16;
      bytes.copy(into, to, at - 16, at);
      return true;
    },
  };
}

type Wire = { query(text: string): void; sendCopyFail(words: string): void; stream: { pause(): void; resume(): void; destroy(): void } };
type Each = (row: Fields) => void | Promise<void>;

/**
 * Calls `each` with every row of a select, in order. Where it answers a promise, the rows after it wait for it. Nothing else may be asked
 * on the connection meanwhile. What `each` throws ends the connection: the rest would still be on its way.
 */
export async function copyOut(db: Client, of: { text: string; values: readonly CopyValue[] }, each: Each): Promise<void> {
  // The driver lets no statement of one's own travel in a pipeline: when all before it is answered, it need not be one.
  await db.query("select");
  const mode = db as unknown as { pipeline: boolean };
  const wasPipelined = mode.pipeline;
  mode.pipeline = false;
  try {
    await copy(db, of, each);
  } finally {
    mode.pipeline = wasPipelined;
  }
}

async function copy(db: Client, of: { text: string; values: readonly CopyValue[] }, each: Each): Promise<void> {
  const text = `copy (${of.text.replace(/\$(\d+)/g, (_all, n: string) => literal(of.values[Number(n) - 1]))}) to stdout (format binary)`;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const row = createReader();
  const waiting: Buffer[] = [];
  let wire: Wire | undefined;
  let isFirst = true;
  let isBusy = false;
  let isOver = false;
  const fail = (error: unknown): void => {
    isOver = true;
    reject(error as Error);
    wire?.stream.destroy();
  };
  const take = (chunk: Buffer): void | Promise<void> => {
    const from = isFirst ? HEADER : 0;
    isFirst = false;
    // The last message has no fields: -1.
    if (chunk.length < from + 2 || chunk.readInt16BE(from) < 0) return;
    row.begin(chunk, from + 2);
    return each(row);
  };
  const waitFor = async (first: Promise<void>): Promise<void> => {
    isBusy = true;
    wire!.stream.pause();
    await first;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await take(next);
    isBusy = false;
    wire!.stream.resume();
  };
  db.query({
    submit(connection: Wire) {
      wire = connection;
      connection.query(text);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      if (isOver) return;
      // The driver uses its buffer again.
      if (isBusy) return void waiting.push(Buffer.from(chunk));
      try {
        const answer = take(chunk);
        if (answer !== undefined) waitFor(answer).catch(fail);
      } catch (error) {
        fail(error);
      }
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => resolve(),
    handleError: fail,
    handleRowDescription: () => undefined,
    handleDataRow: () => undefined,
    handlePortalSuspended: () => undefined,
    handleEmptyQuery: () => undefined,
    handleCopyInResponse: (connection: Wire) => connection.sendCopyFail("only reads"),
  } as unknown as pg.Submittable);
  await promise;
}

function literal(value: CopyValue | undefined): string {
  if (value === undefined) throw new Error("A statement names a value that was not given.");
  if (value === null) return "null";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("A value of a statement is no number.");
    return String(value);
  }
  return pg.escapeLiteral(typeof value === "string" ? value : plain(value));
}
