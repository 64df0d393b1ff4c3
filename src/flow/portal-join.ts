/** Joining a program on one's own: at once, by applying with answers to its form, or because one is invited. */
import { externalId } from "../core/id.ts";
import { definition } from "../core/program.ts";
import { formOf, readAnswers } from "../core/program-form.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { readPerson } from "../store/people.ts";
import { saveAnswers } from "../store/portal-forms.ts";
import { isInvited, markJoined } from "../store/portal-invitations.ts";
import { type ProgramRow, readProgram } from "../store/programs.ts";
import { type TermsRow, readAcceptances, readTerms } from "../store/terms.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import { joinAdvocate } from "./join-advocate.ts";
import { settleOwnFact } from "./own-fact.ts";
import { setShown } from "./pages-shown.ts";
import { type SignInParts, addressHash } from "./portal-sign-in.ts";
import { Refusal, notFound } from "./refusal.ts";
import { acceptTerms, currentTerms } from "./terms.ts";

export type PortalJoinWish = {
  program: string;
  personId: string;
  name: string | null;
  answers: Record<string, unknown>;
  /** The number of the terms that she was shown and accepts. */
  terms: number | null;
  language: string | null;
  /** She herself asks: she has to accept the terms, and to be invited where one is. An operator answers for that. */
  herself: boolean;
};

type Room = { program: ProgramRow; terms: TermsRow | null; addresses: string[]; status: string | null };

/** Refuses `not_found`, `program_not_live`, `validation_failed`, and `not_invited` and the like as `conflict` with the field's code. */
export async function joinFromPortal(parts: SignInParts, by: By, wish: PortalJoinWish): Promise<{ status: string }> {
  const room = await inWorkspace(parts.pool, by.workspaceId, (db) => roomOf(parts, db, { by, wish }));
  const { program, terms, addresses } = room;
  if (room.status === "active") return { status: "active" };
  const { advocates } = definition.parse(program.live);
  const answers = readAnswers(formOf(advocates), wish.answers);
  if (Array.isArray(answers))
    throw new Refusal("validation_failed", answers[0]?.message ?? "The answers are not valid.", { errors: answers });
  const who = { id: externalId("per", wish.personId) };
  if (wish.name !== null) {
    await settleOwnFact(parts, by, { type: "identify", person: { ...who, name: wish.name } });
    // The form says that friends see it: what she types there herself is what she chose to show.
    if (wish.herself) await setShown(parts, by, { personId: wish.personId, name: wish.name, picture: undefined });
  }
  if (Object.keys(answers).length > 0)
    await change(parts, by, async (db) => {
      const at = await workspaceNow(by.workspaceId, db);
      await saveAnswers(by.workspaceId, db, { programId: program.id, personId: wish.personId, data: answers, at });
      return { result: undefined, deed: null };
    });
  await joinAdvocate(parts, by, { program: wish.program, person: who });
  if (terms !== null && wish.terms !== null) await accept(parts, by, { room, wish, terms });
  return await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const place = { programId: program.id, personId: wish.personId };
    const status = (await readAdvocateStatus(by.workspaceId, db, place)) ?? "applied";
    if (status === "active") await markJoined(by.workspaceId, db, { ...place, addresses });
    return { status };
  });
}

async function roomOf(parts: SignInParts, db: Client, { by, wish }: { by: By; wish: PortalJoinWish }): Promise<Room> {
  const { workspaceId } = by;
  const program = await readProgram(workspaceId, db, wish.program);
  if (program === null || program.live === null) throw notFound("program");
  const row = await readPerson(workspaceId, db, wish.personId);
  const addresses = (row?.identities ?? []).flatMap(({ kind, value }) => (kind === 2 ? [addressHash(parts.hashes, value)] : []));
  const place = { programId: program.id, personId: wish.personId };
  const status = await readAdvocateStatus(workspaceId, db, place);
  const terms = currentTerms(await readTerms(workspaceId, db, program.id), await workspaceNow(workspaceId, db));
  const room = { program, terms, addresses, status };
  if (!wish.herself || status === "active") return room;
  const byInvitation = definition.parse(program.live).advocates.join === "invite";
  const isBack = status === "left";
  if (byInvitation && !isBack && !(await isInvited(workspaceId, db, { ...place, addresses })))
    throw refused("/program", "not_invited", "One is invited to this program: the mail with the invitation lets you in.");
  const accepted = (await readAcceptances(workspaceId, db, wish.personId)).findLast((each) => each.program_id === program.id);
  if (terms !== null && wish.terms !== terms.terms && accepted?.terms !== terms.terms)
    throw refused("/terms", "terms_missing", `Accept the program's terms: terms ${terms.terms}.`);
  return room;
}

async function accept(parts: SignInParts, by: By, of: { room: Room; wish: PortalJoinWish; terms: TermsRow }): Promise<void> {
  const { room, wish, terms } = of;
  const languages = Object.keys(terms.texts);
  const wanted = wish.language ?? "en";
  const language = languages.find((each) => each === wanted) ?? languages.find((each) => each === wanted.split("-")[0]) ?? languages[0]!;
  const { personId } = wish;
  await acceptTerms(parts, by, { programId: room.program.id, personId, terms: wish.terms, language, source: "portal" });
}

function refused(pointer: string, code: string, message: string): Refusal {
  return new Refusal("conflict", message, { errors: [{ pointer, code, message }] });
}
