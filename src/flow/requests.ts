/**
 * Members ask each other for introductions, answer, and say thanks. An introduction is two facts: one about who was introduced, with the
 * giver's evidence, which binds a referral like any other; and an activity of the giver. A thank-you slip is an activity of the one who is
 * thanked, with the value that was closed. Each has a client id of its own thing, in the transaction that writes the thing.
 */
import { later } from "../core/case.ts";
import { externalId } from "../core/id.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import * as store from "../store/requests.ts";
import type { BatchHead } from "../store/settle-load.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Acting, invalid, who } from "./cases.ts";
import { type ContactInput, contactOf } from "./contact.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { ownDraft } from "./own-draft.ts";
import { type Placed, type Where, liveSection } from "./program-section.ts";
import { Refusal, notFound } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";

export type RequestWish = Acting & { program: string; toId: string | null; text: string | null };

/** A member asks another, or all of them. @returns the request's id. */
export async function makeRequest(parts: MoneyParts, by: By, wish: RequestWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const known = await store.findByKey(workspaceId, db, { table: "member_request", key: by.idempotencyKey });
    if (known !== null) return { result: known, deeds: [] };
    const placed = await placeOf(parts, { db, workspaceId, head }, wish.program);
    const fromId = await member({ db, workspaceId, placed }, { personId: wish.acting, pointer: "/acting_as" });
    if (wish.toId !== null) await member({ db, workspaceId, placed }, { personId: wish.toId, pointer: "/to" });
    if (wish.toId === fromId) throw invalid("/to", "self", "Nobody asks herself: name another member, or leave it out to ask all.");
    const id = parts.ids.uuid();
    const expires = later(head.instant, placed.section.answer_within, placed.compiled.zone);
    const row = { id, program_id: placed.id, from_id: fromId, to_id: wish.toId, asked_at: head.instant, expires_at: expires };
    await store.insertRequest(workspaceId, db, { ...row, key: by.idempotencyKey });
    await store.insertWords(workspaceId, db, { thing: id, kind: "request", about: fromId, author: fromId, text: wish.text });
    const name = externalId("req", id);
    const message = { kind: "request_received" as const, subject_key: name, data: { request: name }, due_at: head.instant };
    if (wish.toId !== null) await insertMessages(workspaceId, db, [{ ...message, person_id: wish.toId }]);
    return { result: id, deeds: [{ action: "request.made", target: name, detail: { program: wish.program, ...who(wish) } }] };
  });
}

type Room = { db: Client; workspaceId: string; placed: Placed<"requests"> };

const placeOf = (parts: MoneyParts, at: Where, program: string): Promise<Placed<"requests">> =>
  liveSection(parts, at, { program, section: "requests" });

/** Only who takes part in the program asks, answers, introduces or thanks, and is asked, introduced to or thanked. */
async function member(room: Room, of: { personId: string | null; pointer: string }): Promise<string> {
  if (of.personId === null) throw invalid(of.pointer, "person_missing", "Say which member does this: acting_as.");
  const status = await readAdvocateStatus(room.workspaceId, room.db, { programId: room.placed.id, personId: of.personId });
  if (status === "active") return of.personId;
  throw invalid(of.pointer, "not_a_member", "This person is no member of the program: let her join first.");
}

export type AnswerWish = Acting & { requestId: string; contact: ContactInput };

/** Answers a request with an introduction. Refuses `not_found` to whom it was not asked, and `conflict` once it is decided or expired. */
export async function answerRequest(parts: MoneyParts, by: By, wish: AnswerWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const { request, placed } = await openRequest(parts, { db, workspaceId, head }, wish);
    const giverId = await member({ db, workspaceId, placed }, { personId: wish.acting, pointer: "/acting_as" });
    const introduction = { giverId, receiverId: request.from_id, requestId: request.id, contact: wish.contact, key: null };
    const id = await introduce(parts, { db, head, workspaceId }, { placed, introduction });
    await store.decideRequest(workspaceId, db, {
      id: request.id,
      status: "answered",
      at: head.instant,
      deciderId: giverId,
      introductionId: id,
    });
    await tellAsker({ db, workspaceId }, { request, status: "answered", at: head.instant });
    const detail = { introduction: externalId("itr", id), ...who(wish) };
    return { result: id, deeds: [{ action: "request.answered", target: externalId("req", request.id), detail }] };
  });
}

/** Says no. A request to everybody is not declined: it is left for the others. */
export async function declineRequest(parts: MoneyParts, by: By, wish: Acting & { requestId: string }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const { request } = await openRequest(parts, { db, workspaceId, head }, wish);
    if (request.to_id === null) throw new Refusal("conflict", "It was asked of everybody: leave it for the others.");
    const decided = { id: request.id, status: "declined" as const, at: head.instant, deciderId: wish.acting, introductionId: null };
    await store.decideRequest(workspaceId, db, decided);
    await tellAsker({ db, workspaceId }, { request, status: "declined", at: head.instant });
    return { result: undefined, deeds: [{ action: "request.declined", target: externalId("req", request.id), detail: who(wish) }] };
  });
}

/** A request that the member may answer now. After its time it is over, whether a sweep has said so yet or not. */
async function openRequest(
  parts: MoneyParts,
  at: Where & { head: BatchHead },
  wish: Acting & { requestId: string },
): Promise<{ request: store.RequestRow; placed: Placed<"requests"> }> {
  const request = await store.readRequest(at.workspaceId, at.db, wish.requestId);
  const isAsked = request !== null && wish.acting !== null && (request.to_id ?? wish.acting) === wish.acting;
  if (request === null || !isAsked || request.from_id === wish.acting) throw notFound("request");
  if (request.status !== "open") throw new Refusal("conflict", `The request is ${request.status} already.`);
  if (request.expires_at <= at.head.instant) throw new Refusal("conflict", "The time to answer is over: the request has expired.");
  return { request, placed: await placeOf(parts, at, request.program) };
}

type Told = { request: Pick<store.RequestRow, "id" | "from_id">; status: string; at: number };

/** The asker learns what became of her request: once, whatever it was. */
export async function tellAsker(on: { db: Client; workspaceId: string }, of: Told): Promise<void> {
  const name = externalId("req", of.request.id);
  const data = { request: name, status: of.status };
  const message = { kind: "request_answered" as const, person_id: of.request.from_id, subject_key: name, data, due_at: of.at };
  await insertMessages(on.workspaceId, on.db, [message]);
}

export type IntroductionWish = Acting & { program: string; toId: string; contact: ContactInput };

/** A member introduces somebody to another, unasked. @returns the introduction's id. */
export async function makeIntroduction(parts: MoneyParts, by: By, wish: IntroductionWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const known = await store.findByKey(workspaceId, db, { table: "introduction", key: by.idempotencyKey });
    if (known !== null) return { result: known, deeds: [] };
    const placed = await placeOf(parts, { db, workspaceId, head }, wish.program);
    const room = { db, workspaceId, placed };
    const giverId = await member(room, { personId: wish.acting, pointer: "/acting_as" });
    const receiverId = await member(room, { personId: wish.toId, pointer: "/to" });
    if (giverId === receiverId) throw invalid("/to", "self", "Nobody introduces somebody to herself: name another member.");
    const introduction = { giverId, receiverId, requestId: null, contact: wish.contact, key: by.idempotencyKey };
    const id = await introduce(parts, { db, head, workspaceId }, { placed, introduction });
    return { result: id, deeds: [{ action: "introduction.made", target: externalId("itr", id), detail: who(wish) }] };
  });
}

type NewIntroduction = { giverId: string; receiverId: string; requestId: string | null; contact: ContactInput; key: string | null };

async function introduce(
  parts: MoneyParts,
  behind: Behind,
  of: { placed: Placed<"requests">; introduction: NewIntroduction },
): Promise<string> {
  const { db, head, workspaceId } = behind;
  const { placed } = of;
  const { giverId, receiverId, requestId, contact, key } = of.introduction;
  const program = placed.compiled.key;
  const personId = await contactOf(parts, behind, { contact, program });
  if (personId === giverId || personId === receiverId)
    throw invalid("/contact", "member", "Introduce somebody else than the two of you.");
  const id = parts.ids.uuid();
  const lead = ownDraft(parts, { index: 0, client: `introduction:${id}:made`, type: "lead", program, personId });
  const activity = { type: "activity" as const, name: "referral_given", program, personId: giverId };
  const given = ownDraft(parts, { ...activity, index: 1, client: `introduction:${id}:given` });
  await settleDrafts(parts, behind, [{ ...lead, claim: { program: placed.id, advocate: giverId } }, given]);
  const row = { id, program_id: placed.id, giver_id: giverId, receiver_id: receiverId, person_id: personId, request_id: requestId };
  await store.insertIntroduction(workspaceId, db, { ...row, at: head.instant, key });
  return id;
}

export type SlipWish = Acting & {
  program: string;
  toId: string;
  introductionId: string | null;
  value: number;
  currency: string;
  text: string | null;
};

/** Thanks with the value of what came of it. @returns the slip's id. */
export async function writeSlip(parts: MoneyParts, by: By, wish: SlipWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const known = await store.findByKey(workspaceId, db, { table: "slip", key: by.idempotencyKey });
    if (known !== null) return { result: known, deeds: [] };
    const placed = await placeOf(parts, { db, workspaceId, head }, wish.program);
    const room = { db, workspaceId, placed };
    const fromId = await member(room, { personId: wish.acting, pointer: "/acting_as" });
    const toId = await member(room, { personId: wish.toId, pointer: "/to" });
    if (fromId === toId) throw invalid("/to", "self", "Nobody thanks herself: name another member.");
    if (wish.introductionId !== null) await checkIntroduction(room, { id: wish.introductionId, fromId, toId });
    const id = parts.ids.uuid();
    const { program, value, currency } = wish;
    const activity = { type: "activity" as const, name: "thank_you", program, personId: toId, value, currency };
    await settleDrafts(parts, { db, head, workspaceId }, [ownDraft(parts, { ...activity, index: 0, client: `slip:${id}:written` })]);
    const row = { id, program_id: placed.id, from_id: fromId, to_id: toId, introduction_id: wish.introductionId, value, currency };
    await store.insertSlip(workspaceId, db, { ...row, at: head.instant, key: by.idempotencyKey });
    await store.insertWords(workspaceId, db, { thing: id, kind: "slip", about: toId, author: fromId, text: wish.text });
    const name = externalId("slp", id);
    const message = { subject_key: name, data: { slip: name, value, currency }, due_at: head.instant };
    await insertMessages(workspaceId, db, [{ ...message, kind: "slip_received", person_id: toId }]);
    return { result: id, deeds: [{ action: "slip.written", target: name, detail: { value, currency, ...who(wish) } }] };
  });
}

async function checkIntroduction(room: Room, of: { id: string; fromId: string; toId: string }): Promise<void> {
  const found = await store.readIntroduction(room.workspaceId, room.db, of.id);
  const isTheirs = found?.program_id === room.placed.id && found.giver_id === of.toId && found.receiver_id === of.fromId;
  if (!isTheirs) throw invalid("/introduction", "unknown", "There is no such introduction from the one who is thanked.");
}
