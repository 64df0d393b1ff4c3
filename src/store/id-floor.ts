/** Ids begin with the instant of what they name (core/id.ts), so that a span of time is a span of the primary key. */

/** The smallest id that a row of this instant, in epoch milliseconds, can have. */
export function idFloor(at: number): string {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
