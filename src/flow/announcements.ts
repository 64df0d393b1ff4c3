/** Announcements and asks as operators make them: written, looked at, sent to oneself, scheduled, called off. */
import type { AnnouncementSettings, AnnouncementTexts, Audience, Moment } from "../core/announce/announcement.ts";
import { unknownPlaces } from "../core/announce/ask-text.ts";
import { externalId, uuidOf } from "../core/id.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import { cancelMeant, countAdvocates } from "../store/announcement-people.ts";
import * as store from "../store/announcements.ts";
import type { Client } from "../store/db.ts";
import { insertLetter } from "../store/portal-codes.ts";
import { readProgram } from "../store/programs.ts";
import { countSegment, readSegment } from "../store/segments.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { targetOf } from "./announce/words.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { sealLetter } from "./portal-letter.ts";
import type { Cipher } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type AnnouncementWish = {
  name: string;
  audience: Audience;
  moment: Moment | null;
  texts: AnnouncementTexts;
  settings: AnnouncementSettings;
};

type At = { workspaceId: string; db: Client };

/** Makes a draft. @returns its id. */
export async function createAnnouncement(parts: ChangeParts, by: By, wish: AnnouncementWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const { workspaceId } = by;
    const id = parts.ids.uuid();
    const written = await checked({ workspaceId, db }, { id, ...wish });
    await store.insertAnnouncement(workspaceId, db, { ...written, created_at: await workspaceNow(workspaceId, db) });
    return { result: id, deed: deedOf("created", id, { moment: wish.moment?.on ?? null }) };
  });
}

/** Changes what has not gone out yet. What runs after moments may be changed at any time: it holds from the next one on. */
export async function changeAnnouncement(parts: ChangeParts, by: By, wish: { id: string } & Partial<AnnouncementWish>): Promise<void> {
  await change(parts, by, async (db) => {
    const { workspaceId } = by;
    const row = await found({ workspaceId, db }, wish.id);
    const isOpen = row.status === "draft" || row.status === "scheduled" || (row.moment !== null && row.status === "running");
    if (!isOpen) throw new Refusal("conflict", `It is ${row.status}: what went out cannot be changed. Copy it into a new one.`);
    const { name, audience, moment, texts, settings } = { ...row, ...wish };
    await store.updateAnnouncement(
      workspaceId,
      db,
      await checked({ workspaceId, db }, { id: row.id, name, audience, moment, texts, settings }),
    );
    return { result: undefined, deed: deedOf("changed", row.id, { fields: Object.keys(wish).filter((key) => key !== "id") }) };
  });
}

/** Sends it from then on, or from now on. Again moves the instant, until it runs. */
export async function scheduleAnnouncement(parts: ChangeParts, by: By, wish: { id: string; at: number | null }): Promise<void> {
  const { workspaceId } = by;
  await change(parts, by, async (db) => {
    const row = await found({ workspaceId, db }, wish.id);
    if (row.status !== "draft" && row.status !== "scheduled") throw new Refusal("conflict", `It is ${row.status} already.`);
    const now = await workspaceNow(workspaceId, db);
    const at = Math.max(now, wish.at ?? now);
    // Moments count from its start on: nobody is asked about last year.
    const step = { status: "scheduled" as const, scheduled_at: at, next_at: at, ...(row.moment === null ? {} : { looked_to: at }) };
    await store.stepAnnouncement(workspaceId, db, { id: row.id, step });
    return { result: undefined, deed: deedOf("scheduled", row.id, { at }) };
  });
  tellSettled(parts.pool, workspaceId);
}

/** Nobody else is asked, and no mail that still waits goes out. Again changes nothing. */
export async function cancelAnnouncement(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const { workspaceId } = by;
    const row = await found({ workspaceId, db }, id);
    if (row.status === "cancelled") return { result: undefined, deed: null };
    if (row.status === "sent") throw new Refusal("conflict", "It has gone out already.");
    const waited = await cancelMeant(workspaceId, db, { announcement: id, subject: externalId("anc", id) });
    const held = waited === 0 ? row.held : { ...row.held, cancelled: (row.held["cancelled"] ?? 0) + waited };
    const step = { status: "cancelled" as const, next_at: null, held, ended_at: await workspaceNow(workspaceId, db) };
    await store.stepAnnouncement(workspaceId, db, { id, step });
    return { result: undefined, deed: deedOf("cancelled", id, { waited }) };
  });
}

export type TestWish = { id: string; email: string; locale: string };

/** Sends it to one address, marked as a test. Nobody is counted as asked. */
export async function testAnnouncement(parts: ChangeParts & { cipher: Cipher }, by: By, wish: TestWish): Promise<{ message: string }> {
  const { workspaceId } = by;
  const message = await change(parts, by, async (db) => {
    const row = await found({ workspaceId, db }, wish.id);
    const workspace = await readWorkspace(workspaceId, db);
    const id = parts.ids.uuid();
    const path = targetOf("", { slug: workspace?.slug ?? "", url: null, program: row.audience.program ?? null });
    const letter = { email: wish.email, path, until: 0, program: null };
    const data = { announcement: externalId("anc", row.id), test: true, sealed: sealLetter(parts.cipher, { workspaceId, id }, letter) };
    const subject = `test:${externalId("msg", id)}`;
    await insertLetter(workspaceId, db, {
      id,
      kind: "announcement",
      personId: OPERATORS,
      subject,
      locale: wish.locale,
      data,
      send: true,
    });
    return { result: externalId("msg", id), deed: deedOf("tested", row.id, {}) };
  });
  tellSettled(parts.pool, workspaceId);
  return { message };
}

/** How many an audience is, counted to a limit. */
export async function audienceSize(workspaceId: string, db: Client, of: { row: store.AnnouncementRow; limit: number }): Promise<number> {
  const { audience, program_id: programId } = of.row;
  if (audience.segment === undefined)
    return programId === null ? 0 : await countAdvocates(workspaceId, db, { programId, limit: of.limit });
  const segment = await readSegment(workspaceId, db, audience.segment);
  if (segment === null) return 0;
  return await countSegment(workspaceId, db, { condition: segment.filter, now: await workspaceNow(workspaceId, db), limit: of.limit });
}

async function found(at: At, id: string): Promise<store.AnnouncementRow> {
  const row = await store.readAnnouncement(at.workspaceId, at.db, id);
  if (row === null) throw notFound("announcement");
  return row;
}

/** Its program and segment are there, and its texts ask for nothing that nobody can fill in. */
async function checked(at: At, wish: AnnouncementWish & { id: string }): Promise<store.AnnouncementWrite> {
  const slip = unknownPlaces(wish.texts)[0];
  if (slip !== undefined)
    throw new Refusal("validation_failed", `No text can be filled in for {${slip.place}}.`, {
      errors: [
        {
          pointer: `/texts/${slip.language}`,
          message: `Use {name}, {full_name}, {product}, {program} or {business}.`,
          code: "place_unknown",
        },
      ],
    });
  if (!wish.settings.mail && !wish.settings.notice)
    throw new Refusal("validation_failed", "It needs a way to reach people: mail, notice, or both.", {
      errors: [{ pointer: "/settings/mail", message: "Choose mail, notice, or both.", code: "no_channel" }],
    });
  if (wish.moment === null && wish.audience.program === undefined && wish.audience.segment === undefined)
    throw new Refusal("validation_failed", "It needs somebody to go to.", {
      errors: [{ pointer: "/audience", message: "Say a program, a segment, or both.", code: "no_audience" }],
    });
  const program = wish.audience.program === undefined ? null : await readProgram(at.workspaceId, at.db, wish.audience.program);
  if (wish.audience.program !== undefined && program === null) throw notFound("program");
  const segment = wish.audience.segment === undefined ? undefined : (uuidOf("seg", wish.audience.segment) ?? wish.audience.segment);
  if (segment !== undefined && (!UUID.test(segment) || (await readSegment(at.workspaceId, at.db, segment)) === null))
    throw notFound("segment");
  const { id, name, moment, texts, settings } = wish;
  const audience = { ...wish.audience, ...(segment === undefined ? {} : { segment }) };
  return { id, name, program_id: program?.id ?? null, audience, moment, texts, settings };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const deedOf = (what: string, id: string, detail: Record<string, unknown>) => ({
  action: `announcement.${what}`,
  target: externalId("anc", id),
  detail,
});
