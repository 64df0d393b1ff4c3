/** A program's own weeks, for a forecast: counted from the roll-ups of reports (store/migrations/0032) and from rewards. */
import type { Week } from "../core/analytics/forecast/fit.ts";
import type { Client } from "./db.ts";

const DAY_MS = 86_400_000;

/** Complete weeks before `today` (days since 1970), at most `most`, the oldest first; from the first in which anybody joined. */
export async function readForecastWeeks(
  workspaceId: string,
  db: Client,
  of: { programId: string; today: number; most: number; currency: string },
): Promise<Week[]> {
  const first = of.today - 7 * of.most;
  const { rows } = await db.query<Week & { ago: number; squares: number }>(
    `select ago, sum(joined)::float8 as joined, sum(friends)::float8 as friends, sum(converted)::float8 as converted,
            sum(returned)::float8 as returned, sum(repeats)::float8 as repeats, sum(revenue)::float8 as revenue,
            sum(squares)::float8 as squares, sum(refunded)::float8 as refunded, sum(rewards)::float8 as rewards
       from (
         select ($3 - 1 - a.joined) / 7 as ago, count(*) as joined, 0 as friends, 0 as converted,
                count(*) filter (where exists (select from report_friend f where f.workspace_id = $1 and f.friend_id = a.person_id
                  and f.program_id = $2 and f.came <= a.joined)) as returned,
                0 as repeats, 0 as revenue, 0::float8 as squares, 0 as refunded, 0 as rewards
           from report_advocate a where a.workspace_id = $1 and a.program_id = $2 and a.joined >= $4 and a.joined < $3 group by 1
         union all
         select ($3 - 1 - f.came) / 7, 0, count(*), 0, 0, 0, 0, 0, 0, 0
           from report_friend f where f.workspace_id = $1 and f.program_id = $2 and f.came >= $4 and f.came < $3 group by 1
         union all
         select ($3 - 1 - f.bought) / 7, 0, 0, count(*), 0, 0, 0, 0, 0, 0
           from report_friend f where f.workspace_id = $1 and f.program_id = $2 and f.bought >= $4 and f.bought < $3 group by 1
         union all
         select ($3 - 1 - o.day) / 7, 0, 0, 0, 0, count(*) filter (where o.nth > 1), sum(o.total), sum(o.total::float8 * o.total),
                count(*) filter (where o.refunded >= o.total), 0
           from report_order o
          where o.workspace_id = $1 and o.program_id = $2 and o.day >= $4 and o.day < $3 and o.currency = $5 group by 1
         union all
         select ($3 - 1 - (w.at / ${DAY_MS})::int) / 7, 0, 0, 0, 0, 0, 0, 0, 0, sum(w.owed)
           from reward w where w.workspace_id = $1 and w.program_id = $2 and w.unit = $5 and w.at >= $4::bigint * ${DAY_MS}
            and w.at < $3::bigint * ${DAY_MS} and w.state not in ('denied') group by 1) counted
      group by ago`,
    [workspaceId, of.programId, of.today, first, of.currency],
  );
  const byAge = new Map(rows.map((row) => [row.ago, row]));
  const oldest = Math.max(-1, ...rows.filter((row) => row.joined > 0).map((row) => row.ago));
  const none = { joined: 0, friends: 0, converted: 0, returned: 0, repeats: 0, revenue: 0, squares: 0, refunded: 0, rewards: 0 };
  return Array.from({ length: oldest + 1 }, (_, i) => {
    const { ago: _ago, ...week } = byAge.get(oldest - i) ?? { ago: 0, ...none };
    return week;
  });
}
