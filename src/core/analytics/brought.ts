/**
 * Who brought how many, summed over days. Each day of a program is one piece of bytes: for every advocate of it her id (16 bytes) and four
 * counts of four bytes. Sums are made in typed arrays: a hundred thousand advocates are some megabytes, and objects would be forty.
 */
import { type IdTable, createIdTable } from "./id-table.ts";

/** Counts of the friends of one advocate: came, signed up, bought, bought again. */
export type BroughtSum = { advocate: string; friends: number; signed_up: number; bought: number; bought_again: number };
export type Brought = { top: BroughtSum[]; counts: { friends: number; advocates: number }[] };

const ENTRY_BYTES = 32;
const ID_BYTES = 16;
const COUNTS = 4;
const FIRST_ROOM = 1_024;

export type Sums = {
  /** Adds a day. */
  add(day: Uint8Array): void;
  /** Those whose friends bought most, and how many advocates brought how many, the most first. */
  sum(limit: number): Brought;
};

/** Empty sums. Adding is O(advocates of the day), summing O(advocates). */
export function createSums(): Sums {
  const ids = createIdTable();
  /** Four an advocate, by her number. */
  let sums = new Uint32Array(COUNTS * FIRST_ROOM);
  return {
    add(day) {
      const view = new DataView(day.buffer, day.byteOffset, day.byteLength);
      for (let at = 0; at + ENTRY_BYTES <= day.byteLength; at += ENTRY_BYTES) {
        const own = COUNTS * ids.numberOf(view, at);
        if (own === sums.length) {
          const wider = new Uint32Array(2 * sums.length);
          wider.set(sums);
          sums = wider;
        }
        for (let i = 0; i < COUNTS; i++) sums[own + i]! += view.getUint32(at + ID_BYTES + 4 * i);
      }
    },
    sum: (limit) => sumOf({ ids, sums }, limit),
  };
}

type Summed = { ids: IdTable; sums: Uint32Array };

function sumOf(of: Summed, limit: number): Brought {
  const { ids, sums } = of;
  const counts = new Map<number, number>();
  const best: number[] = [];
  for (let nth = 0; nth < ids.size(); nth++) {
    const friends = sums[COUNTS * nth]!;
    counts.set(friends, (counts.get(friends) ?? 0) + 1);
    // Among the best so far she is put in her place; nearly all are behind the last.
    if (best.length === limit && compare(of, best[limit - 1]!, nth) <= 0) continue;
    let at = best.length;
    while (at > 0 && compare(of, best[at - 1]!, nth) > 0) at--;
    best.splice(at, 0, nth);
    if (best.length > limit) best.pop();
  }
  const top = best.map((nth) => {
    const [friends, signed_up, bought, bought_again] = sums.subarray(COUNTS * nth, COUNTS * nth + COUNTS) as unknown as Four;
    return { advocate: ids.idAt(nth), friends, signed_up, bought, bought_again };
  });
  return { top, counts: [...counts].sort(([a], [b]) => b - a).map(([friends, advocates]) => ({ friends, advocates })) };
}

type Four = [number, number, number, number];

/** By who bought, then by friends, the most first; then by id. */
function compare({ ids, sums }: Summed, a: number, b: number): number {
  const by = (count: number): number => sums[COUNTS * b + count]! - sums[COUNTS * a + count]!;
  return by(2) || by(0) || ids.compare(a, b);
}
