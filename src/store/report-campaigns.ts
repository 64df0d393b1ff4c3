/** What campaigns cost, and what a contest's entries came from. */
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type Cost = { unit: string; amount: number };

/** Rewards for referrals of whom an announcement asked, bound after she was asked; over the first so many of them. */
export async function readAnnouncementCost(
  workspaceId: string,
  db: Client,
  of: { announcement: string; limit: number },
): Promise<{ bought: number; costs: Cost[] }> {
  const { rows } = await db.query<{ bought: number; costs: Cost[] }>(
    `with a as (select person_id, min(asked_at) as asked_at from announcement_person where workspace_id = $1 and announcement_id = $2
        and status = 'asked' group by person_id order by person_id limit $3),
     own as materialized (select r.program_id, r.friend_id, r.id
        from a join referral r on r.workspace_id = $1 and r.advocate_id = a.person_id
         and r.bound_at >= a.asked_at and r.status in ('open', 'qualified'))
     select (select count(*) from own join report_friend f on f.workspace_id = $1 and f.referral_id = own.id
              where f.bought is not null)::int as bought,
            (select coalesce(json_agg(c), '[]') from (
               select w.unit, sum(w.owed)::bigint as amount from own join reward w on w.workspace_id = $1 and w.friend_id = own.friend_id
                  and w.program_id = own.program_id where w.owed <> 0 group by w.unit order by w.unit) c) as costs`,
    [workspaceId, of.announcement, of.limit],
  );
  return rows[0]!;
}

/** Entries of a contest in its time, and how many of them and of the entrants came by the free way. */
export async function readContestEntries(
  workspaceId: string,
  db: Client,
  of: { contest: string; program: string; from: number; to: number },
): Promise<{ entries: number; entrants: number; free_entries: number; free_entrants: number }> {
  const { rows } = await db.query<{ entries: number; entrants: number; free_entries: number; free_entrants: number }>(
    `select coalesce(sum(owed), 0)::bigint as entries, count(distinct recipient_id)::int as entrants,
            coalesce(sum(owed) filter (where free), 0)::bigint as free_entries,
            count(distinct recipient_id) filter (where free)::int as free_entrants
       from (select owed, recipient_id, starts_with(client_id, $6) as free from reward
              where workspace_id = $1 and program_id = $2 and unit = $3 and id >= $4 and id < $5 and owed > 0) e`,
    [workspaceId, of.program, "entries", idFloor(of.from), idFloor(of.to), `free:${of.contest}:`],
  );
  return rows[0]!;
}
