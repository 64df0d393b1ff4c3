/** Requests between members, introductions that answer them, and thank-you slips. Words stand in private_text. */
import type { AskedOf } from "../core/trust.ts";
import type { Client } from "./db.ts";

export type RequestStatus = "open" | "answered" | "declined" | "expired";
export type RequestRow = {
  id: string;
  program_id: string;
  program: string;
  from_id: string;
  to_id: string | null;
  status: RequestStatus;
  asked_at: number;
  expires_at: number;
  decided_at: number | null;
  decider_id: string | null;
  introduction_id: string | null;
  text: string | null;
};

const REQUEST = `select r.id, r.program_id, p.key as program, r.from_id, r.to_id, r.status, r.asked_at, r.expires_at, r.decided_at,
    r.decider_id, r.introduction_id, t.text
  from member_request r join program p on p.workspace_id = $1 and p.id = r.program_id
  left join private_text t on t.workspace_id = $1 and t.thing = r.id and t.nth = 0 where r.workspace_id = $1`;

export async function readRequest(workspaceId: string, db: Client, id: string): Promise<RequestRow | null> {
  const { rows } = await db.query<RequestRow>(`${REQUEST} and r.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type RequestFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  status: string | null;
  fromId: string | null;
  /** What this member may answer: asked of her, or of everybody by somebody else. */
  toId: string | null;
};

/** Requests, newest first. */
export async function listRequests(workspaceId: string, db: Client, f: RequestFilter): Promise<RequestRow[]> {
  const { rows } = await db.query<RequestRow>(
    `${REQUEST} and ($2::uuid is null or r.id < $2) and ($3::text is null or p.key = $3) and ($4::text is null or r.status = $4)
        and ($5::uuid is null or r.from_id = $5) and ($6::uuid is null or r.to_id = $6 or r.to_id is null and r.from_id <> $6)
      order by r.id desc limit $7`,
    [workspaceId, f.before, f.program, f.status, f.fromId, f.toId, f.limit],
  );
  return rows;
}

export type NewRequest = Pick<RequestRow, "id" | "program_id" | "from_id" | "to_id" | "asked_at" | "expires_at"> & { key: string | null };

export async function insertRequest(workspaceId: string, db: Client, r: NewRequest): Promise<void> {
  await db.query(
    `insert into member_request (workspace_id, id, program_id, from_id, to_id, asked_at, expires_at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, r.id, r.program_id, r.from_id, r.to_id, r.asked_at, r.expires_at, r.key],
  );
}

/** Ends an open request; false when it was not open any more. */
export async function decideRequest(
  workspaceId: string,
  db: Client,
  of: { id: string; status: RequestStatus; at: number; deciderId: string | null; introductionId: string | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update member_request set status = $3, decided_at = $4, decider_id = $5, introduction_id = $6
      where workspace_id = $1 and id = $2 and status = 'open'`,
    [workspaceId, of.id, of.status, of.at, of.deciderId, of.introductionId],
  );
  return rowCount === 1;
}

/** Requests that nobody answered in time, oldest first. */
export async function readDueRequests(
  workspaceId: string,
  db: Client,
  ask: { instant: number; limit: number },
): Promise<{ id: string; from_id: string; expires_at: number }[]> {
  const { rows } = await db.query<{ id: string; from_id: string; expires_at: number }>(
    `select id, from_id, expires_at from member_request where workspace_id = $1 and status = 'open' and expires_at <= $2
      order by expires_at, id limit $3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

/** What somebody wrote; `about` is whom the words are about, beside who wrote them. */
export async function insertWords(
  workspaceId: string,
  db: Client,
  w: { thing: string; kind: "lead" | "request" | "slip"; about: string | null; author: string | null; text: string | null },
): Promise<void> {
  if (w.text === null) return;
  await db.query("insert into private_text (workspace_id, thing, kind, about, author, text) values ($1, $2, $3, $4, $5, $6)", [
    workspaceId,
    w.thing,
    w.kind,
    w.about,
    w.author,
    w.text,
  ]);
}

export type IntroductionRow = {
  id: string;
  program_id: string;
  program: string;
  giver_id: string;
  receiver_id: string;
  person_id: string;
  request_id: string | null;
  at: number;
};
const INTRODUCTION = `select i.id, i.program_id, p.key as program, i.giver_id, i.receiver_id, i.person_id, i.request_id, i.at
  from introduction i join program p on p.workspace_id = $1 and p.id = i.program_id where i.workspace_id = $1`;

export async function readIntroduction(workspaceId: string, db: Client, id: string): Promise<IntroductionRow | null> {
  const { rows } = await db.query<IntroductionRow>(`${INTRODUCTION} and i.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

type PairFilter = { before: string | null; limit: number; program: string | null; fromId: string | null; toId: string | null };

/** Introductions, newest first. */
export async function listIntroductions(workspaceId: string, db: Client, f: PairFilter): Promise<IntroductionRow[]> {
  const { rows } = await db.query<IntroductionRow>(
    `${INTRODUCTION} and ($2::uuid is null or i.id < $2) and ($3::text is null or p.key = $3) and ($4::uuid is null or i.giver_id = $4)
        and ($5::uuid is null or i.receiver_id = $5) order by i.id desc limit $6`,
    [workspaceId, f.before, f.program, f.fromId, f.toId, f.limit],
  );
  return rows;
}

export async function insertIntroduction(
  workspaceId: string,
  db: Client,
  i: Omit<IntroductionRow, "program"> & { key: string | null },
): Promise<void> {
  await db.query(
    `insert into introduction (workspace_id, id, program_id, giver_id, receiver_id, person_id, request_id, at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, i.id, i.program_id, i.giver_id, i.receiver_id, i.person_id, i.request_id, i.at, i.key],
  );
}

export type SlipRow = {
  id: string;
  program_id: string;
  program: string;
  from_id: string;
  to_id: string;
  introduction_id: string | null;
  value: number;
  currency: string;
  at: number;
  text: string | null;
};
const SLIP = `select s.id, s.program_id, p.key as program, s.from_id, s.to_id, s.introduction_id, s.value, s.currency, s.at, t.text
  from slip s join program p on p.workspace_id = $1 and p.id = s.program_id
  left join private_text t on t.workspace_id = $1 and t.thing = s.id and t.nth = 0 where s.workspace_id = $1`;

export async function readSlip(workspaceId: string, db: Client, id: string): Promise<SlipRow | null> {
  const { rows } = await db.query<SlipRow>(`${SLIP} and s.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Slips, newest first. */
export async function listSlips(workspaceId: string, db: Client, f: PairFilter): Promise<SlipRow[]> {
  const { rows } = await db.query<SlipRow>(
    `${SLIP} and ($2::uuid is null or s.id < $2) and ($3::text is null or p.key = $3) and ($4::uuid is null or s.from_id = $4)
        and ($5::uuid is null or s.to_id = $5) order by s.id desc limit $6`,
    [workspaceId, f.before, f.program, f.fromId, f.toId, f.limit],
  );
  return rows;
}

export async function insertSlip(
  workspaceId: string,
  db: Client,
  s: Omit<SlipRow, "program" | "text"> & { key: string | null },
): Promise<void> {
  await db.query(
    `insert into slip (workspace_id, id, program_id, from_id, to_id, introduction_id, value, currency, at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, s.id, s.program_id, s.from_id, s.to_id, s.introduction_id, s.value, s.currency, s.at, s.key],
  );
}

/** The row that a request with this Idempotency-Key made, or null. */
export async function findByKey(
  workspaceId: string,
  db: Client,
  of: { table: "member_request" | "introduction" | "slip" | "lead"; key: string | null },
): Promise<string | null> {
  if (of.key === null) return null;
  const { rows } = await db.query<{ id: string }>(`select id from ${of.table} where workspace_id = $1 and request_key = $2`, [
    workspaceId,
    of.key,
  ]);
  return rows[0]?.id ?? null;
}

export type MemberCounts = { given: number; received: number; thanks: { currency: string; count: number; value: number }[] };

/** What a member gave, received, and was thanked for. */
export async function countMember(workspaceId: string, db: Client, of: { programId: string; personId: string }): Promise<MemberCounts> {
  const values = [workspaceId, of.programId, of.personId];
  const [pair, thanks] = await Promise.all([
    db.query<{ given: number; received: number }>(
      `select (select count(*) from introduction where workspace_id = $1 and program_id = $2 and giver_id = $3) as given,
              (select count(*) from introduction where workspace_id = $1 and program_id = $2 and receiver_id = $3) as received`,
      values,
    ),
    db.query<{ currency: string; count: number; value: number }>(
      `select currency, count(*) as count, sum(value)::bigint as value from slip
        where workspace_id = $1 and program_id = $2 and to_id = $3 group by currency order by currency`,
      values,
    ),
  ]);
  return { ...pair.rows[0]!, thanks: thanks.rows };
}

/** What was asked of a member by name since an instant. */
export async function readAsked(
  workspaceId: string,
  db: Client,
  of: { programId: string; personId: string; since: number },
): Promise<AskedOf[]> {
  const { rows } = await db.query<AskedOf>(
    `select asked_at as "askedAt", expires_at as "expiresAt", status, decided_at as "decidedAt" from member_request
      where workspace_id = $1 and program_id = $2 and to_id = $3 and asked_at >= $4`,
    [workspaceId, of.programId, of.personId, of.since],
  );
  return rows;
}
