/**
 * What a person does with the links at the end of a mail: unsubscribes, or chooses which mails she gets. The link's token says who she is,
 * and is good for this alone.
 */
import type { SuppressionReason } from "../core/consent.ts";
import { MAIL_TOPICS, type MailTopic } from "../core/messages/mail-policy.ts";
import { inWorkspace } from "../store/db.ts";
import { readInvitation } from "../store/mail-invitations.ts";
import { readOperator, setOperatorMail } from "../store/operators.ts";
import { canonicalPerson, readPerson } from "../store/people.ts";
import { type PreferenceRow, readPreference } from "../store/portal-forms.ts";
import { readReader, setReaderOff } from "../store/report-schedules.ts";
import * as suppressions from "../store/suppressions.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ContactParts, liftSuppression, suppress } from "./consents.ts";
import { type MailWorkspace, readMailWorkspace } from "./mail-facts.ts";
import { type MailReader, readMailToken } from "./mail-token.ts";
import { NOTHING_CHOSEN, changePreferences } from "./portal-self.ts";
import type { MailMac } from "./ports.ts";

export type ChoiceParts = ContactParts & { mac: MailMac };
/** Of a page's address, and the request that asks. */
export type ChoiceAsk = { slug: string; token: string; requestId: string };
type Found = { workspace: MailWorkspace; reader: MailReader; locale: string | null };
/** Whose mails, and how she is spoken to; nothing of herself. */
export type ChoicePage = { workspace: MailWorkspace; sort: MailReader["sort"]; locale: string | null };

/** Null for a token that we did not make for this workspace, and for somebody who is gone. */
async function find(parts: ChoiceParts, ask: ChoiceAsk): Promise<Found | null> {
  const workspaceId = (await findWorkspace(parts.pool, ask.slug))?.workspace_id;
  const told = workspaceId === undefined ? null : readMailToken(parts.mac, workspaceId, ask.token);
  if (workspaceId === undefined || told === null) return null;
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const workspace = await readMailWorkspace(workspaceId, db);
    if (workspace === null) return null;
    if (told.sort === "invitation") {
      const invitation = await readInvitation(workspaceId, db, told.id);
      return invitation === null ? null : { workspace, reader: told, locale: invitation.locale };
    }
    if (told.sort !== "person") {
      const report = told.sort === "report" ? await readReader(workspaceId, db, told.id) : null;
      const operator = await readOperator(workspaceId, db, told.sort === "report" ? (report?.operator_id ?? told.id) : told.id);
      return operator === null ? null : { workspace, reader: told, locale: operator.locale };
    }
    const id = await canonicalPerson(workspaceId, db, told.id);
    const person = id === null ? null : await readPerson(workspaceId, db, id);
    if (person === null || person.erased_at !== null) return null;
    const chosen = await readPreference(workspaceId, db, person.id);
    return { workspace, reader: { sort: "person", id: person.id }, locale: chosen?.locale ?? null };
  });
}

/** What the page says; nothing changes by looking. */
export async function unsubscribePage(parts: ChoiceParts, ask: ChoiceAsk): Promise<ChoicePage | null> {
  const found = await find(parts, ask);
  return found === null ? null : { workspace: found.workspace, sort: found.reader.sort, locale: found.locale };
}

/** Puts her on the list of those who get nothing but what is essential. Again changes nothing. */
export async function unsubscribe(parts: ChoiceParts, ask: ChoiceAsk): Promise<ChoicePage | null> {
  const found = await find(parts, ask);
  if (found === null) return null;
  const { workspace, reader, locale } = found;
  if (reader.sort === "person") await stop(parts, byOf(workspace, ask), reader.id);
  else if (reader.sort === "invitation") await stopAddress(parts, workspace.id, reader.id);
  else await stopOperator(parts, workspace.id, reader);
  return { workspace, sort: reader.sort, locale };
}

const byOf = (workspace: MailWorkspace, ask: ChoiceAsk): By => ({
  workspaceId: workspace.id,
  actor: "person",
  requestId: ask.requestId,
  idempotencyKey: null,
});

async function stop(parts: ChoiceParts, by: By, personId: string): Promise<void> {
  await suppress(parts, by, { personId, email: null, phone: null, channel: "email", reason: "unsubscribed", source: "mail" });
}

/** The week, alerts, or one report, is what she gets no more; whatever else is sent to her comes as before. */
async function stopOperator(parts: ChoiceParts, workspaceId: string, { sort, id }: MailReader): Promise<void> {
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    if (sort === "report") await setReaderOff(workspaceId, db, { id, off: true });
    else await setOperatorMail(workspaceId, db, { id, ...(sort === "alerts" ? { alerts: false } : { weekly: false }) });
  });
}

/** A friend without an account: the address alone, as the hash that the invitation keeps. */
async function stopAddress(parts: ChoiceParts, workspaceId: string, invitationId: string): Promise<void> {
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const invitation = await readInvitation(workspaceId, db, invitationId);
    if (invitation === null) return;
    const at = await workspaceNow(workspaceId, db);
    const { address } = invitation;
    const row = { id: parts.ids.uuid(), person_id: null, address, channel: "email", reason: "unsubscribed", source: "mail", at } as const;
    await suppressions.insertSuppression(workspaceId, db, row);
  });
}

export type Choices = { page: ChoicePage; topics: { topic: MailTopic; on: boolean }[]; digest: PreferenceRow["digest"]; news: boolean };

/** What she has chosen; null for an unknown token or a friend's. */
export async function mailChoices(parts: ChoiceParts, ask: ChoiceAsk): Promise<Choices | null> {
  const found = await find(parts, ask);
  if (found === null || found.reader.sort !== "person") return null;
  const { workspace, reader, locale } = found;
  return await inWorkspace(parts.pool, workspace.id, async (db) => {
    const chosen = (await readPreference(workspace.id, db, reader.id)) ?? NOTHING_CHOSEN;
    const stopped = await suppressions.findSuppression(workspace.id, db, { personId: reader.id, address: null, channel: "email" });
    const topics = MAIL_TOPICS.map((topic) => ({ topic, on: !chosen.off.includes(topic) }));
    return { page: { workspace, sort: "person", locale }, topics, digest: chosen.digest, news: stopped === null };
  });
}

export type ChoiceWish = { topics: ReadonlySet<string>; digest: PreferenceRow["digest"]; news: boolean };
/** What she may take back herself: her own word, not a complaint, a bounce or what an operator decided. */
const HERS: ReadonlySet<SuppressionReason> = new Set(["unsubscribed", "asked"]);

/** Keeps what she chose. Null for an unknown token. */
export async function saveChoices(parts: ChoiceParts, ask: ChoiceAsk, wish: ChoiceWish): Promise<Choices | null> {
  const before = await mailChoices(parts, ask);
  const found = before === null ? null : await find(parts, ask);
  if (before === null || found === null) return null;
  const { workspace, reader } = found;
  const by = byOf(workspace, ask);
  const mail = Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, wish.topics.has(topic)]));
  const isSame = before.digest === wish.digest && before.topics.every(({ topic, on }) => mail[topic] === on);
  if (!isSame) await changePreferences(parts, by, { personId: reader.id, mail, digest: wish.digest });
  if (!wish.news && before.news) await stop(parts, by, reader.id);
  if (wish.news && !before.news) await lift(parts, by, reader.id);
  return await mailChoices(parts, ask);
}

async function lift(parts: ChoiceParts, by: By, personId: string): Promise<void> {
  for (;;) {
    const ask = { personId, address: null, channel: "email" } as const;
    const there = await inWorkspace(parts.pool, by.workspaceId, (db) => suppressions.findSuppression(by.workspaceId, db, ask));
    if (there === null || !HERS.has(there.reason)) return;
    await liftSuppression(parts, by, there.id);
  }
}
