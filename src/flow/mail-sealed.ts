import type { MailDraft } from "../core/messages/mail-compose.ts";
import type { Letter } from "./portal-letter.ts";

/** A link and a code that are good for some minutes, in the draft of the mail that brings them. */
export function withSealed(parts: { publicUrl: string }, draft: MailDraft, letter: Letter | null): MailDraft {
  if (letter === null) return draft;
  const { code } = letter;
  const values = {
    ...draft.values,
    until: draft.voice.formats.dateTime(letter.until, letter.until),
    ...(code === undefined ? {} : { code }),
  };
  return { ...draft, values, action: parts.publicUrl + letter.path, ...(code === undefined ? {} : { code }) };
}
