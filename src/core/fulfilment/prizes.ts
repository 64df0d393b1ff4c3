/** What becomes of the people whom a draw chose: who is asked to accept which prize, and who moves up when somebody does not. */

export const WINNER_STATUSES = ["waiting", "notified", "accepted", "declined", "lapsed"] as const;
export type WinnerStatus = (typeof WINNER_STATUSES)[number];

/** One who was drawn. `position` is that of the draw, from 1; `place` the prize that she is to have. Nobody is left of an erased person. */
export type Winner = {
  position: number;
  participant: string;
  person: string | null;
  place: number | null;
  status: WinnerStatus;
  notifiedAt: number | null;
  acceptBy: number | null;
  decidedAt: number | null;
  paidAt: number | null;
};

export type PrizeTime = { winners: number; at: number; acceptBy: number };

/**
 * Brings the list up to an instant: who did not accept in time loses the prize, and each prize that nobody holds goes to the next one who
 * waits, in the order of the draw. @returns those who changed; the rows themselves are left as they are.
 */
export function settleWinners(rows: readonly Winner[], time: PrizeTime): Winner[] {
  const changed = new Map<number, Winner>();
  const now = rows.map((row) => {
    const isLate = row.status === "notified" && row.acceptBy !== null && row.acceptBy < time.at;
    const isGone = row.person === null && (row.status === "notified" || row.status === "waiting");
    if (!isLate && !isGone) return row;
    const lapsed: Winner = { ...row, status: "lapsed", decidedAt: time.at };
    changed.set(row.position, lapsed);
    return lapsed;
  });
  const held = new Set(now.filter((r) => r.status === "notified" || r.status === "accepted").map((r) => r.place));
  const waiting = now.filter((r) => r.status === "waiting").sort((a, b) => a.position - b.position);
  for (let place = 1; place <= time.winners && waiting.length > 0; place++) {
    if (held.has(place)) continue;
    const next = waiting.shift() as Winner;
    changed.set(next.position, { ...next, place, status: "notified", notifiedAt: time.at, acceptBy: time.acceptBy });
  }
  return [...changed.values()].sort((a, b) => a.position - b.position);
}

/** Why somebody cannot accept or decline. Closed list. */
export const PRIZE_REASONS = ["not_drawn", "not_a_winner", "not_her_turn", "too_late", "declined"] as const;
export type PrizeReason = (typeof PRIZE_REASONS)[number];

/** Her answer to a prize: the row as it becomes, or why not. Accepting twice is accepted. */
export function answerPrize(row: Winner | undefined, accept: boolean, at: number): Winner | PrizeReason {
  if (row === undefined) return "not_a_winner";
  if (row.status === "waiting") return "not_her_turn";
  if (row.status === "lapsed") return "too_late";
  if (row.status === "declined") return accept ? "declined" : row;
  if (row.status === "accepted") return row;
  if (row.acceptBy !== null && row.acceptBy < at) return "too_late";
  return { ...row, status: accept ? "accepted" : "declined", decidedAt: at };
}
