/** What people agreed to, and whom not to contact. Each is a row with its proof; nothing is edited. */
import type { Channel, SuppressionReason } from "../core/consent.ts";
import { externalId } from "../core/id.ts";
import { addressKey, normaliseEmail, normalisePhone } from "../core/identity.ts";
import { MESSAGE_KINDS, MESSAGES } from "../core/messages/kinds.ts";
import { type ConsentProof, insertConsent } from "../store/consents.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { canonicalPerson, personByIdentity } from "../store/people.ts";
import * as store from "../store/suppressions.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { Hashes } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type ContactParts = ChangeParts & { hashes: Hashes };

export type ConsentWish = {
  personId: string;
  purpose: string;
  channel: Channel;
  granted: boolean;
  wording: string;
  source: string;
  /** When she said it, where that was earlier; null: now. */
  at: number | null;
  proof: ConsentProof;
};

/** Records that somebody agreed, or took it back. */
export async function recordConsent(parts: ContactParts, by: By, wish: ConsentWish): Promise<{ id: string }> {
  return await change(parts, by, async (db) => {
    const now = await workspaceNow(by.workspaceId, db);
    if (wish.at !== null && wish.at > now) {
      const message = "Give an instant that has passed, or leave it out.";
      throw new Refusal("validation_failed", message, { errors: [{ pointer: "/at", code: "in_future", message }] });
    }
    const id = parts.ids.uuid();
    await insertConsent(by.workspaceId, db, { ...wish, id, at: wish.at ?? now, actor: by.actor });
    const { purpose, channel, wording } = wish;
    const action = wish.granted ? "consent.granted" : "consent.withdrawn";
    return { result: { id }, deed: { action, target: externalId("per", wish.personId), detail: { purpose, channel, wording } } };
  });
}

/** A person by her id, or an address. */
export type Whom = { personId: string | null; email: string | null; phone: string | null };
export type SuppressionWish = Whom & { channel: Channel; reason: SuppressionReason; source: string };

/** An address as it is kept: nobody can read it, and the same one is found again. Null: no address was given. */
function addressOf(parts: ContactParts, whom: Whom): string | null {
  if (whom.email === null && whom.phone === null) return null;
  const [sort, value] = whom.email === null ? ["phone", normalisePhone(whom.phone!)] : ["email", normaliseEmail(whom.email)];
  if (value === undefined) {
    const message = `This is not ${sort === "email" ? "an e-mail address" : "a phone number in international form"}.`;
    throw new Refusal("validation_failed", message, { errors: [{ pointer: `/${sort}`, code: `${sort}_invalid`, message }] });
  }
  return sort === "email" ? suppressedAddress(parts.hashes, value) : parts.hashes.keyed(`suppressed|${sort}|${value}`);
}

/** How a normalised e-mail address stands on the list of those that are not written to. */
export function suppressedAddress(hashes: Hashes, email: string): string {
  return hashes.keyed(addressKey(email));
}

async function personOf(db: Client, workspaceId: string, whom: Whom): Promise<string | null> {
  if (whom.personId !== null) return whom.personId;
  const kind = whom.email === null ? (3 as const) : (2 as const);
  const value = whom.email === null ? normalisePhone(whom.phone ?? "") : normaliseEmail(whom.email);
  const found = value === undefined ? null : await personByIdentity(workspaceId, db, { kind, value });
  return found === null ? null : await canonicalPerson(workspaceId, db, found);
}

/** Puts somebody on the list; what she was to be told beyond the essential is dropped. The same again is the same entry. */
export async function suppress(parts: ContactParts, by: By, wish: SuppressionWish): Promise<{ id: string }> {
  const address = addressOf(parts, wish);
  return await change(parts, by, async (db) => {
    const personId = await personOf(db, by.workspaceId, wish);
    const { channel, reason, source } = wish;
    const at = await workspaceNow(by.workspaceId, db);
    const id = parts.ids.uuid();
    const isNew = await store.insertSuppression(by.workspaceId, db, { id, person_id: personId, address, channel, reason, source, at });
    if (!isNew) {
      const there = await store.findSuppression(by.workspaceId, db, { personId, address, channel });
      return { result: { id: there?.id ?? id }, deed: null };
    }
    const kinds = MESSAGE_KINDS.filter((kind) => !MESSAGES[kind].essential);
    if (personId !== null && channel === "all") await store.dropMessages(by.workspaceId, db, { personId, kinds, at });
    return { result: { id }, deed: { action: "suppression.added", target: externalId("sup", id), detail: { channel, reason } } };
  });
}

/** Takes an entry off the list. What was dropped stays dropped. */
export async function liftSuppression(parts: ContactParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if ((await store.readSuppression(by.workspaceId, db, id)) === null) throw notFound("suppression");
    const isLifted = await store.liftSuppression(by.workspaceId, db, { id, at: await workspaceNow(by.workspaceId, db) });
    return { result: undefined, deed: isLifted ? { action: "suppression.lifted", target: externalId("sup", id) } : null };
  });
}

/** Whether somebody may be contacted by a channel: asked before every delivery. */
export async function findSuppression(
  parts: ContactParts,
  by: By,
  ask: Whom & { channel: Channel },
): Promise<store.SuppressionRow | null> {
  const address = addressOf(parts, ask);
  return await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const personId = await personOf(db, by.workspaceId, ask);
    return await store.findSuppression(by.workspaceId, db, { personId, address, channel: ask.channel });
  });
}
