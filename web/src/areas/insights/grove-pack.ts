/**
 * Circles side by side without overlaps, each as near the middle as it fits (Wang, Wang, Dai & Wang 2006, "Visualization of large
 * hierarchical data by circle packing"): the ring of those on the outside is kept, and each next one is put where that ring is nearest.
 */
export type Packed = { x: Float64Array; y: Float64Array; radius: number };

type Circles = { x: Float64Array; y: Float64Array; r: readonly number[] };

/** Puts `c` so that it touches `b` and `a`. */
function touch({ x, y, r }: Circles, [b, a, c]: readonly [number, number, number]): void {
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const far = dx * dx + dy * dy;
  const [toA, toB] = [(r[a]! + r[c]!) ** 2, (r[b]! + r[c]!) ** 2];
  if (far === 0) {
    x[c] = x[a]! + r[a]! + r[c]!;
    y[c] = y[a]!;
  } else if (toA > toB) {
    const along = (far + toB - toA) / (2 * far);
    const aside = Math.sqrt(Math.max(0, toB / far - along * along));
    x[c] = x[b]! - along * dx - aside * dy;
    y[c] = y[b]! - along * dy + aside * dx;
  } else {
    const along = (far + toA - toB) / (2 * far);
    const aside = Math.sqrt(Math.max(0, toA / far - along * along));
    x[c] = x[a]! + along * dx - aside * dy;
    y[c] = y[a]! + along * dy + aside * dx;
  }
}

function overlap({ x, y, r }: Circles, a: number, b: number): boolean {
  const reach = r[a]! + r[b]! - 1e-6;
  return reach > 0 && reach * reach > (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2;
}

/** How far from the middle the gap after `a` is. */
function distance({ x, y, r }: Circles, a: number, b: number): number {
  const sum = r[a]! + r[b]!;
  return ((x[a]! * r[b]! + x[b]! * r[a]!) / sum) ** 2 + ((y[a]! * r[b]! + y[b]! * r[a]!) / sum) ** 2;
}

/** A circle around all: its middle moves towards whatever reaches furthest, by less each time (Badoiu & Clarkson 2003). */
function around({ x, y, r }: Circles, n: number): { x: number; y: number; radius: number } {
  let [cx, cy, weight] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const area = r[i]! * r[i]!;
    cx += x[i]! * area;
    cy += y[i]! * area;
    weight += area;
  }
  let at = { x: cx / weight, y: cy / weight };
  let best = { ...at, radius: Infinity };
  for (let round = 1; round <= 24; round++) {
    let [far, reach] = [0, 0];
    for (let i = 0; i < n; i++) {
      const d = Math.hypot(x[i]! - at.x, y[i]! - at.y) + r[i]!;
      if (d > reach) [far, reach] = [i, d];
    }
    if (reach < best.radius) best = { ...at, radius: reach };
    const step = 1 / (round + 2);
    at = { x: at.x + (x[far]! - at.x) * step, y: at.y + (y[far]! - at.y) * step };
  }
  return best;
}

/** Radii in the order in which they are put; the middle of the circle around all is 0, 0. */
export function packCircles(r: readonly number[]): Packed {
  const n = r.length;
  const circles = { x: new Float64Array(n), y: new Float64Array(n), r };
  if (n > 1) {
    circles.x[0] = -r[1]!;
    circles.x[1] = r[0]!;
  }
  if (n > 2) chain(circles, n);
  if (n === 0) return { x: circles.x, y: circles.y, radius: 0 };
  const { x, y, radius } = around(circles, n);
  return { x: circles.x.map((each) => each - x), y: circles.y.map((each) => each - y), radius };
}

function chain(circles: Circles, n: number): void {
  const [next, before] = [new Int32Array(n), new Int32Array(n)];
  const tie = (a: number, b: number): void => void ([next[a], before[b]] = [b, a]);
  touch(circles, [1, 0, 2]);
  let [a, b] = [0, 1];
  tie(0, 1);
  tie(1, 2);
  tie(2, 0);
  for (let c = 3; c < n; c++) {
    touch(circles, [a, b, c]);
    const hit = inTheWay(circles, { a, b, c, next, before });
    if (hit !== null) {
      [a, b] = hit;
      tie(a, b);
      c--;
      continue;
    }
    tie(a, c);
    tie(c, b);
    // The gap nearest to the middle is the next one's.
    let [nearest, at] = [distance(circles, a, c), a];
    for (let i = next[a]!; i !== a; i = next[i]!) {
      const d = distance(circles, i, next[i]!);
      if (d < nearest) [nearest, at] = [d, i];
    }
    [a, b] = [at, next[at]!];
  }
}

type Gap = { a: number; b: number; c: number; next: Int32Array; before: Int32Array };

/** The first of the ring that `c` would lie on, from both sides of its gap; as the gap that is left without what is between. */
function inTheWay(circles: Circles, { a, b, c, next, before }: Gap): [number, number] | null {
  let [j, k] = [next[b]!, before[a]!];
  let [alongJ, alongK] = [circles.r[b]!, circles.r[a]!];
  do {
    if (alongJ <= alongK) {
      if (overlap(circles, j, c)) return [a, j];
      alongJ += circles.r[j]!;
      j = next[j]!;
    } else {
      if (overlap(circles, k, c)) return [k, b];
      alongK += circles.r[k]!;
      k = before[k]!;
    }
  } while (j !== next[k]!);
  return null;
}
