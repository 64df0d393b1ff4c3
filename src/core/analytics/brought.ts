/**
 * Who brought how many, summed over days. Each day of a program is one piece of bytes: for every advocate of it her id (16 bytes) and four
 * counts of four bytes. Sums are made in typed arrays: a hundred thousand advocates are some megabytes, and objects would be forty.
 */

/** Counts of the friends of one advocate: came, signed up, bought, bought again. */
export type BroughtSum = { advocate: string; friends: number; signed_up: number; bought: number; bought_again: number };
export type Brought = { top: BroughtSum[]; counts: { friends: number; advocates: number }[] };

export const ENTRY_BYTES = 32;
const ID_BYTES = 16;
const WORDS = ENTRY_BYTES / 4;
const FIRST_ROOM = 1_024;

export type Sums = {
  /** Adds a day. */
  add(day: Uint8Array): void;
  /** Those whose friends bought most, and how many advocates brought how many, the most first. */
  sum(limit: number): Brought;
};

/** Empty sums. Adding is O(advocates of the day), summing O(advocates). */
export function createSums(): Sums {
  let room = FIRST_ROOM;
  let size = 0;
  /** An advocate a line: four words of her id, four counts. */
  let lines = new Uint32Array(room * WORDS);
  /** Where an id's line is, plus one; 0: free. Twice as many places as lines, so that few have to look further. */
  let places = new Int32Array(2 * room);

  const isSame = (line: number, words: readonly number[]): boolean =>
    lines[line] === words[0] && lines[line + 1] === words[1] && lines[line + 2] === words[2] && lines[line + 3] === words[3];
  // The last words of an id are random.
  const placeOf = (last: number): number => (last ^ (last >>> 15)) & (places.length - 1);
  const grow = (): void => {
    room *= 2;
    const wider = new Uint32Array(room * WORDS);
    wider.set(lines);
    lines = wider;
    places = new Int32Array(2 * room);
    for (let i = 0; i < size; i++) {
      let at = placeOf(lines[i * WORDS + 3]!);
      while (places[at] !== 0) at = (at + 1) & (places.length - 1);
      places[at] = i + 1;
    }
  };
  const lineOf = (words: readonly number[]): number => {
    if (size === room) grow();
    let at = placeOf(words[3]!);
    for (; places[at] !== 0; at = (at + 1) & (places.length - 1)) {
      const known = (places[at]! - 1) * WORDS;
      if (isSame(known, words)) return known;
    }
    places[at] = ++size;
    const line = (size - 1) * WORDS;
    lines.set(words, line);
    return line;
  };
  return {
    add(day) {
      const view = new DataView(day.buffer, day.byteOffset, day.byteLength);
      for (let at = 0; at + ENTRY_BYTES <= day.byteLength; at += ENTRY_BYTES) {
        const line = lineOf([view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]);
        for (let i = 0; i < 4; i++) lines[line + 4 + i]! += view.getUint32(at + ID_BYTES + 4 * i);
      }
    },
    sum: (limit) => sumOf(lines.subarray(0, size * WORDS), limit),
  };
}

function sumOf(lines: Uint32Array, limit: number): Brought {
  const counts = new Map<number, number>();
  const best: number[] = [];
  for (let line = 0; line < lines.length; line += WORDS) {
    const friends = lines[line + 4]!;
    counts.set(friends, (counts.get(friends) ?? 0) + 1);
    // Among the best so far she is put in her place; nearly all are behind the last.
    if (best.length === limit && compare(lines, best[limit - 1]!, line) <= 0) continue;
    let at = best.length;
    while (at > 0 && compare(lines, best[at - 1]!, line) > 0) at--;
    best.splice(at, 0, line);
    if (best.length > limit) best.pop();
  }
  return {
    top: best.map((line) => ({
      advocate: idAt(lines, line),
      friends: lines[line + 4]!,
      signed_up: lines[line + 5]!,
      bought: lines[line + 6]!,
      bought_again: lines[line + 7]!,
    })),
    counts: [...counts].sort(([a], [b]) => b - a).map(([friends, advocates]) => ({ friends, advocates })),
  };
}

/** By who bought, then by friends, the most first; then by id. */
function compare(lines: Uint32Array, a: number, b: number): number {
  const more = lines[b + 6]! - lines[a + 6]! || lines[b + 4]! - lines[a + 4]!;
  for (let i = 0; more === 0 && i < 4; i++) if (lines[a + i] !== lines[b + i]) return lines[a + i]! - lines[b + i]!;
  return more;
}

function idAt(lines: Uint32Array, line: number): string {
  const hex = [0, 1, 2, 3].map((i) => lines[line + i]!.toString(16).padStart(8, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
