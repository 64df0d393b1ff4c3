/**
 * How far a member can be trusted to answer: of the requests that were made to her by name in the last 12 months and whose time to answer
 * has come to an end (answered, declined or expired), the part that she accepted and answered in time. With fewer than 3 of them nothing
 * is said. A request that still waits counts neither for nor against her; one to everybody is nobody's in particular.
 */
export type AskedOf = {
  askedAt: number;
  expiresAt: number;
  status: "open" | "answered" | "declined" | "expired";
  decidedAt: number | null;
};
export type Trust = { kept: number; of: number; percent: number };

/** @returns null while there are fewer than `hiddenBelow`. `since` and `now` are both inside. */
export function trustOf(asked: readonly AskedOf[], rule: { since: number; now: number; hiddenBelow: number }): Trust | null {
  const counted = asked.filter((a) => a.askedAt >= rule.since && a.askedAt <= rule.now && isOver(a, rule.now));
  if (counted.length < rule.hiddenBelow) return null;
  const kept = counted.filter((a) => a.status === "answered" && a.decidedAt !== null && a.decidedAt < a.expiresAt).length;
  return { kept, of: counted.length, percent: Math.floor((kept * 100) / counted.length) };
}

/** A request whose time is over has expired, whether a sweep has said so yet or not. */
function isOver(a: AskedOf, now: number): boolean {
  return a.status !== "open" || a.expiresAt <= now;
}
