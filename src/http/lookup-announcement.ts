/** An announcement by the id in a path, or by its bare uuid. */
import { notFound } from "../flow/refusal.ts";
import { type AnnouncementRow, readAnnouncement } from "../store/announcements.ts";
import type { Read } from "./context.ts";

export async function announcementOf(read: Read, id: string): Promise<AnnouncementRow> {
  const row = await read((workspaceId, db) => readAnnouncement(workspaceId, db, id));
  if (row === null) throw notFound("announcement");
  return row;
}
