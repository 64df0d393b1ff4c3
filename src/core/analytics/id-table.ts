/**
 * Ids of sixteen bytes, numbered from 0 in the order in which they are first met. Kept in typed arrays: a million of them are 24 megabytes,
 * where a map of their texts is over a hundred.
 */

export type IdTable = {
  /** The number of the id whose bytes begin there; a new one when it is not known. */
  numberOf(view: DataView, at: number): number;
  /** The number of an id that is written out; -1: it is not known. */
  find(id: string): number;
  idAt(number: number): string;
  /** Below 0: the first of these two comes first by their bytes. */
  compare(a: number, b: number): number;
  size(): number;
};

const WORDS = 4;
const FIRST_ROOM = 1_024;

export function createIdTable(): IdTable {
  let room = FIRST_ROOM;
  let size = 0;
  let ids = new Uint32Array(room * WORDS);
  /** Where an id stands, plus one; 0: free. Twice as many places as ids, so that few have to look further. */
  let places = new Int32Array(2 * room);

  // The last words of an id are random.
  const firstPlace = (last: number): number => (last ^ (last >>> 15)) & (places.length - 1);
  const isAt = (number: number, [a, b, c, d]: readonly number[]): boolean => {
    const at = number * WORDS;
    return ids[at + 3] === d && ids[at + 2] === c && ids[at + 1] === b && ids[at] === a;
  };
  /** Where it stands, or where there is room for it. */
  const placeOf = (words: readonly number[]): number => {
    let at = firstPlace(words[3]!);
    while (places[at] !== 0 && !isAt(places[at]! - 1, words)) at = (at + 1) & (places.length - 1);
    return at;
  };
  const grow = (): void => {
    room *= 2;
    const wider = new Uint32Array(room * WORDS);
    wider.set(ids);
    ids = wider;
    places = new Int32Array(2 * room);
    for (let i = 0; i < size; i++) places[placeOf(ids.subarray(i * WORDS, i * WORDS + WORDS) as unknown as number[])] = i + 1;
  };
  return {
    numberOf(view, at) {
      if (size === room) grow();
      const words = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
      const place = placeOf(words);
      if (places[place] === 0) {
        ids.set(words, size * WORDS);
        places[place] = ++size;
      }
      return places[place]! - 1;
    },
    find(id) {
      const hex = id.replaceAll("-", "");
      const words = [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16));
      return places[placeOf(words)]! - 1;
    },
    idAt(number) {
      const hex = [0, 1, 2, 3].map((i) => ids[number * WORDS + i]!.toString(16).padStart(8, "0")).join("");
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
    },
    compare(a, b) {
      for (let i = 0; i < WORDS; i++) {
        const less = ids[a * WORDS + i]! - ids[b * WORDS + i]!;
        if (less !== 0) return less;
      }
      return 0;
    },
    size: () => size,
  };
}
