/** What a search box finds: by name's beginning, or by exactly what was typed. Each by an index, each few rows. */
import type { Client } from "./db.ts";

export type FoundPerson = { id: string; name: string | null; email: string | null; user_id: string | null };

const PERSON = `
  select p.id, v.data ->> 'name' as name,
         coalesce(v.data ->> 'email', (select i.value from person_identity i
            where i.workspace_id = $1 and i.person_id = p.id and i.kind = 2 limit 1)) as email,
         (select i.value from person_identity i where i.workspace_id = $1 and i.person_id = p.id and i.kind = 1 limit 1) as user_id
    from person p left join person_private v on v.workspace_id = $1 and v.person_id = p.id
   where p.workspace_id = $1 and p.merged_into is null and p.erased_at is null`;

/** People of these ids, in that order. */
export async function readFoundPeople(workspaceId: string, db: Client, ids: readonly string[]): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<FoundPerson>(`${PERSON} and p.id = any($2::uuid[])`, [workspaceId, ids]);
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Who has exactly this identity: user id, e-mail or phone, each normalised. */
export async function findByIdentities(
  workspaceId: string,
  db: Client,
  wanted: readonly { kind: number; value: string }[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const { rows } = await db.query<{ person_id: string }>(
    `select i.person_id from unnest($2::smallint[], $3::text[]) w(kind, value)
       join person_identity i on i.workspace_id = $1 and i.kind = w.kind and i.value = w.value limit 5`,
    [workspaceId, wanted.map((each) => each.kind), wanted.map((each) => each.value)],
  );
  return rows.map((row) => row.person_id);
}

export type FoundOrder = { order_id: string; person_id: string | null; currency: string; total: number };

/** Orders whose id is, or begins with, what was typed. */
export async function findOrders(
  workspaceId: string,
  db: Client,
  of: { from: string; to: string; limit: number },
): Promise<FoundOrder[]> {
  const { rows } = await db.query<FoundOrder>(
    `select order_id, person_id, currency, total from order_state
      where workspace_id = $1 and order_id >= $2 and order_id < $3 order by order_id limit $4`,
    [workspaceId, of.from, of.to, of.limit],
  );
  return rows;
}

export type FoundCode = { kind: "link" | "coupon"; code: string; person_id: string; id: string };

/** A link's or a coupon's code, normalised. */
export async function findCode(workspaceId: string, db: Client, code: string): Promise<FoundCode[]> {
  const { rows } = await db.query<FoundCode>(
    `select 'link' as kind, code, person_id, id from link where workspace_id = $1 and code_key = $2
      union all select 'coupon', coalesce(written, code), person_id, reward_id from coupon where workspace_id = $1 and code = $2`,
    [workspaceId, code],
  );
  return rows;
}
