/** What each report has beyond roll-ups. */
import type { ReportKey } from "../core/analytics/reports.ts";
import type { Client } from "../store/db.ts";
import { type Asked, readAsked } from "./report-ask.ts";
import { keptAsk } from "./views/report-view.ts";
import { incentivesExtra } from "./report-incentives.ts";
import { moneyExtra } from "./report-money.ts";
import type { Segmented } from "./report-cut.ts";
import { type Extra, type Report, readReport } from "./report.ts";
import { segmentedNow } from "./segment-cut.ts";

const EXTRAS: Partial<Record<ReportKey, (workspaceId: string, db: Client, asked: Asked) => Promise<Extra> | Extra>> = {
  money: moneyExtra,
  incentives: incentivesExtra,
};

/** Reads a report with all that belongs to it. `segmented`: its groups, where it is by segment. */
export async function readWhole(workspaceId: string, db: Client, asked: Asked & { segmented?: Segmented | null }): Promise<Report> {
  const { segmented = null } = asked;
  return await readReport(workspaceId, db, { asked, segmented, extra: await EXTRAS[asked.key]?.(workspaceId, db, asked) });
}

/** Reads a report as a kept view asks for it. */
export async function readKept(
  workspaceId: string,
  db: Client,
  view: { report: string; query: Record<string, string> },
): Promise<Report> {
  const query = await keptAsk(workspaceId, db, view.query);
  const asked = await readAsked(workspaceId, db, { key: view.report as ReportKey, query });
  return await readWhole(workspaceId, db, { ...asked, segmented: await segmentedNow(workspaceId, db, asked) });
}
