/** Looking at mails: as they were sent, or as they would be. Nothing is sent or changed by looking. */
import { CONSOLE_MAILS, type MessageKind, MESSAGES, OPERATORS } from "../core/messages/kinds.ts";
import { type MailHouse, composeMail } from "../core/messages/mail-compose.ts";
import { plainText } from "../core/messages/mail-content.ts";
import { SAMPLE_HOUSE, sampleDraft } from "../core/messages/mail-samples.ts";
import { formats } from "../core/words/format.ts";
import { type Overrides, createWords, languageOf } from "../core/words.ts";
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import * as store from "../store/mail.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { type DraftParts, draftMail, ownWords } from "./mail-draft.ts";
import { operatorOf, readMailFacts } from "./mail-facts.ts";
import { type Letter, openLetter } from "./portal-letter.ts";
import { withSealed } from "./mail-sealed.ts";
import type { Cipher, MailRenderer } from "./ports.ts";
import type { ReportReader } from "./reports/told.ts";

export type ViewParts = DraftParts & { pool: Pool; cipher: Cipher; renderer: MailRenderer; reports: ReportReader; sends: boolean };
/** `content` is null where there is nothing to show: a secret, or somebody who is gone. */
export type MailView = {
  row: store.MailRow;
  recipient: string | null;
  attempts: store.AttemptRow[];
  content: { subject: string; html: string; text: string } | null;
};

/** As good as a password while they hold. They can be looked at only where no mail goes out, so that one can sign in without. */
const SECRET: ReadonlySet<MessageKind> = new Set<MessageKind>(["sign_in", "advocate_invited", ...CONSOLE_MAILS]);

/** One mail as it was sent; where it was not, as it would be written now. Null when there is no such message. */
export async function viewMail(parts: ViewParts, workspaceId: string, id: string): Promise<MailView | null> {
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const row = await store.readMail(workspaceId, db, id);
    if (row === null) return null;
    const attempts = await store.readMailAttempts(workspaceId, db, id);
    const { html, body, subject, recipient } = row;
    if (html !== null && subject !== null) return { row, recipient, attempts, content: { subject, html, text: body ?? "" } };
    if (SECRET.has(row.kind) && parts.sends) return { row, recipient: null, attempts, content: null };
    return { row, attempts, ...(await writeNow(parts, { workspaceId, db }, row)) };
  });
}

async function writeNow(
  parts: ViewParts,
  { workspaceId, db }: { workspaceId: string; db: Client },
  row: store.MailRow,
): Promise<Pick<MailView, "recipient" | "content">> {
  const now = await workspaceNow(workspaceId, db);
  const facts = await readMailFacts(workspaceId, db, { messages: [row], now, reports: parts.reports });
  if (facts === null) return { recipient: null, content: null };
  const sealed = opened(parts.cipher, workspaceId, row);
  const isTheirs = row.person_id === OPERATORS && MESSAGES[row.kind].to === "operators";
  const invited = facts.invitations.get(row.id);
  const person = facts.people.get(row.person_id)?.email ?? null;
  const known = operatorOf(facts, row)?.email ?? sealed?.email;
  const recipient =
    known ?? (isTheirs ? facts.workspace.operators : row.kind === "friend_invited" ? (invited?.email ?? null) : person);
  const content = composeMail(withSealed(parts, draftMail(parts, facts, row), sealed));
  return { recipient, content: { subject: content.subject, html: await parts.renderer.render(content), text: plainText(content) } };
}

function opened(cipher: Cipher, workspaceId: string, row: store.MailRow): Letter | null {
  try {
    return openLetter(cipher, workspaceId, row);
  } catch {
    return null;
  }
}

/** `house` and `words`: whose mail it is; a made-up business's in our words when left out. `own`: a letter that an operator writes. */
export type PreviewAsk = { kind: MessageKind; locale: string; zone: string; house?: MailHouse; words?: Overrides; own?: string };

/** A believable mail of a kind in a language, in nobody's name. */
export async function previewMail(
  parts: Pick<ViewParts, "renderer">,
  ask: PreviewAsk,
): Promise<{ subject: string; html: string; text: string }> {
  const language = languageOf(ask.locale);
  const voice = { words: createWords(language, ask.words), formats: formats(ask.locale, ask.zone) };
  const sample = sampleDraft(ask.kind, voice, { house: ask.house ?? SAMPLE_HOUSE });
  const content = composeMail(ask.own === undefined ? sample : { ...sample, own: ownWords(ask.own), action: null });
  return { subject: content.subject, html: await parts.renderer.render(content), text: plainText(content) };
}
