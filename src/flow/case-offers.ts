/**
 * A case offered to places: the nearest with room are asked one after the other, each for a time; who accepts answers back within a time.
 * An offer takes up a unit of the place's capacity from the moment it is made, so a place can never accept more than it has room for;
 * counting and taking happen behind the writer lock.
 */
import { type Point, later, nearestPlaces } from "../core/case.ts";
import { externalId } from "../core/id.ts";
import type { CaseSection } from "../core/program-case.ts";
import * as store from "../store/case-offers.ts";
import { type CaseRow, addCasePerson, addStep, readAnyCase } from "../store/cases.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Acting, type CaseParts, changeCase, deed, invalid, planOf, step, who } from "./cases.ts";
import type { Worlds } from "./load-world.ts";
import type { Where } from "./program-section.ts";
import { Refusal, notFound } from "./refusal.ts";

/** Who a sweep says it is in a case's steps. */
export const SYSTEM = "system";

/** Offers a case to the nearest places with room. Refuses `conflict` while one is asked or has accepted, and when there is none. */
export async function offerCase(parts: CaseParts, by: By, wish: Acting & { caseId: string; near: Point }): Promise<void> {
  await changeCase({ parts, by }, wish, async ({ db, head, row, section }) => {
    const { workspaceId } = by;
    const plan = placesOf(section);
    const before = await store.readOffers(workspaceId, db, row.id);
    if (before.some((o) => o.state === "offered" || o.state === "accepted"))
      throw new Refusal("conflict", "A place is asked or has accepted: wait for its answer.");
    const nearest = nearestPlaces(await store.readFreePlaces(workspaceId, db, row.programId), wish.near, plan.nearest);
    if (nearest.length === 0) throw new Refusal("conflict", "No place has room: raise a capacity, or add a place.");
    await store.insertOffers(workspaceId, db, { caseId: row.id, from: before.length, places: nearest });
    await askNext({ db, workspaceId, head }, { row, section, parts, actor: by.actor });
    return { result: undefined, deeds: [deed("case.offered", row.id, { places: nearest.length, ...who(wish) })] };
  });
}

function placesOf(section: CaseSection): NonNullable<CaseSection["places"]> {
  if (section.places !== undefined) return section.places;
  throw invalid("/case", "section_missing", 'The program has no "places" in its "case" section: add them and publish it.');
}

type Asked = { row: CaseRow; section: CaseSection; parts: { worlds: Worlds }; actor: string };

/** Asks the next place that still has room. When none is left, owner and coordinator are told. */
async function askNext(at: Where, of: Asked): Promise<void> {
  const { db, workspaceId, head } = at;
  const { row } = of;
  const plan = placesOf(of.section);
  const { compiled } = await planOf(of.parts, at, row);
  const free = new Map((await store.readFreePlaces(workspaceId, db, row.programId)).map((p) => [p.id, p.free]));
  const id = externalId("cas", row.id);
  for (const offer of await store.readOffers(workspaceId, db, row.id)) {
    if (offer.state !== "next") continue;
    const base = { caseId: row.id, nth: offer.nth };
    if ((free.get(offer.place_id) ?? 0) <= 0) {
      await store.setOffer(workspaceId, db, { ...base, state: "full", decided_at: head.instant });
      continue;
    }
    const expires = later(head.instant, plan.accept_within, compiled.zone);
    await store.setOffer(workspaceId, db, { ...base, state: "offered", offered_at: head.instant, expires_at: expires });
    await note(at, { row, actor: of.actor, kind: "offered", place: offer.place });
    const data = { case: id, offer: offer.nth, place: offer.place };
    await insertMessages(workspaceId, db, [
      { kind: "case_due", person_id: offer.place_person, subject_key: `${id}:offer:${offer.nth}`, data, due_at: head.instant },
    ]);
    return;
  }
  await note(at, { row, actor: of.actor, kind: "offers_ended", place: null });
  for (const person_id of new Set([row.ownerId, row.coordinatorId ?? row.ownerId]))
    await insertMessages(workspaceId, db, [
      { kind: "case_due", person_id, subject_key: `${id}:places:${head.instant}`, data: { case: id }, due_at: head.instant },
    ]);
}

type Note = { row: CaseRow; actor: string; kind: "offered" | "offers_ended" | "offer_expired" | "answer_late"; place: string | null };

function note(at: Where, of: Note): Promise<number> {
  const data = of.place === null ? {} : { place: of.place };
  return addStep(at.workspaceId, at.db, { caseId: of.row.id, at: at.head.instant, kind: of.kind, actor: of.actor, personId: null, data });
}

export type OfferWish = Acting & { caseId: string; nth: number };

/**
 * A place takes the case or lets it go, said by its person. Accepting puts her on the case; letting it go asks the next place. After its
 * time an offer is gone, whether a sweep has said so yet or not.
 */
export async function decideOffer(parts: CaseParts, by: By, wish: OfferWish & { accept: boolean }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const at: Where = { db, workspaceId, head };
    const { row, offer } = await findOffer(db, workspaceId, wish);
    if (offer.state !== "offered" || (offer.expires_at ?? 0) <= head.instant)
      throw new Refusal("conflict", "The offer is not open any more.");
    const { section, compiled } = await planOf(parts, at, row);
    const decided = { caseId: row.id, nth: offer.nth, decided_at: head.instant };
    const kind = wish.accept ? ("offer_accepted" as const) : ("offer_declined" as const);
    await addStep(workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind, data: { place: offer.place } });
    if (wish.accept) {
      const due = later(head.instant, placesOf(section).answer_within, compiled.zone);
      await store.setOffer(workspaceId, db, { ...decided, state: "accepted", answer_due_at: due });
      await addCasePerson(workspaceId, db, { caseId: row.id, personId: offer.place_person, role: "place", at: head.instant });
    } else {
      await store.setOffer(workspaceId, db, { ...decided, state: "declined" });
      await askNext(at, { row, section, parts, actor: SYSTEM });
    }
    return { result: undefined, deeds: [deed(`case.${kind}`, row.id, { place: offer.place, ...who(wish) })] };
  });
}

/** The answer back of the place that accepted, with its words. Late is late, and still an answer. */
export async function answerOffer(parts: CaseParts, by: By, wish: OfferWish & { text: string | null }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { row, offer } = await findOffer(db, by.workspaceId, wish);
    if (offer.state !== "accepted") throw new Refusal("conflict", "Only the place that accepted answers back, and once.");
    await store.setOffer(by.workspaceId, db, { caseId: row.id, nth: offer.nth, state: "answered", answered_at: head.instant });
    const data = { place: offer.place };
    await addStep(by.workspaceId, db, { ...step(by, wish, { caseId: row.id, head }), kind: "answered", data, text: wish.text });
    return { result: undefined, deeds: [deed("case.answered", row.id, { ...data, ...who(wish) })] };
  });
}

/** An offer of an open case, for the person of its place and for nobody else. */
async function findOffer(db: Client, workspaceId: string, wish: OfferWish): Promise<{ row: CaseRow; offer: store.OfferRow }> {
  const row = wish.acting === null ? null : await readAnyCase(workspaceId, db, wish.caseId);
  const offers = row === null ? [] : await store.readOffers(workspaceId, db, row.id);
  const offer = offers.find((o) => o.nth === wish.nth && o.place_person === wish.acting && o.offered_at !== null);
  if (row === null || offer === undefined) throw notFound("offer");
  return { row, offer };
}

/** Offers that nobody took in time go to the next place; answers that did not come are told to the owner. @returns how many. */
export async function sweepOffers(parts: { worlds: Worlds }, at: Where, limit: number): Promise<number> {
  const { db, workspaceId, head } = at;
  const due = await store.readDueOffers(workspaceId, db, { instant: head.instant, limit });
  for (const offer of due) {
    const row = (await readAnyCase(workspaceId, db, offer.case_id))!;
    const base = { caseId: row.id, nth: offer.nth };
    if (offer.state === "offered") {
      await store.setOffer(workspaceId, db, { ...base, state: "expired", decided_at: offer.expires_at ?? head.instant });
      await note(at, { row, actor: SYSTEM, kind: "offer_expired", place: offer.place });
      const { section } = await planOf(parts, at, row);
      await askNext(at, { row, section, parts, actor: SYSTEM });
      continue;
    }
    await store.setOffer(workspaceId, db, { ...base, state: "accepted", late_at: head.instant });
    await note(at, { row, actor: SYSTEM, kind: "answer_late", place: offer.place });
    const id = externalId("cas", row.id);
    const message = { subject_key: `${id}:answer:${offer.nth}`, data: { case: id, place: offer.place }, due_at: head.instant };
    await insertMessages(workspaceId, db, [{ ...message, kind: "case_due", person_id: row.ownerId }]);
  }
  return due.length;
}
