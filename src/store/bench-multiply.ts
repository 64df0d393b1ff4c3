/**
 * Copies of settled rows for the large-store bench: the same shape and width as real ones, under new ids that grow with time as real ones
 * do. Run as the owner, on a bench's own database only. `$2`..`$3` is the range of copies to make.
 */
import pg from "pg";

const ID = (column: string): string => `(lpad(to_hex(g), 8, '0') || substr(md5(${column}::text || g), 9))::uuid`;

/** One insert a table; each reads what was settled before copying began (base tables made by MAKE_BASE). */
const MAKE_BASE: readonly string[] = ["person", "person_identity", "fact", "order_state", "referral", "reward", "transfer"].map(
  (table) => `create temporary table base_${table} as select * from ${table} where workspace_id = $1`,
);

const COPIES: readonly string[] = [
  `insert into person (workspace_id, id, has_user_id, state, created_at) select workspace_id, ${ID("id")}, has_user_id, state,
    created_at from base_person, generate_series($1::int, $2::int) g`,
  `insert into person_identity select workspace_id, kind, value || '-' || g, ${ID("person_id")} from base_person_identity,
    generate_series($1::int, $2::int) g`,
  `insert into fact select workspace_id, ${ID("id")}, client_id || '-' || g, hash, type, ${ID("person_id")}, order_id || '-' || g,
    at, received_at, status, body, outcome
     from base_fact, generate_series($1::int, $2::int) g`,
  `insert into order_state select workspace_id, order_id || '-' || g, ${ID("person_id")}, owner_at, owner_client, currency, total,
    refunded from base_order_state, generate_series($1::int, $2::int) g`,
  `insert into referral (workspace_id, id, program_id, friend_id, advocate_id, link_id, evidence, evidence_at, bound_at,
    bound_client, version, stage, stage_at, qualified_at,
     qualified_client, rank_at, rank_client, status)
     select workspace_id, ${ID("id")}, program_id, ${ID("friend_id")}, advocate_id, link_id, evidence, evidence_at, bound_at,
       bound_client, version, stage, stage_at, qualified_at,
       qualified_client, rank_at, rank_client, status from base_referral, generate_series($1::int, $2::int) g`,
  `insert into reward (workspace_id, id, program_id, version, rule, basis, recipient_id, friend_id, advocate_id, fact_id, at,
    client_id, rank_at, rank_client, form, unit, nominal,
     kept_num, kept_den, owed, revision, state, available_at)
     select workspace_id, ${ID("id")}, program_id, version, rule, basis || '-' || g, recipient_id, ${ID("friend_id")}, advocate_id,
       ${ID("fact_id")}, at, client_id, rank_at, rank_client,
       form, unit, nominal, kept_num, kept_den, owed, revision, state, available_at from base_reward, generate_series($1::int, $2::int) g`,
  `insert into transfer select workspace_id, ${ID("id")}, group_id, kind, ${ID("reward_id")}, cause, at, debit, credit, amount
    from base_transfer, generate_series($1::int, $2::int) g`,
];

const SIZE = "select (select count(*) from fact)::bigint as facts, pg_database_size(current_database())::bigint as bytes";

/** Copies a round; 40 copies of some 40,000 facts are a transaction of a few seconds. */
const ROUND = 40;

/** Multiplies the busiest workspace's rows until about `facts` are stored. `ownerUrl`: row-level security would be in the way. */
export async function multiplyRows(
  ownerUrl: string,
  ask: { facts: number; note: (text: string) => void },
): Promise<{ facts: number; bytes: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ workspace_id: string; n: string }>(
      "select workspace_id, count(*) as n from fact group by 1 order by 2 desc limit 1",
    );
    const [base] = rows;
    if (base === undefined) throw new Error("There is nothing to multiply: settle something first.");
    for (const text of MAKE_BASE) await client.query(text.replace("$1", `'${base.workspace_id}'`));
    const copies = Math.max(0, Math.ceil(ask.facts / Number(base.n)) - 1);
    for (let from = 1; from <= copies; from += ROUND) {
      const to = Math.min(copies, from + ROUND - 1);
      for (const text of COPIES) await client.query(text, [from, to]);
      ask.note(`large: ${to} of ${copies} copies`);
    }
    await client.query("analyze");
    await client.query("checkpoint");
    return await sizeOn(client);
  } finally {
    await client.end();
  }
}

/** Facts stored in all workspaces, and the database's bytes. */
export async function readSize(ownerUrl: string): Promise<{ facts: number; bytes: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await sizeOn(client);
  } finally {
    await client.end();
  }
}

async function sizeOn(client: pg.Client): Promise<{ facts: number; bytes: number }> {
  const size = (await client.query<{ facts: string; bytes: string }>(SIZE)).rows[0];
  return { facts: Number(size?.facts ?? 0), bytes: Number(size?.bytes ?? 0) };
}
