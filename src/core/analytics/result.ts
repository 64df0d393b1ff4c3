/**
 * What every statistic answers: a value, or why there is none. NaN and Infinity never leave this room: a figure that cannot be had is
 * `none` with what is missing, and a sentence can be made of the code and its values alone.
 */

/** Each reason with its sentence (ICU; the values are those of the `Lack`). Numbers are given as numbers and written by whoever speaks. */
export const LACKS = {
  no_rows: "There is nothing to count yet.",
  too_few: "There are {have, number} {what}; this figure needs at least {needed, number}.",
  no_variation: "All values are the same ({what}), so nothing can be learned from how they differ.",
  one_group_empty: 'There is nobody in the group "{group}", so there is nothing to compare with.',
  negative_variance: "The sums given for {what} contradict each other: their variance would be negative.",
  zero_baseline: "{what} is zero, and nothing can be measured by it.",
  out_of_range: "{what} is {value, number}; it must be from {low, number} to {high, number}.",
  not_finite: "{what} cannot be computed from these values.",
  not_converged: "The model found no best fit for {what}: the data hardly say anything about it.",
  does_not_apply: "{what} does not apply here: {because}.",
  too_many: "There are {have, number} {what}; this figure can be computed for at most {most, number}.",
} as const;

export type LackCode = keyof typeof LACKS;
export type Lack = { readonly code: LackCode; readonly values: Readonly<Record<string, number | string>> };

/** A closed union: exactly one of the two is there. `"ok" in answer` tells which. */
export type Answer<T> = { readonly ok: T } | { readonly none: Lack };

export const ok = <T>(value: T): Answer<T> => ({ ok: value });

export function none(code: LackCode, values: Readonly<Record<string, number | string>> = {}): { none: Lack } {
  return { none: { code, values } };
}

/** The value when it is a number one can print; else `not_finite` about `what`. */
export const finite = (value: number, what: string): Answer<number> =>
  Number.isFinite(value) ? { ok: value } : none("not_finite", { what });

/** An estimate with the interval around it; `level` is the share of worlds in which such an interval holds the truth (.95). */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number; readonly level: number };
