/** Friends as they came: what was known of each on that day, and whether she bought soon after. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type FriendAsCame = {
  friend: string;
  came: number;
  /** Days from coming to the first order; null: none yet. */
  bought_after: number | null;
  channel: string;
  country: string;
  evidence: string;
  /** Friends whom her advocate had brought before. */
  earlier: number;
  advocate_bought: boolean;
};

/** Those who came in the days, the newest so many. */
export async function readFriendsAsCame(
  workspaceId: string,
  db: Client,
  ask: { programs: readonly string[]; from: number; to: number; limit: number },
): Promise<FriendAsCame[]> {
  const { rows } = await db.query<FriendAsCame>(
    `select f.friend_id::text as friend, f.came, f.bought - f.came as bought_after, f.channel, f.country, f.evidence,
            (row_number() over (partition by f.program_id, f.advocate_id order by f.came, f.referral_id) - 1)::int as earlier,
            coalesce(a.first_order_at < f.came::bigint * 86400000, false) as advocate_bought
       from (select * from report_friend where workspace_id = $1 and program_id = any($2) and came between $3 and $4
              order by came desc limit $5) f
       left join person_profile a on a.workspace_id = $1 and a.person_id = f.advocate_id
      order by f.referral_id`,
    [workspaceId, plain(ask.programs), ask.from, ask.to, ask.limit],
  );
  return rows;
}
