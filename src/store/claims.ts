/** Claims: who says that a candidate, deal, company or order is hers, and who holds it. Written behind the writer lock. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** The last instant that a date can show. */
const FOR_GOOD = 253_402_300_799_999;

export type ClaimRow = {
  id: string;
  program: string;
  program_id: string;
  subject: string;
  reference: string | null;
  friend_id: string;
  company_id: string | null;
  company: string | null;
  vacancy_id: string | null;
  vacancy: string | null;
  department: string | null;
  status: string;
  reason: string | null;
  claimed_at: number;
  evidence_at: number;
  exclusive_until: number;
  blocks_until: number;
  due_at: number | null;
  decided_at: number | null;
  decided_by: string | null;
  /** In order: the first is the advocate. */
  shares: { person: string; share: number }[];
  evidence: string | null;
  note: string | null;
  referral_id: string | null;
};

const CLAIM = `select c.id, p.key as program, c.program_id, c.subject, c.reference, c.friend_id, c.company_id, m.external_id as company,
    c.vacancy_id, v.external_id as vacancy, c.department, c.status, c.reason, c.claimed_at, c.evidence_at, c.exclusive_until,
    c.blocks_until, c.due_at, c.decided_at, c.decided_by, e.text as evidence, e.note,
    (select r.id from referral r where r.workspace_id = $1 and r.program_id = c.program_id and r.friend_id = c.friend_id
        and c.status in ('accepted', 'expired', 'ended')) as referral_id,
    (select json_agg(json_build_object('person', s.person_id, 'share', s.share) order by s.place) from claim_share s
      where s.workspace_id = $1 and s.claim_id = c.id) as shares
  from claim c join program p on p.workspace_id = $1 and p.id = c.program_id
  left join company m on m.workspace_id = $1 and m.id = c.company_id
  left join vacancy v on v.workspace_id = $1 and v.id = c.vacancy_id
  left join claim_evidence e on e.workspace_id = $1 and e.claim_id = c.id
 where c.workspace_id = $1`;

/** One claim, or null. */
export async function readClaim(workspaceId: string, db: Client, id: string): Promise<ClaimRow | null> {
  const { rows } = await db.query<ClaimRow>(`${CLAIM} and c.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type ClaimFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  status: string | null;
  personId: string | null;
  friendId: string | null;
};

/** Claims, newest first. Filters that are null do not filter. */
export async function listClaims(workspaceId: string, db: Client, filter: ClaimFilter): Promise<ClaimRow[]> {
  const { rows } = await db.query<ClaimRow>(
    `${CLAIM} and ($2::uuid is null or c.id < $2) and ($3::text is null or p.key = $3) and ($4::text is null or c.status = $4)
        and ($5::uuid is null or exists (select from claim_share s where s.workspace_id = $1 and s.claim_id = c.id and s.person_id = $5))
        and ($6::uuid is null or c.friend_id = $6) order by c.id desc limit $7`,
    [workspaceId, filter.before, filter.program, filter.status, filter.personId, filter.friendId, filter.limit],
  );
  return rows;
}

export type NewClaim = Pick<
  ClaimRow,
  "id" | "program_id" | "subject" | "reference" | "friend_id" | "company_id" | "vacancy_id" | "department" | "status" | "reason"
> &
  Pick<
    ClaimRow,
    "claimed_at" | "evidence_at" | "exclusive_until" | "blocks_until" | "due_at" | "decided_at" | "decided_by" | "shares"
  > & { evidence: string | null };

/** Stores a claim with its shares and what was written to prove it. */
export async function insertClaim(workspaceId: string, db: Client, c: NewClaim): Promise<void> {
  await db.query(
    `insert into claim (workspace_id, id, program_id, subject, reference, friend_id, company_id, vacancy_id, department, status, reason,
       claimed_at, evidence_at, exclusive_until, blocks_until, due_at, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      workspaceId,
      c.id,
      c.program_id,
      c.subject,
      c.reference,
      c.friend_id,
      c.company_id,
      c.vacancy_id,
      c.department,
      c.status,
      c.reason,
      c.claimed_at,
      c.evidence_at,
      c.exclusive_until,
      c.blocks_until,
      c.due_at,
      c.decided_at,
      c.decided_by,
    ],
  );
  await db.query(
    `insert into claim_share (workspace_id, claim_id, person_id, place, share)
     select $1::uuid, $2::uuid, u.person, u.place, u.share from unnest($3::uuid[], $4::smallint[], $5::integer[]) u(person, place, share)
     returning 1`,
    [workspaceId, c.id, plain(c.shares.map((s) => s.person)), plain(c.shares.map((_, i) => i)), plain(c.shares.map((s) => s.share))],
  );
  if (c.evidence !== null)
    await db.query("insert into claim_evidence (workspace_id, claim_id, text) values ($1, $2, $3)", [workspaceId, c.id, c.evidence]);
}

/**
 * Takes subjects for a claim, as far as nobody holds them: the primary key decides between any number at once.
 * @returns those that somebody else's claim holds.
 */
export async function takeSubjects(
  workspaceId: string,
  db: Client,
  of: { programId: string; subjects: readonly string[]; claimId: string; at: number; until: number },
): Promise<string[]> {
  await db.query(
    `insert into claim_hold as h (workspace_id, program_id, subject, claim_id, at, until_at)
     select $1::uuid, $2::uuid, u.subject, $4::uuid, $5, $6 from unnest($3::text[]) u(subject) on conflict do nothing`,
    [workspaceId, of.programId, quoted(of.subjects), of.claimId, of.at, of.until],
  );
  const { rows } = await db.query<{ claim_id: string }>(
    `select distinct claim_id from claim_hold
      where workspace_id = $1 and program_id = $2 and subject = any($3::text[]) and claim_id <> $4`,
    [workspaceId, of.programId, quoted(of.subjects), of.claimId],
  );
  return rows.map((r) => r.claim_id);
}

/** Claims that hold one of these subjects and whose time is over, as far as the clock says. */
export async function readOverdueHolders(
  workspaceId: string,
  db: Client,
  of: { programId: string; subjects: readonly string[]; instant: number },
): Promise<string[]> {
  const { rows } = await db.query<{ claim_id: string }>(
    `select distinct claim_id from claim_hold
      where workspace_id = $1 and program_id = $2 and subject = any($3::text[]) and until_at <= $4`,
    [workspaceId, of.programId, quoted(of.subjects), of.instant],
  );
  return rows.map((r) => r.claim_id);
}

/** Gives up what a claim holds; `keepUntil` an instant up to which it goes on blocking others. */
export async function freeSubjects(
  workspaceId: string,
  db: Client,
  of: { claimId: string; keepUntil: number | null; at: number },
): Promise<void> {
  if (of.keepUntil !== null && of.keepUntil > of.at) {
    await db.query("update claim_hold set until_at = $3 where workspace_id = $1 and claim_id = $2", [
      workspaceId,
      of.claimId,
      of.keepUntil,
    ]);
    return;
  }
  await db.query("delete from claim_hold where workspace_id = $1 and claim_id = $2", [workspaceId, of.claimId]);
}

/** Keeps a claim and what it holds up to an instant, and looks at it again at `dueAt`; nulls: for good. */
export async function keepClaim(
  workspaceId: string,
  db: Client,
  of: { claimId: string; until: number | null; dueAt: number | null },
): Promise<void> {
  await db.query("update claim set exclusive_until = coalesce($3, exclusive_until), due_at = $4 where workspace_id = $1 and id = $2", [
    workspaceId,
    of.claimId,
    of.until,
    of.dueAt,
  ]);
  await db.query("update claim_hold set until_at = greatest(until_at, $3) where workspace_id = $1 and claim_id = $2", [
    workspaceId,
    of.claimId,
    of.until ?? FOR_GOOD,
  ]);
}

/** Looks at a claim again later. */
export async function postponeClaim(workspaceId: string, db: Client, of: { claimId: string; until: number }): Promise<void> {
  await db.query("update claim set due_at = $3 where workspace_id = $1 and id = $2", [workspaceId, of.claimId, of.until]);
}

export type ClaimDecision = {
  id: string;
  from: readonly string[];
  status: string;
  reason: string | null;
  at: number;
  by: string;
  dueAt: number | null;
};

/** Writes what became of a claim. @returns false when it was in none of the states that it may come from. */
export async function decideClaim(workspaceId: string, db: Client, d: ClaimDecision): Promise<boolean> {
  const { rowCount } = await db.query(
    `update claim set status = $3, reason = $4, decided_at = $5, decided_by = $6, due_at = $7
      where workspace_id = $1 and id = $2 and status = any($8::text[])`,
    [workspaceId, d.id, d.status, d.reason, d.at, d.by, d.dueAt, [...d.from]],
  );
  return rowCount === 1;
}

/** An operator's words about a decision: they may name people, so they stand with the evidence. */
export async function noteClaim(workspaceId: string, db: Client, of: { claimId: string; note: string }): Promise<void> {
  await db.query(
    `insert into claim_evidence as e (workspace_id, claim_id, text, note) values ($1, $2, '', $3)
     on conflict (workspace_id, claim_id) do update set note = excluded.note`,
    [workspaceId, of.claimId, of.note],
  );
}

/** Claims whose time has come, oldest first. */
export async function readDueClaims(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select id from claim where workspace_id = $1 and due_at is not null and due_at <= $2 order by due_at, id limit $3",
    [workspaceId, ask.instant, ask.limit],
  );
  return rows.map((r) => r.id);
}

/** The claims about somebody in a program that hold her now, oldest first. */
export async function readHolding(workspaceId: string, db: Client, of: { programId: string; friendId: string }): Promise<ClaimRow[]> {
  const { rows } = await db.query<ClaimRow>(
    `${CLAIM} and c.program_id = $2 and c.friend_id = $3 and c.status = 'accepted' order by c.claimed_at, c.id`,
    [workspaceId, of.programId, of.friendId],
  );
  return rows;
}
