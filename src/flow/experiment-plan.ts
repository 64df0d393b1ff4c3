/** What a planned experiment would need: from what was counted in the last 28 days. */
import { type Circles, circlesOf } from "../core/analytics/experiment/interference.ts";
import {
  type Baseline,
  type Duration,
  type PlanAsk,
  type Sample,
  durationOf,
  sampleFor,
  smallestEffect,
} from "../core/analytics/experiment/plan.ts";
import { type Power, simulatePower } from "../core/analytics/experiment/power.ts";
import { makeRandom } from "../core/analytics/random.ts";
import { type Answer, none, ok } from "../core/analytics/result.ts";
import { DAY } from "../core/calendar.ts";
import { EXPERIMENT_METRICS, type ExperimentMetric } from "../core/experiment.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/experiment-figures.ts";
import { MOST_TIES, readPairs } from "./experiment-units.ts";
import type { ExperimentRow } from "../store/experiments.ts";
import { workspaceNow } from "../store/workspaces.ts";

/** What it would take if whole circles were dealt, so that no two arms talk to each other within one. */
export type CirclePlan = Circles & {
  /** Advocates in all, and how long until they take part. */
  total: number;
  duration: Answer<Duration>;
  /** With as many advocates as the plan asks for. */
  power: Answer<Power>;
};
export type ExperimentPlan = {
  baseline: Answer<Baseline>;
  sample: Answer<Sample>;
  duration: Answer<Duration>;
  /** Share of 400 played worlds in which the effect is found. */
  power: Answer<Power>;
  /** What could be shown with those who take part now and in the next eight weeks. */
  smallest: Answer<number>;
  circles: Answer<CirclePlan>;
};
const WINDOW = 28 * DAY;
const WORLDS = 400;
const AHEAD = 56;
/** So many are played. */
const MOST_PLAYED = 20_000;

/** What was counted in the last 28 days says what would be needed. Rates of money and ratios are planned by `customers`. */
export async function experimentPlan(workspaceId: string, db: Client, row: ExperimentRow): Promise<ExperimentPlan> {
  const now = await workspaceNow(workspaceId, db);
  const seen = await store.readBaseline(workspaceId, db, { programId: row.program_id, from: now - WINDOW, to: now });
  const baseline = baselineOf(row.design.metric, seen);
  if ("none" in baseline)
    return { baseline, sample: baseline, duration: baseline, power: baseline, smallest: baseline, circles: baseline };
  const treated =
    row.arms.slice(1).reduce((sum, arm) => sum + arm.weight, 0) / Math.max(1, row.arms.length - 1) / (row.arms[0]?.weight ?? 1);
  const { alpha, power, worth, share } = row.design;
  const effect = EXPERIMENT_METRICS[row.design.metric].good === "up" ? worth : -worth;
  const ask = { baseline: baseline.ok, effect, alpha, power, treated };
  const sample = sampleFor(ask);
  const perDay = seen.per_day;
  const came = perDay.reduce((a, b) => a + b, 0) / Math.max(1, perDay.length);
  const arms = 1 + treated * (row.arms.length - 1);
  const reachable = Math.floor(((seen.advocates + AHEAD * came) * share) / arms);
  const smallest = smallestEffect(ask, reachable);
  if ("none" in sample) return { baseline, sample, duration: sample, power: sample, smallest, circles: sample };
  const { control } = sample.ok;
  const until = (total: number): Answer<Duration> => {
    const missing = Math.max(0, total - seen.advocates * share);
    return missing === 0 ? ok({ days: 7, soonest: 7, latest: 7, perDay: came * share }) : durationOf(missing, { perDay, share });
  };
  const play = (of: number): Answer<Power> => played(ask, { control: of, seed: row.created_at });
  const circles = await readCircles(workspaceId, db, { row, now, advocates: seen.advocates });
  return {
    baseline,
    sample,
    duration: until(control * arms),
    power: play(control),
    smallest,
    circles:
      "none" in circles
        ? circles
        : ok(withCircles(circles.ok, { total: Math.ceil(control * arms * circles.ok.factor), until, control, play })),
  };
}

type Means = { total: number; control: number; until: (total: number) => Answer<Duration>; play: (control: number) => Answer<Power> };
const withCircles = (of: Circles, { total, control, until, play }: Means): CirclePlan => ({
  ...of,
  total,
  duration: until(total),
  power: play(Math.max(2, Math.floor(control / of.factor))),
});

/** 400 worlds with so many advocates in the control. */
function played({ baseline, effect, alpha, treated = 1 }: PlanAsk, { control, seed }: { control: number; seed: number }): Answer<Power> {
  if (control > MOST_PLAYED) return none("too_many", { have: control, most: MOST_PLAYED, what: "advocates to play with" });
  const treatment = Math.max(2, Math.ceil(control * treated));
  return simulatePower({ baseline, effect, alpha, control, treatment, looks: 10, worlds: WORLDS }, makeRandom(seed));
}

async function readCircles(
  workspaceId: string,
  db: Client,
  { row, now, advocates }: { row: ExperimentRow; now: number; advocates: number },
): Promise<Answer<Circles>> {
  const unit = row.design.unit ?? "circle";
  const { ties, won } = await readPairs(workspaceId, db, { unit, programId: row.program_id, from: now - WINDOW, to: now });
  if (ties.length > MOST_TIES) return none("too_many", { have: ties.length, most: MOST_TIES, what: "ties of advocates" });
  const isShare = row.design.metric === "referring";
  const values = isShare ? new Map([...won].map(([id, customers]) => [id, Math.min(1, customers)])) : won;
  return circlesOf(ties, { advocates, values });
}

function baselineOf(metric: ExperimentMetric, seen: store.BaselineRow): Answer<Baseline> {
  const { advocates, customers, squares, referring } = seen;
  if (advocates < 2) return none("too_few", { have: advocates, needed: 2, what: "advocates" });
  if (metric === "referring") return { ok: { kind: "proportion", rate: referring / advocates } };
  const mean = customers / advocates;
  return { ok: { kind: "mean", mean, sd: Math.sqrt(Math.max(0, (squares - advocates * mean ** 2) / (advocates - 1))) } };
}
