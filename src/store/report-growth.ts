/** What the spread of a program is worked out from: advocates whose window is over, whom they reached and brought within it. */
import type { Client } from "./db.ts";

/** `from`, `to`: days of joining. `window`: so many days from the day of joining count. */
export type SpreadAsk = { programId: string; from: number; to: number; window: number; zone: string };
export type SpreadRow = {
  advocates: number;
  inviters: number;
  /** Visits of their links within the window. */
  invitations: number;
  friends: number;
  /** Days from joining to a friend, by the median; null without friends. */
  cycle: number | null;
  counts: { value: number; people: number }[];
  /** Joined after `to`. */
  young: number;
};

/** Reads them in one pass over the advocates of these days. */
export async function readSpread(workspaceId: string, db: Client, ask: SpreadAsk): Promise<SpreadRow> {
  const { rows } = await db.query<SpreadRow>(
    `with own as materialized (
       select person_id, joined, (shared or visited or referred) as invites from report_advocate
        where workspace_id = $1 and program_id = $2 and joined between $3 and $4),
     brought as materialized (
       select o.person_id, f.came - o.joined as after from own o
         join report_friend f on f.workspace_id = $1 and f.program_id = $2 and f.advocate_id = o.person_id
          and f.came between $3 and $4 + $5 and f.came >= o.joined and f.came < o.joined + $5),
     each_one as (select count(b.person_id)::int as value from own o left join brought b on b.person_id = o.person_id group by o.person_id)
     select (select count(*)::int from own) as advocates,
            (select count(*)::int from own where invites) as inviters,
            (select count(*)::int from own o
               join link l on l.workspace_id = $1 and l.person_id = o.person_id and l.program_id = $2
               join touch t on t.workspace_id = $1 and t.link_id = l.id
               cross join lateral (select (to_timestamp(t.at / 1000.0) at time zone $6)::date - date '1970-01-01' as day) d
              where o.invites and d.day >= o.joined and d.day < o.joined + $5) as invitations,
            (select count(*)::int from brought) as friends,
            (select percentile_cont(0.5) within group (order by after) from brought) as cycle,
            (select coalesce(json_agg(c), '[]') from (
               select value, count(*)::int as people from each_one group by 1 order by 1) c) as counts,
            (select count(*)::int from report_advocate where workspace_id = $1 and program_id = $2 and joined > $4) as young`,
    [workspaceId, ask.programId, ask.from, ask.to, ask.window, ask.zone],
  );
  return rows[0]!;
}
