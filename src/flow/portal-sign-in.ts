/**
 * Signing in by mail: a link that works in the browser that asked for it, and a six-digit code for it. Whoever asks gets the same answer
 * in the same time whether the address is anybody's or not; what a stranger cannot use is simply not sent.
 */
import { normaliseEmail } from "../core/identity.ts";
import { chooseLocale } from "../core/messages/locale.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { canonicalPerson, personByIdentity, readPerson } from "../store/people.ts";
import { type CodeRow, insertCode, linkState, tryCode, useLink } from "../store/portal-codes.ts";
import { readProgram } from "../store/programs.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { definition } from "../core/program.ts";
import type { By } from "./by.ts";
import { hashSecret } from "./keys.ts";
import { type OwnFactParts, settleOwnFact } from "./own-fact.ts";
import { writeLetter } from "./portal-letter.ts";
import { beginSession, type SessionWish } from "./portal-session.ts";
import type { Cipher, Hashes, Ids } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type SignInParts = OwnFactParts & { cipher: Cipher; hashes: Hashes };

/** A link and a code are good for so long, a code for so many tries; an address gets so many mails in so long. */
export const CODE_SECONDS = 600;
export const TRIES = 5;
const SENDS = 3;
const SEND_SECONDS = 900;
/** Wrong tries at one address in a day, from whichever browser: after these no code is sent to it till the day is over. */
const TRIES_A_DAY = 30;

/** How an address is kept: found again, and not read. */
export function addressHash(hashes: Hashes, email: string): string {
  return hashes.keyed(`email|${email}`);
}

const sealedFor = (workspaceId: string, id: string): string => `${workspaceId}|portal_code|email|${id}`;

export type StartWish = { slug: string; program: string | null; email: string; locale: string | null; browser: string };

/** Sends a link and a code, if the address may have them. Refuses `not_found` for the workspace or program, nothing else. */
export async function startSignIn(parts: SignInParts, wish: StartWish): Promise<void> {
  const workspaceId = (await findWorkspace(parts.pool, wish.slug))?.workspace_id;
  if (workspaceId === undefined) throw notFound("workspace");
  const email = mustBeEmail(wish.email);
  const id = parts.ids.uuid();
  const link = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  const code = sixDigits(parts.ids);
  const address = addressHash(parts.hashes, email);
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const to = await recipient(workspaceId, db, { email, wish });
    const until = await insertCode(workspaceId, db, {
      id,
      address,
      email: parts.cipher.seal(email, sealedFor(workspaceId, id)),
      program: wish.program,
      locale: wish.locale,
      open: to.open,
      codeHash: codeHash(parts.hashes, id, code),
      linkHash: hashSecret(link),
      browserHash: hashSecret(wish.browser),
      seconds: CODE_SECONDS,
      sends: SENDS,
      sendSeconds: SEND_SECONDS,
      triesADay: TRIES_A_DAY,
    });
    const letter = { email, path: `/p/${wish.slug}/sign-in/${link}`, code, until: until ?? 0, program: wish.program };
    await writeLetter(
      parts.cipher,
      { workspaceId, db },
      {
        id,
        kind: "sign_in",
        personId: to.personId ?? id,
        subject: `code:${id}`,
        locale: to.locale,
        letter,
        send: until !== null && (to.personId !== null || to.open),
      },
    );
  });
  tellSettled(parts.pool, workspaceId);
}

type Recipient = { personId: string | null; open: boolean; locale: string };

/** Whose the address is, and whether nobody's may have a mail: where the program is one that anyone may ask to join. */
async function recipient(workspaceId: string, db: Client, { email, wish }: { email: string; wish: StartWish }): Promise<Recipient> {
  const workspace = await readWorkspace(workspaceId, db);
  const program = wish.program === null ? null : await readProgram(workspaceId, db, wish.program);
  if (wish.program !== null && (program === null || program.live === null)) throw notFound("program");
  const open = program?.status === "live" && definition.parse(program.live).advocates.join !== "invite";
  const found = await personByIdentity(workspaceId, db, { kind: 2, value: email });
  // The same statements for nobody: the workspace's own id is no person's.
  const personId = await canonicalPerson(workspaceId, db, found ?? workspaceId);
  const person = await readPerson(workspaceId, db, personId ?? workspaceId);
  const attributes = (person?.data?.["attributes"] ?? {}) as Record<string, unknown>;
  const locale = wish.locale ?? attributes["locale"];
  return { personId, open, locale: chooseLocale({ locale, language: attributes["language"] }, workspace?.settings["locale"]) };
}

export type Entered = { cookie: string; personId: string; workspaceId: string; program: string | null };

/** A session for the right code; `code_wrong` for every other, and for an address that never got one. */
export async function redeemCode(
  parts: SignInParts,
  wish: { slug: string; email: string; code: string; browser: string | null },
): Promise<Entered> {
  const workspaceId = (await findWorkspace(parts.pool, wish.slug))?.workspace_id;
  const email = normaliseEmail(wish.email);
  const { browser } = wish;
  if (workspaceId === undefined || email === undefined || browser === null) throw wrongCode();
  const row = await inWorkspace(parts.pool, workspaceId, (db) =>
    tryCode(workspaceId, db, {
      address: addressHash(parts.hashes, email),
      browserHash: hashSecret(browser),
      hashOf: (id) => codeHash(parts.hashes, id, wish.code),
      tries: TRIES,
    }),
  );
  const entered = row === null ? null : await enter(parts, workspaceId, { row, how: "code" });
  if (entered === null) throw wrongCode();
  return entered;
}

/** A session for a link, in the browser that asked for it; null when it is used, too old, another browser's, or never was. */
export async function redeemLink(
  parts: SignInParts,
  wish: { slug: string; token: string; browser: string | null },
): Promise<Entered | null> {
  const workspaceId = (await findWorkspace(parts.pool, wish.slug))?.workspace_id;
  const { browser } = wish;
  if (workspaceId === undefined || browser === null) return null;
  const of = { linkHash: hashSecret(wish.token), browserHash: hashSecret(browser) };
  const row = await inWorkspace(parts.pool, workspaceId, (db) => useLink(workspaceId, db, of));
  return row === null ? null : await enter(parts, workspaceId, { row, how: "link" });
}

/** What a link would do in this browser. Changes nothing. */
export async function linkIsFor(
  parts: SignInParts,
  wish: { slug: string; token: string; browser: string | null },
): Promise<"open" | "elsewhere" | "over"> {
  const workspaceId = (await findWorkspace(parts.pool, wish.slug))?.workspace_id;
  if (workspaceId === undefined) return "over";
  const of = { linkHash: hashSecret(wish.token), browserHash: wish.browser === null ? null : hashSecret(wish.browser) };
  return await inWorkspace(parts.pool, workspaceId, (db) => linkState(workspaceId, db, of));
}

/** The session of whoever's mail it was. Somebody new becomes known now, when it is proved that the address is hers. */
async function enter(parts: SignInParts, workspaceId: string, of: { row: CodeRow; how: "link" | "code" }): Promise<Entered | null> {
  const { row, how } = of;
  const email = parts.cipher.open(row.email, sealedFor(workspaceId, row.id));
  const personId = await personOf(parts, workspaceId, { email, open: row.open, locale: row.locale });
  if (personId === null) return null;
  const session: SessionWish = { personId, program: row.program, how };
  const cookie = await inWorkspace(parts.pool, workspaceId, (db) => beginSession(parts, { workspaceId, db }, session));
  return { cookie, personId, workspaceId, program: row.program };
}

/** Whose an address is; where anybody may come, somebody new. */
export async function personOf(
  parts: SignInParts,
  workspaceId: string,
  of: { email: string; open: boolean; locale: string | null },
): Promise<string | null> {
  const known = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const found = await personByIdentity(workspaceId, db, { kind: 2, value: of.email });
    return found === null ? null : await canonicalPerson(workspaceId, db, found);
  });
  if (known !== null || !of.open) return known;
  const by: By = { workspaceId, actor: "portal", requestId: "portal", idempotencyKey: null };
  const attributes = of.locale === null ? {} : { attributes: { locale: of.locale } };
  return await settleOwnFact(parts, by, { type: "identify", person: { email: of.email, ...attributes } });
}

/** The address in the form in which people are found. Refuses `validation_failed`. */
export function mustBeEmail(text: string, pointer = "/email"): string {
  const email = normaliseEmail(text);
  if (email !== undefined) return email;
  const message = "This is not an e-mail address.";
  throw new Refusal("validation_failed", message, { errors: [{ pointer, code: "email_invalid", message }] });
}

function wrongCode(): Refusal {
  const message =
    "This code is not right, used, or too old. Codes are good for 10 minutes and 5 tries, in the browser that asked for them.";
  return new Refusal("code_wrong", message, { errors: [{ pointer: "/code", code: "code_wrong", message }] });
}

/** Keyed: a million codes are quickly tried against a plain hash. */
function codeHash(hashes: Hashes, id: string, code: string): string {
  return hashes.keyed(`portal_code|${id}|${code}`);
}

/** Every code is as likely as every other. */
function sixDigits(ids: Ids): string {
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = ids.bytes(4);
    const value = ((a * 256 + b) * 256 + c) * 256 + d;
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, "0");
  }
}
