/** The stored past as a stream, person by person. */
import { plain } from "./arrays.ts";
import { copyOut, uuidAt } from "./copy-out.ts";
import type { Client } from "./db.ts";

/** `isNew`: another person begins. */
export type PastFact = { person: string; isNew: boolean; client: string; at: number; type: string; body: Record<string, unknown> };

/** The server's memory for sorting; beyond it uses its files. */
const SORT_MEMORY = "64MB";

/** Facts with whom they belong to. The fence has it asked once a fact: an order's person is looked up for each correction. */
const owned = (columns: string): string => `
  select coalesce(m.merged_into, f.owner) as person, f.*
    from (select ${columns},
                 case when g.type in ('refund', 'chargeback', 'order_updated') and g.order_id is not null
                 then coalesce(
                   (select o.person_id from order_state o where o.workspace_id = $1 and o.order_id = g.order_id), g.person_id)
                 else g.person_id end as owner
            from fact g left join fact_status s on s.workspace_id = $1 and s.fact_id = g.id
           where g.workspace_id = $1 and (g.at < $2 or g.type in ('refund', 'chargeback', 'order_updated'))
             and coalesce(s.status, g.status) not in ('failed', 'withdrawn') offset 0) f
    left join (select p.id, p.merged_into from person p where p.workspace_id = $1 and p.merged_into is not null) m on m.id = f.owner
   where f.owner is not null`;

const PAST = `
  with whose as materialized (
    select person, count(*) as facts, bool_or(binds) and bool_or(is_told) or bool_or(is_own) as matters
      from (${owned(`g.type = any($3::text[]) as binds, g.type = any($4::text[]) as is_own, strpos(g.body::text, '"evidence"') > 0 as is_told`)}) t
     group by 1)
  select null::uuid as person, '' collate "C" as client_id, 0::bigint as at, '' as type,
         json_build_object('facts', coalesce(sum(facts), 0), 'folded', coalesce(sum(facts) filter (where matters), 0)) as body from whose
  union all
  select person, client_id, at, type, body from (${owned("g.client_id, g.at, g.type, g.body")}) t
   where person in (select person from whose where matters)
  order by 1 nulls first, 3, 2`;

/**
 * `binds`: types of facts that bring a friend in. Who has none of them, or was told of nobody by any fact, owes nobody anything; `own`: types
 * of facts that earn whoever does them something.
 */
export type Matter = { binds: readonly string[]; own: readonly string[] };
/** How many facts there are in all, and how many of them are of people who matter. */
export type PastSize = { facts: number; folded: number };
type Ask = Matter & { to: number; begin: (size: PastSize) => void; take: (fact: PastFact) => void | Promise<void> };

/**
 * Facts in the order of people, then of time. A correction belongs to whoever owns its order; a merged person's facts to the one who
 * stays; facts that failed or were taken back are left out. Of what happened from `to` on only corrections are read: they say what the past
 * is worth now.
 * One statement, which is also its one snapshot. Whose facts can matter is asked first, reading the table once from end to end: of most
 * people nobody told, and their facts need neither be sorted nor read. The sort of the others is the server's: looking facts up person by
 * person would touch every page of the table many times.
 */
export async function streamFacts(workspaceId: string, db: Client, { to, binds, own, begin, take }: Ask): Promise<void> {
  await db.query(`set local work_mem = '${SORT_MEMORY}'`);
  await db.query("set local jit = off");
  // What is granted is ranked and paid before this connection is asked for anything more.
  await db.query("set local idle_in_transaction_session_timeout = 0");
  const [before, now] = [Buffer.alloc(16), Buffer.alloc(16)];
  let person = "";
  let isFirst = true;
  await copyOut(db, { text: PAST, values: [workspaceId, to, plain(binds), plain(own)] }, (row) => {
    row.uuidInto(now, 0);
    const isNew = !isFirst && (person === "" || !now.equals(before));
    if (isNew) {
      now.copy(before);
      person = uuidAt(now, 0);
    }
    const [client, at, type] = [row.text()!, row.int8(), row.text()!];
    const body = row.json() as Record<string, unknown>;
    if (!isFirst) return take({ person, isNew, client, at, type, body });
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
