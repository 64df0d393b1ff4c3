/** Buyers of the same (x, t_x, T) are one row with a weight: 100,000 customers are a few ten thousand rows, and a resample only weights. */
import type { BuyerColumns } from "./summary.ts";

export type Repeats = {
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** How many customers each row stands for; 0 in a resample that did not draw it. */
  readonly weight: Float64Array;
  /** Each distinct x, and which of them each row has: what depends on x alone is computed once. */
  readonly levels: Float64Array;
  readonly level: Int32Array;
  /** The row of each customer, in the order given. */
  readonly rowOf: Int32Array;
};

export type Repeat = { readonly x: number; readonly recency: number; readonly age: number };

/** The distinct values of a column and which of them each entry is. */
export function levelsOf(column: ArrayLike<number>): { levels: Float64Array; level: Int32Array } {
  const at = new Map<number, number>();
  const level = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    let index = at.get(value);
    if (index === undefined) at.set(value, (index = at.size));
    level[i] = index;
  }
  return { levels: Float64Array.from(at.keys()), level };
}

/** The rows of these customers. */
export function tabulate(buyers: Pick<BuyerColumns, "length" | "x" | "recency" | "age">): Repeats {
  const rows = new Map<number, Map<number, Map<number, number>>>();
  const rowOf = new Int32Array(buyers.length);
  const kept: Repeat[] = [];
  const weights: number[] = [];
  for (let i = 0; i < buyers.length; i++) {
    const [x, recency, age] = [buyers.x[i]!, buyers.recency[i]!, buyers.age[i]!];
    let ofX = rows.get(x);
    if (ofX === undefined) rows.set(x, (ofX = new Map()));
    let ofAge = ofX.get(age);
    if (ofAge === undefined) ofX.set(age, (ofAge = new Map()));
    let row = ofAge.get(recency);
    if (row === undefined) {
      row = kept.length;
      ofAge.set(recency, row);
      kept.push({ x, recency, age });
      weights.push(0);
    }
    weights[row]!++;
    rowOf[i] = row;
  }
  const x = Float64Array.from(kept, (buyer) => buyer.x);
  return {
    x,
    recency: Float64Array.from(kept, (buyer) => buyer.recency),
    age: Float64Array.from(kept, (buyer) => buyer.age),
    weight: Float64Array.from(weights),
    ...levelsOf(x),
    rowOf,
  };
}
