/**
 * Sends messages that are due as mail. No job a message: they are found by index, claimed under a lease, and what became of each is
 * written behind a fence. Exactly one mail a message as far as SMTP lets anybody know: where a process dies or a connection ends between
 * handing over and the answer, the same letter (the same Message-ID) may go out a second time, and never a third.
 */
import { CONSOLE_MAILS, type MessageKind, MESSAGES, OPERATORS } from "../core/messages/kinds.ts";
import { composeMail } from "../core/messages/mail-compose.ts";
import { plainText } from "../core/messages/mail-content.ts";
import { waitAfter, whyNotSent } from "../core/messages/mail-policy.ts";
import { externalId } from "../core/id.ts";
import { normaliseEmail } from "../core/identity.ts";
import type { SuppressionReason } from "../core/consent.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import * as store from "../store/mail.ts";
import { readSuppressedAddresses } from "../store/mail-facts.ts";
import { forgetInvited } from "../store/mail-invitations.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { keepCalendar } from "./mail-calendar.ts";
import { type DraftParts, aboutOf, draftMail } from "./mail-draft.ts";
import { type MailFacts, isSample, operatorOf, readMailFacts } from "./mail-facts.ts";
import { suppressedAddress } from "./consents.ts";
import { noteBounce } from "./mail-bounces.ts";
import { withSealed } from "./mail-sealed.ts";
import { type Letter as Sealed, openLetter } from "./portal-letter.ts";
import { keepSchedules } from "./reports/schedules.ts";
import type { ReportReader } from "./reports/told.ts";
import type { Cipher, Hashes, Ids, Letter, LetterSent, Log, Mailer, MailRenderer } from "./ports.ts";

/** What the installation says about mail. */
export type MailHouseRules = { from: { name: string | null; address: string }; sandboxes: boolean };
export type MailParts = DraftParts & {
  pool: Pool;
  reports: ReportReader;
  ids: Ids;
  hashes: Hashes;
  cipher: Cipher;
  log: Log;
  mailer: Mailer;
  renderer: MailRenderer;
  rules: MailHouseRules;
};
export type MailAsk = { signal?: AbortSignal };

/** Claimed at once, and in the mail server's hands at once. A try takes half a minute at most. */
const AT_ONCE = 8;
const LEASE_MS = 120_000;
/** After a failure that any letter would have met. */
const SERVER_WAIT_MS = 60_000;
/** A letter of which nobody knows twice whether it was taken is not sent a third time. */
const DOUBTS = 2;

/** Sends what is due. `more`: it ended because of the signal. `down`: the mail server takes nothing now. */
export async function sendMail(
  parts: MailParts,
  workspaceId: string,
  { signal }: MailAsk = {},
): Promise<{ sent: number; more: boolean; down: boolean }> {
  await keepCalendar(parts, workspaceId);
  await keepSchedules(parts, workspaceId);
  for (let sent = 0; ; ) {
    if (signal?.aborted) return { sent, more: true, down: false };
    const claimed = await claim(parts, workspaceId);
    if (claimed === null || claimed.items.length === 0) return { sent, more: false, down: false };
    const done = await Promise.all(claimed.items.map((item) => settleOne(parts, claimed, item)));
    sent += done.filter((each) => each === "sent").length;
    if (done.includes("down")) return { sent, more: false, down: true };
  }
}

/** A message that is ours for now, what only its mail may know, and where it goes. */
type Item = { message: store.ClaimedMail; sealed: Sealed | null; address: string | null };
type Claimed = { workspaceId: string; items: Item[]; facts: MailFacts; addresses: Map<string, SuppressionReason> };

async function claim(parts: MailParts, workspaceId: string): Promise<Claimed | null> {
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const messages = await store.claimMail(workspaceId, db, { limit: AT_ONCE, leaseMs: LEASE_MS });
    if (messages.length === 0) return null;
    const now = await workspaceNow(workspaceId, db);
    const facts = await readMailFacts(workspaceId, db, { messages, now, reports: parts.reports });
    if (facts === null) return null;
    const items = messages.map((message) => {
      const sealed = unseal(parts, workspaceId, message);
      return { message, sealed, address: addressOf(facts, message, sealed) };
    });
    const mails = items.map(({ address }) => hashOf(parts, address)).filter((each) => each !== null);
    return { workspaceId, items, facts, addresses: await readSuppressedAddresses(workspaceId, db, mails) };
  });
}

/** An address as suppressions keep it. */
function hashOf(parts: Pick<MailParts, "hashes">, email: string | null): string | null {
  const value = email === null ? undefined : normaliseEmail(email);
  return value === undefined ? null : suppressedAddress(parts.hashes, value);
}

async function settleOne(parts: MailParts, claimed: Claimed, item: Item): Promise<"sent" | "kept" | "down"> {
  const { message, sealed, address } = item;
  const reason = message.doubts >= DOUBTS ? "in_doubt" : reachOf(parts, claimed, { message, address });
  if (reason !== null || address === null) {
    await record(parts, claimed, { message, verdict: { status: "dropped", reason: reason ?? "no_address", doubt: false } });
    return "kept";
  }
  const letter = await write(parts, claimed.facts, { message, address, sealed });
  const sent = await parts.mailer.send(letter);
  await noteSent(parts, claimed, { message, letter, sent });
  if (sent.taken) return "sent";
  return sent.whose === "server" ? "down" : "kept";
}

/** What only this mail may know; null where nothing is sealed, or where it was sealed with another secret. */
function unseal(parts: MailParts, workspaceId: string, message: store.ClaimedMail): Sealed | null {
  try {
    return openLetter(parts.cipher, workspaceId, message);
  } catch (error) {
    parts.log.warn("a sealed message does not open", { workspace: workspaceId, error: (error as Error).message });
    return null;
  }
}

function addressOf(facts: MailFacts, message: store.ClaimedMail, sealed: Sealed | null): string | null {
  if (isSample(message)) return sealed?.email ?? null;
  const operator = operatorOf(facts, message);
  if (operator !== null) return operator?.email ?? null;
  if (message.person_id === OPERATORS && MESSAGES[message.kind].to === "operators") return facts.workspace.operators;
  if (message.kind === "friend_invited") return facts.invitations.get(message.id)?.email ?? null;
  return sealed?.email ?? facts.people.get(message.person_id)?.email ?? null;
}

function reachOf(parts: MailParts, claimed: Claimed, of: { message: store.ClaimedMail; address: string | null }): string | null {
  const { facts, addresses } = claimed;
  // A friend who is invited is not the advocate in whose name she is.
  const person = of.message.kind === "friend_invited" ? undefined : facts.people.get(of.message.person_id);
  return whyNotSent({
    kind: of.message.kind,
    address: of.address,
    suppressed: person?.suppressed ?? addresses.get(hashOf(parts, of.address) ?? "") ?? null,
    off: operatorOf(facts, of.message)?.off ?? person?.off ?? [],
    digest: person?.digest ?? "each",
    age: facts.now - of.message.due_at,
    sandbox: facts.workspace.sandbox,
    sandboxSends: parts.rules.sandboxes,
    couponFollows: couponFollows(of.message),
  });
}

function couponFollows({ kind, data, due_at }: store.ClaimedMail): boolean {
  if (data["form"] !== "coupon") return false;
  return (
    kind === "reward_available" ||
    (kind === "reward_granted" && typeof data["available_at"] === "number" && data["available_at"] <= due_at)
  );
}

type Writing = { message: store.ClaimedMail; address: string; sealed: Sealed | null };

async function write(parts: MailParts, facts: MailFacts, { message, address, sealed }: Writing): Promise<Letter> {
  const draft = withSealed(parts, draftMail(parts, facts, message), sealed);
  const content = composeMail(draft);
  const { mail, business } = facts.workspace;
  const { from } = parts.rules;
  const sender = mail.from_address ?? from.address;
  const mailto = mail.unsubscribe_address === undefined ? "" : `, <mailto:${mail.unsubscribe_address}?subject=unsubscribe>`;
  const id = externalId("msg", message.id);
  return {
    from: { name: mail.from_name ?? from.name ?? business, address: sender },
    replyTo: mail.reply_to ?? facts.workspace.brand.support_email ?? null,
    to: address,
    subject: content.subject,
    html: await parts.renderer.render(content),
    text: plainText(content),
    messageId: `${id}@${sender.slice(sender.lastIndexOf("@") + 1)}`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Feedback-ID": `${message.kind}:${externalId("msg", message.id).slice(4, 12)}:grapevine`,
      ...(draft.unsubscribe === null
        ? {}
        : { "List-Unsubscribe": `<${draft.unsubscribe}>${mailto}`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  };
}

type Sending = { message: store.ClaimedMail; letter: Letter; sent: LetterSent };

/** Writes down what came of a letter, and of an address that does not exist. */
async function noteSent(parts: MailParts, claimed: Claimed, { message, letter, sent }: Sending): Promise<void> {
  if (sent.taken) {
    const verdict = { status: "delivered", reason: null, doubt: false, attempt: { ms: sent.ms, code: sent.code, error: null } } as const;
    return await record(parts, claimed, { message, letter, verdict });
  }
  const attempt = { ms: sent.ms, code: sent.code, error: sent.error };
  const { workspaceId } = claimed;
  const fields = { workspace: workspaceId, message: externalId("msg", message.id), code: sent.code, error: sent.error };
  parts.log.warn("a mail was not taken", fields);
  if (sent.whose === "server") {
    const verdict = { status: "due", reason: null, doubt: false, wait: SERVER_WAIT_MS, counts: false, attempt: null } as const;
    return await record(parts, claimed, { message, verdict });
  }
  const wait = sent.again ? waitAfter(message.tries + 1, (parts.ids.bytes(1)[0] ?? 0) / 255) : null;
  const status = wait === null ? "dropped" : "due";
  const reason = wait !== null ? null : sent.error === "mailbox" ? "bounced" : sent.again ? "gave_up" : sent.error;
  await record(parts, claimed, { message, verdict: { status, reason, doubt: sent.doubt, wait: wait ?? 0, attempt } });
  if (sent.error === "mailbox" && message.person_id !== OPERATORS)
    await noteBounce(parts, workspaceId, { email: letter.to, personId: message.person_id, kind: "hard", source: "smtp" });
}

type Settling = {
  message: store.ClaimedMail;
  letter?: Letter;
  verdict: Pick<store.Verdict, "status" | "reason" | "doubt"> & Partial<store.Verdict>;
};

async function record(parts: MailParts, claimed: Claimed, { message, letter, verdict }: Settling): Promise<void> {
  const { workspaceId, facts } = claimed;
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const { id, claims } = message;
    const isOurs = await store.recordMail(workspaceId, db, { wait: 0, counts: true, attempt: null, ...verdict, id, claims });
    const invited = facts.invitations.get(message.id);
    if (isOurs && invited !== undefined && verdict.status !== "due") await forgetInvited(workspaceId, db, invited.id);
    if (!isOurs || letter === undefined) return;
    const isSecret = NOT_KEPT.has(message.kind);
    await store.insertMail(workspaceId, db, {
      message: id,
      person: message.person_id,
      about: aboutOf(facts, message),
      recipient: isSecret ? null : letter.to,
      subject: isSecret ? null : letter.subject,
      html: isSecret ? null : letter.html,
      body: isSecret ? null : letter.text,
    });
  });
}

/** A link that lets somebody in is as good as a password, and a friend's address is kept by nobody: that there was a mail is kept. */
const NOT_KEPT: ReadonlySet<MessageKind> = new Set<MessageKind>(["sign_in", "advocate_invited", "friend_invited", ...CONSOLE_MAILS]);
