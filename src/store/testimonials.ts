/** What people say of the business, in their words. Personal data: deleted with the person, never in facts. */
import type { Client } from "./db.ts";

export type TestimonialRow = {
  id: string;
  program: string;
  person_id: string;
  activity: string;
  body: string;
  rating: number | null;
  shown_as: string | null;
  consent: boolean;
  status: "pending" | "approved" | "refused";
  reason: string | null;
  at: number;
  decided_at: number | null;
};

const TESTIMONIAL = `
  select t.id, p.key as program, t.person_id, t.activity, t.body, t.rating, t.shown_as, t.consent, t.status, t.reason, t.at, t.decided_at
    from testimonial t join program p on p.workspace_id = t.workspace_id and p.id = t.program_id
   where t.workspace_id = $1`;

export async function readTestimonial(workspaceId: string, db: Client, id: string): Promise<TestimonialRow | null> {
  const { rows } = await db.query<TestimonialRow>(`${TESTIMONIAL} and t.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type TestimonialFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  personId: string | null;
  status: string | null;
};

/** Newest first. */
export async function listTestimonials(workspaceId: string, db: Client, filter: TestimonialFilter): Promise<TestimonialRow[]> {
  const { rows } = await db.query<TestimonialRow>(
    `${TESTIMONIAL} and ($2::uuid is null or t.id < $2) and ($3::text is null or p.key = $3) and ($4::uuid is null or t.person_id = $4)
        and ($5::text is null or t.status = $5)
      order by t.id desc limit $6`,
    [workspaceId, filter.before, filter.program, filter.personId, filter.status, filter.limit],
  );
  return rows;
}

export type NewTestimonial = Omit<TestimonialRow, "program" | "status" | "reason" | "decided_at"> & { program_id: string };

/** Stores it; one of that id stays as it is. */
export async function insertTestimonial(workspaceId: string, db: Client, t: NewTestimonial): Promise<void> {
  await db.query(
    `insert into testimonial (workspace_id, id, program_id, person_id, activity, body, rating, shown_as, consent, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (workspace_id, id) do nothing`,
    [workspaceId, t.id, t.program_id, t.person_id, t.activity, t.body, t.rating, t.shown_as, t.consent, t.at],
  );
}

/** Decides a pending one: true for exactly one caller. */
export async function decideTestimonial(
  workspaceId: string,
  db: Client,
  d: { id: string; status: "approved" | "refused"; reason: string | null; at: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update testimonial set status = $3, reason = $4, decided_at = $5 where workspace_id = $1 and id = $2 and status = 'pending'",
    [workspaceId, d.id, d.status, d.reason, d.at],
  );
  return rowCount === 1;
}
