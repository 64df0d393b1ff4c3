/** How easy was it? When somebody is asked. What a month's answers say: analytics/referring/scores.ts. */
import { DAY } from "./calendar.ts";

export const ASKED_MOMENTS = ["share", "reward"] as const;
export type AskedMoment = (typeof ASKED_MOMENTS)[number];
/** Nobody is asked again before this is over, whatever happens. */
const PAUSE_MS = 90 * DAY;

/**
 * After which moment she is asked now; null: not at all. Each moment once in her life: when somebody came by her link for the first time,
 * and when somebody counted.
 */
export function askAfter(of: {
  shared: boolean;
  rewarded: boolean;
  asked: readonly { moment: AskedMoment; at: number }[];
  now: number;
}): AskedMoment | null {
  if (of.asked.some(({ at }) => at > of.now - PAUSE_MS)) return null;
  const had = (moment: AskedMoment): boolean => of.asked.some((each) => each.moment === moment);
  if (of.rewarded && !had("reward")) return "reward";
  // Whoever was asked how the reward went need not be asked about her first share.
  return of.shared && !had("share") && !had("reward") ? "share" : null;
}
