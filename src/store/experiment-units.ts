/** Advocates who are dealt together: the one whose number all of them have. Who is not here is dealt by herself. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Pairs of active advocates of a program who are of one company: each with the first of them. */
export async function readColleagues(
  workspaceId: string,
  db: Client,
  of: { programId: string; limit: number },
): Promise<[string, string][]> {
  const { rows } = await db.query<{ first: string; person: string }>(
    `select first, person from (
       select p.id as person, first_value(p.id) over (partition by p.company_id order by p.id) as first
         from advocate a join person p on p.workspace_id = $1 and p.id = a.person_id
        where a.workspace_id = $1 and a.program_id = $2 and a.status = 'active' and p.company_id is not null) c
      where first <> person limit $3`,
    [workspaceId, of.programId, of.limit],
  );
  return rows.map(({ first, person }) => [first, person]);
}

/** Keeps `units`: a person, and whose number she has. */
export async function insertUnits(
  workspaceId: string,
  db: Client,
  of: { experiment: string; units: readonly (readonly [person: string, unit: string])[] },
): Promise<void> {
  await db.query(
    `insert into experiment_unit (workspace_id, experiment_id, person_id, unit)
     select $1, $2, u.* from unnest($3::uuid[], $4::uuid[]) u(person, unit)`,
    [workspaceId, of.experiment, plain(of.units.map(([person]) => person)), plain(of.units.map(([, unit]) => unit))],
  );
}

/** Whose number somebody has in an experiment: her own id where she is dealt by herself. */
export async function readUnit(workspaceId: string, db: Client, of: { experiment: string; person: string }): Promise<string> {
  const { rows } = await db.query<{ unit: string }>(
    "select unit from experiment_unit where workspace_id = $1 and experiment_id = $2 and person_id = $3",
    [workspaceId, of.experiment, of.person],
  );
  return rows[0]?.unit ?? of.person;
}
