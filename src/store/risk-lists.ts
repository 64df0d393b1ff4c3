/** Allow and block lists. */
import { quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export const LIST_KINDS = ["email_domain", "person", "device", "payment", "address", "ip_range"] as const;
export type ListKind = (typeof LIST_KINDS)[number];
export type Listed = {
  id: string;
  list: "allow" | "block";
  kind: ListKind;
  value: string;
  note: string | null;
  added_at: number;
  expires_at: number | null;
};
const LISTED = "id, list, kind, value, note, added_at, expires_at";

/** Entries that stand for one of these values now, and every range of addresses. */
export async function findListed(
  ws: string,
  db: Client,
  of: { values: readonly string[]; now: number },
): Promise<Pick<Listed, "list" | "kind" | "value">[]> {
  const { rows } = await db.query<Pick<Listed, "list" | "kind" | "value">>(
    `select list, kind, value from risk_list where workspace_id = $1 and (expires_at is null or expires_at > $3)
        and (kind = 'ip_range' or (kind <> 'ip_range' and value = any($2::text[])))`,
    [ws, quoted(of.values), of.now],
  );
  return rows;
}

/** Adds an entry, or changes the one of that kind and value. @returns its id. */
export async function saveListed(ws: string, db: Client, entry: Listed): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into risk_list as t (workspace_id, id, list, kind, value, note, added_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (workspace_id, kind, value) do update set list = excluded.list, note = excluded.note, expires_at = excluded.expires_at
     returning id`,
    [ws, entry.id, entry.list, entry.kind, entry.value, entry.note, entry.added_at, entry.expires_at],
  );
  return rows[0]?.id ?? entry.id;
}

/** False when there is no such entry. */
export async function deleteListed(ws: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from risk_list where workspace_id = $1 and id = $2", [ws, id]);
  return rowCount === 1;
}

export async function readListed(ws: string, db: Client, id: string): Promise<Listed | null> {
  const { rows } = await db.query<Listed>(`select ${LISTED} from risk_list where workspace_id = $1 and id = $2`, [ws, id]);
  return rows[0] ?? null;
}

/** Entries, newest first. */
export async function listListed(
  ws: string,
  db: Client,
  filter: { before: string | null; limit: number; list: string | null; kind: string | null },
): Promise<Listed[]> {
  const { rows } = await db.query<Listed>(
    `select ${LISTED} from risk_list where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or list = $3)
        and ($4::text is null or kind = $4) order by id desc limit $5`,
    [ws, filter.before, filter.list, filter.kind, filter.limit],
  );
  return rows;
}
