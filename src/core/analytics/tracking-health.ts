/** Whether what happens outside arrives here: what was received lately, against what is usual, and what about it needs somebody. */

export type Arrivals = {
  /** Events received in the last day, and a day on average over the seven before. */
  day: number;
  usual: number;
  /** Of those of the last day, which came later than an hour after they happened. */
  late: number;
  /** The longest that one of them took, in milliseconds. */
  slowest: number;
  visits: number;
  usual_visits: number;
};
export type Waiting = {
  failed_events: number;
  parked_events: number;
  webhooks_dead: number;
  webhooks_waiting: number;
  behind_ms: number;
};

export const ALERTS = ["silence", "fewer_events", "fewer_visits", "late_events", "failed_events", "webhooks_dead", "behind"] as const;
export type AlertCode = (typeof ALERTS)[number];
/** `value` against `limit`: both counts, shares or milliseconds, as the code says. */
export type Alert = { code: AlertCode; level: "warning" | "alarm"; value: number; limit: number };

/** Below this many a day a quiet day is chance. */
const USUAL_LEAST = 20;
const LATE_SHARE = 0.05;
const BEHIND_MS = 600_000;

/** What needs somebody, alarms first. */
export function alertsOf(a: Arrivals, w: Waiting): Alert[] {
  const found: (Alert | null)[] = [
    a.usual >= USUAL_LEAST && a.day === 0 ? { code: "silence", level: "alarm", value: 0, limit: Math.round(a.usual) } : null,
    fewer("fewer_events", a.day, a.usual),
    fewer("fewer_visits", a.visits, a.usual_visits),
    a.day >= USUAL_LEAST && a.late / a.day > LATE_SHARE
      ? { code: "late_events", level: "warning", value: a.late / a.day, limit: LATE_SHARE }
      : null,
    w.failed_events > 0 ? { code: "failed_events", level: "alarm", value: w.failed_events, limit: 0 } : null,
    w.webhooks_dead > 0 ? { code: "webhooks_dead", level: "warning", value: w.webhooks_dead, limit: 0 } : null,
    w.behind_ms > BEHIND_MS ? { code: "behind", level: "warning", value: w.behind_ms, limit: BEHIND_MS } : null,
  ];
  const all = found.filter((each) => each !== null);
  return all.toSorted((x, y) => (x.level === y.level ? 0 : x.level === "alarm" ? -1 : 1));
}

/** Less than half of the usual, by more than chance: three deviations of a count around its average. */
function fewer(code: AlertCode, value: number, usual: number): Alert | null {
  const limit = Math.min(usual / 2, usual - 3 * Math.sqrt(usual));
  return usual >= USUAL_LEAST && value > 0 && value < limit ? { code, level: "warning", value, limit: Math.round(limit) } : null;
}
