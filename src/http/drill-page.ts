/**
 * A page of the rows behind a figure, looked for a piece of the days at a time, the latest first. A group that is rare may stand once among
 * millions: whoever asks gets what was found in half a second, how much of the days that was, and a cursor that goes on from there.
 */
import { type LocalDays, instantOf } from "../flow/reports/days.ts";
import type { Client } from "../store/db.ts";
import { idFloor } from "../store/id-floor.ts";
import { type DrillAsk, type DrillRow, readDrill } from "../store/report-drill.ts";
import { readGroupDays } from "../store/report-group-days.ts";

const BUDGET_MS = 500;
/** Days of the first piece; each next one is twice as long, while that is quick. */
const FIRST_DAYS = 16;
const QUICK_MS = 80;

type Ask = Omit<DrillAsk, "from_at" | "to_at"> & { isById: boolean };
/** `after`: where to go on; null: there is nothing more. `searched`: of the days, from 0 to 1. */
export type DrillPage = { rows: DrillRow[]; after: { day: number | null; id: string } | null; searched: number };

export async function readDrillPage(
  workspaceId: string,
  db: Client,
  { ask, days: { spanOf, dayOf }, budgetMs = BUDGET_MS }: { ask: Ask; days: LocalDays; budgetMs?: number },
): Promise<DrillPage> {
  const { from, to, after, limit, isById } = ask;
  const until = performance.now() + budgetMs;
  const days = to - from + 1;
  const begun = after === null ? to : isById ? dayOf(instantOf(after.id)) : after.day;
  const rows: DrillRow[] = [];
  let piece = FIRST_DAYS;
  // Days without anything of the group are passed over; the last one is looked at all the same, which may not be counted yet.
  const some = ask.by === null ? null : await readGroupDays(workspaceId, db, { ...ask, by: ask.by });
  const nextOf = (day: number): number => (some === null || day === to ? day : (some.find((each) => each <= day) ?? from - 1));
  for (let last = nextOf(Math.min(to, begun)); last >= from;) {
    const first = Math.max(from, last - (last === to && some !== null ? 1 : piece) + 1);
    const at = performance.now();
    const span = { from: first, to: last, from_at: spanOf(first).from, to_at: spanOf(last).to };
    rows.push(...(await readDrill(workspaceId, db, { ...ask, ...span, limit: limit + 1 - rows.length })));
    if (rows.length > limit) {
      const end = rows[limit - 1]!;
      return { rows: rows.slice(0, limit), after: { day: end.day, id: end.id }, searched: (to - last) / days };
    }
    if (performance.now() - at < QUICK_MS) piece *= 2;
    last = nextOf(first - 1);
    if (last >= from && performance.now() >= until) {
      // Behind everything of the day that was looked at last.
      const next = isById ? { day: null, id: idFloor(spanOf(first).from) } : { day: first, id: "" };
      return { rows, after: next, searched: (to - last) / days };
    }
  }
  return { rows, after: null, searched: 1 };
}
