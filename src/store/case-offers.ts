/** Places, and the offers of cases to them. Capacity is what no open offer and no accepted case takes up. */
import type { PlaceAt } from "../core/case.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type PlaceRow = {
  id: string;
  program: string;
  external_id: string;
  name: string;
  latitude: number;
  longitude: number;
  capacity: number;
  taken: number;
  person_id: string;
  active: boolean;
};

const TAKEN = `(select count(*) from case_offer o
  where o.workspace_id = $1 and o.place_id = c.id and o.state in ('offered', 'accepted', 'answered'))`;
const PLACE = `select c.id, p.key as program, c.external_id, c.name, c.latitude, c.longitude, c.capacity, ${TAKEN} as taken,
    c.person_id, c.active
  from place c join program p on p.workspace_id = $1 and p.id = c.program_id where c.workspace_id = $1`;

export type NewPlace = Omit<PlaceRow, "program" | "taken"> & { programId: string };

/** Makes a place or changes it; returns its id. */
export async function upsertPlace(workspaceId: string, db: Client, place: NewPlace): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into place (workspace_id, id, program_id, external_id, name, latitude, longitude, capacity, person_id, active)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id, program_id, external_id) do update set name = excluded.name, latitude = excluded.latitude,
        longitude = excluded.longitude, capacity = excluded.capacity, person_id = excluded.person_id, active = excluded.active
     returning id`,
    [
      workspaceId,
      place.id,
      place.programId,
      place.external_id,
      place.name,
      place.latitude,
      place.longitude,
      place.capacity,
      place.person_id,
      place.active,
    ],
  );
  return rows[0]!.id;
}

export async function readPlace(workspaceId: string, db: Client, id: string): Promise<PlaceRow | null> {
  const { rows } = await db.query<PlaceRow>(`${PLACE} and c.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Places, newest first. */
export async function listPlaces(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; program: string | null },
): Promise<PlaceRow[]> {
  const { rows } = await db.query<PlaceRow>(
    `${PLACE} and ($2::uuid is null or c.id < $2) and ($3::text is null or p.key = $3) order by c.id desc limit $4`,
    [workspaceId, filter.before, filter.program, filter.limit],
  );
  return rows;
}

/** All places of a program that take cases, with what is free. */
export async function readFreePlaces(workspaceId: string, db: Client, programId: string): Promise<PlaceAt[]> {
  const { rows } = await db.query<PlaceAt>(
    `select c.id, c.latitude, c.longitude, (c.capacity - ${TAKEN})::integer as free from place c
      where c.workspace_id = $1 and c.program_id = $2 and c.active`,
    [workspaceId, programId],
  );
  return rows;
}

export type OfferState = "next" | "offered" | "accepted" | "declined" | "expired" | "full" | "answered" | "withdrawn" | "ended";
export type OfferRow = {
  case_id: string;
  nth: number;
  place_id: string;
  place: string;
  place_person: string;
  state: OfferState;
  meters: number;
  offered_at: number | null;
  expires_at: number | null;
  decided_at: number | null;
  answer_due_at: number | null;
  answered_at: number | null;
  late_at: number | null;
};

const OFFER = `select o.case_id, o.nth, o.place_id, c.external_id as place, c.person_id as place_person, o.state, o.meters, o.offered_at,
    o.expires_at, o.decided_at, o.answer_due_at, o.answered_at, o.late_at
  from case_offer o join place c on c.workspace_id = $1 and c.id = o.place_id where o.workspace_id = $1`;

/** The offers of a case, in the order in which places are asked. */
export async function readOffers(workspaceId: string, db: Client, caseId: string): Promise<OfferRow[]> {
  const { rows } = await db.query<OfferRow>(`${OFFER} and o.case_id = $2 order by o.nth`, [workspaceId, caseId]);
  return rows;
}

/** What a place's person is asked now, and what she accepted: without a word of what the case is about. */
export async function listOffersTo(workspaceId: string, db: Client, personId: string): Promise<OfferRow[]> {
  const { rows } = await db.query<OfferRow>(
    `${OFFER} and c.person_id = $2 and o.state in ('offered', 'accepted') order by o.offered_at, o.case_id limit 200`,
    [workspaceId, personId],
  );
  return rows;
}

/** Writes down which places are asked, nearest first. */
export async function insertOffers(
  workspaceId: string,
  db: Client,
  of: { caseId: string; from: number; places: readonly { id: string; meters: number }[] },
): Promise<void> {
  await db.query(
    `insert into case_offer (workspace_id, case_id, nth, place_id, state, meters)
     select $1, $2, $3 + u.n::integer, u.place, 'next', u.meters
       from unnest($4::uuid[], $5::integer[]) with ordinality u(place, meters, n)`,
    [workspaceId, of.caseId, of.from, plain(of.places.map((p) => p.id)), plain(of.places.map((p) => p.meters))],
  );
}

/** Brings an offer to a state, with the instants that belong to it; what is left out stays as it is. */
export async function setOffer(
  workspaceId: string,
  db: Client,
  of: { caseId: string; nth: number; state: OfferState } & Partial<
    Record<"offered_at" | "expires_at" | "decided_at" | "answer_due_at" | "answered_at" | "late_at", number>
  >,
): Promise<void> {
  await db.query(
    `update case_offer set state = $4, offered_at = coalesce($5, offered_at), expires_at = coalesce($6, expires_at),
            decided_at = coalesce($7, decided_at), answer_due_at = coalesce($8, answer_due_at), answered_at = coalesce($9, answered_at),
            late_at = coalesce($10, late_at)
      where workspace_id = $1 and case_id = $2 and nth = $3`,
    [
      workspaceId,
      of.caseId,
      of.nth,
      of.state,
      of.offered_at ?? null,
      of.expires_at ?? null,
      of.decided_at ?? null,
      of.answer_due_at ?? null,
      of.answered_at ?? null,
      of.late_at ?? null,
    ],
  );
}

/** The case is over: nobody is asked any more, and accepted cases free their places. */
export async function endCaseOffers(workspaceId: string, db: Client, of: { caseId: string; at: number }): Promise<void> {
  await db.query(
    `update case_offer set state = case when state in ('accepted', 'answered') then 'ended' else 'withdrawn' end,
            decided_at = coalesce(decided_at, $3)
      where workspace_id = $1 and case_id = $2 and state in ('next', 'offered', 'accepted', 'answered')`,
    [workspaceId, of.caseId, of.at],
  );
}

/** Offers whose time to accept is over, and accepted ones whose answer is late. */
export async function readDueOffers(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<OfferRow[]> {
  const { rows } = await db.query<OfferRow>(
    `${OFFER} and (o.state = 'offered' and o.expires_at <= $2 or o.state = 'accepted' and o.late_at is null and o.answer_due_at <= $2)
      order by coalesce(o.answer_due_at, o.expires_at), o.case_id limit $3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}
