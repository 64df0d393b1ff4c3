/**
 * Letters to an address that may be nobody's yet: signing in, an invitation. What they say is a secret or personal, so the message's row
 * holds it sealed; whoever makes the mail opens it.
 */
import type { Client } from "../store/db.ts";
import { insertLetter } from "../store/portal-codes.ts";
import type { Cipher } from "./ports.ts";

export type Letter = {
  email: string;
  /** From the slash after the public address on. */
  path: string;
  /** Six digits, to be typed. */
  code?: string;
  /** Until when link and code are good: epoch milliseconds of the real clock. */
  until: number;
  program: string | null;
};

const placeOf = (workspaceId: string, id: string): string => `${workspaceId}|message|data|${id}`;

export type LetterWish = {
  id: string;
  kind: "sign_in" | "advocate_invited" | "operator_invited" | "operator_sign_in" | "operator_reset";
  personId: string;
  subject: string;
  locale: string;
  letter: Letter;
  send: boolean;
};

/** Writes a message whose words are sealed, in the caller's transaction. */
export async function writeLetter(cipher: Cipher, at: { workspaceId: string; db: Client }, wish: LetterWish): Promise<void> {
  const { letter, ...row } = wish;
  const sealed = sealLetter(cipher, { workspaceId: at.workspaceId, id: wish.id }, letter);
  await insertLetter(at.workspaceId, at.db, { ...row, data: { sealed, program: letter.program } });
}

/** The sealed words of a message, for its row's `data.sealed`. */
export function sealLetter(cipher: Cipher, of: { workspaceId: string; id: string }, letter: Letter): string {
  return cipher.seal(JSON.stringify(letter), placeOf(of.workspaceId, of.id));
}

/** Opens what writeLetter sealed: of a message's row, its bare id and its data. Null where nothing is sealed. */
export function openLetter(cipher: Cipher, workspaceId: string, message: { id: string; data: Record<string, unknown> }): Letter | null {
  const { sealed } = message.data;
  if (typeof sealed !== "string") return null;
  return JSON.parse(cipher.open(sealed, placeOf(workspaceId, message.id))) as Letter;
}
