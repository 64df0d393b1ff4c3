/** What people are called, many at once: lists hold ids. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { survivor } from "./survivor.ts";

export type NameRow = { id: string; name: string | null; email: string | null; user_id: string | null; erased: boolean };

/** The names of these people; whoever was merged is called what she is called now. Unknown ids are left out. */
export async function readNames(workspaceId: string, db: Client, ids: readonly string[]): Promise<NameRow[]> {
  const { rows } = await db.query<NameRow>(
    `select p.id, v.data->>'name' as name, v.data->>'email' as email, i.value as user_id, c.erased_at is not null as erased
       from person p
       join person c on c.workspace_id = $1 and c.id = ${survivor("p")}
       left join person_private v on v.workspace_id = $1 and v.person_id = c.id
       left join lateral (select value from person_identity where workspace_id = $1 and person_id = c.id and kind = 1
         order by value limit 1) i on true
      where p.workspace_id = $1 and p.id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  return rows;
}
