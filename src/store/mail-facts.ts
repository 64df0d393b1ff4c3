/** What the words of mails need to know: who reads them, and the things they are about. One statement a sort, for many messages. */
import type { SuppressionReason } from "../core/consent.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type MailPerson = {
  id: string;
  email: string | null;
  name: string | null;
  zone: string | null;
  locale: string | null;
  off: string[];
  digest: "each" | "weekly" | "none";
  /** Why she herself is not to be written to; the address is asked for apart. */
  suppressed: SuppressionReason | null;
};

/** People who are not erased, as they are now. */
export async function readMailPeople(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, MailPerson>> {
  const { rows } = await db.query<MailPerson>(
    `select p.id, v.data->>'email' as email, v.data->>'name' as name, coalesce(q.zone, v.data->'attributes'->>'zone') as zone, q.locale,
            coalesce(q.off, '{}') as off, coalesce(q.digest, 'each') as digest,
            (select s.reason from suppression s where s.workspace_id = $1 and s.person_id = p.id and s.lifted_at is null
                and s.channel in ('all', 'email') order by s.reason = 'bounced' desc limit 1) as suppressed
       from person p
       left join person_private v on v.workspace_id = $1 and v.person_id = p.id
       left join portal_preference q on q.workspace_id = $1 and q.person_id = p.id
      where p.workspace_id = $1 and p.id = any($2::uuid[]) and p.erased_at is null`,
    [workspaceId, plain(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these addresses (keyed hashes) are not to be written to, and why. */
export async function readSuppressedAddresses(
  workspaceId: string,
  db: Client,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const { rows } = await db.query<{ address: string; reason: SuppressionReason }>(
    `select address, reason from suppression where workspace_id = $1 and address = any($2::text[]) and lifted_at is null
        and channel in ('all', 'email') order by reason = 'bounced'`,
    [workspaceId, quoted(addresses)],
  );
  return new Map(rows.map((row) => [row.address, row.reason]));
}

export type MailReward = {
  id: string;
  program: string;
  friend_id: string | null;
  /** When the friend came, and her name where the reader herself gave it. */
  friend_at: number | null;
  friend_name: string | null;
  recipient_id: string;
  reason: string | null;
  gate: string | null;
  at: number;
  available_at: number;
  expires_at: number | null;
  payload: unknown;
  code: string | null;
  code_until: number | null;
};
export type MailReferral = {
  id: string;
  friend_id: string;
  friend_at: number;
  friend_name: string | null;
  advocate_id: string;
  stage: string;
  status: string;
};
export type MailProgram = { id: string; key: string; name: string; live: Record<string, unknown> | null };
export type MailThing = { key: string; name: string; at: number | null; program_id: string | null };

// A name that an advocate gave herself she may read again; nobody else's.
const NAMED = (of: { friend: string; reader: string; program: string }): string => `
  (select v.data ->> 'name' from person_private v where v.workspace_id = $1 and v.person_id = ${of.friend}
      and exists (select from claim c join claim_share h on h.workspace_id = $1 and h.claim_id = c.id and h.person_id = ${of.reader}
                   where c.workspace_id = $1 and c.friend_id = ${of.friend} and c.program_id = ${of.program}))`;

/** Rewards, with the coupon that was made of them. */
export async function readMailRewards(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, MailReward>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<MailReward>(
    `select r.id, p.key as program, r.friend_id, f.bound_at as friend_at,
            ${NAMED({ friend: "r.friend_id", reader: "r.recipient_id", program: "r.program_id" })} as friend_name,
            r.recipient_id, r.reason, r.gate, r.at, r.available_at, r.expires_at, r.payload,
            coalesce(c.written, c.code) as code, c.valid_until as code_until
       from reward r join program p on p.workspace_id = $1 and p.id = r.program_id
       left join referral f on f.workspace_id = $1 and f.friend_id = r.friend_id and f.program_id = r.program_id
       left join lateral (select code, written, valid_until from coupon where workspace_id = $1 and person_id = r.recipient_id
                             and reward_id = r.id order by issued_at desc limit 1) c on true
      where r.workspace_id = $1 and r.id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readMailReferrals(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, MailReferral>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<MailReferral>(
    `select r.id, r.friend_id, r.bound_at as friend_at,
            ${NAMED({ friend: "r.friend_id", reader: "r.advocate_id", program: "r.program_id" })} as friend_name,
            r.advocate_id, r.stage, r.status
       from referral r where r.workspace_id = $1 and r.id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** All of them: there are few. */
export async function readMailPrograms(workspaceId: string, db: Client): Promise<MailProgram[]> {
  const { rows } = await db.query<MailProgram>(
    `select p.id, p.key, coalesce(v.definition->>'name', p.draft->>'name', p.key) as name, v.definition as live from program p
       left join program_version v on v.workspace_id = $1 and v.program_id = p.id and v.version = p.version
      where p.workspace_id = $1`,
    [workspaceId],
  );
  return rows;
}

/** Whatever else a message is about, by its key (`gth:<uuid>`, `item:<key>` ...). `at`: when it is, or until when it waits. */
export async function readMailThings(
  workspaceId: string,
  db: Client,
  of: { gatherings: string[]; items: string[]; leads: string[]; requests: string[]; cases: string[]; claims: string[] },
): Promise<Map<string, MailThing>> {
  if (Object.values(of).every((ids) => ids.length === 0)) return new Map();
  const { rows } = await db.query<MailThing>(
    `select 'gth:' || id as key, title as name, starts_at as at, null::uuid as program_id from gathering
      where workspace_id = $1 and id = any($2::uuid[])
     union all select 'item:' || key, name, null, program_id from catalogue_item where workspace_id = $1 and key = any($3::text[])
     union all select 'led:' || id, '', expires_at, program_id from lead where workspace_id = $1 and id = any($4::uuid[])
     union all select 'req:' || id, '', expires_at, program_id from member_request where workspace_id = $1 and id = any($5::uuid[])
     union all select 'cas:' || id, stage, due_at, program_id from case_file where workspace_id = $1 and id = any($6::uuid[])
     union all select 'clm:' || id, '', exclusive_until, program_id from claim where workspace_id = $1 and id = any($7::uuid[])`,
    [workspaceId, plain(of.gatherings), quoted(of.items), plain(of.leads), plain(of.requests), plain(of.cases), plain(of.claims)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The name that an advocate shows, else the one she gave, and her own link of a program: a random code rather than a chosen one. */
export async function readAdvocateLink(
  workspaceId: string,
  db: Client,
  of: { advocateId: string; programId: string },
): Promise<{ advocate: string | null; link: { code: string; kind: string } | null }> {
  const { rows } = await db.query<{ advocate: string | null; code: string | null; kind: string | null }>(
    `select coalesce((select name from person_shown where workspace_id = $1 and person_id = $2),
              (select v.data->>'name' from person_private v where v.workspace_id = $1 and v.person_id = $2)) as advocate, l.code, l.kind
       from (select 1) one
       left join lateral (select code, kind from link where workspace_id = $1 and person_id = $2 and program_id = $3
                             and disabled_at is null and kind <> 'coupon' order by kind, created_at limit 1) l on true`,
    [workspaceId, of.advocateId, of.programId],
  );
  const { advocate = null, code = null, kind = null } = rows[0] ?? {};
  return { advocate, link: code === null || kind === null ? null : { code, kind } };
}
