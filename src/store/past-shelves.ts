/**
 * Rows of a long stream laid aside so that each person's come together at the end: a hundred shelves by her id, in memory while they are
 * few, beyond that in one file that has no name. Of each person is remembered, in two bits that a few others share, whether her rows can
 * matter; whose cannot are passed over.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Fields, uuidAt } from "./copy-out.ts";

const SHELVES = 128;
/** Bytes of one write, and of what is held in memory before the first. */
const CHUNK = 65_536;
const FIRST_CHUNK = 2_048;
const IN_MEMORY = 48 * 1024 * 1024;
/** Of a row: how long it is, then whose. */
const HEAD = 20;
const ID = 4;
/** Bits of each kind: with ten million people one in fourteen shares hers, and is looked at without need. */
const BITS = 27;

/** What a row says of its person: she was told of, she did what binds a friend, or she earns by herself. */
export type Says = { told: boolean; binds: boolean };
/** Rows of one person within the bytes of her shelf: where what was laid aside of each begins. */
type TakePerson = (person: string, of: { bytes: Buffer; rows: number[] }) => void;
export type Shelves = {
  /** Lays aside what was not read yet of a row of hers. */
  put(person: Buffer, row: Fields): void;
  /** What a row says of her; `isTold` spares whoever asks from looking again. */
  note(person: Buffer, says: Says): void;
  isTold(person: Buffer): boolean;
  /**
   * Everybody whose rows can matter, one after the other, their rows in the order of `compare`; as often as it is asked. `passed`: after
   * each so many rows, also those that are passed over.
   */
  each(of: { compare: Compare; take: TakePerson; every: number; passed: (rows: number) => Promise<void> }): Promise<void>;
  /** Gives the file back. */
  end(): void;
};
type Compare = (bytes: Buffer, one: number, other: number) => number;

type Place = { at: number; length: number };
type Shelf = { done: (Buffer | Place)[]; open: Buffer; used: number; bytes: number; rows: number };
type Store = { shelves: Shelf[]; file: number | null; written: number; held: number };

/** Empty shelves. `inMemory`: bytes held before a file is made; tests make it small. */
export function createShelves({ inMemory = IN_MEMORY }: { inMemory?: number } = {}): Shelves {
  const empty = Buffer.alloc(0);
  const shelves = Array.from({ length: SHELVES }, (): Shelf => ({ done: [], open: empty, used: 0, bytes: 0, rows: 0 }));
  const store: Store = { shelves, file: null, written: 0, held: 0 };
  const [told, binds] = [new Uint8Array(2 ** (BITS - 3)), new Uint8Array(2 ** (BITS - 3))];
  const matters = (hash: number): boolean => isSet(told, hash) && isSet(binds, hash);
  return {
    put(person, row) {
      const shelf = shelves[hashAt(person, 0) % SHELVES]!;
      const size = HEAD + row.restLength();
      if (shelf.used + size > shelf.open.length) nextChunk(store, shelf, { size, inMemory });
      shelf.open.writeUInt32LE(size, shelf.used);
      person.copy(shelf.open, shelf.used + ID);
      row.restInto(shelf.open, shelf.used + HEAD);
      shelf.used += size;
      shelf.bytes += size;
      shelf.rows++;
    },
    note(person, says) {
      const hash = hashAt(person, 0);
      if (says.told) set(told, hash);
      if (says.binds) set(binds, hash);
    },
    isTold: (person) => isSet(told, hashAt(person, 0)),
    async each({ compare, take, every, passed }) {
      const room = Buffer.allocUnsafe(Math.max(...shelves.map((shelf) => shelf.bytes)));
      const index = createIndex(Math.max(...shelves.map((shelf) => shelf.rows)));
      let rows = 0;
      for (const shelf of shelves) {
        const bytes = readShelf(store, shelf, room);
        for (const one of peopleOf(bytes, index, matters)) {
          if ("passed" in one) rows += one.passed;
          else {
            // As they came they are in order, mostly.
            if (!isSorted(bytes, one.rows, compare)) one.rows.sort((a, b) => compare(bytes, a, b));
            take(uuidAt(bytes, one.rows[0]! - 16), { bytes, rows: one.rows });
            rows += one.rows.length;
          }
          if (rows < every) continue;
          await passed(rows);
          rows = 0;
        }
      }
    },
    end() {
      if (store.file !== null) fs.closeSync(store.file);
      store.file = null;
    },
  };
}

/** The open chunk is full: it is kept, or written where more is held than there is room for. */
function nextChunk(store: Store, shelf: Shelf, of: { size: number; inMemory: number }): void {
  if (shelf.used > 0) {
    store.held += shelf.used;
    if (store.file === null && store.held > of.inMemory) openFile(store);
    if (store.file === null) shelf.done.push(shelf.open.subarray(0, shelf.used));
    else write(store, shelf, shelf.open.subarray(0, shelf.used));
  }
  // Written bytes are free again; kept ones are not.
  const length = Math.max(of.size, Math.min(CHUNK, Math.max(FIRST_CHUNK, shelf.open.length * 2)));
  if (store.file === null || shelf.open.length < length) shelf.open = Buffer.allocUnsafeSlow(length);
  shelf.used = 0;
}

/** The folder for temporary files takes no more, or none at all. */
export class NoRoomAside extends Error {}

/** What the file system refuses, with the remedy. */
function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const remedy = "Make room there, or set TMPDIR to a folder with more: ten million facts take about 2.5 GB.";
    throw new NoRoomAside(`Facts could not be laid aside in ${os.tmpdir()} (${code}). ${remedy}`, { cause: error });
  }
}

/** A file without a name, for all that is held and comes: nothing is left of it when the process ends, however it ends. */
function openFile(store: Store): void {
  const name = path.join(os.tmpdir(), `grapevine-past-${process.pid}-${process.hrtime.bigint()}`);
  store.file = onDisk(() => fs.openSync(name, "wx+", 0o600));
  fs.unlinkSync(name);
  for (const shelf of store.shelves) for (const bytes of shelf.done.splice(0)) write(store, shelf, bytes as Buffer);
}

function write(store: Store, shelf: Shelf, bytes: Buffer): void {
  onDisk(() => {
    for (let from = 0; from < bytes.length;) from += fs.writeSync(store.file!, bytes, from, bytes.length - from, store.written + from);
  });
  shelf.done.push({ at: store.written, length: bytes.length });
  store.written += bytes.length;
}

/** All of a shelf, in the order in which it was laid there. */
function readShelf(store: Store, shelf: Shelf, room: Buffer): Buffer {
  let at = 0;
  for (const chunk of shelf.done) {
    if (Buffer.isBuffer(chunk)) at += chunk.copy(room, at);
    else {
      for (let from = 0; from < chunk.length;) {
        const read = fs.readSync(store.file!, room, at + from, chunk.length - from, chunk.at + from);
        if (read === 0) throw new Error("impossible: the file of a backtest is shorter than what was written to it");
        from += read;
      }
      at += chunk.length;
    }
  }
  at += shelf.open.copy(room, at, 0, shelf.used);
  return room.subarray(0, at);
}

/** Of a shelf: where each row begins, which row of hers comes next, each person's first and last, and people by their hashes. */
type Index = Record<"at" | "next" | "first" | "last" | "slots", Int32Array>;

/** Arrays of numbers: as objects, a shelf's rows and people are what the collector copies all the time. */
function createIndex(rows: number): Index {
  const column = (): Int32Array => new Int32Array(rows);
  return {
    at: column(),
    next: column(),
    first: column(),
    last: column(),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * rows + 2))),
  };
}

/** Says whose rows matter, in `index`. @returns how many people, and how many rows of others were passed over. */
function readIndex(bytes: Buffer, index: Index, matters: (hash: number) => boolean): { people: number; passed: number } {
  const { at, next, first, last, slots } = index;
  slots.fill(-1);
  let [row, people, passed] = [0, 0, 0];
  for (let from = 0; from < bytes.length; from += bytes.readUInt32LE(from)) {
    const hash = hashAt(bytes, from + ID);
    if (!matters(hash)) {
      passed++;
      continue;
    }
    at[row] = from;
    next[row] = -1;
    // All of a shelf have the same lowest bits.
    let slot = (hash >>> 7) & (slots.length - 1);
    while (slots[slot]! >= 0 && !isSame(bytes, at[first[slots[slot]!]!]! + ID, from + ID)) slot = (slot + 1) & (slots.length - 1);
    const known = slots[slot]!;
    if (known >= 0) next[last[known]!] = row;
    else first[people] = row;
    last[known >= 0 ? known : people] = row;
    if (known < 0) slots[slot] = people++;
    row++;
  }
  return { people, passed };
}

/** The people of a shelf, each with where her rows' rest begins; of whom cannot matter only how many rows they had. */
function* peopleOf(
  bytes: Buffer,
  index: Index,
  matters: (hash: number) => boolean,
): Generator<{ rows: number[] } | { passed: number }, void, void> {
  const { people, passed } = readIndex(bytes, index, matters);
  yield { passed };
  for (let one = 0; one < people; one++) {
    const rows: number[] = [];
    for (let row = index.first[one]!; row >= 0; row = index.next[row]!) rows.push(index.at[row]! + HEAD);
    yield { rows };
  }
}

function isSame(bytes: Buffer, one: number, other: number): boolean {
  for (let i = 0; i < 16; i += 4) if (bytes.readUInt32LE(one + i) !== bytes.readUInt32LE(other + i)) return false;
  return true;
}

function isSorted(bytes: Buffer, rows: readonly number[], compare: Compare): boolean {
  for (let i = 1; i < rows.length; i++) if (compare(bytes, rows[i - 1]!, rows[i]!) > 0) return false;
  return true;
}

const isSet = (bits: Uint8Array, hash: number): boolean => (bits[hash >>> (35 - BITS)]! & (1 << ((hash >>> (32 - BITS)) & 7))) !== 0;
function set(bits: Uint8Array, hash: number): void {
  bits[hash >>> (35 - BITS)]! |= 1 << ((hash >>> (32 - BITS)) & 7);
}

/** Thirty-two bits of an id, each of which depends on all of it (the last steps are those of MurmurHash3). */
function hashAt(bytes: Buffer, at: number): number {
  let h = bytes.readUInt32LE(at);
  for (let i = 4; i < 16; i += 4) h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ bytes.readUInt32LE(at + i);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
