/** Inviting people to a program, and coming by an invitation's link. */
import { externalId } from "../core/id.ts";
import { normaliseEmail } from "../core/identity.ts";
import { chooseLocale } from "../core/messages/locale.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import * as store from "../store/portal-invitations.ts";
import { readProgram } from "../store/programs.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { findSuppression } from "../store/suppressions.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { readWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import { suppressedAddress } from "./consents.ts";
import { hashSecret } from "./keys.ts";
import { writeLetter } from "./portal-letter.ts";
import { beginSession } from "./portal-session.ts";
import { type Entered, type SignInParts, addressHash, personOf } from "./portal-sign-in.ts";
import { Refusal, notFound } from "./refusal.ts";

/** An invitation's link is good for so long; an address gets so many mails of it. */
const INVITATION_SECONDS = 14 * 86_400;
const SENDS = 3;

export type InviteWish = { program: string; emails: readonly string[]; locale: string | null };
/** `left`: addresses that were not written to, with why. */
export type Invited = { invited: string[]; left: { index: number; reason: "invalid" | "suppressed" | "often" | "joined" }[] };

const sealedFor = (workspaceId: string, id: string): string => `${workspaceId}|portal_invitation|email|${id}`;

/** Invites these addresses, each by a mail with a link of its own. @returns the ids, and the places of those that got none */
export async function invite(parts: SignInParts, by: By, wish: InviteWish): Promise<Invited> {
  const done = await change(parts, by, async (db) => {
    const program = await readProgram(by.workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    if (program.status !== "live") throw new Refusal("program_not_live", "Nobody can join the program now: publish it first.");
    const workspace = await readWorkspace(by.workspaceId, db);
    const locale = chooseLocale({ locale: wish.locale ?? undefined }, workspace?.settings["locale"]);
    const result: Invited = { invited: [], left: [] };
    for (const [index, text] of wish.emails.entries()) {
      const one = { programId: program.id, program: wish.program, slug: workspace!.slug, locale, text };
      const made = await inviteOne(parts, { db, workspaceId: by.workspaceId }, one);
      if ("id" in made) result.invited.push(externalId("inv", made.id));
      else result.left.push({ index, reason: made.reason });
    }
    const detail = { program: wish.program, invitations: result.invited };
    return {
      result,
      deed: result.invited.length === 0 ? null : { action: "advocates.invited", target: externalId("prg", program.id), detail },
    };
  });
  tellSettled(parts.pool, by.workspaceId);
  return done;
}

type One = { programId: string; program: string; slug: string; locale: string; text: string };
type Place = { db: Client; workspaceId: string };

async function inviteOne(
  parts: SignInParts,
  at: Place,
  one: One,
): Promise<{ id: string } | { reason: Invited["left"][number]["reason"] }> {
  const { db, workspaceId } = at;
  const email = normaliseEmail(one.text);
  if (email === undefined) return { reason: "invalid" };
  const suppressed = await findSuppression(workspaceId, db, {
    personId: null,
    address: suppressedAddress(parts.hashes, email),
    channel: "email",
  });
  if (suppressed !== null) return { reason: "suppressed" };
  const id = parts.ids.uuid();
  const token = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  const invitation = {
    id,
    programId: one.programId,
    address: addressHash(parts.hashes, email),
    email: parts.cipher.seal(email, sealedFor(workspaceId, one.programId)),
    locale: one.locale,
    tokenHash: hashSecret(token),
    seconds: INVITATION_SECONDS,
    sends: SENDS,
  };
  const row = await store.upsertInvitation(workspaceId, db, invitation);
  if (row === null) return { reason: "often" };
  const letter = { email, path: `/p/${one.slug}/invited/${token}`, until: row.ends_at, program: one.program };
  const message = parts.ids.uuid();
  await writeLetter(parts.cipher, at, {
    id: message,
    kind: "advocate_invited",
    personId: row.id,
    subject: `invitation:${message}`,
    locale: one.locale,
    letter,
    send: true,
  });
  return { id: row.id };
}

/** The address of an invitation, for operators: until she joined. */
export function openInvitation(
  parts: Pick<SignInParts, "cipher">,
  workspaceId: string,
  row: { email: string | null; program_id: string },
): string | null {
  return row.email === null ? null : parts.cipher.open(row.email, sealedFor(workspaceId, row.program_id));
}

/** Takes an invitation back. Refuses `not_found`; of one who has joined `conflict`. */
export async function revokeInvitation(parts: SignInParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const row = await store.readInvitation(by.workspaceId, db, id);
    if (row === null) throw notFound("invitation");
    if (row.joined_at !== null) throw new Refusal("conflict", "She has joined: let her leave instead.");
    const revoked = await store.revokeInvitation(by.workspaceId, db, id);
    return { result: undefined, deed: revoked ? { action: "invitation.revoked", target: externalId("inv", id) } : null };
  });
}

export type InvitationLink = { slug: string; token: string };

/** Whether an invitation's link is good. Changes nothing. */
export async function invitationIsOpen(parts: SignInParts, of: InvitationLink): Promise<boolean> {
  const workspaceId = (await findWorkspace(parts.pool, of.slug))?.workspace_id;
  if (workspaceId === undefined) return false;
  return (
    (await inWorkspace(parts.pool, workspaceId, (db) => store.readInvitationByToken(workspaceId, db, hashSecret(of.token)))) !== null
  );
}

/** Signs in who was invited, once by the link of the mail: it proves the address as a link to sign in with does. Null: it is over. */
export async function followInvitation(parts: SignInParts, of: InvitationLink): Promise<Entered | null> {
  const workspaceId = (await findWorkspace(parts.pool, of.slug))?.workspace_id;
  if (workspaceId === undefined) return null;
  const tokenHash = hashSecret(of.token);
  const found = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const row = await store.readInvitationByToken(workspaceId, db, tokenHash);
    if (row === null || row.email === null) return null;
    return (await store.useInvitationLink(workspaceId, db, { id: row.id, tokenHash })) ? row : null;
  });
  if (found === null) return null;
  const email = openInvitation(parts, workspaceId, found)!;
  const personId = await personOf(parts, workspaceId, { email, open: true, locale: found.locale });
  if (personId === null) return null;
  const wish = { personId, program: found.program, how: "invitation" as const };
  const cookie = await inWorkspace(parts.pool, workspaceId, (db) => beginSession(parts, { workspaceId, db }, wish));
  return { cookie, personId, workspaceId, program: found.program };
}
