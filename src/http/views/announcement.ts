/** Announcements as the API shows them. */
import { z } from "zod";
import {
  ANNOUNCEMENT_STATES,
  HELD,
  announcementSettings,
  announcementTexts,
  audience,
  moment,
} from "../../core/announce/announcement.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { AnnouncementReport } from "../../store/announcement-report.ts";
import type { AnnouncementRow } from "../../store/announcements.ts";
import { instant } from "../schemas.ts";

const name = z.string().min(1).max(200);

export const announcementWrite = z
  .strictObject({
    name: name.describe("For you; nobody else reads it."),
    audience,
    moment: moment
      .nullable()
      .default(null)
      .describe("An ask: it goes to whoever has just had it, as long as it runs. Null: it goes once."),
    texts: announcementTexts,
    settings: announcementSettings.default(() => announcementSettings.parse({})),
  })
  .meta({ id: "AnnouncementWrite" });

export const announcementChange = z
  .strictObject({
    name: name.optional(),
    audience: audience.optional(),
    moment: moment.nullable().optional(),
    texts: announcementTexts.optional(),
    settings: announcementSettings.optional(),
  })
  .meta({ id: "AnnouncementChange" });

export const announcement = z
  .object({
    id: z.string(),
    name,
    status: z.enum(ANNOUNCEMENT_STATES),
    audience: z.object({ program: z.string().optional(), segment: z.string().optional() }),
    moment: moment.nullable(),
    texts: announcementTexts,
    settings: announcementSettings,
    created_at: instant,
    scheduled_at: instant.nullable(),
    started_at: instant.nullable(),
    ended_at: instant.nullable(),
    asked: z.int().describe("How many were asked so far."),
    held: z.partialRecord(z.enum(HELD), z.int()).describe("How many were not, by the reason."),
  })
  .meta({ id: "Announcement" });

const at = (value: number | null): string | null => (value === null ? null : formatInstant(value));

export function announcementView(row: AnnouncementRow): z.input<typeof announcement> {
  const { segment } = row.audience;
  return {
    id: externalId("anc", row.id),
    name: row.name,
    status: row.status,
    audience: { ...row.audience, ...(segment === undefined ? {} : { segment: externalId("seg", segment) }) },
    moment: row.moment,
    texts: row.texts,
    settings: row.settings,
    created_at: formatInstant(row.created_at),
    scheduled_at: at(row.scheduled_at),
    started_at: at(row.started_at),
    ended_at: at(row.ended_at),
    asked: row.asked,
    held: row.held,
  };
}

const count = z.int();
export const announcementReport = z
  .object({
    asked: count,
    held: z.partialRecord(z.enum(HELD), count),
    waiting_until: instant.nullable().describe("When it goes on; null where nobody waits."),
    audience: z.object({ count, exact: z.boolean() }).nullable().describe("Null for an ask after a moment."),
    looked_at: count.describe("The figures below are of so many of those who were asked."),
    mailed: count,
    mails_held: count,
    mails_due: count,
    clicked: count,
    joined: count.describe("Joined a program after it."),
    shared: count,
    referred: count.describe("Somebody came by their recommendation after it."),
  })
  .meta({ id: "AnnouncementReport" });

export function reportView(of: {
  row: AnnouncementRow;
  report: AnnouncementReport;
  size: { count: number; exact: boolean } | null;
}): z.input<typeof announcementReport> {
  const { row, report, size } = of;
  return { asked: row.asked, held: row.held, waiting_until: at(row.next_at), audience: size, ...report };
}
