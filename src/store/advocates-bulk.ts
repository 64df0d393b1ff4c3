/** Many advocates with chosen codes at once, for demo data and benches: three statements whatever their number. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type BulkAdvocate = {
  personId: string; linkId: string;
  /** Epoch ms. */
  joinedAt: number;
  /** As written and normalised (core/code.ts); the caller has checked that it may be chosen. */
  code: string; codeKey: string;
};

/** Makes people active advocates of a program, each with a vanity link. Who is there already, and a code that is taken, stays as it is. */
export async function insertAdvocates(
  workspaceId: string, db: Client, all: { programId: string; list: readonly BulkAdvocate[] },
): Promise<void> {
  const people = plain(all.list.map((each) => each.personId));
  const instants = plain(all.list.map((each) => each.joinedAt));
  await db.query(
    `insert into advocate (workspace_id, program_id, person_id, joined_at)
     select $1, $2, t.person_id, t.joined_at from unnest($3::uuid[], $4::bigint[]) as t (person_id, joined_at) on conflict do nothing`,
    [workspaceId, all.programId, people, instants],
  );
  await db.query(
    `insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, created_at)
     select $1, t.id, $2, t.person_id, t.code, t.code_key, 'vanity', t.at
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bigint[]) as t (id, person_id, code, code_key, at)
     on conflict do nothing`,
    [
      workspaceId, all.programId, plain(all.list.map((each) => each.linkId)), people,
      quoted(all.list.map((each) => each.code)), quoted(all.list.map((each) => each.codeKey)), instants,
    ],
  );
}

/** The people that facts are about, by the facts' ids. */
export async function readFactPeople(workspaceId: string, db: Client, factIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; person_id: string }>(
    // Fact by fact: for a workspace of which the server has no statistics yet, a list of ids was planned as a reading of all its facts.
    `select f.id, f.person_id from unnest($2::uuid[]) k(id)
      cross join lateral (select id, person_id from fact where workspace_id = $1 and id = k.id limit 1) f where f.person_id is not null`,
    [workspaceId, plain(factIds)],
  );
  return new Map(rows.map((row) => [row.id, row.person_id]));
}
