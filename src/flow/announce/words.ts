/** An announcement as one reader gets it: her language, her places filled, and a button that counts. */
import type { AnnouncementSettings, AnnouncementTexts } from "../../core/announce/announcement.ts";
import { fillText, firstName, textFor } from "../../core/announce/ask-text.ts";
import { uuidOf } from "../../core/id.ts";
import type { MailDraft } from "../../core/messages/mail-compose.ts";
import { readProducts } from "../../store/announcement-moments.ts";
import { readAnnouncement } from "../../store/announcements.ts";
import { NO_MOMENT } from "../../store/announcement-people.ts";
import type { Client } from "../../store/db.ts";
import type { MailMac } from "../ports.ts";
import { makeGoToken } from "./go-token.ts";

/** What is known of an announcement where its mails are written. */
export type Announced = {
  id: string;
  texts: AnnouncementTexts;
  settings: AnnouncementSettings;
  programId: string | null;
  product: string | null;
};
type Message = { id: string; kind: string; data: Record<string, unknown> };

/** By message: the announcement that it brings. */
export async function readAnnounced(workspaceId: string, db: Client, messages: readonly Message[]): Promise<Map<string, Announced>> {
  const found = new Map<string, Announced>();
  const those = messages.filter(({ kind }) => kind === "announcement");
  if (those.length === 0) return found;
  const facts = those.flatMap(({ data }) => (typeof data["about"] === "string" && data["about"] !== NO_MOMENT ? [data["about"]] : []));
  const products = await readProducts(workspaceId, db, facts);
  for (const { id, data } of those) {
    const announcement = uuidOf("anc", String(data["announcement"]));
    const row = announcement === null ? null : await readAnnouncement(workspaceId, db, announcement);
    if (row === null) continue;
    const { texts, settings, program_id: programId } = row;
    found.set(id, { id: row.id, texts, settings, programId, product: products.get(String(data["about"])) ?? null });
  }
  return found;
}

export type Reader = { locale: string; name: string | null; personId: string | null };
type House = { id: string; slug: string; business: string; locale: string };
type Programs = readonly { id: string; key: string; name: string }[];

/** The words, and where the button leads: counted where the reader is known. */
export function announcementDraft(
  parts: { mac: MailMac; publicUrl: string },
  of: { announced: Announced; reader: Reader; house: House; programs: Programs },
): Pick<MailDraft, "own" | "action"> & Partial<Pick<MailDraft, "because">> {
  const { announced, reader, house } = of;
  const program = of.programs.find(({ id }) => id === announced.programId);
  const words = textFor(announced.texts, reader.locale, house.locale);
  const values = {
    name: firstName(reader.name),
    full_name: reader.name,
    product: announced.product,
    program: program?.name ?? null,
    business: house.business,
  };
  const fill = (text: string): string => fillText(text, values);
  const token =
    reader.personId === null ? null : makeGoToken(parts.mac, house.id, { announcement: announced.id, person: reader.personId });
  return {
    own: {
      subject: fill(words.subject),
      title: fill(words.title ?? words.subject),
      text: fill(words.text),
      action: words.action === undefined ? null : fill(words.action),
    },
    action:
      token === null
        ? targetOf(parts.publicUrl, { slug: house.slug, url: announced.settings.url, program: program?.key ?? null })
        : `${parts.publicUrl}/p/${encodeURIComponent(house.slug)}/go/${token}`,
    ...(announced.settings.purpose === "marketing" ? { because: "news" as const } : {}),
  };
}

/** Where the button leads in the end. */
export function targetOf(publicUrl: string, of: { slug: string; url: string | null; program: string | null }): string {
  if (of.url !== null) return of.url;
  const own = `${publicUrl}/p/${encodeURIComponent(of.slug)}`;
  return of.program === null ? own : `${own}/${encodeURIComponent(of.program)}`;
}
