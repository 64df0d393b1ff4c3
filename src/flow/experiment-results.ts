/** What an experiment says so far: reads, and the statistics of core/analytics/experiment. */
import type { Arm, MetricKind } from "../core/analytics/experiment/arm.ts";
import { type Analysis, type MeasuredArm, analyse } from "../core/analytics/experiment/analyse.ts";
import { type Increment, incrementOf } from "../core/analytics/experiment/increment.ts";
import { contamination } from "../core/analytics/experiment/interference.ts";
import type { Interval } from "../core/analytics/interval.ts";
import type { Answer } from "../core/analytics/result.ts";
import { DAY } from "../core/calendar.ts";
import { EXPERIMENT_METRICS, type ExperimentMetric, METRIC_KEYS, isHoldOut } from "../core/experiment.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/experiment-figures.ts";
import type { ExperimentRow } from "../store/experiments.ts";
import { workspaceNow } from "../store/workspaces.ts";

export type ExperimentResults = {
  from: number;
  to: number;
  arms: readonly MeasuredArm[];
  analysis: Analysis;
  contamination: Answer<Interval & { friends: number; both: number; moved: number }>;
  /** Of each hold-out: what the program as it is earned beyond it. */
  increments: readonly { arm: string; increment: Answer<Increment> }[];
};

/** At most so long before the start is looked at for what is known of advocates from before. */
const BEFORE = 90 * DAY;

/** What is summed over the advocates of a started experiment: plain values. */
export type ExperimentSums = { from: number; to: number; figures: store.FigureRow[] } & store.Mixed;

export async function experimentSums(workspaceId: string, db: Client, row: ExperimentRow): Promise<ExperimentSums> {
  const now = await workspaceNow(workspaceId, db);
  const from = row.started_at ?? now;
  const to = Math.max(from + 1, row.ended_at ?? now + 1);
  const { first, below } = { first: row.arms[0]?.first ?? 0, below: row.arms.map((arm) => arm.below ?? 0) };
  const before = from - Math.min(BEFORE, Math.max(to - from, DAY));
  const together = (row.design.unit ?? "advocate") !== "advocate";
  const ask = {
    experimentId: row.id,
    together,
    programId: row.program_id,
    salt: row.salt,
    first,
    below,
    versions: row.arms.map((arm) => arm.version ?? 0),
    from,
    to,
    before,
    currency: row.design.currency,
  };
  const figures = await store.experimentFigures(workspaceId, db, ask);
  return { from, to, figures, ...(await store.reachedByBoth(workspaceId, db, ask)) };
}

/** What the sums say. */
export function experimentResults(
  row: ExperimentRow,
  { from, to, figures, friends, both, moved = 0 }: ExperimentSums,
): ExperimentResults {
  const arms = row.arms.map(({ key, name, first: at = 0, below: end = 0 }, i) =>
    measuredArm({ key, name, weight: end - at }, i, { figures, row }),
  );
  const mixed = contamination(friends, both);
  const found = "none" in mixed ? mixed : { ok: { ...mixed.ok, friends, both, moved } };
  const analysis = analyse(arms, row.design);
  const increments = analysis.sampleRatio.isBroken ? [] : incrementsOf(row, figures);
  return { from, to, arms, analysis, contamination: found, increments };
}

/** A hold-out is an arm without rewards; needs the currency in which rewards are counted. */
function incrementsOf(row: ExperimentRow, figures: readonly store.FigureRow[]): ExperimentResults["increments"] {
  if (row.design.currency === null) return [];
  const columns = figures.filter((each) => each.metric === "cost_per_customer").map((f) => ({ of: f.arm, arm: costArm(f, row.design) }));
  const offered = columns.find(({ of }) => of === 0)?.arm;
  return row.arms.flatMap(({ key, patch }, i) => {
    const withheld = columns.find(({ of }) => of === i)?.arm;
    if (!isHoldOut(patch) || offered == null || withheld == null) return [];
    return [{ arm: key, increment: incrementOf(offered, withheld, row.design.alpha) }];
  });
}

/** Cost and customers, and of several advocates as one how many they are; null where that was not summed yet. */
function costArm(f: store.FigureRow, { unit = "advocate" }: ExperimentRow["design"]): Arm | null {
  const { n, m, d, mm, md, dd, ms, ds, ss } = f;
  const two = [
    [mm, md],
    [md, dd],
  ] as const;
  if (unit === "advocate") return { n, sums: [m, d], products: two };
  if (ms === undefined || ds === undefined || ss === undefined) return null;
  return {
    n,
    sums: [m, d, f.advocates],
    products: [
      [...two[0], ms],
      [...two[1], ds],
      [ms, ds, ss],
    ],
  };
}

function measuredArm(
  arm: { key: string; name: string; weight: number },
  index: number,
  { figures, row }: { figures: readonly store.FigureRow[]; row: ExperimentRow },
): MeasuredArm {
  const mine = figures.filter((f) => f.arm === index);
  const metrics = new Map<ExperimentMetric, { arm: Arm; largest: number; kind: MetricKind }>();
  for (const metric of METRIC_KEYS) {
    const f = mine.find((each) => each.metric === metric);
    const { kind: alone, money } = EXPERIMENT_METRICS[metric];
    // Several advocates as one are of any number: what they did is taken to how many they are (delta method).
    const kind = (row.design.unit ?? "advocate") === "advocate" ? alone : "ratio";
    if (f === undefined || (money && row.design.currency === null)) continue;
    metrics.set(metric, { arm: columnsOf(f, { kind, isMean: alone !== "ratio" }), largest: f.largest, kind });
  }
  return { ...arm, rows: mine[0]?.n ?? 0, advocates: mine[0]?.advocates ?? 0, metrics };
}

/** As arm.ts has them. What several advocates did before is taken to how many they are now, as what they did since is. */
function columnsOf(f: store.FigureRow, { kind, isMean }: { kind: MetricKind; isMean: boolean }): Arm {
  const { n, m, d, x, mm, md, dd, mx, xx, xs } = f;
  if (kind !== "ratio")
    return {
      n,
      sums: [m, x],
      products: [
        [mm, mx],
        [mx, xx],
      ],
    };
  if (!isMean || xs === undefined)
    return {
      n,
      sums: [m, d],
      products: [
        [mm, md],
        [md, dd],
      ],
    };
  const size = [md, dd, xs, dd];
  return { n, sums: [m, d, x, d], products: [[mm, md, mx, md], size, [mx, xs, xx, xs], size] };
}
