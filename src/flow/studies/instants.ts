/** Where the days of a study begin and end. */
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import { createDays } from "../reports/days.ts";

/** The first instant of the day `from`, and the first after the day `to`. */
export function instantsOf(zone: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const { spanOf } = createDays(compilePeriod("day", compileZone(zone) ?? UTC));
  return { from: spanOf(from).from, to: spanOf(to).to };
}

export const DAY_MS = 86_400_000;
