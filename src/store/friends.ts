/** Friends who become advocates by themselves once their first order has passed its hold. */
import { binary } from "./binary-array.ts";
import type { Client } from "./db.ts";
import { rows as named } from "./settle-rows.ts";

const JOINS = "v.definition->'advocates'->>'friends' = 'join'";

/** Whether any live program lets friends join by themselves. */
export async function friendsJoinSomewhere(workspaceId: string, db: Client): Promise<boolean> {
  const found = await named(db, "friends_join", {
    text: `select 1 from program p join program_version v on v.workspace_id = $1 and v.program_id = p.id and v.version = p.version
      where p.workspace_id = $1 and p.status = 'live' and ${JOINS} limit 1`,
    values: [workspaceId],
  });
  return found.length > 0;
}

export type RipeFriend = { program_id: string; program: string; person_id: string };

/**
 * Friends of these referrals, or whom these rewards are for, who are to join: the referral counts, nothing that it earned is held any more
 * (nor was all of it refused), and she has never had a place in the program. Who left, applied or was refused has had one.
 */
export async function readRipeFriends(
  workspaceId: string,
  db: Client,
  of: { referrals: readonly string[]; rewards: readonly string[] },
): Promise<RipeFriend[]> {
  const { rows } = await db.query<RipeFriend>(
    `with news as (
       select r.program_id, r.friend_id from referral r where r.workspace_id = $1 and r.id = any($2::uuid[])
       union select w.program_id, w.friend_id from reward w where w.workspace_id = $1 and w.id = any($3::uuid[]))
     select p.id as program_id, p.key as program, r.friend_id as person_id
       from news n
       join referral r on r.workspace_id = $1 and r.program_id = n.program_id and r.friend_id = n.friend_id and r.status = 'qualified'
       join program p on p.workspace_id = $1 and p.id = r.program_id and p.status = 'live'
       join program_version v on v.workspace_id = $1 and v.program_id = p.id and v.version = p.version and ${JOINS}
       join person f on f.workspace_id = $1 and f.id = r.friend_id and f.merged_into is null and f.erased_at is null
      where not exists (select from advocate a where a.workspace_id = $1 and a.program_id = p.id and a.person_id = f.id)
        and not exists (select from reward w where w.workspace_id = $1 and w.program_id = p.id and w.friend_id = f.id
                           and w.state = 'pending')
        and (not exists (select from reward w where w.workspace_id = $1 and w.program_id = p.id and w.friend_id = f.id)
          or exists (select from reward w where w.workspace_id = $1 and w.program_id = p.id and w.friend_id = f.id
                        and w.state not in ('denied', 'reversed')))`,
    [workspaceId, binary("uuid", of.referrals), binary("uuid", of.rewards)],
  );
  return rows;
}
