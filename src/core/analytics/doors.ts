/**
 * What came in by each door, and what about it needs somebody: a door that fell silent or brings much less than it does, a share sent again
 * or refused that its own past does not know. Told from counts of three hours, the last first.
 */

/** Late: this long after it happened. */
export const LATE_MS = 3_600_000;

/** Orders of a shop's own list, looked for here: beside the doors, which are named where they are (flow/ports.ts). */
export const LIST = "list";

/**
 * Each event is one of `accepted`, `duplicate` (the same again), `retold` (the same id with other content; the first stands) and `refused`.
 * Of those accepted `late` came an hour after they happened, and `again` are about an order that another event had told.
 */
export type DoorCounts = { accepted: number; duplicates: number; retold: number; refused: number; late: number; again: number };
/** Three hours of one door; `ago` 0 are those that end now. */
export type DoorSpan = DoorCounts & { ago: number };

export const DOOR_ALERTS = ["door_silent", "door_fewer", "door_duplicates", "door_refusals"] as const;
export type DoorAlert = { code: (typeof DOOR_ALERTS)[number]; level: "warning" | "alarm"; value: number; limit: number };

/** `usual`: arrived in 24 hours, on average over the seven days before; null while fewer than three days are known. */
export type DoorTold = {
  day: DoorCounts;
  usual: number | null;
  duplicateShare: number | null;
  refusedShare: number | null;
  alerts: DoorAlert[];
};

const SPANS = 8;
const WEEK = 7 * SPANS;
const WEEKS = 4;
const DAYS_LEAST = 3;
/** Fewer than so many are chance. */
const LEAST = 20;
/** Fewer of a kind than this are no pattern. */
const LEAST_ODD = 5;
/** A share is told of when it is five points above its past, by more than chance. Where no past is known, five of a hundred is taken. */
const POINTS = 0.05;

export const arrivedOf = (c: DoorCounts): number => c.accepted + c.duplicates + c.retold + c.refused;
const none = (): DoorCounts => ({ accepted: 0, duplicates: 0, retold: 0, refused: 0, late: 0, again: 0 });

/**
 * Tells of one door. `known`: how many spans there have been since anything was counted at all. An import comes when somebody has a file:
 * it has no past to be measured by.
 */
export function tellDoor(door: string, spans: readonly DoorSpan[], known: number): DoorTold {
  const day = sum(spans, 0, SPANS);
  const days = Math.min(7, Math.floor(known / SPANS) - 1);
  if (days < DAYS_LEAST || door === "import") {
    const alerts = door === "import" ? [] : shares(day, null);
    return { day, usual: null, duplicateShare: null, refusedShare: null, alerts };
  }
  const past = sum(spans, SPANS, SPANS + days * SPANS);
  const usual = arrivedOf(past) / days;
  const silent = silence(spans, days);
  const fell = silent ?? fewer(day, { usual, spans, known });
  const all = arrivedOf(past);
  return {
    day,
    usual,
    duplicateShare: all === 0 ? null : past.duplicates / all,
    refusedShare: all === 0 ? null : past.refused / all,
    alerts: [...(fell === null ? [] : [fell]), ...shares(day, all < LEAST ? null : past)],
  };
}

function sum(spans: readonly DoorSpan[], from: number, to: number): DoorCounts {
  const all = none();
  for (const span of spans)
    if (span.ago >= from && span.ago < to) for (const key of Object.keys(all) as (keyof DoorCounts)[]) all[key] += span[key];
  return all;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** Nothing at all for three hours in which the days before had twenty and more, or for a day. */
function silence(spans: readonly DoorSpan[], days: number): DoorAlert | null {
  const lately = arrivedOf(sum(spans, 0, 1));
  if (lately > 0) return null;
  const before = Array.from({ length: days }, (_, i) => arrivedOf(sum(spans, (i + 1) * SPANS, (i + 1) * SPANS + 1)));
  const usual = median(before);
  if (usual >= LEAST) return { code: "door_silent", level: "alarm", value: 0, limit: usual };
  const ofDay = arrivedOf(sum(spans, SPANS, SPANS + days * SPANS)) / days;
  return ofDay >= LEAST && arrivedOf(sum(spans, 0, SPANS)) === 0
    ? { code: "door_silent", level: "alarm", value: 0, limit: Math.round(ofDay) }
    : null;
}

/**
 * Less than half of what is usual, by more than chance. Usual is the smaller of an average day of the last seven and the same day of the
 * weeks before: a shop that rests on Sundays is not told of every Sunday.
 */
function fewer(day: DoorCounts, of: { usual: number; spans: readonly DoorSpan[]; known: number }): DoorAlert | null {
  const weeks = Array.from({ length: WEEKS }, (_, i) => (i + 1) * WEEK).filter((from) => from + SPANS <= of.known);
  const same = weeks.map((from) => arrivedOf(sum(of.spans, from, from + SPANS)));
  const usual = same.length === 0 ? of.usual : Math.min(of.usual, median(same));
  const limit = Math.min(usual / 2, usual - 3 * Math.sqrt(usual));
  const value = arrivedOf(day);
  return usual >= LEAST && value < limit ? { code: "door_fewer", level: "warning", value, limit: Math.round(limit) } : null;
}

/** Shares of the last day that its past does not know. */
function shares(day: DoorCounts, past: DoorCounts | null): DoorAlert[] {
  const arrived = arrivedOf(day);
  if (arrived < LEAST) return [];
  const found = (["duplicates", "refused"] as const).map((what): DoorAlert | null => {
    // One more of each kind than there was: a past without any is not a promise that there will never be one.
    const usual = past === null ? POINTS : (past[what] + 1) / (arrivedOf(past) + 2);
    const limit = Math.max(usual + POINTS, usual + 3 * Math.sqrt((usual * (1 - usual)) / arrived));
    const value = day[what] / arrived;
    return value > limit && day[what] >= LEAST_ODD
      ? { code: what === "refused" ? "door_refusals" : "door_duplicates", level: "warning", value, limit }
      : null;
  });
  return found.filter((each) => each !== null);
}
