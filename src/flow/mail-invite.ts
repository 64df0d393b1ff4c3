/**
 * A mail to a friend that an advocate asks for: only where the business allows it, one an address and program ever, in the advocate's
 * name, without a reminder, with a way out. What becomes of it is not told: nobody finds out who is a customer or wants no mail.
 */
import { externalId } from "../core/id.ts";
import { normaliseEmail } from "../core/identity.ts";
import { chooseLocale } from "../core/messages/locale.ts";
import { cleanText } from "../core/messages/mail-values.ts";
import { DAY } from "../core/time.ts";
import type { Client } from "../store/db.ts";
import { readAdvocateLink } from "../store/mail-facts.ts";
import * as store from "../store/mail-invitations.ts";
import { insertMessages } from "../store/messages.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import { readProgram } from "../store/programs.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { findSuppression } from "../store/suppressions.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import { type ContactParts, suppressedAddress } from "./consents.ts";
import { readMailWorkspace } from "./mail-facts.ts";
import { Refusal, notFound } from "./refusal.ts";

export type FriendWish = {
  program: string;
  personId: string;
  email: string;
  name: string | null;
  note: string | null;
  locale: string | null;
};

/** So many a day an advocate: a friend is written to because somebody thought of her. */
const A_DAY = 20;
const LINK = /https?:|www\.|[a-z0-9-]+\.(com|net|org|io|info|biz|ru|cn|shop|app|me|co)\b/i;

export async function inviteFriend(parts: ContactParts, by: By, wish: FriendWish): Promise<void> {
  const email = normaliseEmail(wish.email);
  if (email === undefined) throw invalid("/email", "email_invalid", "This is not an e-mail address.");
  if (wish.note !== null && LINK.test(wish.note)) throw invalid("/note", "link_refused", "A note has no links: the mail has yours.");
  await change(parts, by, async (db) => {
    const { programId, now, locale } = await mayInvite(by, db, wish);
    const address = suppressedAddress(parts.hashes, email);
    const nothing = { result: undefined, deed: null };
    const since = now - DAY;
    if ((await store.countInvitations(by.workspaceId, db, { advocateId: wish.personId, since })) >= A_DAY)
      throw new Refusal("rate_limited", `At most ${A_DAY} mails to friends a day.`, { retryAfter: 3_600 });
    if ((await findSuppression(by.workspaceId, db, { personId: null, address, channel: "email" })) !== null) return nothing;
    const id = parts.ids.uuid();
    const name = wish.name === null ? null : cleanText(wish.name);
    const note = wish.note === null ? null : cleanText(wish.note);
    const row = { id, program_id: programId, advocate_id: wish.personId, address, email, name, note, locale, at: now };
    if (!(await store.insertInvitation(by.workspaceId, db, row))) return nothing;
    const invitation = externalId("inv", id);
    await insertMessages(by.workspaceId, db, [
      {
        kind: "friend_invited",
        person_id: wish.personId,
        subject_key: invitation,
        data: { invitation, program: wish.program },
        due_at: now,
      },
    ]);
    const detail = { program: wish.program, invitation };
    return { result: undefined, deed: { action: "friend.invited", target: externalId("per", wish.personId), detail } };
  });
  tellSettled(parts.pool, by.workspaceId);
}

async function mayInvite(by: By, db: Client, wish: FriendWish): Promise<{ programId: string; now: number; locale: string }> {
  const { workspaceId } = by;
  const workspace = await readMailWorkspace(workspaceId, db);
  const program = await readProgram(workspaceId, db, wish.program);
  if (workspace === null || program === null) throw notFound("program");
  if (workspace.mail.invitations !== true)
    throw new Refusal("conflict", "This business does not write to friends on anybody's behalf: share your link yourself.");
  if (program.status !== "live") throw new Refusal("program_not_live", "The program does not run now.");
  const status = await readAdvocateStatus(workspaceId, db, { programId: program.id, personId: wish.personId });
  if (status !== "active") throw new Refusal("conflict", "Only who takes part in the program can invite to it.");
  const { advocate, link } = await readAdvocateLink(workspaceId, db, { advocateId: wish.personId, programId: program.id });
  if (advocate === null) throw new Refusal("conflict", "Say your name first: the mail names who recommends.");
  if (link === null) throw new Refusal("conflict", "There is no link of yours to send.");
  return {
    programId: program.id,
    now: await workspaceNow(workspaceId, db),
    locale: chooseLocale({ locale: wish.locale }, workspace.locale),
  };
}

function invalid(pointer: string, code: string, message: string): Refusal {
  return new Refusal("validation_failed", message, { errors: [{ pointer, code, message }] });
}
