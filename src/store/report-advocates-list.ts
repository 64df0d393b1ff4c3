/** Advocates by what their friends did. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type AdvocateFigures = { advocate_id: string; friends: number; signed_up: number; bought: number; bought_again: number };

export type AdvocatesAsk = { programs: readonly string[]; from: number; to: number; limit: number };

/** Those who brought most friends in the days, and all there are: how many people brought how many friends. */
export async function readTopAdvocates(workspaceId: string, db: Client, ask: AdvocatesAsk): Promise<AdvocateFigures[]> {
  const { rows } = await db.query<AdvocateFigures>(
    `select advocate_id, count(*)::int as friends, count(*) filter (where signed is not null or bought is not null)::int as signed_up,
            count(bought)::int as bought, count(again)::int as bought_again
       from report_friend where workspace_id = $1 and program_id = any($2::uuid[]) and came between $3 and $4
      group by 1 order by 4 desc, 2 desc, 1 limit $5`,
    [workspaceId, plain(ask.programs), ask.from, ask.to, ask.limit],
  );
  return rows;
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
       from referral r join report_friend f on f.workspace_id = $1 and f.referral_id = r.id and f.came between $4 and $5
       join report_order o on o.workspace_id = $1 and o.referral_id = f.referral_id
      where r.workspace_id = $1 and r.advocate_id = any($3::uuid[]) and r.program_id = any($2::uuid[]) group by 1, 2 order by 1, 3 desc`,
    [workspaceId, plain(ask.programs), plain(ask.advocates), ask.from, ask.to],
  );
  return rows;
}

/** Friends by advocate, the most first: how much of it rests on how few. */
export async function readFriendCounts(
  workspaceId: string,
  db: Client,
  ask: Omit<AdvocatesAsk, "limit">,
): Promise<{ friends: number; advocates: number }[]> {
  const { rows } = await db.query<{ friends: number; advocates: number }>(
    `select friends, count(*)::int as advocates
       from (select count(*)::int as friends from report_friend
              where workspace_id = $1 and program_id = any($2::uuid[]) and came between $3 and $4 group by advocate_id) a
      group by 1 order by 1 desc`,
    [workspaceId, plain(ask.programs), ask.from, ask.to],
  );
  return rows;
}
