/** Notes and kept answers, as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { CannedRow } from "../../store/canned-answers.ts";
import type { NoteRow } from "../../store/notes.ts";
import { instant } from "../schemas.ts";

export const note = z
  .object({
    id: z.string(),
    person: z.string(),
    text: z.string(),
    author: z.string().describe("Who wrote it: an operator's or a key's id."),
    at: instant,
  })
  .meta({ id: "Note" });

export function noteView(row: NoteRow): z.input<typeof note> {
  const { text, author } = row;
  return { id: externalId("nte", row.id), person: externalId("per", row.person_id), text, author, at: formatInstant(row.at) };
}

/** What is written of one. */
export const cannedFields = {
  name: z.string().trim().min(1).max(100).describe("What operators find it by."),
  text: z.string().min(1).max(5000),
  language: z.string().min(2).max(35).nullable().optional(),
};

export const canned = z
  .object({
    id: z.string(),
    name: z.string(),
    text: z.string(),
    language: z.string().nullable().describe("For people of this language; null for all."),
    at: instant,
    changed_at: instant,
  })
  .meta({ id: "CannedAnswer" });

export function cannedView(row: CannedRow): z.input<typeof canned> {
  const { name, text, language } = row;
  return { id: externalId("can", row.id), name, text, language, at: formatInstant(row.at), changed_at: formatInstant(row.changed_at) };
}
