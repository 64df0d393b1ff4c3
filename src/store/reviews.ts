/** What was made of referrals: allowed, waiting for a review, approved, refused. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ReviewRow = {
  id: string;
  program_id: string;
  program: string;
  friend_id: string;
  advocate_id: string;
  referral_id: string | null;
  version: number;
  score: number;
  verdict: "allow" | "hold" | "refuse";
  reasons: unknown;
  inputs: unknown;
  scored_at: number;
  state: "allowed" | "open" | "approved" | "refused";
  due_at: number | null;
  decided_at: number | null;
  decided_by: string | null;
  note: string | null;
};

const REVIEW = `select a.id, a.program_id, p.key as program, a.friend_id, a.advocate_id, r.id as referral_id, a.version, a.score, a.verdict,
       a.reasons, a.inputs, a.scored_at, a.state, a.due_at, a.decided_at, a.decided_by, a.note
  from risk_assessment a join program p on p.workspace_id = $1 and p.id = a.program_id
  left join referral r on r.workspace_id = $1 and r.friend_id = a.friend_id and r.program_id = a.program_id
 where a.workspace_id = $1`;

export async function readReview(ws: string, db: Client, id: string): Promise<ReviewRow | null> {
  const { rows } = await db.query<ReviewRow>(`${REVIEW} and a.id = $2`, [ws, id]);
  return rows[0] ?? null;
}

/** Reviews, newest first. */
export async function listReviews(
  ws: string,
  db: Client,
  filter: { before: string | null; limit: number; state: string | null; program: string | null; advocate: string | null },
): Promise<ReviewRow[]> {
  const { rows } = await db.query<ReviewRow>(
    `${REVIEW} and ($2::uuid is null or a.id < $2) and ($3::text is null or a.state = $3) and ($4::text is null or p.key = $4)
        and ($5::uuid is null or a.advocate_id = $5) order by a.id desc limit $6`,
    [ws, filter.before, filter.state, filter.program, filter.advocate, filter.limit],
  );
  return rows;
}

export type Judged = { id: string; program: string; friend: string; state: ReviewRow["state"]; advocate: string };

/** What was made of these friends' referrals before. */
export async function readJudged(ws: string, db: Client, of: { programs: string[]; friends: string[] }): Promise<Judged[]> {
  const { rows } = await db.query<Judged>(
    `select a.id, a.program_id as program, a.friend_id as friend, a.state, a.advocate_id as advocate
       from unnest($2::uuid[], $3::uuid[]) k(program, friend)
       join risk_assessment a on a.workspace_id = $1 and a.friend_id = k.friend and a.program_id = k.program`,
    [ws, plain(of.programs), plain(of.friends)],
  );
  return rows;
}

export type NewReview = Omit<ReviewRow, "program" | "referral_id" | "note">;

/** Writes what was made of a referral. What an operator decided is never overwritten. */
export async function saveReview(ws: string, db: Client, r: NewReview): Promise<void> {
  await db.query(
    `insert into risk_assessment as t (workspace_id, id, program_id, friend_id, advocate_id, version, score, verdict, reasons, inputs,
       scored_at, state, due_at, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (workspace_id, friend_id, program_id) do update set advocate_id = excluded.advocate_id, version = excluded.version,
            score = excluded.score, verdict = excluded.verdict, reasons = excluded.reasons, inputs = excluded.inputs,
            scored_at = excluded.scored_at, state = excluded.state, due_at = excluded.due_at, decided_at = excluded.decided_at,
            decided_by = excluded.decided_by
      where t.state = 'allowed'`,
    [
      ws,
      r.id,
      r.program_id,
      r.friend_id,
      r.advocate_id,
      r.version,
      r.score,
      r.verdict,
      JSON.stringify(r.reasons),
      JSON.stringify(r.inputs),
      r.scored_at,
      r.state,
      r.due_at,
      r.decided_at,
      r.decided_by,
    ],
  );
}

/** Decides a review. */
export async function decideReview(
  ws: string,
  db: Client,
  d: { id: string; state: "approved" | "refused"; by: "operator" | "nobody" | "policy"; at: number; note: string | null },
): Promise<void> {
  await db.query(
    `update risk_assessment set state = $3, decided_by = $4, decided_at = $5, note = coalesce($6, note), due_at = null
      where workspace_id = $1 and id = $2`,
    [ws, d.id, d.state, d.by, d.at, d.note],
  );
}

/** Reviews that nobody has decided in time, oldest first. */
export async function readOverdue(ws: string, db: Client, of: { now: number; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from risk_assessment where workspace_id = $1 and state = 'open' and due_at <= $2 order by due_at, id limit $3",
    [ws, of.now, of.limit],
  );
  return rows.map((r) => r.id);
}

/** Which of these advocates have an open review in the program, given as parallel lists: `program|advocate`. */
export async function readSuspected(ws: string, db: Client, of: { programs: string[]; advocates: string[] }): Promise<Set<string>> {
  const { rows } = await db.query<{ key: string }>(
    `select distinct k.program || '|' || k.advocate as key from unnest($2::uuid[], $3::uuid[]) k(program, advocate)
       join risk_assessment a on a.workspace_id = $1 and a.advocate_id = k.advocate and a.program_id = k.program and a.state = 'open'`,
    [ws, plain(of.programs), plain(of.advocates)],
  );
  return new Set(rows.map((r) => r.key));
}

export type Tally = {
  scored: number;
  open: number;
  caught: number;
  cleared: number;
  missed: number;
  refused_by_policy: number;
  lapsed: number;
};

/**
 * How often the score was right, as far as operators have said. caught: held, and refused by an operator; cleared: held, and approved;
 * missed: let through, and refused or rejected by an operator later.
 */
export async function tallyReviews(ws: string, db: Client, of: { program: string | null; since: number }): Promise<Tally> {
  const { rows } = await db.query<Tally>(
    `select count(*)::int as scored, count(*) filter (where a.state = 'open')::int as open,
            count(*) filter (where a.verdict = 'hold' and a.state = 'refused' and a.decided_by = 'operator')::int as caught,
            count(*) filter (where a.verdict = 'hold' and a.state = 'approved' and a.decided_by = 'operator')::int as cleared,
            count(*) filter (where a.verdict = 'allow' and ((a.state = 'refused' and a.decided_by = 'operator')
              or (a.state = 'allowed' and r.status = 'rejected')))::int as missed,
            count(*) filter (where a.verdict = 'refuse' and a.decided_by = 'policy')::int as refused_by_policy,
            count(*) filter (where a.decided_by = 'nobody')::int as lapsed
       from risk_assessment a
       left join referral r on r.workspace_id = $1 and r.friend_id = a.friend_id and r.program_id = a.program_id
      where a.workspace_id = $1 and ($2::uuid is null or a.program_id = $2) and a.scored_at >= $3`,
    [ws, of.program, of.since],
  );
  return rows[0]!;
}
