/** Places that cases can be offered to. */
import { externalId } from "../core/id.ts";
import { upsertPlace } from "../store/case-offers.ts";
import { readProgram } from "../store/programs.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { notFound } from "./refusal.ts";

export type PlaceWish = {
  program: string;
  external: string;
  name: string;
  latitude: number;
  longitude: number;
  capacity: number;
  personId: string;
  active: boolean;
};

/** Makes a place or changes it; returns its id. A capacity below what is taken takes nothing back: the place is full until it is less. */
export async function putPlace(parts: ChangeParts, by: By, wish: PlaceWish): Promise<string> {
  return asWriter(parts, by, async (db) => {
    const program = await readProgram(by.workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    const { external, personId, program: _key, ...place } = wish;
    const row = { ...place, id: parts.ids.uuid(), programId: program.id, external_id: external, person_id: personId };
    const id = await upsertPlace(by.workspaceId, db, row);
    return { result: id, deeds: [{ action: "place.changed", target: externalId("plc", id), detail: { capacity: wish.capacity } }] };
  });
}
