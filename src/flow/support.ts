/** What operators do for each other's sake when they help people: notes, tickets' states, answers that are kept. */
import { externalId } from "../core/id.ts";
import { type CannedRow, deleteCanned, readCanned, saveCanned } from "../store/canned-answers.ts";
import type { MessageKind } from "../core/messages/kinds.ts";
import { readMail } from "../store/mail.ts";
import { insertMessages } from "../store/messages.ts";
import { deleteNote, insertNote, readNote } from "../store/notes.ts";
import { type HelpRow, readHelp, saveHelp } from "../store/portal-forms.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound, Refusal } from "./refusal.ts";

/** Writes something down about a person. @returns the note's id */
export async function addNote(parts: ChangeParts, by: By, wish: { personId: string; text: string }): Promise<string> {
  return await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    const at = await workspaceNow(by.workspaceId, db);
    await insertNote(by.workspaceId, db, { id, person_id: wish.personId, text: wish.text, author: by.actor, at });
    const deed = { action: "note.added", target: externalId("per", wish.personId), detail: { note: externalId("nte", id) } };
    return { result: id, deed };
  });
}

/** Takes a note of one's own away. Refuses `not_found`, and `conflict` where somebody else wrote it. */
export async function removeNote(parts: ChangeParts, by: By, wish: { personId: string; id: string }): Promise<void> {
  await change(parts, by, async (db) => {
    const note = await readNote(by.workspaceId, db, wish.id);
    if (note === null || note.person_id !== wish.personId) throw notFound("note");
    if (note.author !== by.actor) throw new Refusal("conflict", "Somebody else wrote this note: only she can take it away.");
    await deleteNote(by.workspaceId, db, wish.id);
    const deed = { action: "note.removed", target: externalId("per", wish.personId), detail: { note: externalId("nte", wish.id) } };
    return { result: undefined, deed };
  });
}

export type TicketChange = { id: string } & Partial<Pick<HelpRow, "kind" | "state" | "assigned" | "tags">>;

/** The states of a kind, the first being that of what has just come in. */
export const HELP_STATES = {
  ticket: ["open", "waiting", "answered", "closed"],
  feedback: ["new", "planned", "done"],
} as const satisfies Record<HelpRow["kind"], readonly HelpRow["state"][]>;

/** What is left out stays as it is. Refuses `not_found`, and `validation_failed` for a state that is not of its kind. */
export async function changeTicket(parts: ChangeParts, by: By, wish: TicketChange): Promise<void> {
  await change(parts, by, async (db) => {
    const { id, ...given } = wish;
    const row = await readHelp(by.workspaceId, db, id);
    if (row === null) throw notFound("question");
    const kind = given.kind ?? row.kind;
    const known: readonly HelpRow["state"][] = HELP_STATES[kind];
    const state = stateOf(kind, given.state ?? (known.includes(row.state) ? row.state : HELP_STATES[kind][0]));
    const tags = given.tags === undefined ? row.tags : [...new Set(given.tags)].sort();
    const assigned = given.assigned === undefined ? row.assigned : given.assigned;
    const changed_at = await workspaceNow(by.workspaceId, db);
    await saveHelp(by.workspaceId, db, { id, kind, state, assigned, tags, changed_at });
    return { result: undefined, deed: { action: "help.changed", target: externalId("hlp", id), detail: { ...given } } };
  });
}

/** The state, where it is one of this kind. Refuses `validation_failed`. */
export function stateOf(kind: HelpRow["kind"], state: HelpRow["state"]): HelpRow["state"] {
  const states: readonly HelpRow["state"][] = HELP_STATES[kind];
  if (states.includes(state)) return state;
  const message = `The states of ${kind === "ticket" ? "a ticket" : "feedback"} are: ${states.join(", ")}.`;
  throw new Refusal("validation_failed", `/state: ${message}`, { errors: [{ pointer: "/state", message, code: "invalid_value" }] });
}

/** Keeps an answer, or changes a kept one (`id`). @returns its id */
export async function putCanned(
  parts: ChangeParts,
  by: By,
  wish: { id: string | null } & Partial<Pick<CannedRow, "name" | "text" | "language">>,
): Promise<string> {
  return await change(parts, by, async (db) => {
    const kept = wish.id === null ? null : await readCanned(by.workspaceId, db, wish.id);
    if (wish.id !== null && kept === null) throw notFound("canned answer");
    const now = await workspaceNow(by.workspaceId, db);
    const id = kept?.id ?? parts.ids.uuid();
    const language = wish.language === undefined ? (kept?.language ?? null) : wish.language;
    const name = wish.name ?? kept?.name ?? "";
    const text = wish.text ?? kept?.text ?? "";
    await saveCanned(by.workspaceId, db, { id, name, text, language, at: kept?.at ?? now, changed_at: now });
    return { result: id, deed: { action: "canned_answer.saved", target: externalId("can", id) } };
  });
}

/** Refuses `not_found`. */
export async function removeCanned(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await deleteCanned(by.workspaceId, db, id))) throw notFound("canned answer");
    return { result: undefined, deed: { action: "canned_answer.removed", target: externalId("can", id) } };
  });
}

/** They hold a way in that is good for some minutes, or an address that was forgotten when they were sent. */
const ONCE: ReadonlySet<MessageKind> = new Set(["sign_in", "friend_invited"]);

/** A mail again, with what is true now, to the address that is hers now. Refuses `not_found`, and `conflict` for what cannot go twice. */
export async function resendMail(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const mail = await readMail(by.workspaceId, db, id);
    if (mail === null) throw notFound("mail");
    if (mail.status === "due") throw new Refusal("conflict", "It has not been sent yet: it waits to be.");
    if (ONCE.has(mail.kind) || "sealed" in mail.data)
      throw new Refusal("conflict", "A mail that lets somebody in is not sent twice: she asks for a new one herself.");
    const { kind, person_id, data } = mail;
    const at = await workspaceNow(by.workspaceId, db);
    const first = mail.subject_key.replace(/:again:\d+$/, "");
    await insertMessages(by.workspaceId, db, [{ kind, person_id, data, subject_key: `${first}:again:${at}`, due_at: at }]);
    return { result: undefined, deed: { action: "mail.resent", target: externalId("msg", id), detail: { kind } } };
  });
  tellSettled(parts.pool, by.workspaceId);
}
