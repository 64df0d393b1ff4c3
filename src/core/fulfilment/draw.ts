/**
 * A draw that anybody can do again. The list of entries is hashed and shown before the seed; the seed's own hash is shown before there
 * are entries. All hashes are SHA-256 in lower-case hexadecimal, all texts UTF-8.
 *
 *   list     a line "<participant> <weight>\n" each, sorted by participant
 *   key      the seed as shown: 64 letters of text
 *   block n  HMAC-SHA-256(key, "grapevine-draw-1\n<contest>\n<hash of the list>\n<beacon>\n<n>"), n from 0 on; beacon is empty without one
 *   pick     x is the first 64 bits of the next block. Where x is not below the largest multiple of the weights that are left, it is
 *            thrown away (so no remainder is likelier than another) and the next block is taken; x modulo the weights left falls on one
 *            participant, counting along the list over those not yet chosen. She is chosen and her weight is gone.
 *
 * Winners are picked first, then alternates. examples/verify-draw does the same without any code of ours.
 */
export const DRAW_ALGORITHM = "grapevine-draw-1";

/** HMAC-SHA-256 under the seed, as hexadecimal. */
export type BlockHash = (message: string) => string;
export type DrawOf = {
  /** For each line of the list, the weights up to it and with it. */
  upto: Float64Array;
  /** Winners and alternates. Everybody is chosen when there are no more than these. */
  picks: number;
  /** What the blocks are bound to. */
  contest: string;
  listHash: string;
  beacon: string;
  block: BlockHash;
};

const SPAN = 1n << 64n;

/** The weights of whole lines of the list, in order. */
export function weightsOf(lines: string): number[] {
  const weights: number[] = [];
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf("\n", from);
    weights.push(Number(lines.slice(lines.indexOf(" ", from) + 1, end)));
    from = end + 1;
  }
  return weights;
}

/** The lines chosen, in the order in which they were picked. */
export function drawLines(of: DrawOf): number[] {
  const { upto, block } = of;
  const message = `${DRAW_ALGORITHM}\n${of.contest}\n${of.listHash}\n${of.beacon}\n`;
  const chosen: number[] = [];
  /** The chosen again, along the list. */
  const sorted: number[] = [];
  let left = upto.at(-1) ?? 0;
  for (let n = 0; chosen.length < of.picks && left > 0; n++) {
    const x = BigInt(`0x${block(message + n).slice(0, 16)}`);
    const total = BigInt(left);
    if (x >= SPAN - (SPAN % total)) continue;
    const line = lineAt(upto, skipChosen(upto, sorted, Number(x % total)));
    chosen.push(line);
    insert(sorted, line);
    left -= weightOf(upto, line);
  }
  return chosen;
}

export function weightOf(upto: Float64Array, line: number): number {
  return (upto[line] ?? 0) - (upto[line - 1] ?? 0);
}

/** Moves a place among those not chosen to its place in the whole list. */
function skipChosen(upto: Float64Array, sorted: readonly number[], at: number): number {
  let place = at;
  for (const line of sorted) {
    if (place < (upto[line - 1] ?? 0)) break;
    place += weightOf(upto, line);
  }
  return place;
}

/** The first line whose weights reach beyond `place`. */
function lineAt(upto: Float64Array, place: number): number {
  let low = 0;
  let high = upto.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upto[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insert(sorted: number[], line: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] as number) > line) at--;
  sorted.splice(at, 0, line);
}
