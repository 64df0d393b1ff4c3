/** What can be asked of cuts that are of one program, or counted from the rows. */
import type { Dimension } from "../core/analytics/metrics.ts";
import type { Days } from "../core/analytics/report-period.ts";
import { Refusal } from "../flow/refusal.ts";

/** Counted from rows: of a year at most. */
const MOST_ROW_DAYS = 366;

type Cut = { query: { by?: Dimension | undefined }; days: Days; programs: readonly unknown[] };

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

/** Refuses what cannot be counted. */
export function checkCut({ query, days, programs }: Cut): void {
  if (query.by === "segment" && days.to - days.from >= MOST_ROW_DAYS)
    throw refuse("/from", `Segments are counted row by row: ask for ${MOST_ROW_DAYS} days at most.`);
  if (query.by === "variant" && programs.length !== 1) throw refuse("/program", "Variants are of one program: name it.");
}
