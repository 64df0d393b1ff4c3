/**
 * Which version of a program holds: the one in force at an instant, the one a referral was bound under, and, while an experiment runs,
 * the one that chance dealt to an advocate.
 */
import type { Compiled, Timeline } from "../compiled.ts";

/** The program's version in force at an instant, or undefined before its first. */
export function versionAt(timeline: Timeline, at: number): Compiled | undefined {
  let found: Compiled | undefined;
  for (const v of timeline.versions) {
    if (v.from > at) break;
    found = v.compiled;
  }
  return found;
}

/** The version that holds for an advocate at an instant: that of her arm where an experiment deals, else the one in force. */
export function versionFor(timeline: Timeline, advocate: string, at: number): Compiled | undefined {
  const trial = timeline.trials?.find((t) => t.from <= at && at < t.until);
  if (trial === undefined) return versionAt(timeline, at);
  const number = trial.dealt(advocate);
  return trial.arms.find((arm) => arm.first <= number && number < arm.below)?.compiled ?? versionAt(timeline, at);
}

/** Whose bonus windows hold for a referral at an instant: its own arm's while the experiment runs, else those of the version in force. */
export function windowsAt(timeline: Timeline, bound: number, at: number): Compiled | undefined {
  const trial = timeline.trials?.find((t) => t.from <= at && at < t.until);
  return trial?.arms.find((arm) => arm.compiled.version === bound)?.compiled ?? versionAt(timeline, at);
}

/** A referral keeps the version it was bound under, unless a later one says that it applies to open referrals. */
export function versionOf(timeline: Timeline, bound: number, at: number): Compiled | undefined {
  let found: Compiled | undefined;
  for (const v of timeline.versions) {
    if (v.compiled.version === bound || (found !== undefined && v.openReferrals && v.from <= at)) found = v.compiled;
  }
  return found;
}
