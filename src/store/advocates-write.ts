/** People taking part in a program. */
import type { Client } from "./db.ts";

export type AdvocateStatus = "active" | "left" | "applied" | "refused";

export async function readAdvocateStatus(
  workspaceId: string,
  db: Client,
  key: { programId: string; personId: string },
): Promise<AdvocateStatus | null> {
  const { rows } = await db.query<{ status: AdvocateStatus }>(
    "select status from advocate where workspace_id = $1 and program_id = $2 and person_id = $3",
    [workspaceId, key.programId, key.personId],
  );
  return rows[0]?.status ?? null;
}

export async function upsertAdvocate(
  workspaceId: string,
  db: Client,
  a: { programId: string; personId: string; at: number; status: AdvocateStatus },
): Promise<void> {
  await db.query(
    `insert into advocate as a (workspace_id, program_id, person_id, joined_at, status) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, program_id, person_id) do update set status = excluded.status,
       joined_at = case when a.status = 'active' then a.joined_at else excluded.joined_at end`,
    [workspaceId, a.programId, a.personId, a.at, a.status],
  );
}

/** Channels for which the advocate has a random link already ('' for the plain one). */
export async function linkChannels(workspaceId: string, db: Client, key: { programId: string; personId: string }): Promise<string[]> {
  const { rows } = await db.query<{ channel: string }>(
    `select coalesce(channel, '') as channel from link where workspace_id = $1 and program_id = $2 and person_id = $3
      and kind = 'random' and disabled_at is null`,
    [workspaceId, key.programId, key.personId],
  );
  return rows.map((r) => r.channel);
}
