/**
 * Terms and who accepted them. They are numbered through a program's published versions: a version whose words are those of the one before
 * has its number, so that a change of a reward asks nobody to accept anything again.
 */
import type { Client } from "./db.ts";

export type TermsRow = { terms: number; version: number; effective_from: number; texts: Record<string, string> };

/** The terms of a program, the oldest first, each with the first version that had them. Versions without words have none. */
export async function readTerms(workspaceId: string, db: Client, programId: string): Promise<TermsRow[]> {
  const { rows } = await db.query<TermsRow>(
    `select (row_number() over (order by version))::int as terms, version, effective_from, texts from (
       select version, effective_from, definition->'terms' as texts,
              (definition->'terms')::jsonb is distinct from (lag(definition->'terms') over (order by version))::jsonb as is_new
         from program_version where workspace_id = $1 and program_id = $2) v
      where is_new and coalesce(texts::text, '{}') <> '{}' order by version`,
    [workspaceId, programId],
  );
  return rows;
}

/** Records an acceptance; false when it is there already. */
export async function insertAcceptance(
  workspaceId: string,
  db: Client,
  a: { personId: string; programId: string; terms: number; language: string; at: number; source: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into terms_acceptance (workspace_id, person_id, program_id, terms, language, at, source) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
    [workspaceId, a.personId, a.programId, a.terms, a.language, a.at, a.source],
  );
  return rowCount === 1;
}

export type AcceptanceRow = { program_id: string; terms: number; language: string; at: number; source: string };

/** Everything a person accepted, by program and number. */
export async function readAcceptances(workspaceId: string, db: Client, personId: string): Promise<AcceptanceRow[]> {
  const { rows } = await db.query<AcceptanceRow>(
    `select program_id, terms, language, at, source from terms_acceptance where workspace_id = $1 and person_id = $2
      order by program_id, terms`,
    [workspaceId, personId],
  );
  return rows;
}

/** The programs a person takes part in, or accepted terms of. */
export async function readTermsPrograms(workspaceId: string, db: Client, personId: string): Promise<{ id: string; key: string }[]> {
  const { rows } = await db.query<{ id: string; key: string }>(
    `select id, key from program where workspace_id = $1 and id in (
       select program_id from advocate where workspace_id = $1 and person_id = $2 and status = 'active'
       union select program_id from terms_acceptance where workspace_id = $1 and person_id = $2) order by key`,
    [workspaceId, personId],
  );
  return rows;
}

/** Active advocates of a program who accepted earlier terms and not these, by id after `after`. */
export async function readOutdated(
  workspaceId: string,
  db: Client,
  ask: { programId: string; terms: number; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select a.person_id as id from advocate a where a.workspace_id = $1 and a.program_id = $2 and a.status = 'active' and a.person_id > $4
        and exists (select from terms_acceptance t where t.workspace_id = $1 and t.program_id = $2 and t.person_id = a.person_id)
        and not exists (select from terms_acceptance t where t.workspace_id = $1 and t.program_id = $2 and t.person_id = a.person_id
                           and t.terms >= $3)
      order by a.person_id limit $5`,
    [workspaceId, ask.programId, ask.terms, ask.after, ask.limit],
  );
  return rows.map((r) => r.id);
}

/** Counted up to here: a screen shows "10,000 and more". */
export const ACCEPTED_AT_MOST = 10_000;

/** How many accepted each of these terms, up to one more than the most, and when the last did. */
export async function countAcceptances(
  workspaceId: string,
  db: Client,
  ask: { programId: string; terms: readonly number[] },
): Promise<{ terms: number; people: number; last_at: number | null }[]> {
  const { rows } = await db.query<{ terms: number; people: number; last_at: number | null }>(
    `select w.terms, a.people,
            (select max(at) from terms_acceptance where workspace_id = $1 and program_id = $2 and terms = w.terms) as last_at
       from unnest($3::int[]) with ordinality w(terms, n), lateral (
         select count(*)::int as people from (
           select from terms_acceptance where workspace_id = $1 and program_id = $2 and terms = w.terms limit $4) t) a
      order by w.n`,
    [workspaceId, ask.programId, ask.terms, ACCEPTED_AT_MOST + 1],
  );
  return rows;
}
