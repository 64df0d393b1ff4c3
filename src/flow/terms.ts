/** Terms of programs: which are in force, who accepted which, and who is to be told that they changed. */
import { type TermsState, termsState } from "../core/consent.ts";
import { externalId } from "../core/id.ts";
import type { NewMessage } from "../core/messages/kinds.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import * as store from "../store/terms.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { Refusal } from "./refusal.ts";

const AT_ONCE = 5_000;

/** The terms in force at an instant, or null. */
export function currentTerms(all: readonly store.TermsRow[], now: number): store.TermsRow | null {
  return all.findLast((each) => each.effective_from <= now) ?? null;
}

export type TermsStanding = { program: string; current: number | null; accepted: store.AcceptanceRow | null; state: TermsState };

/** How a person stands to the terms of each program she takes part in. */
export async function readTermsStandings(workspaceId: string, db: Client, personId: string): Promise<TermsStanding[]> {
  const now = await workspaceNow(workspaceId, db);
  const programs = await store.readTermsPrograms(workspaceId, db, personId);
  const acceptances = await store.readAcceptances(workspaceId, db, personId);
  return await Promise.all(
    programs.map(async ({ id, key }) => {
      const current = currentTerms(await store.readTerms(workspaceId, db, id), now)?.terms ?? null;
      const accepted = acceptances.findLast((each) => each.program_id === id) ?? null;
      return { program: key, current, accepted, state: termsState(current, accepted?.terms ?? null) };
    }),
  );
}

export type AcceptWish = { programId: string; personId: string; terms: number | null; language: string; source: string };

/** Records that a person accepted terms: those in force, or the number that she was shown. The same again changes nothing. */
export async function acceptTerms(parts: ChangeParts, by: By, wish: AcceptWish): Promise<{ terms: number; state: TermsState }> {
  return await change(parts, by, async (db) => {
    const at = await workspaceNow(by.workspaceId, db);
    const all = await store.readTerms(by.workspaceId, db, wish.programId);
    const current = currentTerms(all, at);
    const shown = wish.terms === null ? current : (all.find((each) => each.terms === wish.terms) ?? null);
    if (current === null || shown === null)
      throw new Refusal("conflict", "The program has no such terms. GET its terms shows which there are.");
    if (shown.texts[wish.language] === undefined) {
      const message = `These terms are written in ${Object.keys(shown.texts).join(", ")}.`;
      throw new Refusal("validation_failed", message, { errors: [{ pointer: "/language", code: "language_unknown", message }] });
    }
    const { terms } = shown;
    const isNew = await store.insertAcceptance(by.workspaceId, db, { ...wish, terms, at });
    const detail = { program: externalId("prg", wish.programId), terms, language: wish.language };
    const deed = { action: "terms.accepted", target: externalId("per", wish.personId), detail };
    return { result: { terms, state: termsState(current.terms, terms) }, deed: isNew ? deed : null };
  });
}

/** A program was published: who accepted its earlier terms is told when these are new. */
export async function tellOfTerms(
  workspaceId: string,
  db: Client,
  of: { programId: string; program: string; at: number },
): Promise<void> {
  const newest = (await store.readTerms(workspaceId, db, of.programId)).at(-1);
  if (newest === undefined || newest.terms === 1) return;
  const subject_key = `${externalId("prg", of.programId)}:${newest.terms}`;
  const data = { program: of.program, terms: newest.terms };
  const due_at = Math.max(of.at, newest.effective_from);
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const people = await store.readOutdated(workspaceId, db, { programId: of.programId, terms: newest.terms, after, limit: AT_ONCE });
    const rows: NewMessage[] = people.map((person_id) => ({ kind: "terms_changed", person_id, subject_key, data, due_at }));
    await insertMessages(workspaceId, db, rows);
    if (people.length < AT_ONCE) return;
    after = people.at(-1)!;
  }
}
