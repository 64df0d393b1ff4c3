/** Reports that were kept, and their links. */
import { z } from "zod";
import { LONGEST_DAYS, dayText } from "../../core/analytics/report-period.ts";
import { REPORTS, type ReportKey } from "../../core/analytics/reports.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { ReportLinkRow, ReportViewRow } from "../../store/report-views.ts";
import type { Client } from "../../store/db.ts";
import { type ReportQuery, readDays, reportQuery } from "../report-ask.ts";
import { instant } from "../schemas.ts";

export const REPORT_KEYS = Object.keys(REPORTS) as [ReportKey, ...ReportKey[]];
/** What a kept report remembers of its question: without days it is about the last thirty, whenever it is opened. */
export const keptQuery = z
  .strictObject(reportQuery)
  .omit({ format: true })
  .partial()
  .extend({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(LONGEST_DAYS)
      .optional()
      .describe("The last so many, whenever it is opened: in place of `from`."),
  });

/** What a kept report's question means today. */
export async function keptAsk(workspaceId: string, db: Client, kept: Record<string, string>): Promise<ReportQuery> {
  const { days, ...query } = kept;
  const { today } = await readDays(workspaceId, db, {});
  const from = days === undefined || query["from"] !== undefined ? {} : { from: dayText(today - Number(days) + 1) };
  return { compare: "none", format: "json", ...query, ...from } as ReportQuery;
}

export const reportView = z
  .object({
    id: z.string(),
    name: z.string(),
    report: z.enum(REPORT_KEYS),
    query: z.record(z.string(), z.string()),
    created_by: z.string(),
    created_at: instant,
  })
  .meta({ id: "ReportView" });

export function reportViewView(row: ReportViewRow): z.input<typeof reportView> {
  return { ...row, id: externalId("rpv", row.id), report: row.report as ReportKey, created_at: formatInstant(row.created_at) };
}

export const reportLink = z
  .object({
    id: z.string(),
    expires_at: instant,
    revoked_at: instant.nullable(),
    seen: z.int().describe("How often it was opened."),
    created_by: z.string(),
    created_at: instant,
  })
  .meta({ id: "ReportLink" });

export function reportLinkView(row: ReportLinkRow): z.input<typeof reportLink> {
  const { id, expires_at, revoked_at, seen, created_by, created_at } = row;
  return {
    id: externalId("rpl", id),
    expires_at: formatInstant(expires_at),
    revoked_at: revoked_at === null ? null : formatInstant(revoked_at),
    seen,
    created_by,
    created_at: formatInstant(created_at),
  };
}
