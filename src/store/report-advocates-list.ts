/** Advocates by what their friends did. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type AdvocateFigures = { advocate_id: string; friends: number; signed_up: number; bought: number; bought_again: number };

export type AdvocatesAsk = { programs: readonly string[]; from: number; to: number; limit: number };

export type Brought = { top: AdvocateFigures[]; counts: { friends: number; advocates: number }[] };

/** Those whose friends of the days bought most, and how many advocates brought how many friends, the most first. In one pass. */
export async function readBrought(workspaceId: string, db: Client, ask: AdvocatesAsk): Promise<Brought> {
  const { rows } = await db.query<Brought>(
    `with own as materialized (
       select advocate_id, count(*)::int as friends, count(*) filter (where signed is not null or bought is not null)::int as signed_up,
              count(bought)::int as bought, count(again)::int as bought_again
         from report_friend where workspace_id = $1 and program_id = any($2::uuid[]) and came between $3 and $4 group by 1)
     select (select coalesce(json_agg(t), '[]') from (select * from own order by bought desc, friends desc, advocate_id limit $5) t) as top,
            (select coalesce(json_agg(c), '[]') from (
               select friends, count(*)::int as advocates from own group by 1 order by 1 desc) c) as counts`,
    [workspaceId, plain(ask.programs), ask.from, ask.to, ask.limit],
  );
  return rows[0]!;
}

export type WorthRow = { advocate_id: string; unit: string; revenue: number };

/** What the friends of these, who came in the days, ordered for since. */
export async function readWorthOf(
  workspaceId: string,
  db: Client,
  ask: { programs: readonly string[]; advocates: readonly string[]; from: number; to: number },
): Promise<WorthRow[]> {
  const { rows } = await db.query<WorthRow>(
    `select f.advocate_id, o.currency as unit, sum(o.total - o.refunded)::bigint as revenue
       from report_friend f join report_order o on o.workspace_id = $1 and o.referral_id = f.referral_id
      where f.workspace_id = $1 and f.program_id = any($2::uuid[]) and f.came between $4 and $5 and f.advocate_id = any($3::uuid[])
      group by 1, 2 order by 1, 3 desc`,
    [workspaceId, plain(ask.programs), plain(ask.advocates), ask.from, ask.to],
  );
  return rows;
}
