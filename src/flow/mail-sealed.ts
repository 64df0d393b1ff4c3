/** What a message carries sealed: an address that is nobody's yet, a link and a code to sign in. Opened only to write the mail. */
import type { MailDraft } from "../core/messages/mail-compose.ts";
import type { Cipher } from "./ports.ts";
import type { MailMessage } from "./mail-facts.ts";

export type Sealed = { email: string | null; code: string | null; draft: Partial<MailDraft> };
const NOTHING: Sealed = { email: null, code: null, draft: {} };

/** The place that a message's secret is sealed for (adapters/cipher.ts). */
export function sealedPlace(workspaceId: string, subjectKey: string): string {
  return `${workspaceId}|message|sealed|${subjectKey}`;
}

/** Nothing where there is nothing sealed, or where it does not open (sealed with another secret): then nobody can be written to. */
export function openSealed(cipher: Cipher, workspaceId: string, message: Pick<MailMessage, "data" | "subject_key">): Sealed {
  const { sealed } = message.data;
  if (typeof sealed !== "string") return NOTHING;
  try {
    const opened = JSON.parse(cipher.open(sealed, sealedPlace(workspaceId, message.subject_key))) as Record<string, unknown>;
    const text = (key: string): string | null => (typeof opened[key] === "string" ? opened[key] : null);
    const [email, code, link] = [text("email"), text("code"), text("link")];
    return { email, code, draft: { ...(link === null ? {} : { action: link }), ...(code === null ? {} : { code }) } };
  } catch {
    return NOTHING;
  }
}
