/**
 * Gatherings with seats and a waiting list. Who gets a seat is decided behind the writer lock: of any number at once exactly the seats
 * are filled.
 */
import { movesUp, waitingPlace } from "../core/fulfilment/seats.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import type { MessageKind } from "../core/messages/kinds.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/gatherings.ts";
import { insertMessages } from "../store/messages.ts";
import { canonicalPerson } from "../store/people.ts";
import { readUnion } from "../store/redemptions.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { gateOf, passesGate } from "./level-gate.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";

export type GatheringWish = {
  title: string;
  description: string;
  startsAt: number;
  seats: number;
  program: string | null;
  level: string | null;
};

/** The same Idempotency-Key again is the same gathering. @returns its id. */
export async function createGathering(parts: MoneyParts, by: By, wish: GatheringWish): Promise<string> {
  return asWriter(parts, by, async (db, head) => {
    const { workspaceId } = by;
    if (wish.startsAt <= head.instant) throw new Refusal("validation_failed", "The gathering lies in the past.");
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const gate = await gateOf({ db, workspaceId, world }, wish);
    const id =
      by.idempotencyKey === null ? parts.ids.uuid() : derivedUuid(parts.hashes.digest(`gathering|${by.idempotencyKey}`), head.instant);
    const { title, description, startsAt: starts_at, seats } = wish;
    await store.insertGathering(workspaceId, db, { id, title, description, starts_at, seats, ...gate, created_at: head.instant });
    return { result: id, deeds: [{ action: "gathering.created", target: externalId("gth", id), detail: { seats, level: gate.level } }] };
  });
}

/** Changes what is given; who waits moves up into seats that are added. Fewer seats send nobody away. */
export async function changeGathering(parts: MoneyParts, by: By, c: Omit<store.GatheringChange, "status">): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const row = await openGathering(db, by.workspaceId, c.id);
    await store.updateGathering(by.workspaceId, db, c);
    await fillSeats({ db, head, workspaceId: by.workspaceId }, { ...row, seats: c.seats ?? row.seats });
    const fields = Object.keys(c).filter((name) => name !== "id");
    return { result: undefined, deeds: [{ action: "gathering.changed", target: externalId("gth", c.id), detail: { fields } }] };
  });
}

/** Calls it off; everybody who had a seat or waited is told. Again changes nothing. */
export async function cancelGathering(parts: MoneyParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const row = await store.readGathering(by.workspaceId, db, id);
    if (row === null) throw notFound("gathering");
    if (row.status === "cancelled") return { result: undefined, deeds: [] };
    await store.updateGathering(by.workspaceId, db, { id, status: "cancelled" });
    const coming = (await store.readPlaces(by.workspaceId, db, id)).filter((p) => p.state !== "left").map((p) => p.person);
    await tell({ db, head, workspaceId: by.workspaceId }, { kind: "gathering_cancelled", people: coming, row });
    return { result: undefined, deeds: [{ action: "gathering.cancelled", target: externalId("gth", id) }] };
  });
}

export const GATHERING_REASONS = ["cancelled", "over", "level_missing"] as const;
export type GatheringReason = (typeof GATHERING_REASONS)[number];
export type PlaceAnswer = { state: "seat" | "waiting" | "left" | null; reason: GatheringReason | null; waitingPlace: number | null };
export type PlaceWish = { gatheringId: string; personId: string };

/** A seat, or a place on the waiting list. Again answers the place that she has. */
export async function joinGathering(parts: MoneyParts, by: By, wish: PlaceWish): Promise<PlaceAnswer> {
  return asWriter<PlaceAnswer>(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const asked = await readAsked(db, workspaceId, wish);
    const { person, owners } = asked;
    // Two who turned out to be one may have left a seat free.
    await fillSeats({ db, head, workspaceId }, asked.row);
    const row = (await store.readGathering(workspaceId, db, asked.row.id)) ?? asked.row;
    const places = await store.readPlaces(workspaceId, db, row.id);
    const mine = places.find((p) => owners.includes(p.person) && p.state !== "left");
    if (mine !== undefined)
      return { result: { state: mine.state, reason: null, waitingPlace: waitingPlace(places, mine.person) }, deeds: [] };
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const isMet = await passesGate({ db, workspaceId, world }, row, owners);
    const reason = row.status === "cancelled" ? "cancelled" : row.starts_at <= head.instant ? "over" : isMet ? null : "level_missing";
    if (reason !== null) return { result: { state: null, reason, waitingPlace: null }, deeds: [] };
    const state = row.taken < row.seats && row.waiting === 0 ? "seat" : "waiting";
    await store.putPlace(workspaceId, db, { gathering: row.id, person, state, at: head.instant });
    await tell({ db, head, workspaceId }, { kind: state === "seat" ? "seat_confirmed" : "seat_waiting", people: [person], row });
    const deed = {
      action: "gathering.joined",
      target: externalId("per", person),
      detail: { gathering: externalId("gth", row.id), state },
    };
    return { result: { state, reason: null, waitingPlace: state === "seat" ? null : row.waiting + 1 }, deeds: [deed] };
  });
}

/** Gives the place up; the first who waits gets the seat. Again changes nothing; refuses `not_found` for who never joined. */
export async function leaveGathering(parts: MoneyParts, by: By, wish: PlaceWish): Promise<PlaceAnswer> {
  return asWriter<PlaceAnswer>(parts, by, async (db, head) => {
    const { workspaceId } = by;
    const { row, person, owners } = await readAsked(db, workspaceId, wish);
    const mine = (await store.readPlaces(workspaceId, db, row.id)).filter((p) => owners.includes(p.person));
    if (mine.length === 0) throw notFound("place at this gathering");
    const people = mine.filter((p) => p.state !== "left").map((p) => p.person);
    const result = { state: "left" as const, reason: null, waitingPlace: null };
    if (people.length === 0) return { result, deeds: [] };
    await store.movePlaces(workspaceId, db, { gathering: row.id, people, to: "left", at: head.instant });
    await fillSeats({ db, head, workspaceId }, row);
    const deed = { action: "gathering.left", target: externalId("per", person), detail: { gathering: externalId("gth", row.id) } };
    return { result, deeds: [deed] };
  });
}

/** Somebody is gone for good (erased): her seats are free. Behind the writer lock. */
export async function freeSeats(behind: Behind, people: readonly string[]): Promise<void> {
  const { db, head, workspaceId } = behind;
  for (const gathering of await store.gatheringsOf(workspaceId, db, people)) {
    await store.movePlaces(workspaceId, db, { gathering, people, to: "left", at: head.instant });
    const row = await store.readGathering(workspaceId, db, gathering);
    if (row !== null) await fillSeats(behind, row);
  }
}

/** Nobody moves up into what is over or called off. */
async function fillSeats(behind: Behind, row: store.GatheringRow): Promise<void> {
  const { db, head, workspaceId } = behind;
  if (row.status === "cancelled" || row.starts_at <= head.instant) return;
  const people = movesUp(await store.readPlaces(workspaceId, db, row.id), row.seats).map((p) => p.person);
  if (people.length === 0) return;
  await store.movePlaces(workspaceId, db, { gathering: row.id, people, to: "seat", at: head.instant });
  await tell(behind, { kind: "seat_from_waiting_list", people, row });
}

async function readAsked(db: Client, workspaceId: string, wish: PlaceWish) {
  const row = await store.readGathering(workspaceId, db, wish.gatheringId);
  if (row === null) throw notFound("gathering");
  const person = await canonicalPerson(workspaceId, db, wish.personId);
  if (person === null) throw notFound("person");
  return { row, person, owners: await readUnion(workspaceId, db, person) };
}

async function openGathering(db: Client, workspaceId: string, id: string): Promise<store.GatheringRow> {
  const row = await store.readGathering(workspaceId, db, id);
  if (row === null) throw notFound("gathering");
  if (row.status === "cancelled") throw new Refusal("conflict", "The gathering was called off.");
  return row;
}

/** The instant is in the key: who leaves and comes again is told again. */
async function tell(behind: Behind, of: { kind: MessageKind; people: readonly string[]; row: store.GatheringRow }): Promise<void> {
  const gathering = externalId("gth", of.row.id);
  const due_at = behind.head.instant;
  await insertMessages(
    behind.workspaceId,
    behind.db,
    of.people.map((person_id) => ({
      kind: of.kind,
      person_id,
      subject_key: `${gathering}:${due_at}`,
      data: { gathering, starts_at: of.row.starts_at },
      due_at,
    })),
  );
}
