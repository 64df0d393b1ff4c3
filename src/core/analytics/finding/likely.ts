/**
 * Who is likely to refer: a score fitted to those for whom it is known, judged on people it has not seen, beside the simplest ranking there
 * is (who bought last). The same for friends: which of them become customers is fitted to what was known when they came.
 */
import type { Answer, Estimate } from "../result.ts";
import { ok } from "../result.ts";
import { areaGain, areaUnder } from "./auc.ts";
import type { Example, LogisticModel } from "./logistic.ts";
import { explain, fitLogistic } from "./logistic.ts";

/** `recency`: the simple ranking's figure, higher first (minus the days since the last purchase). `heldOut`: not fitted on, judged on. */
export type Candidate = Example & { readonly recency: number; readonly heldOut: boolean };

export type Judged = {
  readonly model: LogisticModel;
  readonly fittedOn: number;
  readonly judgedOn: number;
  /** The share to whom it happened among those judged. */
  readonly baseRate: number;
  readonly area: Estimate;
  readonly recencyArea: Estimate;
  /** By how much the score finds better than recency alone; an interval below 0 means: use recency. */
  readonly gain: Estimate;
  /** Of ten equal parts by score, the highest first: how many are in it, to how many it happened, and what the score had said. */
  readonly tenths: readonly { readonly people: number; readonly happened: number; readonly expected: number }[];
};

function tenthsOf(chances: readonly number[], happened: readonly boolean[]): Judged["tenths"] {
  const order = chances.map((_, i) => i).sort((a, b) => chances[b]! - chances[a]!);
  return Array.from({ length: 10 }, (_, part) => {
    const members = order.slice(Math.floor((order.length * part) / 10), Math.floor((order.length * (part + 1)) / 10));
    return {
      people: members.length,
      happened: members.filter((i) => happened[i]).length,
      expected: members.reduce((sum, i) => sum + chances[i]!, 0),
    };
  });
}

/** Fits on those not held out and judges on the others. None says which of the two has too few. */
export function fitAndJudge(candidates: readonly Candidate[], names: readonly string[], ridge = 1): Answer<Judged> {
  const fitted = candidates.filter(({ heldOut }) => !heldOut);
  const judged = candidates.filter(({ heldOut }) => heldOut);
  const model = fitLogistic(fitted, names, ridge);
  if ("none" in model) return model;
  const chances = judged.map(({ features }) => explain(model.ok, features).chance);
  const happened = judged.map((candidate) => candidate.happened);
  const recency = judged.map((candidate) => candidate.recency);
  const area = areaUnder(chances, happened);
  if ("none" in area) return area;
  const recencyArea = areaUnder(recency, happened);
  if ("none" in recencyArea) return recencyArea;
  const gain = areaGain({ a: chances, b: recency }, happened);
  if ("none" in gain) return gain;
  return ok({
    model: model.ok,
    fittedOn: fitted.length,
    judgedOn: judged.length,
    baseRate: happened.filter(Boolean).length / happened.length,
    area: area.ok,
    recencyArea: recencyArea.ok,
    gain: gain.ok,
    tenths: tenthsOf(chances, happened),
  });
}
