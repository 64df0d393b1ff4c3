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
  contamination: Answer<Interval & { friends: number; both: number }>;
  /** Of each hold-out: what the program as it is earned beyond it. */
  increments: readonly { arm: string; increment: Answer<Increment> }[];
};

/** At most so long before the start is looked at for what is known of advocates from before. */
const BEFORE = 90 * DAY;

/** What is summed over the advocates of a started experiment: plain values. */
export type ExperimentSums = { from: number; to: number; figures: store.FigureRow[]; friends: number; both: number };

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
    from,
    to,
    before,
    currency: row.design.currency,
  };
  const figures = await store.experimentFigures(workspaceId, db, ask);
  return { from, to, figures, ...(await store.reachedByBoth(workspaceId, db, ask)) };
}

/** What the sums say. */
export function experimentResults(row: ExperimentRow, { from, to, figures, friends, both }: ExperimentSums): ExperimentResults {
  const arms = row.arms.map(({ key, name, first: at = 0, below: end = 0 }, i) =>
    measuredArm({ key, name, weight: end - at }, i, { figures, row }),
  );
  const mixed = contamination(friends, both);
  const found = "none" in mixed ? mixed : { ok: { ...mixed.ok, friends, both } };
  const analysis = analyse(arms, row.design);
  const increments = analysis.sampleRatio.isBroken ? [] : incrementsOf(row, arms);
  return { from, to, arms, analysis, contamination: found, increments };
}

/** A hold-out is an arm without rewards; needs the currency in which rewards are counted, and a row for each advocate. */
function incrementsOf(row: ExperimentRow, arms: readonly MeasuredArm[]): ExperimentResults["increments"] {
  if ((row.design.unit ?? "advocate") !== "advocate") return [];
  const offered = arms[0]?.metrics.get("cost_per_customer");
  return arms.flatMap(({ key, metrics }, i) => {
    const withheld = metrics.get("cost_per_customer");
    if (!isHoldOut(row.arms[i]?.patch ?? null) || offered === undefined || withheld === undefined) return [];
    return [{ arm: key, increment: incrementOf(offered.arm, withheld.arm, row.design.alpha) }];
  });
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
    const sums = kind === "ratio" ? [f.m, f.d] : [f.m, f.x];
    const products =
      kind === "ratio"
        ? [
            [f.mm, f.md],
            [f.md, f.dd],
          ]
        : [
            [f.mm, f.mx],
            [f.mx, f.xx],
          ];
    metrics.set(metric, { arm: { n: f.n, sums, products }, largest: f.largest, kind });
  }
  return { ...arm, rows: mine[0]?.n ?? 0, advocates: mine[0]?.advocates ?? 0, metrics };
}
