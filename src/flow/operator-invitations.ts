/** Inviting people to work in a workspace, and accepting it. */
import { externalId } from "../core/id.ts";
import { normaliseEmail } from "../core/identity.ts";
import { chooseLocale } from "../core/messages/locale.ts";
import type { Role } from "../core/roles.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import * as store from "../store/operator-invitations.ts";
import { findAccountPlace } from "../store/operators.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { readWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { hashSecret } from "./keys.ts";
import { insert } from "./operators.ts";
import { writeLetter } from "./portal-letter.ts";
import type { Accounts, AccountLetter, Cipher } from "./ports.ts";
import { notFound, Refusal } from "./refusal.ts";

export type OperatorParts = ChangeParts & { cipher: Cipher };

/** How long an invitation's link is good for, and what better-auth gives its own. */
const INVITATION_DAYS = 7;
const SIGN_IN_MS = 600_000;
const RESET_MS = 3_600_000;

/** Writes to an address. An earlier invitation of it is worth nothing any more. */
export async function inviteOperator(parts: OperatorParts, by: By, wish: { email: string; role: Role }): Promise<string> {
  const email = normaliseEmail(wish.email);
  if (email === undefined) throw badEmail();
  const token = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  const id = await change(parts, by, async (db) => {
    const workspace = await readWorkspace(by.workspaceId, db);
    if (workspace === null) throw notFound("workspace");
    if (workspace.sandbox) throw new Refusal("conflict", "Operators belong to the workspace itself, and may all use its sandbox.");
    const invitation = {
      id: parts.ids.uuid(),
      email,
      role: wish.role,
      tokenHash: hashSecret(token),
      by: by.actor,
      days: INVITATION_DAYS,
    };
    const until = await store.insertOperatorInvitation(by.workspaceId, db, invitation);
    const path = `/app/invitation#${workspace.slug}.${token}`;
    await write(parts, { workspaceId: by.workspaceId, db }, { kind: "operator_invited", email, path, until, id: invitation.id });
    return {
      result: invitation.id,
      deed: { action: "operator.invited", target: externalId("oin", invitation.id), detail: { role: wish.role } },
    };
  });
  tellSettled(parts.pool, by.workspaceId);
  return id;
}

export async function revokeOperatorInvitation(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.revokeOperatorInvitation(by.workspaceId, db, id))) throw notFound("invitation");
    return { result: undefined, deed: { action: "operator.invitation_withdrawn", target: externalId("oin", id) } };
  });
}

export type InvitationLink = { slug: string; token: string };
/** What whoever holds the link may see. */
export type InvitationShown = { workspace: string; email: string; role: Role; hasAccount: boolean };
type Found = { workspaceId: string; name: string; invitation: store.OperatorInvitationRow & { email: string }; userId: string | null };

/** What a link invites to; null when it is used, withdrawn or over. Changes nothing: mail scanners follow links. */
export async function showInvitation(parts: ChangeParts, link: InvitationLink): Promise<InvitationShown | null> {
  const found = await find(parts, link);
  if (found === null) return null;
  const { name, invitation, userId } = found;
  return { workspace: name, email: invitation.email, role: invitation.role, hasAccount: userId !== null };
}

export type Acceptance = InvitationLink & {
  /** Of somebody without an account. */
  account: { name: string; password: string } | null;
  /** Of somebody who has one: who is signed in. */
  signedIn: { userId: string; email: string } | null;
  requestId: string;
};

/** Makes her an operator. Null when the link is worth nothing; `conflict` where her account has to sign in first. */
export async function acceptInvitation(
  parts: ChangeParts & { accounts: Accounts },
  wish: Acceptance,
): Promise<{ slug: string; email: string } | null> {
  const found = await find(parts, wish);
  if (found === null) return null;
  const { workspaceId, invitation } = found;
  const userId = await accountOf(parts, found, wish);
  const id = parts.ids.uuid();
  const by: By = { workspaceId, actor: externalId("opr", id), requestId: wish.requestId, idempotencyKey: null };
  const taken = await change(parts, by, async (db) => {
    if (!(await store.takeOperatorInvitation(workspaceId, db, invitation.id))) return { result: false, deed: null };
    const made = await insert({ ids: { ...parts.ids, uuid: () => id } }, db, { by, userId, role: invitation.role });
    const detail = { role: invitation.role, invitation: externalId("oin", invitation.id), invited_by: invitation.invited_by };
    return { result: true, deed: { action: "operator.joined", target: externalId("opr", made), detail } };
  });
  return taken ? { slug: wish.slug, email: invitation.email } : null;
}

async function accountOf(parts: { accounts: Accounts }, { userId, invitation }: Found, wish: Acceptance): Promise<string> {
  if (userId !== null) {
    if (wish.signedIn?.userId === userId) return userId;
    throw new Refusal("conflict", "This address has an account: sign in with it, then open the link again.");
  }
  if (wish.account === null) throw new Refusal("validation_failed", "Give a name and a password.");
  const made = await parts.accounts.create({ ...wish.account, email: invitation.email });
  if (made === null) throw new Refusal("conflict", "This address has an account: sign in with it, then open the link again.");
  return made.userId;
}

async function find(parts: ChangeParts, { slug, token }: InvitationLink): Promise<Found | null> {
  const workspaceId = (await findWorkspace(parts.pool, slug))?.workspace_id;
  if (workspaceId === undefined) return null;
  const found = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const invitation = await store.readOperatorInvitation(workspaceId, db, hashSecret(token));
    const { email } = invitation ?? {};
    if (invitation === null || email == null) return null;
    return { workspaceId, name: (await readWorkspace(workspaceId, db))?.name ?? slug, invitation: { ...invitation, email } };
  });
  return found === null ? null : { ...found, userId: (await findAccountPlace(parts.pool, found.invitation.email))?.userId ?? null };
}

/** Writes a link to the address of an account, from the first workspace that she works in; to nobody else. */
export async function writeAccountLetter(parts: OperatorParts & { now: () => number }, letter: AccountLetter): Promise<void> {
  const place = await findAccountPlace(parts.pool, letter.email);
  const workspaceId = place?.workspaceId ?? null;
  if (workspaceId === null) return;
  const isReset = letter.sort === "reset";
  const path = isReset ? `/app/reset#${letter.token}` : `/app/sign-in#${letter.token}`;
  const until = parts.now() + (isReset ? RESET_MS : SIGN_IN_MS);
  const kind = isReset ? ("operator_reset" as const) : ("operator_sign_in" as const);
  await inWorkspace(parts.pool, workspaceId, (db) =>
    write(parts, { workspaceId, db }, { kind, email: letter.email, path, until, id: parts.ids.uuid() }),
  );
  tellSettled(parts.pool, workspaceId);
}

type Writing = {
  kind: "operator_invited" | "operator_sign_in" | "operator_reset";
  email: string;
  path: string;
  until: number;
  id: string;
};

async function write(parts: OperatorParts, at: { workspaceId: string; db: Client }, of: Writing): Promise<void> {
  const workspace = await readWorkspace(at.workspaceId, at.db);
  const locale = chooseLocale({}, workspace?.settings["locale"]);
  const { email, path, until } = of;
  const letter = { email, path, until, program: null };
  // Who gets it is no person of the program's: the letter's own id stands in her place.
  const row = { id: parts.ids.uuid(), kind: of.kind, personId: of.id, subject: `${of.kind}:${of.id}`, locale };
  await writeLetter(parts.cipher, at, { ...row, letter, send: true });
}

function badEmail(): Refusal {
  const message = "This is not an e-mail address.";
  return new Refusal("validation_failed", message, { errors: [{ pointer: "/email", code: "email_invalid", message }] });
}
