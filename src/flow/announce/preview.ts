/** An announcement as somebody would get it, now. Nothing is sent, counted or changed by looking. */
import { composeMail } from "../../core/messages/mail-compose.ts";
import { plainText } from "../../core/messages/mail-content.ts";
import { valuesOf } from "../../core/messages/mail-values.ts";
import { readAnnouncement } from "../../store/announcements.ts";
import { type Pool, inWorkspace } from "../../store/db.ts";
import { readMailPeople, readMailPrograms } from "../../store/mail-facts.ts";
import { type DraftParts, houseOf } from "../mail-draft.ts";
import { readMailWorkspace } from "../mail-facts.ts";
import type { MailRenderer } from "../ports.ts";
import { notFound } from "../refusal.ts";
import { announcementDraft } from "./words.ts";

export type PreviewParts = DraftParts & { pool: Pool; renderer: MailRenderer };
/** `person`: as her; null: as somebody of whom nothing is known. */
export type PreviewWish = { id: string; locale: string; person: string | null };
export type Previewed = {
  subject: string;
  title: string;
  paragraphs: readonly string[];
  action: string | null;
  html: string;
  text: string;
};

export async function previewAnnouncement(parts: PreviewParts, workspaceId: string, wish: PreviewWish): Promise<Previewed> {
  const known = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const row = await readAnnouncement(workspaceId, db, wish.id);
    const house = await readMailWorkspace(workspaceId, db);
    if (row === null || house === null) throw notFound("announcement");
    const people = await readMailPeople(workspaceId, db, wish.person === null ? [] : [wish.person]);
    return { row, house, programs: await readMailPrograms(workspaceId, db), person: people.get(wish.person ?? "") ?? null };
  });
  const { row, house, programs, person } = known;
  const locale = wish.locale === "" ? (person?.locale ?? house.locale) : wish.locale;
  const voice = parts.voices(house, { locale, zone: house.zone });
  const announced = { id: row.id, texts: row.texts, settings: row.settings, programId: row.program_id, product: null };
  const program = programs.find(({ id }) => id === row.program_id)?.name ?? house.business;
  const page = `${parts.publicUrl}/p/${encodeURIComponent(house.slug)}`;
  const content = composeMail({
    kind: "announcement",
    voice,
    values: valuesOf({ business: house.business, program }),
    house: houseOf(house),
    preferences: `${page}/preferences`,
    unsubscribe: `${page}/unsubscribe`,
    ...announcementDraft(parts, { announced, reader: { locale, name: person?.name ?? null, personId: null }, house, programs }),
  });
  const { subject, title, paragraphs, action } = content;
  return {
    subject,
    title,
    paragraphs,
    action: action?.label ?? null,
    html: await parts.renderer.render(content),
    text: plainText(content),
  };
}
