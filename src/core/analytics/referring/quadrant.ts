/**
 * The two by two of value and referring (Kumar, Petersen & Leone 2007, HBR 85(10)): who is worth much herself, and whose referrals are.
 * Champions both, Affluents the first, Advocates the second, Misers neither. The line is the median of each, or one that is given.
 */
import { quantileOf } from "../resample.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

export type Quadrant = "champions" | "affluents" | "advocates" | "misers";

/** What each person is worth herself, and her referrals, in one order. */
export type Valued = { readonly value: Float64Array; readonly referring: Float64Array };
export type QuadrantCell = { readonly people: number; readonly value: number; readonly referring: number };
export type Quadrants = {
  readonly lines: { readonly value: number; readonly referring: number };
  readonly cells: Readonly<Record<Quadrant, QuadrantCell>>;
  /** In the order given. */
  readonly of: readonly Quadrant[];
};

const medianOf = (values: Float64Array): number => quantileOf(values.toSorted(), 0.5);

/** Above the line is high, on it is low: so that where most never referred (median 0) one referral is much. None for nobody. */
export function quadrants({ value, referring }: Valued, lines?: { value: number; referring: number }): Answer<Quadrants> {
  if (value.length === 0) return none("no_rows");
  if (value.some((own, i) => !Number.isFinite(own + referring[i]!))) return none("not_finite", { what: "The two by two" });
  const at = lines ?? { value: medianOf(value), referring: medianOf(referring) };
  const cells: Record<Quadrant, { people: number; value: number; referring: number }> = {
    champions: { people: 0, value: 0, referring: 0 },
    affluents: { people: 0, value: 0, referring: 0 },
    advocates: { people: 0, value: 0, referring: 0 },
    misers: { people: 0, value: 0, referring: 0 },
  };
  const of = Array.from(value, (own, i): Quadrant => {
    const brought = referring[i]!;
    const isWorthMuch = own > at.value;
    const name = brought > at.referring ? (isWorthMuch ? "champions" : "advocates") : isWorthMuch ? "affluents" : "misers";
    cells[name].people++;
    cells[name].value += own;
    cells[name].referring += brought;
    return name;
  });
  return ok({ lines: at, cells, of });
}
