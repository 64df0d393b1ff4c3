/**
 * The two by two of value and referring (Kumar, Petersen & Leone 2007, HBR 85(10)): who is worth much herself, and whose referrals are.
 * Champions both, Affluents the first, Advocates the second, Misers neither. The line is the median of each, or one that is given.
 */
import { quantileOf } from "../resample.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

export type Quadrant = "champions" | "affluents" | "advocates" | "misers";

export type Valued = { readonly id: string; readonly value: number; readonly referring: number };
export type QuadrantCell = { readonly people: number; readonly value: number; readonly referring: number };
export type Quadrants = {
  readonly lines: { readonly value: number; readonly referring: number };
  readonly cells: Readonly<Record<Quadrant, QuadrantCell>>;
  /** In the order given. */
  readonly of: readonly Quadrant[];
};

const medianOf = (values: readonly number[]): number =>
  quantileOf(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** Above the line is high, on it is low: so that where most never referred (median 0) one referral is much. None for nobody. */
export function quadrants(people: readonly Valued[], lines?: { value: number; referring: number }): Answer<Quadrants> {
  if (people.length === 0) return none("no_rows");
  if (people.some(({ value, referring }) => !Number.isFinite(value + referring))) return none("not_finite", { what: "The two by two" });
  const at = lines ?? {
    value: medianOf(people.map(({ value }) => value)),
    referring: medianOf(people.map(({ referring }) => referring)),
  };
  const cells: Record<Quadrant, { people: number; value: number; referring: number }> = {
    champions: { people: 0, value: 0, referring: 0 },
    affluents: { people: 0, value: 0, referring: 0 },
    advocates: { people: 0, value: 0, referring: 0 },
    misers: { people: 0, value: 0, referring: 0 },
  };
  const of = people.map(({ value, referring }): Quadrant => {
    const isWorthMuch = value > at.value;
    const name = referring > at.referring ? (isWorthMuch ? "champions" : "advocates") : isWorthMuch ? "affluents" : "misers";
    cells[name].people++;
    cells[name].value += value;
    cells[name].referring += referring;
    return name;
  });
  return ok({ lines: at, cells, of });
}
