/** Finding people for a list: by a beginning of a name, an address or an id of the business, and by what is known of them. */
import type { Condition } from "../core/condition.ts";
import { conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { type PersonRow, PERSON } from "./people.ts";
import { segmentLeaf } from "./segment-sql.ts";

export type { PersonRow } from "./people.ts";

/** People with their profiles, in the order of `ids`. */
export async function readPeople(workspaceId: string, db: Client, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<PersonRow>(`${PERSON} where p.workspace_id = $1 and p.id = any($2::uuid[])`, [workspaceId, ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type Brief = {
  id: string;
  /** What the list is sorted by: it goes into the cursor. */
  rank: number;
  score: number | null;
  country: string | null;
  orders: number | null;
  value: number | null;
  currency: string | null;
  last_order_at: number | null;
  seen_at: number | null;
  referrals: number | null;
  qualified: number | null;
  joined_at: number | null;
};

export type Finding = {
  program: string | null;
  joinedSince: number | null;
  conditions: readonly Condition[];
  /** Only these: what a text was found in. */
  ids: readonly string[] | null;
  sort: "newest" | "score";
  /** Of the last row of the page before. */
  before: { id: string; rank: number } | null;
  limit: number;
  now: number;
};

/** A page of people who meet all that is asked, newest first or likeliest first, with what is known of them at a glance. */
export async function findPeople(workspaceId: string, db: Client, f: Finding): Promise<Brief[]> {
  const values: unknown[] = [workspaceId];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const wheres = ["p.workspace_id = $1", "p.merged_into is null", "p.erased_at is null"];
  if (f.ids !== null) wheres.push(`p.id = any(${param(f.ids, "uuid[]")})`);
  if (f.program !== null || f.joinedSince !== null)
    wheres.push(`exists (select from advocate a where a.workspace_id = $1 and a.person_id = p.id and a.status = 'active'
      ${f.program === null ? "" : `and a.program_id = ${param(f.program, "uuid")}`}
      ${f.joinedSince === null ? "" : `and a.joined_at >= ${param(f.joinedSince, "bigint")}`})`);
  // Who was found by a text is few; a list of everybody follows an index of the profiles.
  const isFew = f.ids !== null;
  const column = f.sort === "score" ? "f.score" : "f.known_at";
  const rank = isFew ? `coalesce(${column}, ${f.sort === "score" ? "0" : "p.created_at"})` : column;
  const id = isFew ? "p.id" : "f.person_id";
  if (f.before !== null) wheres.push(`(${rank}, ${id}) < (${param(f.before.rank, "bigint")}, ${param(f.before.id, "uuid")})`);
  for (const condition of f.conditions) {
    const sql = conditionSql(condition, values.length + 1, segmentLeaf(f.now));
    values.push(...sql.values);
    wheres.push(sql.text);
  }
  const { rows } = await db.query<Brief>(
    `select p.id, ${rank} as rank, f.score, f.country, f.orders, f.value, f.currency, f.last_order_at, f.seen_at, f.referrals,
            f.qualified, f.joined_at
       from person p
       ${isFew ? "left join" : "join"} person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
       left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
       left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where ${wheres.join(" and ")}
      order by ${rank} desc, ${id} desc limit ${param(f.limit, "int")}`,
    values,
  );
  return rows;
}

/** People whose name, last name, e-mail address or own id lies between two texts; at most `limit` by each. */
export async function idsByText(
  workspaceId: string,
  db: Client,
  of: { name: [string, string]; value: [string, string]; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `(select person_id as id from person_private where workspace_id = $1 and name_key >= $2 and name_key < $3 limit $6)
     union (select person_id from person_private where workspace_id = $1 and last_name_key >= $2 and last_name_key < $3 limit $6)
     union (select person_id from person_identity where workspace_id = $1 and kind = 1 and value >= $4 and value < $5 limit $6)
     union (select person_id from person_identity where workspace_id = $1 and kind = 2 and value >= $7 and value < $8 limit $6)`,
    [workspaceId, ...of.name, ...of.value, of.limit, of.value[0].toLowerCase(), of.value[1].toLowerCase()],
  );
  return rows.map((row) => row.id);
}
