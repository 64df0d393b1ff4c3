/**
 * What PostgreSQL is told of tables that it has never looked at (docs/decisions/0030). Without it every column is guessed to have 200
 * values and every index that begins with the workspace to find one row: in a new store's first minute, until autovacuum comes by, a
 * batch may read all of a program's referrals once for each advocate. PostgreSQL's own look replaces all of this.
 */
import type pg from "pg";

/**
 * By what a column of ids is called: one workspace and two programs, each row its own id, two rows of each friend, person, referral, reward
 * and fact, twenty of whoever else is named; negative is a share of the table's rows. Where an id may be lacking it mostly is. A table that
 * PostgreSQL has never looked at is planned as ten pages, some hundred rows: the numbers tell indexes apart at that size. Columns that are
 * no ids keep PostgreSQL's guesses.
 *
 * With twenty referrals each, too, first orders of a day were read once for every friend of the program: minutes of one processor.
 */
const TELL = `
  select pg_restore_attribute_stats('schemaname', 'public'::text, 'relname', c.relname::text, 'attname', a.attname::text,
    'inherited', false, 'avg_width', 16, 'null_frac', case when a.attnotnull then 0 else 0.9 end::real, 'n_distinct', case
      when a.attname = 'workspace_id' then 1 when a.attname = 'program_id' then 2 when a.attname = 'id' then -1
      when a.attname = any ('{friend_id,person_id,owner_id,referral_id,reward_id,fact_id,message_id}') then -0.5 else 20 end::real)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples < 0`;

/** Tells of all tables that were never looked at. Before PostgreSQL 18 nobody can be told. */
export async function tellFirstStatistics(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select from pg_proc where proname = 'pg_restore_attribute_stats'");
  if (rows.length > 0) await client.query(TELL);
}
