/**
 * Companies swap leads. A lead is accepted within its time or goes back. An accepted one is a fact (`lead_accepted`, client id
 * `lead:<id>:accepted`) between the two companies, settled in the transaction that accepts it: the program's rule takes a lead credit from
 * the receiver's account and gives it to the sender's. How much a company may owe is asked when a lead is sent, with what still waits for
 * its answer counted in, behind the writer lock: no number of senders at once brings it beyond its limit.
 */
import { later } from "../core/case.ts";
import { externalId } from "../core/id.ts";
import { insertMessages } from "../store/messages.ts";
import { insertOutbox } from "../store/outbox.ts";
import * as store from "../store/leads.ts";
import { findByKey, insertWords } from "../store/requests.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import type { Client } from "../store/db.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Acting, invalid, who } from "./cases.ts";
import { type ContactInput, contactOf } from "./contact.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { ownDraft } from "./own-draft.ts";
import { type Placed, liveSection } from "./program-section.ts";
import { Refusal, notFound } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";
import { nameAgain } from "./told-again.ts";

export type LeadWish = Acting & { program: string; fromId: string; toId: string; contact: ContactInput; text: string | null };

/** Sends a lead from one company to another. Refuses `lead_limit_reached` for a company that owes as much as it may. */
export async function sendLead(parts: MoneyParts, by: By, wish: LeadWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const known = await findByKey(workspaceId, db, { table: "lead", key: by.idempotencyKey });
    if (known !== null) return { result: known, deeds: [] };
    const placed = await liveSection(parts, { db, workspaceId, head }, { program: wish.program, section: "exchange" });
    if (wish.fromId === wish.toId) throw invalid("/to", "self", "A company sends its leads to another one.");
    await mustSpeakFor(db, workspaceId, { acting: wish.acting, companyId: wish.fromId });
    const owed = await store.readDebt(workspaceId, db, { companyId: wish.toId, instant: head.instant });
    if (owed.debt + owed.open + 1 > placed.section.debt_limit)
      throw new Refusal(
        "lead_limit_reached",
        `The company may owe ${placed.section.debt_limit}; it owes ${owed.debt}, and ${owed.open} wait for its answer.`,
      );
    const behind = { db, head, workspaceId };
    const id = parts.ids.uuid();
    const personId = await settleSent(parts, behind, { id, wish, placed });
    await store.insertLead(workspaceId, db, {
      id,
      program_id: placed.id,
      from_company: wish.fromId,
      to_company: wish.toId,
      person_id: personId,
      sender_id: wish.acting,
      at: head.instant,
      expiresAt: later(head.instant, placed.section.accept_within, placed.compiled.zone),
      key: by.idempotencyKey,
    });
    await insertWords(workspaceId, db, { thing: id, kind: "lead", about: personId, author: wish.acting, text: wish.text });
    await tellSent(behind, { id, programId: placed.id, wish });
    const detail = { from: externalId("com", wish.fromId), to: externalId("com", wish.toId), ...who(wish) };
    return { result: id, deeds: [{ action: "lead.sent", target: externalId("led", id), detail }] };
  });
}

/** The lead's own fact. Who sent it is its advocate, where she takes part in the program herself. @returns whom it is about. */
async function settleSent(
  parts: MoneyParts,
  behind: Behind,
  of: { id: string; wish: LeadWish; placed: Placed<"exchange"> },
): Promise<string> {
  const { wish, placed } = of;
  const personId = await contactOf(parts, behind, { contact: wish.contact, program: wish.program });
  const draft = ownDraft(parts, { index: 0, client: `lead:${of.id}:sent`, type: "lead", program: wish.program, personId });
  const sender = wish.acting === null ? null : { programId: placed.id, personId: wish.acting };
  const takesPart = sender !== null && (await readAdvocateStatus(behind.workspaceId, behind.db, sender)) === "active";
  if (sender !== null && takesPart && sender.personId !== personId) draft.claim = { program: placed.id, advocate: sender.personId };
  await settleDrafts(parts, behind, [draft]);
  return personId;
}

async function tellSent(behind: Behind, of: { id: string; programId: string; wish: LeadWish }): Promise<void> {
  const { db, head, workspaceId } = behind;
  const name = externalId("led", of.id);
  const people = await store.speakersOf(workspaceId, db, of.wish.toId);
  const message = { kind: "lead_received" as const, subject_key: name, data: { lead: name }, due_at: head.instant };
  await insertMessages(
    workspaceId,
    db,
    people.map((person_id) => ({ ...message, person_id })),
  );
  const data = { from: externalId("com", of.wish.fromId), to: externalId("com", of.wish.toId) };
  await insertOutbox(workspaceId, db, { at: head.instant, events: [{ type: "lead.submitted", id: name, program: of.programId, data }] });
}

/** A key acts for a company as its operator does; a person acts only for a company that she belongs to. */
async function mustSpeakFor(db: Client, workspaceId: string, of: { acting: string | null; companyId: string }): Promise<void> {
  if (of.acting === null || (await store.speaksFor(workspaceId, db, { companyId: of.companyId, personId: of.acting }))) return;
  throw notFound("company of this person");
}

export type LeadDecision = Acting & { leadId: string };

/** Takes a lead: a credit goes from the receiver to the sender. Refuses `conflict` once it is decided, or its time is over. */
export async function acceptLead(parts: MoneyParts, by: By, wish: LeadDecision): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const lead = await openLead({ db, head, workspaceId }, wish);
    const between = { giver: lead.from_company, taker: lead.to_company };
    const fact = { type: "activity" as const, name: "lead_accepted", program: lead.program, personId: lead.person_id };
    const client = await nameAgain({ db, head, workspaceId }, `lead:${lead.id}:accepted`);
    const draft = { ...ownDraft(parts, { ...fact, index: 0, client }), between };
    const [outcome] = (await settleDrafts(parts, { db, head, workspaceId }, [draft])).outcomes;
    if (outcome?.status !== "settled") throw new Refusal("event_refused", "The lead could not be settled: it is as it was.");
    await store.decideLead(workspaceId, db, { id: lead.id, status: "accepted", at: head.instant, deciderId: wish.acting });
    await tellSender({ db, workspaceId }, { lead, status: "accepted", at: head.instant });
    return { result: undefined, deeds: [{ action: "lead.accepted", target: externalId("led", lead.id), detail: who(wish) }] };
  });
}

/** Lets a lead go back. Nothing is owed for it. */
export async function declineLead(parts: MoneyParts, by: By, wish: LeadDecision): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const lead = await openLead({ db, head, workspaceId }, wish);
    await store.decideLead(workspaceId, db, { id: lead.id, status: "declined", at: head.instant, deciderId: wish.acting });
    await tellSender({ db, workspaceId }, { lead, status: "declined", at: head.instant });
    return { result: undefined, deeds: [{ action: "lead.declined", target: externalId("led", lead.id), detail: who(wish) }] };
  });
}

/** A lead that waits for the company's answer. After its time it is back, whether a sweep has said so yet or not. */
async function openLead(behind: Behind, wish: LeadDecision): Promise<store.LeadRow> {
  const { db, head, workspaceId } = behind;
  const lead = await store.readLead(workspaceId, db, wish.leadId);
  if (lead === null) throw notFound("lead");
  if (wish.acting !== null && !(await store.speaksFor(workspaceId, db, { companyId: lead.to_company, personId: wish.acting })))
    throw notFound("lead");
  if (lead.status !== "open") throw new Refusal("conflict", `The lead is ${lead.status} already.`);
  if (lead.expires_at <= head.instant) throw new Refusal("conflict", "The time to accept is over: the lead has gone back.");
  return lead;
}

type Told = { lead: Pick<store.LeadRow, "id" | "sender_id">; status: "accepted" | "declined" | "returned"; at: number };

/** Who sent it learns what became of it. */
export async function tellSender(on: { db: Client; workspaceId: string }, of: Told): Promise<void> {
  if (of.lead.sender_id === null) return;
  const name = externalId("led", of.lead.id);
  const kind = of.status === "accepted" ? "lead_accepted" : "lead_refused";
  const data = { lead: name, status: of.status };
  await insertMessages(on.workspaceId, on.db, [{ kind, person_id: of.lead.sender_id, subject_key: name, data, due_at: of.at }]);
}
