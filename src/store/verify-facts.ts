/** Proofs about facts, orders, referrals and rights that the database can make by itself: see verify-ledger.ts for their shape. */
import type { Client } from "./db.ts";
import { INSERT_ONLY } from "./grants.ts";
import { type Proof, prove } from "./verify-ledger.ts";

/** I4. Every fact is in exactly one state, with the outcome that was answered, under its own ids where it names them (kept-outcome.ts). */
export function proveFacts(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from fact where workspace_id = $1",
    wrong: `select concat('event ', f.id, ': ', case when f.outcome is null or json_typeof(f.outcome) <> 'object' then 'no outcome'
              when coalesce(json_typeof(f.outcome->'decisions'), '') <> 'array' then 'outcome without decisions'
              when (f.outcome->'error' is not null) <> (f.status = 'failed') then 'outcome of another state'
              when f.outcome->>'status' <> f.status then 'outcome says ' || (f.outcome->>'status')
              when f.outcome->>'client_id' <> f.client_id then 'outcome of another event' else 'person unknown' end)
         from fact f where f.workspace_id = $1
          and (f.outcome is null or json_typeof(f.outcome) <> 'object' or coalesce(json_typeof(f.outcome->'decisions'), '') <> 'array'
            or (f.outcome->'error' is not null) <> (f.status = 'failed')
            or f.outcome->>'status' <> f.status or f.outcome->>'client_id' <> f.client_id
            or (f.person_id is not null and not exists (select from person p where p.workspace_id = $1 and p.id = f.person_id)))
        union all
       select concat('event ', s.fact_id, ': a status without an event') from fact_status s
        where s.workspace_id = $1 and not exists (select from fact f where f.workspace_id = $1 and f.id = s.fact_id)`,
  });
}

/** I6. No order is refunded beyond its total. (That each has the right amount is proved where people are folded again.) */
export function proveOrders(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from order_state where workspace_id = $1",
    wrong: `select concat('order ', order_id, ': refunded ', refunded, ' of ', total) from order_state
        where workspace_id = $1 and (refunded < 0 or (person_id is not null and refunded > total))`,
  });
}

const ROOTS = "root as (select id, merged_into as root from person where workspace_id = $1 and merged_into is not null)";

/** I11. One advocate for a friend in a program, whoever they were merged into, and nobody is her own. */
export function proveReferrals(db: Client, ws: string): Promise<Proof> {
  const live = `select r.id, r.program_id, coalesce(f.root, r.friend_id) as friend, coalesce(a.root,
    r.advocate_id) as advocate from referral r
       left join root f on f.id = r.friend_id left join root a on a.id = r.advocate_id
      where r.workspace_id = $1 and r.status in ('open', 'qualified')`;
  return prove(db, [ws], {
    count: "select count(*) as n from referral where workspace_id = $1 and status in ('open', 'qualified')",
    wrong: `with ${ROOTS}, live as (${live})
      select concat('friend ', friend, ': ', count(*), ' advocates in program ', program_id) from live group by friend,
        program_id having count(*) > 1
      union all select concat('referral ', id, ': refers herself') from live where friend = advocate`,
  });
}

/** A merged person ends at somebody who was not merged, and nobody's identity points at a merged person. */
export function provePeople(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from person where workspace_id = $1",
    wrong: `select concat('person ', p.id, ': merged into nobody who stands for herself') from person p
       where p.workspace_id = $1 and p.merged_into is not null
         and not exists (select from person q where q.workspace_id = $1 and q.id = p.merged_into and q.merged_into is null)
      union all
      select concat('person ', i.person_id, ': an identity of nobody') from person_identity i
       where i.workspace_id = $1 and not exists (select from person p where p.workspace_id = $1 and p.id = i.person_id
         and p.erased_at is null and p.merged_into is null)`,
  });
}

/** A company's first purchase is the earliest of its people's. */
export function proveCompanies(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from company where workspace_id = $1",
    wrong: `select concat('company ', c.id, ': first purchase ', coalesce(c.first_order_at::text, 'none'), ', its people say ',
      coalesce(f.at::text, 'none'))
         from company c
         left join lateral (
           select (p.state::json->>'oa')::bigint as at, p.state::json->>'oc' as client from person p
            where p.workspace_id = $1 and p.company_id = c.id and p.merged_into is null and p.state <> ''
              and p.state::json->>'oa' is not null
            order by (p.state::json->>'oa')::bigint, (p.state::json->>'oc') collate "C" limit 1) f on true
        where c.workspace_id = $1 and (c.first_order_at is distinct from f.at or c.first_order_client is distinct from f.client)`,
  });
}

/** I8. Row-level security is forced on every table that holds a workspace's rows, and this role is bound by it. */
export function proveTenants(db: Client): Promise<Proof> {
  const tables = `select c.oid, c.relname, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p
    where p.polrelid = c.oid) as guarded
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
      where c.relkind in ('r', 'p')
        and c.relname not in ('workspace_directory', 'link_directory', 'key_directory', 'key_news', 'domain_directory',
          'source_directory', 'sign_in', 'portal_key_directory', 'operator_directory')`;
  return prove(db, [], {
    count: `select count(*) as n from (${tables}) t`,
    wrong: `select concat('table ', relname, ': not guarded') from (${tables}) t where not guarded
      union all select concat('role ', current_user, ': passes row-level security') from pg_roles where rolname = current_user
        and (rolsuper or rolbypassrls)`,
  });
}

/** I10. What only grows cannot be changed by the processes: the runtime role has no right to. */
export function proveInsertOnly(db: Client): Promise<Proof> {
  return prove(db, [INSERT_ONLY], {
    count: "select cardinality($1::text[]) as n",
    wrong: `select concat('table ', t, ': ', current_user, ' may change it') from unnest($1::text[]) t
       where has_table_privilege(current_user, t, 'update') or has_table_privilege(current_user, t, 'delete')`,
  });
}
