/** Everything kept about a person, as plain JSON she can read and take elsewhere. */
import { type Prefix, externalId } from "../core/id.ts";
import { formatInstant } from "../core/time.ts";
import type { Pool } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { readEverything } from "../store/people-export.ts";
import { readFamily } from "../store/people-write.ts";
import { inSnapshot } from "../store/snapshot.ts";
import type { By } from "./by.ts";
import { notFound } from "./refusal.ts";

const IDENTITY_NAMES: Readonly<Record<string, string>> = { 1: "user_id", 2: "email", 3: "phone", 4: "anonymous_id" };
/** Which column holds whose id, so that ids read as everywhere else in the API. */
const IDS: Readonly<Record<string, Prefix>> = {
  advocate_id: "per",
  friend_id: "per",
  merged_into: "per",
  from_id: "per",
  to_id: "per",
  giver_id: "per",
  receiver_id: "per",
  person_id: "per",
  from_company: "com",
  to_company: "com",
};
const OWN_IDS: Readonly<Record<string, Prefix>> = {
  person: "per",
  links: "lnk",
  events: "evt",
  referrals: "ref",
  rewards: "rwd",
  payouts: "pay",
  requests: "req",
  introductions: "itr",
  slips: "slp",
  leads: "led",
  redemptions: "rdm",
  gatherings: "gth",
  testimonials: "tst",
  shares: "shr",
  deliverables: "dvr",
  questions: "hlp",
  notes: "nte",
};
const INSTANTS = new Set(["asked_at", "expires_at", "sent_at", 
  "at", "received_at", "created_at", "erased_at", "joined_at", "disabled_at", "private_until", "evidence_at", "bound_at", "stage_at",
  "available_at", "matured_at", "issued_at", "valid_until", "redeemed_at", "decided_at", "cancelled_at", "seated_at", "left_at",
  "shared_at", "verified_at", "submitted_at", "answered_at", "seen_at", "ends_at",
]);

/** Refuses `not_found`. An erased person's export holds what the books keep: ids, instants and amounts. */
export async function exportPerson(parts: { pool: Pool }, by: By, personId: string): Promise<Record<string, unknown>> {
  return await inSnapshot(parts.pool, by.workspaceId, async (db) => {
    const id = await canonicalPerson(by.workspaceId, db, personId);
    if (id === null) throw notFound("person");
    const tables = await readEverything(by.workspaceId, db, await readFamily(by.workspaceId, db, id));
    const out: Record<string, unknown> = { id: externalId("per", id) };
    for (const [name, rows] of Object.entries(tables)) out[name] = rows.map((row) => plainRow(name, row));
    return out;
  });
}

function plainRow(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === null) continue;
    const prefix = column === "id" ? OWN_IDS[table] : IDS[column];
    if (prefix !== undefined && typeof value === "string") out[column] = externalId(prefix, value);
    else if (INSTANTS.has(column) && typeof value === "number") out[column] = formatInstant(value);
    else if (table === "identities" && column === "kind") out[column] = IDENTITY_NAMES[String(value)] ?? value;
    else out[column] = value;
  }
  return out;
}
