/** What a question for people means in the store's words. */
import type { Condition } from "../core/condition.ts";
import { normaliseEmail } from "../core/identity.ts";
import { uuidOf } from "../core/id.ts";
import { Refusal, notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { type Brief, findPeople, idsByText, readPeople } from "../store/people-find.ts";
import type { PersonRow } from "../store/people.ts";
import { readSegment } from "../store/segments.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { uuidOrMissing } from "./listing.ts";
import { findProgram } from "./lookup.ts";

type Question = {
  text?: string | undefined;
  program?: string | undefined;
  joined_since?: number | undefined;
  country?: string | undefined;
  segment?: string | undefined;
  filter?: Condition | undefined;
  sort: "newest" | "score";
  limit: number;
  after?: string | undefined;
};
type Found = { rows: Brief[]; people: Map<string, PersonRow>; more: boolean };

/** By each of the ways in which a text may be meant. */
const BY_TEXT = 500;

export async function foundIn(workspaceId: string, db: Client, ask: Question): Promise<Found> {
  const before = ask.after === undefined ? null : cursorIn(ask.after);
  if (ask.after !== undefined && before === null) throw new Refusal("cursor_invalid", "Give `next` of the page before as `after`.");
  const program = ask.program === undefined ? null : (await findProgram(workspaceId, db, ask.program)).id;
  const conditions: Condition[] = [];
  if (ask.country !== undefined) conditions.push({ "person.country": { eq: ask.country } });
  if (ask.filter !== undefined) conditions.push(ask.filter);
  if (ask.segment !== undefined) conditions.push(await filterOf(workspaceId, db, ask.segment));
  const ids = ask.text === undefined || ask.text.trim() === "" ? null : await idsOf(workspaceId, db, ask.text.trim());
  const now = await workspaceNow(workspaceId, db);
  const { sort, limit, joined_since: joinedSince = null } = ask;
  const rows = await findPeople(workspaceId, db, { program, joinedSince, conditions, ids, sort, before, limit: limit + 1, now });
  const page = rows.slice(0, limit);
  const people = await readPeople(
    workspaceId,
    db,
    page.map((row) => row.id),
  );
  return { rows: page, people: new Map(people.map((row) => [row.id, row])), more: rows.length > limit };
}

async function filterOf(workspaceId: string, db: Client, id: string): Promise<Condition> {
  const row = await readSegment(workspaceId, db, uuidOrMissing("seg", id, "segment"));
  if (row === null) throw notFound("segment");
  return row.filter;
}

async function idsOf(workspaceId: string, db: Client, text: string): Promise<string[]> {
  const id = uuidOf("per", text);
  if (id !== null) return [id];
  const range = (begin: string): [string, string] => [begin, `${begin}\u{10ffff}`];
  const value = text.includes("@") ? (normaliseEmail(text) ?? text) : text;
  return await idsByText(workspaceId, db, { name: range(text.toLowerCase()), value: range(value), limit: BY_TEXT });
}

/** "73:per_...": what the last row of the page before was sorted by, and who it was. */
function cursorIn(text: string): { rank: number; id: string } | null {
  const [rank = "", id = ""] = text.split(":");
  const uuid = uuidOf("per", id);
  return uuid === null || !/^\d{1,15}$/.test(rank) ? null : { rank: Number(rank), id: uuid };
}
