/** How a program spreads: how many brought how many, generations, and what those did whose window is over. */
import type { Client } from "../../store/db.ts";
import { type CountRow, depthCounts, offspringCounts } from "../../store/referrals.ts";
import { type ReportCursor, readReportCursor } from "../../store/report-cursor.ts";
import { type SpreadAsk, type SpreadRow, readSpread } from "../../store/report-growth.ts";

export type GrowthAsk = SpreadAsk;
export type GrowthFound = { offspring: CountRow[]; depth: CountRow[]; spread: SpreadRow; cursor: ReportCursor | null };

export async function studyGrowth(workspaceId: string, db: Client, ask: GrowthAsk): Promise<GrowthFound> {
  const [offspring, depth, spread, cursor] = await Promise.all([
    offspringCounts(workspaceId, db, ask.programId),
    depthCounts(workspaceId, db, ask.programId),
    readSpread(workspaceId, db, ask),
    readReportCursor(workspaceId, db),
  ]);
  return { offspring, depth, spread, cursor };
}
