/** The stored past as a stream, person by person. */
import { plain } from "./arrays.ts";
import { copyOut, uuidAt } from "./copy-out.ts";
import type { Client } from "./db.ts";

/** `isNew`: another person begins. */
export type PastFact = {
  person: string;
  isNew: boolean;
  client: string;
  at: number;
  type: string;
  body: Record<string, unknown>;
  /** When its batch was settled; only where it is asked for. */
  received?: number;
};

/** The server's memory for sorting; beyond it uses its files. */
const SORT_MEMORY = "64MB";

/** The facts that are read; only few have a status of their own beside them, mostly none. */
const READ = `g.workspace_id = $1 and (g.at < $2 or g.type in ('refund', 'chargeback', 'order_updated'))
  and case when g.status = 'failed'
      then g.id in (select s.fact_id from fact_status s where s.workspace_id = $1 and s.status not in ('failed', 'withdrawn'))
      else g.id not in (select s.fact_id from fact_status s where s.workspace_id = $1 and s.status in ('failed', 'withdrawn')) end`;
const MATTERS = "bool_or(binds) and bool_or(is_told) or bool_or(is_own)";

/*
 * The fences (offset 0) keep what is sorted narrow, and have an order's person looked up once for each correction. A correction makes
 * nobody matter; those of everybody are looked at, because they may name another person than their order's.
 */
const past = (timed: boolean): string => `
  with said as materialized (
    select person, count(*) as facts, bool_or(binds) as binds, bool_or(is_told) as is_told, bool_or(is_own) as is_own
      from (select g.person_id as person, g.type = any($3::text[]) as binds, g.type = any($4::text[]) as is_own,
                   strpos(g.body::text, '"evidence"') > 0 as is_told
              from fact g where ${READ} offset 0) t
     group by 1),
  kin as materialized (select p.id, p.merged_into as root from person p where p.workspace_id = $1 and p.merged_into is not null),
  family as materialized (
    select root from (
      select k.root, s.binds, s.is_told, s.is_own from kin k join said s on s.person = k.id
      union all
      select k.root, s.binds, s.is_told, s.is_own from (select distinct root from kin) k join said s on s.person = k.root) t
     group by 1 having ${MATTERS}),
  mine as materialized (
    select person from said where person is not null and (binds and is_told or is_own)
    union select root from family union select k.id from kin k join family using (root))
  select null::uuid as person, '' collate "C" as client_id, 0::bigint as at, '' as type,
         json_build_object('facts', coalesce(sum(facts), 0),
           'folded', (select coalesce(sum(s.facts), 0) from said s join mine using (person))) as body
         ${timed ? ", 0::bigint as received_at" : ""} from said
  union all
  select coalesce(k.root, f.owner), f.client_id, f.at, f.type, f.body${timed ? ", f.received_at" : ""}
    from (select g.client_id, g.at, g.type, g.body,${timed ? " g.received_at," : ""}
                 case when g.type in ('refund', 'chargeback', 'order_updated') and g.order_id is not null
                 then coalesce(
                   (select o.person_id from order_state o where o.workspace_id = $1 and o.order_id = g.order_id), g.person_id)
                 else g.person_id end as owner
            from fact g where ${READ}
             and (g.type in ('refund', 'chargeback', 'order_updated') or g.person_id in (select person from mine)) offset 0) f
    left join kin k on k.id = f.owner
   where f.owner in (select person from mine)
  order by 1 nulls first, 3, 2`;
const PAST = past(false);
const TIMED = past(true);

/**
 * `binds`: types of facts that bring a friend in. Who has none of them, or was told of nobody by any fact, owes nobody anything; `own`:
 * types of facts that earn whoever does them something.
 */
export type Matter = { binds: readonly string[]; own: readonly string[] };
/** How many facts there are in all, and about how many of them are of people who matter. */
export type PastSize = { facts: number; folded: number };
type Ask = Matter & { to: number; timed: boolean; begin: (size: PastSize) => void; take: (fact: PastFact) => void | Promise<void> };

/**
 * Facts in the order of people, then of time. A correction belongs to whoever owns its order; a merged person's facts to the one who
 * stays; facts that failed or were taken back are left out. Of what happened from `to` on only corrections are read: they say what the past
 * is worth now.
 * One statement, which is also its one snapshot. Whose facts can matter is asked first, reading the table once from end to end: of most
 * people nobody told, and their facts need neither be sorted nor read. The sort of the others is the server's: looking facts up person by
 * person would touch every page of the table many times.
 */
export async function streamFacts(workspaceId: string, db: Client, { to, timed, binds, own, begin, take }: Ask): Promise<void> {
  await db.query(`set local work_mem = '${SORT_MEMORY}'`);
  await db.query("set local jit = off");
  // What is granted is ranked and paid before this connection is asked for anything more.
  await db.query("set local idle_in_transaction_session_timeout = 0");
  const [before, now] = [Buffer.alloc(16), Buffer.alloc(16)];
  let person = "";
  let isFirst = true;
  await copyOut(db, { text: timed ? TIMED : PAST, values: [workspaceId, to, plain(binds), plain(own)] }, (row) => {
    row.uuidInto(now, 0);
    const isNew = !isFirst && (person === "" || !now.equals(before));
    if (isNew) {
      now.copy(before);
      person = uuidAt(now, 0);
    }
    const [client, at, type] = [row.text()!, row.int8(), row.text()!];
    const body = row.json() as Record<string, unknown>;
    if (!isFirst) return take({ person, isNew, client, at, type, body, ...(timed ? { received: row.int8() } : {}) });
    isFirst = false;
    begin(body as PastSize);
  });
}

/** Everybody who may be an advocate of evidence: whose own recruiter matters to a draft that pays above. */
export async function readAdvocates(workspaceId: string, db: Client): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    "select person_id as id from link where workspace_id = $1 union select person_id from advocate where workspace_id = $1",
    [workspaceId],
  );
  return new Set(rows.map((r) => r.id));
}

/** The first purchase of each person's company, for drafts whose friends must be new to theirs. */
export async function readCompanyFirsts(workspaceId: string, db: Client): Promise<Map<string, { at: number; client: string }>> {
  const { rows } = await db.query<{ id: string; at: number; client: string }>(
    `select p.id, c.first_order_at as at, c.first_order_client as client from person p join company c on c.workspace_id = $1
      and c.id = p.company_id
      where p.workspace_id = $1 and p.merged_into is null and c.first_order_at is not null`,
    [workspaceId],
  );
  return new Map(rows.map((r) => [r.id, { at: r.at, client: r.client }]));
}

/** What was really posted for a program in a span, by rule and unit. */
export async function postedByRule(
  workspaceId: string,
  db: Client,
  of: { program: string; from: number; to: number },
): Promise<{ rule: string; unit: string; rewards: number; cost: number }[]> {
  const { rows } = await db.query<{ rule: string; unit: string; rewards: number; cost: number }>(
    `select r.rule, r.unit, count(*) filter (where r.owed > 0)::bigint as rewards, coalesce(sum(r.owed), 0)::bigint as cost
       from reward r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
      where r.workspace_id = $1 and p.key = $2 and r.at >= $3 and r.at < $4 group by 1, 2 order by 1, 2`,
    [workspaceId, of.program, of.from, of.to],
  );
  return rows;
}
