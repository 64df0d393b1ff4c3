/** What people settle for themselves: how they are told of things, and questions to those who run the program. */
import type { AskedMoment } from "../core/feedback.ts";
import { externalId } from "../core/id.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import { noteClick } from "../store/announcement-people.ts";
import { readAnnouncement } from "../store/announcements.ts";
import { insertMessages } from "../store/messages.ts";
import { insertOutbox } from "../store/outbox.ts";
import * as store from "../store/portal-forms.ts";
import { dismissNotice, noteAsked } from "../store/portal-notices.ts";
import { readProgram } from "../store/programs.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { asWriter } from "./as-writer.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound } from "./refusal.ts";
import { HELP_STATES, stateOf } from "./support.ts";

/** What was never chosen. */
export const NOTHING_CHOSEN: store.PreferenceRow = { locale: null, zone: null, off: [], digest: "each" };

export type PreferenceChange = {
  personId: string;
  locale?: string | null;
  zone?: string | null;
  /** Topics of mail: wanted or not. */
  mail?: Readonly<Record<string, boolean>>;
  digest?: store.PreferenceRow["digest"];
};

/** What is left out stays as it is. */
export async function changePreferences(parts: ChangeParts, by: By, wish: PreferenceChange): Promise<store.PreferenceRow> {
  return await change(parts, by, async (db) => {
    const { personId, mail = {}, ...rest } = wish;
    const now = (await store.readPreference(by.workspaceId, db, personId)) ?? NOTHING_CHOSEN;
    const kept = now.off.filter((topic) => mail[topic] !== true);
    const off = [...new Set([...kept, ...Object.keys(mail).filter((topic) => mail[topic] === false)])].sort();
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const next: store.PreferenceRow = { ...now, ...given, off };
    await store.savePreference(by.workspaceId, db, { ...next, personId });
    const deed = { action: "preferences.changed", target: externalId("per", personId), detail: { off, digest: next.digest } };
    return { result: next, deed };
  });
}

export type Question = {
  personId: string;
  program: string | null;
  topic: string;
  text: string;
  page: string | null;
  score: number | null;
  /** The good moment after which she was asked: she is not asked about it again. */
  moment?: AskedMoment | null;
};

/** Takes a question in and tells those who run the workspace. @returns its id */
export async function askForHelp(parts: ChangeParts, by: By, wish: Question): Promise<string> {
  const id = await asWriter(parts, by, async (db, { instant: at }) => {
    if (wish.program !== null && (await readProgram(by.workspaceId, db, wish.program)) === null) throw notFound("program");
    const help = parts.ids.uuid();
    const { personId, moment = null, ...rest } = wish;
    if (moment !== null) await noteAsked(by.workspaceId, db, { personId, moment });
    const kind = wish.topic === "feedback" ? ("feedback" as const) : ("ticket" as const);
    await store.insertHelp(by.workspaceId, db, { ...rest, id: help, person_id: personId, at, kind, state: HELP_STATES[kind][0] });
    const name = externalId("hlp", help);
    // A score without a word waits for nobody.
    const waiting = { kind: "help_waiting" as const, person_id: OPERATORS, subject_key: name, data: { help: name, program: wish.program } };
    if (wish.text !== "") await insertMessages(by.workspaceId, db, [{ ...waiting, due_at: at }]);
    const person = externalId("per", personId);
    const events = [{ type: "ticket.created" as const, id: name, program: "", data: { person, kind, topic: wish.topic } }];
    await insertOutbox(by.workspaceId, db, { at, events });
    return { result: help, deeds: [{ action: "help.asked", target: name, detail: { person, topic: wish.topic } }] };
  });
  tellSettled(parts.pool, by.workspaceId);
  return id;
}

/** She does not want to say how easy it was: she is not asked after this moment again. */
export async function putOffQuestion(parts: ChangeParts, by: By, wish: { personId: string; moment: AskedMoment }): Promise<void> {
  await change(parts, by, async (db) => {
    await noteAsked(by.workspaceId, db, wish);
    return { result: undefined, deed: null };
  });
}

/** She has read an announcement: put it away, or followed its button. False where it was not shown to her. */
export async function putNoticeAway(
  parts: ChangeParts,
  by: By,
  wish: { personId: string; announcement: string; followed: boolean },
): Promise<boolean> {
  return await change(parts, by, async (db) => {
    const { personId, announcement, followed } = wish;
    if ((await readAnnouncement(by.workspaceId, db, announcement)) === null) throw notFound("announcement");
    if (followed) await noteClick(by.workspaceId, db, { announcement, person: personId });
    return { result: await dismissNotice(by.workspaceId, db, { announcement, personId }), deed: null };
  });
}

export type AnswerWish = { id: string; text: string; state: store.HelpRow["state"] | null };

/** Answers a question: she is told by mail, and reads it on her own side. Another answer takes its place. Refuses `not_found`. */
export async function answerQuestion(parts: ChangeParts, by: By, wish: AnswerWish): Promise<void> {
  await change(parts, by, async (db) => {
    const row = await store.readHelp(by.workspaceId, db, wish.id);
    if (row === null) throw notFound("question");
    const at = await workspaceNow(by.workspaceId, db);
    const state = stateOf(row.kind, wish.state ?? (row.kind === "feedback" ? "done" : "answered"));
    await store.answerHelp(by.workspaceId, db, { id: wish.id, answer: wish.text, at, state });
    const name = externalId("hlp", wish.id);
    await insertMessages(by.workspaceId, db, [
      {
        kind: "help_answered",
        person_id: row.person_id,
        subject_key: `${name}:${at}`,
        data: { help: name, program: row.program },
        due_at: at,
      },
    ]);
    return { result: undefined, deed: { action: "help.answered", target: name } };
  });
  tellSettled(parts.pool, by.workspaceId);
}
