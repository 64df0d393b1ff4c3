/** What a referral's risk is judged by. Everything is read for a page of referrals at once. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** A referral to be judged. `i` says which of the page an answer is about. */
export type Subject = { program: string; friend: string; advocate: string; evidence: string; evidenceAt: number; boundAt: number };

/** The referrals of these friends in these programs, given as parallel lists, that are anybody's business still. */
export async function readSubjects(ws: string, db: Client, of: { programs: string[]; friends: string[] }): Promise<Subject[]> {
  const { rows } = await db.query<Subject>(
    `select r.program_id as program, r.friend_id as friend, r.advocate_id as advocate, r.evidence, r.evidence_at as "evidenceAt",
            r.bound_at as "boundAt"
       from unnest($2::uuid[], $3::uuid[]) k(program, friend)
       join referral r on r.workspace_id = $1 and r.friend_id = k.friend and r.program_id = k.program`,
    [ws, plain(of.programs), plain(of.friends)],
  );
  return rows;
}

/** Qualified referrals of these advocates that nobody has judged: a prize for their number rests on them. */
export async function readUnjudged(
  ws: string,
  db: Client,
  of: { programs: string[]; advocates: string[]; limit: number },
): Promise<Subject[]> {
  const { rows } = await db.query<Subject>(
    `select r.program_id as program, r.friend_id as friend, r.advocate_id as advocate, r.evidence, r.evidence_at as "evidenceAt",
            r.bound_at as "boundAt"
       from unnest($2::uuid[], $3::uuid[]) k(program, advocate)
       join referral r on r.workspace_id = $1 and r.advocate_id = k.advocate and r.program_id = k.program and r.status = 'qualified'
      where not exists (select from risk_assessment a where a.workspace_id = $1 and a.friend_id = r.friend_id
        and a.program_id = r.program_id)
      order by r.bound_at, r.id limit $4`,
    [ws, plain(of.programs), plain(of.advocates), of.limit],
  );
  return rows;
}

export type Seen = {
  person: string;
  fact: string;
  ip: string | null;
  signals: { device?: string; payment?: string; address?: string; referrer?: string } | null;
};

/** What the newest events of these people were sent with; a few dozen of each. */
export async function readSeen(ws: string, db: Client, of: { people: readonly string[]; each: number }): Promise<Seen[]> {
  const { rows } = await db.query<Seen>(
    `select k.person, e.fact_id as fact, e.data->'context'->>'ip' as ip, e.data->'signals' as signals from unnest($2::uuid[]) k(person)
      cross join lateral (select fact_id, data from event_private where workspace_id = $1 and person_id = k.person
        order by fact_id desc limit $3) e`,
    [ws, plain(of.people), of.each],
  );
  return rows;
}

export type Signal = { kind: string; hash: string; person: string; at: number; expiresAt: number };

/** Remembers what people were seen with. Sorted, so that two writers never wait for each other crosswise. */
export async function saveSignals(ws: string, db: Client, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  const keyOf = (s: Signal) => `${s.kind}|${s.hash}|${s.person}`;
  const list = [...new Map(signals.map((s) => [keyOf(s), s])).values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await db.query(
    `insert into risk_signal as t (workspace_id, kind, hash, person_id, last_at, expires_at)
     select $1, u.kind, u.hash, u.person, u.at, u.expires_at
       from unnest($2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::bigint[]) u(kind, hash, person, at, expires_at)
         on conflict (workspace_id, kind, hash, person_id) do update
        set last_at = excluded.last_at, expires_at = excluded.expires_at where t.last_at < excluded.last_at`,
    [
      ws,
      quoted(list.map((s) => s.kind)),
      quoted(list.map((s) => s.hash)),
      plain(list.map((s) => s.person)),
      plain(list.map((s) => s.at)),
      plain(list.map((s) => s.expiresAt)),
    ],
  );
}

/** What these people were seen with, as long as it is kept. */
export async function readSignals(
  ws: string,
  db: Client,
  of: { people: readonly string[]; now: number },
): Promise<{ person: string; kind: string; hash: string }[]> {
  const { rows } = await db.query<{ person: string; kind: string; hash: string }>(
    "select person_id as person, kind, hash from risk_signal where workspace_id = $1 and person_id = any($2::uuid[]) and expires_at > $3",
    [ws, plain(of.people), of.now],
  );
  return rows;
}

export type Known = { person: string; emails: string[]; phones: string[]; name: string | null };

/** Addresses, numbers and names: compared, never kept with the answer. */
export async function readKnown(ws: string, db: Client, people: readonly string[]): Promise<Known[]> {
  const { rows } = await db.query<Known>(
    `select k.person, v.data->>'name' as name,
            array(select value from person_identity i where i.workspace_id = $1 and i.person_id = k.person and i.kind = 2) as emails,
            array(select value from person_identity i where i.workspace_id = $1 and i.person_id = k.person and i.kind = 3) as phones
       from unnest($2::uuid[]) k(person) left join person_private v on v.workspace_id = $1 and v.person_id = k.person`,
    [ws, plain(people)],
  );
  return rows;
}

export type Page = readonly Subject[];
const keys = (page: Page) => [plain(page.map((s) => s.program)), plain(page.map((s) => s.advocate)), plain(page.map((s) => s.friend))];
const PAGE = "unnest($2::uuid[], $3::uuid[], $4::uuid[]) with ordinality k(program, advocate, friend, i)";

/** Of those who share one thing: enough to tell a crowd, and few enough to look up for an office of thousands. */
const CROWD = 200;

/**
 * With how many other friends of the same advocate each friend shares what. Each step is held to its index (`offset 0`): planned freely,
 * a farm of 1,000 friends on one device took 1.4 s a page.
 */
export async function countShared(
  ws: string,
  db: Client,
  of: { page: Page; now: number },
): Promise<{ i: number; kind: string; n: number }[]> {
  const { rows } = await db.query<{ i: number; kind: string; n: number }>(
    `select k.i::int, c.kind, count(distinct r.friend_id)::int as n from ${PAGE}
      cross join lateral (select kind, hash, expires_at from risk_signal where workspace_id = $1 and person_id = k.friend offset 0) s
      cross join lateral (select s.kind, person_id, expires_at from risk_signal where workspace_id = $1 and kind = s.kind and hash = s.hash
        limit ${CROWD} offset 0) c
      cross join lateral (select friend_id, program_id, advocate_id from referral
        where workspace_id = $1 and friend_id = c.person_id offset 0) r
      where s.expires_at > $5 and c.expires_at > $5 and c.person_id <> k.friend and r.program_id = k.program and r.advocate_id = k.advocate
      group by 1, 2`,
    [ws, ...keys(of.page), of.now],
  );
  return rows;
}

/** How many referrals each one's advocate had in the policy's time up to it. */
export async function countRecent(
  ws: string,
  db: Client,
  of: { page: Page; since: readonly number[] },
): Promise<{ i: number; n: number }[]> {
  const { rows } = await db.query<{ i: number; n: number }>(
    `select k.i::int, (select count(*)::int from referral r where r.workspace_id = $1 and r.advocate_id = k.advocate
        and r.program_id = k.program and r.bound_at between k.since and k.bound) as n
       from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[]) with ordinality k(program, advocate, bound, since, i)`,
    [ws, keys(of.page)[0], keys(of.page)[1], plain(of.page.map((s) => s.boundAt)), plain(of.since)],
  );
  return rows;
}

/** How many of each advocate's friends returned all of an order that was at most a tenth above the program's minimum. */
export async function countReturned(
  ws: string,
  db: Client,
  of: { page: Page; minimums: readonly ({ amount: number; currency: string } | null)[] },
): Promise<{ i: number; n: number }[]> {
  if (of.minimums.every((m) => m === null)) return [];
  const { rows } = await db.query<{ i: number; n: number }>(
    // Orders by a bare column (offset 0 keeps it one): below row-level security an expression is compared with no index.
    `select k.i::int, (select count(distinct w.friend_id)::int from
         (select r.friend_id, substr(r.basis, 7) as order_id from reward r
           where r.workspace_id = $1 and r.recipient_id = k.advocate and r.program_id = k.program and r.friend_id is not null
             and r.basis like 'order:%' and not r.counts offset 0) w
         join order_state o on o.workspace_id = $1 and o.order_id = w.order_id
        where o.currency = k.currency and o.total > 0 and o.refunded >= o.total
          and o.total between k.minimum and k.minimum + k.minimum / 10) as n
       from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[]) with ordinality k(program, advocate, minimum, currency, i)
      where k.minimum is not null`,
    [ws, keys(of.page)[0], keys(of.page)[1], plain(of.minimums.map((m) => m?.amount)), quoted(of.minimums.map((m) => m?.currency))],
  );
  return rows;
}
