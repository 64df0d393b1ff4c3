/** What an experiment says so far, and what a planned one would need: reads, and the statistics of core/analytics/experiment. */
import type { Arm } from "../core/analytics/experiment/arm.ts";
import { type Analysis, type MeasuredArm, analyse } from "../core/analytics/experiment/analyse.ts";
import { type Increment, incrementOf } from "../core/analytics/experiment/increment.ts";
import { contamination } from "../core/analytics/experiment/interference.ts";
import { type Baseline, type Duration, type Sample, durationOf, sampleFor, smallestEffect } from "../core/analytics/experiment/plan.ts";
import { type Power, simulatePower } from "../core/analytics/experiment/power.ts";
import type { Interval } from "../core/analytics/interval.ts";
import { makeRandom } from "../core/analytics/random.ts";
import { type Answer, none } from "../core/analytics/result.ts";
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
  const ask = { programId: row.program_id, salt: row.salt, first, below, from, to, before, currency: row.design.currency };
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

/** A hold-out is an arm without rewards; needs the currency in which rewards are counted. */
function incrementsOf(row: ExperimentRow, arms: readonly MeasuredArm[]): ExperimentResults["increments"] {
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
  const metrics = new Map<ExperimentMetric, { arm: Arm; largest: number }>();
  for (const metric of METRIC_KEYS) {
    const f = mine.find((each) => each.metric === metric);
    const { kind, money } = EXPERIMENT_METRICS[metric];
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
    metrics.set(metric, { arm: { n: f.n, sums, products }, largest: f.largest });
  }
  return { ...arm, advocates: mine[0]?.n ?? 0, metrics };
}

export type ExperimentPlan = {
  baseline: Answer<Baseline>;
  sample: Answer<Sample>;
  duration: Answer<Duration>;
  /** Share of 400 played worlds in which the effect is found. */
  power: Answer<Power>;
  /** What could be shown with those who take part now and in the next eight weeks. */
  smallest: Answer<number>;
};
const WINDOW = 28 * DAY;
const WORLDS = 400;
const AHEAD = 56;

/** What was counted in the last 28 days says what would be needed. Rates of money and ratios are planned by `customers`. */
export async function experimentPlan(workspaceId: string, db: Client, row: ExperimentRow): Promise<ExperimentPlan> {
  const now = await workspaceNow(workspaceId, db);
  const seen = await store.readBaseline(workspaceId, db, { programId: row.program_id, from: now - WINDOW, to: now });
  const baseline = baselineOf(row.design.metric, seen);
  if ("none" in baseline) return { baseline, sample: baseline, duration: baseline, power: baseline, smallest: baseline };
  const treated =
    row.arms.slice(1).reduce((sum, arm) => sum + arm.weight, 0) / Math.max(1, row.arms.length - 1) / (row.arms[0]?.weight ?? 1);
  const { alpha, power, worth, share } = row.design;
  const effect = EXPERIMENT_METRICS[row.design.metric].good === "up" ? worth : -worth;
  const ask = { baseline: baseline.ok, effect, alpha, power, treated };
  const sample = sampleFor(ask);
  const perDay = seen.per_day;
  const came = perDay.reduce((a, b) => a + b, 0) / Math.max(1, perDay.length);
  const reachable = Math.floor(((seen.advocates + AHEAD * came) * share) / (1 + treated * (row.arms.length - 1)));
  const smallest = smallestEffect(ask, reachable);
  if ("none" in sample) return { baseline, sample, duration: sample, power: sample, smallest };
  const missing = Math.max(0, sample.ok.control * (1 + treated * (row.arms.length - 1)) - seen.advocates * share);
  const few = Math.min(sample.ok.control, 20_000);
  const played = { baseline: baseline.ok, effect, alpha, control: few, treatment: Math.ceil(few * treated), looks: 10, worlds: WORLDS };
  const tooMany = none("too_many", { have: sample.ok.control, most: 20_000, what: "advocates to play with" });
  return {
    baseline,
    sample,
    duration: missing === 0 ? { ok: { days: 7, soonest: 7, latest: 7, perDay: came * share } } : durationOf(missing, { perDay, share }),
    power: few < sample.ok.control ? tooMany : simulatePower(played, makeRandom(row.created_at)),
    smallest,
  };
}

function baselineOf(metric: ExperimentMetric, seen: store.BaselineRow): Answer<Baseline> {
  const { advocates, customers, squares, referring } = seen;
  if (advocates < 2) return none("too_few", { have: advocates, needed: 2, what: "advocates" });
  if (metric === "referring") return { ok: { kind: "proportion", rate: referring / advocates } };
  const mean = customers / advocates;
  return { ok: { kind: "mean", mean, sd: Math.sqrt(Math.max(0, (squares - advocates * mean ** 2) / (advocates - 1))) } };
}
