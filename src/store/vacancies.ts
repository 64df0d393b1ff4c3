/** Vacancies: what candidates are recommended for, and who may not recommend for them. */
import type { Client } from "./db.ts";

export type VacancyRow = {
  id: string;
  external_id: string;
  program: string;
  program_id: string;
  title: string;
  department: string;
  country: string;
  grade: string;
  manager_id: string | null;
  recruiter_id: string | null;
  bonus: number | null;
  currency: string | null;
  status: string;
  created_at: number;
};

const VACANCY = `select v.id, v.external_id, p.key as program, v.program_id, v.title, v.department, v.country, v.grade, v.manager_id,
    v.recruiter_id, v.bonus, v.currency, v.status, v.created_at
  from vacancy v join program p on p.workspace_id = $1 and p.id = v.program_id where v.workspace_id = $1`;

/** A vacancy by the business's own id, or null. */
export async function readVacancy(workspaceId: string, db: Client, externalId: string): Promise<VacancyRow | null> {
  const { rows } = await db.query<VacancyRow>(`${VACANCY} and v.external_id = $2`, [workspaceId, externalId]);
  return rows[0] ?? null;
}

export type VacancyFilter = { before: string | null; limit: number; program: string | null; status: string | null };

/** Vacancies, newest first. Filters that are null do not filter. */
export async function listVacancies(workspaceId: string, db: Client, filter: VacancyFilter): Promise<VacancyRow[]> {
  const { rows } = await db.query<VacancyRow>(
    `${VACANCY} and ($2::uuid is null or v.id < $2) and ($3::text is null or p.key = $3) and ($4::text is null or v.status = $4)
      order by v.id desc limit $5`,
    [workspaceId, filter.before, filter.program, filter.status, filter.limit],
  );
  return rows;
}

export type VacancyWrite = Omit<VacancyRow, "program">;

/** Makes a vacancy or changes all of it but its program. @returns its id. */
export async function upsertVacancy(workspaceId: string, db: Client, v: VacancyWrite): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into vacancy (workspace_id, id, external_id, program_id, title, department, country, grade, manager_id, recruiter_id, bonus,
       currency, status, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (workspace_id, external_id) do update set title = excluded.title, department = excluded.department,
       country = excluded.country, grade = excluded.grade, manager_id = excluded.manager_id, recruiter_id = excluded.recruiter_id,
       bonus = excluded.bonus, currency = excluded.currency, status = excluded.status
     returning id`,
    [
      workspaceId,
      v.id,
      v.external_id,
      v.program_id,
      v.title,
      v.department,
      v.country,
      v.grade,
      v.manager_id,
      v.recruiter_id,
      v.bonus,
      v.currency,
      v.status,
      v.created_at,
    ],
  );
  return rows[0]!.id;
}
