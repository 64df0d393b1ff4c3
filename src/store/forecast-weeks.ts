/** A program's own weeks, for a forecast: counted from the roll-ups of reports (store/migrations/0032) and from rewards. */
import type { Week } from "../core/analytics/forecast/fit.ts";
import type { Client } from "./db.ts";

type Sums = Week & { ago: number; squares: number };
type Ask = { programId: string; today: number; most: number; currency: string; tell?: (share: number) => void };

/** `ago`: weeks before `$3`; `$4` is the first day, `$5` the currency. One after the other, so that it can be said how far it is. */
const COUNTED: readonly string[] = [
  // Who had come as a friend before she joined: both lists once, where each advocate's friends were looked for one by one.
  `select ($3 - 1 - a.joined) / 7 as ago, count(*)::float8 as joined, count(f.first)::float8 as returned
     from report_advocate a
     left join (select f.friend_id, min(f.came) as first from report_friend f
                 where f.workspace_id = $1 and f.program_id = $2 group by 1) f
       on f.friend_id = a.person_id and f.first <= a.joined
    where a.workspace_id = $1 and a.program_id = $2 and a.joined >= $4 and a.joined < $3 and $5::text is not null group by 1`,
  `select ($3 - 1 - t.day) / 7 as ago, sum(t.value) filter (where t.metric = 'friends_came')::float8 as friends,
          sum(t.value) filter (where t.metric = 'new_customers')::float8 as converted,
          sum(t.value) filter (where t.metric = 'reward_cost')::float8 as rewards
     from report_day t where t.workspace_id = $1 and t.program_id = $2 and t.dim = '' and t.day >= $4 and t.day < $3
      and (t.metric in ('friends_came', 'new_customers') or (t.metric = 'reward_cost' and t.unit = $5)) group by 1`,
  `select ($3 - 1 - o.day) / 7 as ago, count(*) filter (where o.nth > 1)::float8 as repeats, sum(o.total)::float8 as revenue,
          sum(o.total::float8 * o.total) as squares, count(*) filter (where o.refunded >= o.total)::float8 as refunded
     from report_order o
    where o.workspace_id = $1 and o.program_id = $2 and o.day >= $4 and o.day < $3 and o.currency = $5 group by 1`,
];

/** Complete weeks before `today` (days since 1970), at most `most`, the oldest first; from the first in which anybody joined. */
export async function readForecastWeeks(
  workspaceId: string,
  db: Client,
  { programId, today, most, currency, tell }: Ask,
): Promise<Week[]> {
  const none = { joined: 0, friends: 0, converted: 0, returned: 0, repeats: 0, revenue: 0, squares: 0, refunded: 0, rewards: 0 };
  const byAge = new Map<number, Sums>();
  for (const [i, text] of COUNTED.entries()) {
    const { rows } = await db.query<Partial<Sums> & { ago: number }>(text, [workspaceId, programId, today, today - 7 * most, currency]);
    for (const row of rows) {
      const counted = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      byAge.set(row.ago, { ...none, ...byAge.get(row.ago), ...counted } as Sums);
    }
    tell?.((i + 1) / COUNTED.length);
  }
  const oldest = Math.max(-1, ...[...byAge.values()].filter((row) => row.joined > 0).map((row) => row.ago));
  return Array.from({ length: oldest + 1 }, (_, i) => {
    const { ago: _ago, ...week } = byAge.get(oldest - i) ?? { ago: 0, ...none };
    return week;
  });
}
