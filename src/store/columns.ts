/** Rows read as columns of numbers: a million of them are some megabytes, where a million objects are some hundred. */
import { type CopyValue, copyOut } from "./copy-out.ts";
import type { Client } from "./db.ts";

type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
type Kinds = Readonly<Record<string, "int" | "float">>;
/** `ids`: sixteen bytes a row. In a column of floats NaN is null. */
export type Columns<K extends Kinds> = { length: number; ids: Buffer } & {
  [N in keyof K]: K[N] extends "int" ? Int32Array : Float64Array;
};
type Ask<K extends Kinds> = { text: string; values: readonly CopyValue[]; kinds: K; tell?: ((rows: number) => void) | undefined };

const FIRST = 4_096;
const TELL = 50_000;

/** A select of an id and then of `kinds`, in their order: int4 or float8. `tell` hears how many rows are there. */
export async function readColumns<K extends Kinds>(db: Client, { text, values, kinds, tell }: Ask<K>): Promise<Columns<K>> {
  const names = Object.keys(kinds);
  const isInt = names.map((name) => kinds[name] === "int");
  let room = FIRST;
  let length = 0;
  let ids = Buffer.alloc(16 * room);
  let columns: Numbers[] = isInt.map((int) => (int ? new Int32Array(room) : new Float64Array(room)));
  const widen = (): void => {
    room *= 2;
    const wider = Buffer.alloc(16 * room);
    ids.copy(wider);
    ids = wider;
    columns = columns.map((each) => {
      const next = each instanceof Int32Array ? new Int32Array(room) : new Float64Array(room);
      next.set(each);
      return next;
    });
  };
  await copyOut(db, { text, values }, (row) => {
    if (length === room) widen();
    row.uuidInto(ids, 16 * length);
    for (let i = 0; i < columns.length; i++) columns[i]![length] = isInt[i] === true ? row.int4() : row.float8();
    length++;
    if (length % TELL === 0) tell?.(length);
  });
  const named = names.map((name, i) => [name, columns[i]!.subarray(0, length)] as const);
  return { length, ids: ids.subarray(0, 16 * length), ...Object.fromEntries(named) } as Columns<K>;
}
