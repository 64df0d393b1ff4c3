/**
 * Columns as PostgreSQL arrays in the binary form of the wire protocol, for what a batch writes: the server copies the
 * values instead of parsing text. Layout: https://github.com/postgres/postgres, `array_send` in src/backend/utils/adt/arrayfuncs.c.
 */

export type ElementType = "uuid" | "text" | "json" | "bigint" | "integer" | "smallint" | "boolean";
export type Elements = readonly (string | number | bigint | boolean | null | undefined)[];

type Codec = { oid: number; size(value: never): number; write(into: Buffer, at: number, value: never): void };

const textual = (oid: number): Codec => ({
  oid,
  size: (value: string) => Buffer.byteLength(value),
  write: (into, at, value: string) => void into.write(value, at),
});
const CODECS: Record<ElementType, Codec> = {
  uuid: { oid: 2950, size: () => 16, write: writeUuid },
  text: textual(25),
  json: textual(114),
  bigint: { oid: 20, size: () => 8, write: writeBigint },
  integer: { oid: 23, size: () => 4, write: (into, at, value: number) => void into.writeInt32BE(value, at) },
  smallint: { oid: 21, size: () => 2, write: (into, at, value: number) => void into.writeInt16BE(value, at) },
  boolean: { oid: 16, size: () => 1, write: (into, at, value: boolean) => void into.writeUInt8(value ? 1 : 0, at) },
};

/** One dimension; null and undefined become NULL. Throws on a uuid or number that is none. */
export function binary(type: ElementType, values: Elements): Buffer {
  const codec = CODECS[type];
  let size = 20;
  let nulls = 0;
  // By index: the iterator of an array that may hold anything makes an object a step, a tenth of all that single purchases allocated.
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    size += 4;
    if (value === null || value === undefined) nulls = 1;
    else size += codec.size(value as never);
  }
  const out = Buffer.allocUnsafe(size);
  out.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  out.writeInt32BE(nulls, 4);
  out.writeInt32BE(codec.oid, 8);
  if (values.length === 0) return out.subarray(0, 12);
  out.writeInt32BE(values.length, 12);
  out.writeInt32BE(1, 16);
  let at = 20;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const isNull = value === null || value === undefined;
    const length = isNull ? -1 : codec.size(value as never);
    out.writeInt32BE(length, at);
    at += 4;
    if (isNull) continue;
    codec.write(out, at, value as never);
    at += length;
  }
  return out;
}

function writeBigint(into: Buffer, at: number, value: number | bigint): void {
  if (typeof value === "bigint") {
    into.writeBigInt64BE(value, at);
    return;
  }
  if (!Number.isSafeInteger(value)) throw new RangeError(`impossible: ${value} is no exact integer`);
  const high = Math.floor(value / 2 ** 32);
  into.writeInt32BE(high, at);
  into.writeUInt32BE(value - high * 2 ** 32, at + 4);
}

function writeUuid(into: Buffer, at: number, value: string): void {
  if (value.length !== 36) throw new RangeError(`impossible: "${value}" is no uuid`);
  let from = 0;
  for (let i = 0; i < 16; i++) {
    if (value.charCodeAt(from) === DASH) from++;
    into[at + i] = (digit(value.charCodeAt(from)) << 4) | digit(value.charCodeAt(from + 1));
    from += 2;
  }
}

const DASH = 45;

function digit(code: number): number {
  const low = code | 32;
  if (code >= 48 && code <= 57) return code - 48;
  if (low >= 97 && low <= 102) return low - 87;
  throw new RangeError("impossible: a uuid of other letters");
}
