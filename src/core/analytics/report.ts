/**
 * Figures of a report, from sums of what is kept by day: what was counted as it is, shares with their interval. Where there is too little
 * to tell from, there is no number but the reason, and how much is missing.
 */
import { wilson } from "./interval.ts";
import { type Metric, metricOf, ripeKey } from "./metrics.ts";

/** A sum over the report's days: of one metric, group and unit of money. */
export type Sum = { metric: string; key: string; unit: string; value: number };

/** Why there is no number. */
export const NO_FIGURE = ["nothing_yet", "too_little_data", "future", "no_rate", "unknown"] as const;
export type NoFigure = (typeof NO_FIGURE)[number];

export type Figure = {
  metric: string;
  /** Money's currency or other unit; null for what is counted. */
  unit: string | null;
  value: number | null;
  /** 95 %; null for what was counted and not estimated. */
  low: number | null;
  high: number | null;
  /** A share's counts: 12 of 87. */
  above: number | null;
  below: number | null;
  reason: NoFigure | null;
  /** How many more are needed for a number. */
  missing: number | null;
};

/** Below this a share says nothing: its interval is most of what is possible. */
export const LEAST = 10;
/** Groups that are shown by themselves; the rest are one. */
export const GROUPS = 50;

const NONE = { unit: null, value: null, low: null, high: null, above: null, below: null, reason: null, missing: null };

/** The figures of one group, in the order of `metrics`; money in each of its units. */
export function figuresOf(metrics: readonly string[], sums: readonly Sum[], isFuture = false): Figure[] {
  return metrics.flatMap((key) => {
    const metric = metricOf(key);
    if (isFuture) return [{ ...NONE, metric: key, reason: "future" as const }];
    if (metric.kind === "composed") return [];
    if (metric.kind !== "derived") return countedOf(metric, sums);
    return metric.unit === "money" ? eachOf(metric, sums) : [shareOf(metric, sums)];
  });
}

const sumOf = (sums: readonly Sum[], metric: string): number =>
  sums.reduce((all, each) => (each.metric === metric ? all + each.value : all), 0);

function countedOf(metric: Metric, sums: readonly Sum[]): Figure[] {
  if (metric.unit !== "money") return [{ ...NONE, metric: metric.key, value: sumOf(sums, metric.key) }];
  const own = sums.filter((each) => each.metric === metric.key);
  const units = [...new Set(own.map((each) => each.unit))].toSorted();
  if (units.length === 0) return [{ ...NONE, metric: metric.key, reason: "nothing_yet" }];
  return units.map((unit) => ({
    ...NONE,
    metric: metric.key,
    unit,
    value: sumOf(
      own.filter((each) => each.unit === unit),
      metric.key,
    ),
  }));
}

function shareOf(metric: Metric & { kind: "derived" }, sums: readonly Sum[]): Figure {
  const [above, below] = metric.of.map((key) => sumOf(sums, ripeKey(key, metric.after))) as [number, number];
  const counts = { ...NONE, metric: metric.key, above, below };
  if (below === 0) return { ...counts, reason: "nothing_yet", missing: LEAST };
  if (below < LEAST) return { ...counts, reason: "too_little_data", missing: LEAST - below };
  // Counted at two moments: what grew between them cannot be more than all.
  const { share, low, high } = wilson(Math.min(above, below), below);
  return { ...counts, value: share, low, high };
}

/** An amount a piece: in whole minor units, in each currency; points and the like are no price. */
function eachOf(metric: Metric & { kind: "derived" }, sums: readonly Sum[]): Figure[] {
  const [above, below] = metric.of;
  const own = sums.filter((each) => each.metric === above && isCurrency(each.unit));
  const units = [...new Set(own.map((each) => each.unit))].toSorted();
  if (units.length === 0) return [{ ...NONE, metric: metric.key, reason: "nothing_yet" }];
  const isByUnit = metricOf(below).kind !== "derived" && sums.some((each) => each.metric === below && each.unit !== "");
  return units.map((unit) => {
    const pieces = sumOf(isByUnit ? sums.filter((each) => each.unit === unit) : sums, below);
    const amount = sumOf(
      own.filter((each) => each.unit === unit),
      above,
    );
    const value = pieces === 0 ? null : Math.round(amount / pieces);
    return { ...NONE, metric: metric.key, unit, value, reason: value === null ? ("nothing_yet" as const) : null };
  });
}

/** Three capitals. Other units are points, months, names of things. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

export type Group = { key: string; isRest: boolean; sums: Sum[] };

/** Groups by key, the largest by `rankedBy` first; beyond the first fifty the rest are one. */
export function groupsOf(sums: readonly Sum[], rankedBy: string): Group[] {
  const groups = [...Map.groupBy(sums, (each) => each.key)].map(([key, own]) => ({ key, own, rank: sumOf(own, rankedBy) }));
  groups.sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
  const shown: Group[] = groups.slice(0, GROUPS).map(({ key, own }) => ({ key, isRest: false, sums: own }));
  const rest = groups.slice(GROUPS).flatMap(({ own }) => own);
  return rest.length === 0 ? shown : [...shown, { key: "", isRest: true, sums: rest }];
}

export type Point = { metric: string; unit: string; day: number; value: number };

/** A report's days: what is counted is one line, also where it is of several currencies or kinds of reward; money is one for each. */
export function pointsOf(points: readonly Point[]): (Omit<Point, "unit"> & { unit: string | null })[] {
  const unitOf = ({ metric, unit }: Point): string | null => (metricOf(metric).unit === "money" && unit !== "" ? unit : null);
  const groups = Map.groupBy(points, (point) => `${point.day} ${point.metric} ${unitOf(point) ?? ""}`);
  return [...groups.values()].map((own) => {
    const [{ metric, day }, unit] = [own[0]!, unitOf(own[0]!)];
    return { metric, day, unit, value: own.reduce((sum, each) => sum + each.value, 0) };
  });
}
