/** What happened to one person, for whoever has to explain it. Newest first, and never more than a page of each. */
import type { Client } from "./db.ts";
import { FACT, type FactRow, readRows } from "./events.ts";
import { type RewardRow, listRewards } from "./rewards.ts";

/** Events of a person, also those that came while she was thought to be somebody else. */
export async function readFactsOf(workspaceId: string, db: Client, of: { personId: string; limit: number }): Promise<FactRow[]> {
  return await readRows(
    db,
    `${FACT} and f.person_id in (
        with recursive family(id) as (
          select $2::uuid union all select p.id from family m join person p on p.workspace_id = $1 and p.merged_into = m.id)
        select id from family)
      order by f.at desc, f.id desc limit $3`,
    [workspaceId, of.personId, of.limit],
  );
}

const ANY = { before: null, program: null, personId: null, friendId: null, state: null, rule: null };

/** Rewards that a friend's doings earned in a program, whoever got them. */
export async function readRewardsFor(
  workspaceId: string,
  db: Client,
  of: { program: string; friendId: string; limit: number },
): Promise<RewardRow[]> {
  return await listRewards(workspaceId, db, { ...ANY, ...of });
}

/** Rewards that a person got, in all programs. */
export async function readRewardsOf(workspaceId: string, db: Client, of: { personId: string; limit: number }): Promise<RewardRow[]> {
  return await listRewards(workspaceId, db, { ...ANY, ...of });
}
