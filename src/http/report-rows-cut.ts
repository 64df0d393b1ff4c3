/** Cuts that are counted from the rows: what can be asked of them. */
import { type Dimension, FROM_ROWS, type FromRows } from "../core/analytics/metrics.ts";
import type { Days } from "../core/analytics/report-period.ts";
import { Refusal } from "../flow/refusal.ts";

/** Counted from rows: of a year at most. */
const MOST_ROW_DAYS = 366;

/** Whether no figures are kept of it. */
export const isRows = (by: Dimension | null | undefined): by is FromRows => FROM_ROWS.includes(by as FromRows);

type Cut = { query: { by?: Dimension | undefined }; days: Days; programs: readonly unknown[] };

/** Refuses what cannot be counted from rows. */
export function checkCut({ query, days, programs }: Cut): void {
  if (!isRows(query.by)) return;
  const refuse = (pointer: string, message: string): Refusal =>
    new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });
  if (days.to - days.from >= MOST_ROW_DAYS)
    throw refuse("/from", `Segments and variants are counted row by row: ask for ${MOST_ROW_DAYS} days at most.`);
  if (query.by === "variant" && programs.length !== 1) throw refuse("/program", "Variants are of one program: name it.");
}
