/** What a metric is: how a figure is called, counted and cut. The metrics themselves are in metrics-people.ts and metrics-money.ts. */

export type MetricUnit = "count" | "money" | "share" | "days" | "ratio";

/**
 * What a figure can be cut by. Segments of advocates change from day to day and one advocate may be in several: no figures are kept of
 * them, they are counted from the rows. Variants are versions of one program.
 */
export const DIMENSIONS = [
  "program",
  "channel",
  "country",
  "evidence",
  "stage",
  "newness",
  "rule",
  "form",
  "side",
  "segment",
  "variant",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * `counted`: kept by day. `cohort`: by the day on which somebody came or joined, so that it grows while they go on; `event`: by the day on
 * which it happened. `of`: a share or ratio of two counted figures, never kept.
 */
type Counted = { kind: "cohort" | "event" };
/** `after`: only of days that have been over for so many days. */
type Derived = { kind: "derived"; of: readonly [above: string, below: string]; after?: number };
/** Worked out for the whole report only, from more than two figures (core/analytics/money.ts). */
type Composed = { kind: "composed" };
export type Metric = (Counted | Derived | Composed) & {
  key: string;
  name: string;
  unit: MetricUnit;
  formula: string;
  definition: string;
  dims: readonly Dimension[];
};

export const FRIEND = ["program", "channel", "country", "evidence", "segment", "variant"] as const;
export const ORDER = [...FRIEND, "newness"] as const;
/** Of shares that wait some days: they are not counted from rows. */
export const KEPT_REWARD = ["program", "rule", "form", "side", "variant"] as const;
export const REWARD = [...KEPT_REWARD, "segment"] as const;
export const ADVOCATE = ["program", "country", "segment"] as const;

export const count = (
  kind: Counted["kind"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, formula: string, definition: string],
): Metric => {
  const [key, name, formula, definition] = words;
  return { kind, key, name, unit: "count", formula, definition, dims };
};
export const money = (
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, formula: string, definition: string],
): Metric => {
  const [key, name, formula, definition] = words;
  return { kind: "event", key, name, unit: "money", formula, definition, dims };
};
export const share = (
  of: Derived["of"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, definition: string],
): Metric => {
  const [key, name, definition] = words;
  return { kind: "derived", of, key, name, unit: "share", formula: `${of[0]} / ${of[1]}`, definition, dims };
};
/** An amount a piece, in each currency by itself. */
export const each = (
  of: Derived["of"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, definition: string],
): Metric => ({ ...share(of, dims, words), unit: "money" });
/** A share of days that have been over for so long. */
export const shareAfter = (after: number, ...of: Parameters<typeof share>): Metric => ({ ...share(...of), after }) as Metric;
/** The sum of a figure over the days that have been over for so long, beside that over all days. */
export const ripeKey = (key: string, after: number | undefined): string => (after === undefined ? key : `${key} after ${after}`);
