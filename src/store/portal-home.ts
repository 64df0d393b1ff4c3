/** What the portal shows first: the workspace with who reads, the programs with her part in each, and her sums. */
import type { Client } from "./db.ts";
import { dealtVersion } from "./dealt.ts";

export type SideRow = {
  slug: string;
  name: string;
  zone: string;
  settings: Record<string, unknown>;
  now: number;
  /** Null where nobody is signed in. */
  email: string | null;
  data: Record<string, unknown> | null;
  own_locale: string | null;
  own_zone: string | null;
};

/** The workspace as it is now, and how the person (or nobody) is spoken to in it. */
export async function readSide(workspaceId: string, db: Client, personId: string | null): Promise<SideRow | null> {
  const { rows } = await db.query<SideRow>({
    name: "portal_side",
    text: `select w.slug, w.name, w.zone, w.settings, (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms as now,
                  (select i.value from person_identity i where i.workspace_id = $1 and i.person_id = $2 and i.kind = 2
                    order by i.value limit 1) as email,
                  v.data, q.locale as own_locale, q.zone as own_zone
             from workspace w
             left join person_private v on v.workspace_id = $1 and v.person_id = $2
             left join portal_preference q on q.workspace_id = $1 and q.person_id = $2
            where w.workspace_id = $1`,
    values: [workspaceId, personId],
  });
  return rows[0] ?? null;
}

export type ShownProgramRow = {
  id: string;
  key: string;
  name: string;
  kind: string;
  /** live, paused or ended. A version that is switched off binds and pays nobody: it is told as paused. */
  status: string;
  /** The version in effect. */
  version: number;
  joined: string | null;
  joined_at: number | null;
  /** The segment whose people may join; null: everybody. */
  audience: string | null;
};

/** More programs than a person reads in a menu. */
const PROGRAMS = 50;

/**
 * Programs that were published, in the version in effect now (that of her arm in an experiment), with her part; those that ended only
 * where she had one. Oldest first.
 */
export async function listShownPrograms(
  workspaceId: string,
  db: Client,
  of: { personId: string | null; key: string | null },
): Promise<ShownProgramRow[]> {
  const { rows } = await db.query<ShownProgramRow>({
    name: "portal_programs",
    text: `select p.id, p.key, v.name, v.kind, v.version,
                  case when p.status = 'live' and coalesce(v.enabled, case when v.kind = 'network' then 'false' else 'true' end) = 'false'
                       then 'paused' else p.status end as status, a.status as joined, a.joined_at,
                  v.audience
             from workspace w
             join program p on p.workspace_id = w.workspace_id and p.status <> 'draft'
            cross join lateral (select ${dealtVersion("p.id", "$2::uuid")} as version) d
             join lateral (
                  select pv.version, pv.definition ->> 'name' as name, pv.definition ->> 'kind' as kind,
                         pv.definition ->> 'enabled' as enabled, pv.definition #>> '{advocates,audience}' as audience
                    from program_version pv
                   where pv.workspace_id = p.workspace_id and pv.program_id = p.id
                     and pv.effective_from <= (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms
                   order by pv.version is not distinct from d.version desc, pv.effective_from desc, pv.version desc limit 1) v on true
             left join advocate a on a.workspace_id = p.workspace_id and a.program_id = p.id and a.person_id = $2
            where w.workspace_id = $1 and (p.status <> 'ended' or a.person_id is not null or p.key = $3)
            order by p.key = $3 desc nulls last, p.id limit $4`,
    values: [workspaceId, of.personId, of.key, PROGRAMS],
  });
  return rows;
}

/** A published definition. It never changes: callers keep it. */
export async function readDefinition(workspaceId: string, db: Client, of: { programId: string; version: number }): Promise<unknown> {
  const { rows } = await db.query<{ definition: unknown }>(
    "select definition from program_version where workspace_id = $1 and program_id = $2 and version = $3",
    [workspaceId, of.programId, of.version],
  );
  return rows[0]?.definition;
}

export type PartRow = { referrals: number; qualified: number; visits: number; accepted: number | null };

/** Whoever has more visits is shown this many. */
const MOST_VISITS = 10_000;

/** What came of her links in a program, and the newest terms that she accepted. Referrals that moved to somebody else are not hers. */
export async function readPart(workspaceId: string, db: Client, of: { personId: string; programId: string }): Promise<PartRow> {
  const { rows } = await db.query<PartRow>({
    name: "portal_part",
    text: `select (select count(*) from referral r where r.workspace_id = $1 and r.advocate_id = $2 and r.program_id = $3
                      and r.status in ('open', 'qualified'))::int as referrals,
                  (select count(*) from referral r where r.workspace_id = $1 and r.advocate_id = $2 and r.program_id = $3
                      and r.status = 'qualified')::int as qualified,
                  (select count(*) from (select from link l join touch t on t.workspace_id = $1 and t.link_id = l.id
                                          where l.workspace_id = $1 and l.person_id = $2 and l.program_id = $3 limit $4) t)::int as visits,
                  (select max(t.terms) from terms_acceptance t
                    where t.workspace_id = $1 and t.person_id = $2 and t.program_id = $3) as accepted`,
    values: [workspaceId, of.personId, of.programId, MOST_VISITS],
  });
  return rows[0]!;
}

export type HeldRow = { form: string; unit: string; pending: number; available: number; in_flight: number };

/** What she holds, by form and unit; every id that was merged into her counts. */
export async function readHeld(workspaceId: string, db: Client, personId: string): Promise<HeldRow[]> {
  const { rows } = await db.query<HeldRow>({
    name: "portal_held",
    text: `with recursive family as (
             select $2::uuid as id
             union all
             select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id)
           select a.form, a.unit,
                  coalesce(sum(a.balance) filter (where a.kind = 'pending'), 0)::bigint as pending,
                  coalesce(sum(a.balance) filter (where a.kind = 'available'), 0)::bigint as available,
                  coalesce(sum(a.balance) filter (where a.kind = 'in_flight'), 0)::bigint as in_flight
             from family f join ledger_account a on a.workspace_id = $1 and a.owner_id = f.id
            where a.kind in ('pending', 'available', 'in_flight')
            group by a.form, a.unit order by a.form, a.unit`,
    values: [workspaceId, personId],
  });
  return rows;
}

export type OwnLinkRow = { id: string; code: string; kind: "random" | "vanity" | "coupon"; channel: string | null };

/** Enough to find the ones that were made on joining and those she chose. */
const LINKS = 200;

/** Her open links in a program, newest first. */
export async function listOwnLinks(workspaceId: string, db: Client, of: { personId: string; programId: string }): Promise<OwnLinkRow[]> {
  const { rows } = await db.query<OwnLinkRow>({
    name: "portal_links",
    text: `select id, code, kind, channel from link
            where workspace_id = $1 and person_id = $2 and program_id = $3 and disabled_at is null and kind <> 'coupon' and not counted
            order by id desc limit $4`,
    values: [workspaceId, of.personId, of.programId, LINKS],
  });
  return rows;
}
