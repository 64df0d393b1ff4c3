/** A kept view as it is read for a mail: its figures over the days that have just ended. */
import type { ToldReport } from "../../core/told/report-words.ts";
import { uuidOf } from "../../core/id.ts";
import type { Client } from "../../store/db.ts";
import { readSchedule } from "../../store/report-schedules.ts";
import { readReportView } from "../../store/report-views.ts";
import { orNone } from "../refusal.ts";

/** Reads a report as the API answers it. Handed in by main: reports are put together where they are answered (src/http). */
export type ReportReader = (
  workspaceId: string,
  db: Client,
  ask: { report: string; query: Record<string, string> },
) => Promise<ToldReport>;

/** What a mail tells: the view's name, its figures, and where the console shows the same. */
export type ReportTold = { name: string; report: ToldReport; path: string };

type Message = { id: string; kind: string; data: Record<string, unknown> };
type Reading = { messages: readonly Message[]; reports: ReportReader };

/** By message. A view that is gone since is left out, and one whose question has no answer: no other mail waits for it. */
export async function readReportsTold(workspaceId: string, db: Client, { messages, reports }: Reading): Promise<Map<string, ReportTold>> {
  const found = new Map<string, ReportTold>();
  // Readers of one schedule are told the same.
  const made = new Map<string, Promise<ReportTold | null>>();
  for (const { id, kind, data } of messages) {
    if (kind !== "operators_report") continue;
    const [schedule, from, to] = [data["schedule"], data["from"], data["to"]].map(String) as [string, string, string];
    const key = `${schedule}|${from}|${to}`;
    const told = made.get(key) ?? readOne(workspaceId, db, { schedule, days: { from, to }, reports });
    made.set(key, told);
    const one = await told;
    if (one !== null) found.set(id, one);
  }
  return found;
}

type One = { schedule: string; days: { from: string; to: string }; reports: ReportReader };

async function readOne(workspaceId: string, db: Client, { schedule, days, reports }: One): Promise<ReportTold | null> {
  const row = await readSchedule(workspaceId, db, uuidOf("rps", schedule) ?? "");
  const view = row === null ? null : await readReportView(workspaceId, db, row.view_id);
  if (view === null) return null;
  // The days are those that have ended, whatever the view says; without a cut the programs are the table.
  const { days: _days, series: _series, ...kept } = view.query;
  const query = { by: "program", compare: "previous", ...kept, ...days };
  const report = await orNone(reports(workspaceId, db, { report: view.report, query }));
  if (report === null) return null;
  const path = view.report === "funnel" ? "/insights" : `/insights/${view.report}`;
  const asked = new URLSearchParams({
    ...(kept["program"] && { program: kept["program"] }),
    ...(kept["by"] && { by: kept["by"] }),
    ...days,
  });
  return { name: view.name, report, path: `${path}?${asked}` };
}
