/** Evidence that names an advocate without a link: by her name, and by an invitation that went to an address. */
import type { Client } from "./db.ts";
import { plain, quoted } from "./arrays.ts";
import { rows } from "./settle-rows.ts";

/** `key`: the name or the address asked for. `at`: when she invited, null for a name. */
export type NamedRecord = { key: string; program_id: string; person_id: string; merged_into: string | null; at: number | null };

/** Active advocates of these names, in all of their programs: compared without regard to case, by the index that search uses. */
export async function loadNamed(client: Client, ws: string, names: readonly string[]): Promise<NamedRecord[]> {
  return rows(client, "load_named", {
    // Lowered before it is compared (below row-level security an index takes no condition that calls such a function), and one table
    // after the other (offset): planned on empty tables, it read all advocates first.
    text: `with n as materialized (select u.name, left(lower(u.name), 80) collate "C" as key from unnest($2::text[]) u(name))
      select n.name as key, a.program_id, v.person_id, p.merged_into, null::bigint as at
      from n cross join lateral (select v.person_id from person_private v
        where v.workspace_id = $1 and v.name_key = n.key and lower(v.data->>'name') = lower(n.name) offset 0) v
      cross join lateral (select p.merged_into from person p where p.workspace_id = $1 and p.id = v.person_id offset 0) p
      cross join lateral (select a.program_id from advocate a
        where a.workspace_id = $1 and a.person_id = v.person_id and a.status = 'active' offset 0) a`,
    values: [ws, quoted(names)],
  });
}

/** Who had these addresses invited to these programs, as long as she takes part. */
export async function loadInvited(
  client: Client,
  ws: string,
  of: { programs: readonly string[]; addresses: readonly string[] },
): Promise<NamedRecord[]> {
  return rows(client, "load_invited", {
    text: `select i.address as key, i.program_id, i.advocate_id as person_id, p.merged_into, i.at
      from unnest($2::uuid[]) w(program_id) cross join unnest($3::text[]) k(address)
      cross join lateral (select * from mail_invitation i
        where i.workspace_id = $1 and i.program_id = w.program_id and i.address = k.address limit 1) i
      join person p on p.workspace_id = $1 and p.id = i.advocate_id
      join advocate a on a.workspace_id = $1 and a.program_id = i.program_id and a.person_id = coalesce(p.merged_into, p.id)
        and a.status = 'active'`,
    values: [ws, plain(of.programs), quoted(of.addresses)],
  });
}
