/** What the comparison of channels reads: the ways by which people came to a first purchase, or did not. */
import type { Journey } from "../core/analytics/paths/journey.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type JourneysAsk = {
  programs: readonly string[];
  /** First purchases in [from, to); touches in the time before, `lookback` milliseconds. */
  from: number;
  to: number;
  lookback: number;
  currency: string;
};

/**
 * People alike are one journey: whose first purchase lies in the days, by the touches before it; and who was here in the days and has
 * bought nothing yet. `''`: no channel is known of a touch. Value is of the currency only.
 */
export async function readJourneys(workspaceId: string, db: Client, ask: JourneysAsk): Promise<Journey[]> {
  const { rows } = await db.query<Journey>(
    `with first as materialized (
       select distinct on (1) coalesce(p.merged_into, p.id) as root, o.owner_at as at,
              case o.currency when $6 then o.total - o.refunded else 0 end as value
         from order_state o join person p on p.workspace_id = $1 and p.id = o.person_id
        where o.workspace_id = $1 and o.owner_at is not null and (o.refunded < o.total or o.total = 0)
        order by 1, 2),
     seen as (
       select coalesce(p.merged_into, p.id) as root, t.at, coalesce(t.channel, l.channel, '') as channel
         from touch t
         join person p on p.workspace_id = $1 and p.id = t.person_id
         left join link l on l.workspace_id = $1 and l.id = t.link_id
        where t.workspace_id = $1 and t.id >= $7 and t.id < $8 and t.program_id = any($2::uuid[])),
     way as (
       select s.root, array_agg(s.channel order by s.at, s.channel) as channels, max(f.value) as value, count(f.root) > 0 as won
         from seen s left join first f on f.root = s.root
        where case when f.root is null then s.at >= $3
                   else f.at >= $3 and f.at < $4 and s.at <= f.at and s.at >= f.at - $5::bigint end
        group by 1)
     select channels, count(*) filter (where won)::float8 as conversions, count(*) filter (where not won)::float8 as nulls,
            coalesce(sum(value) filter (where won), 0)::float8 as value
       from way group by 1
     union all
     select '{}', count(*)::float8, 0, coalesce(sum(f.value), 0)::float8
       from first f where f.at >= $3 and f.at < $4 and not exists (select from way w where w.root = f.root)
     having count(*) > 0`,
    [workspaceId, plain(ask.programs), ask.from, ask.to, ask.lookback, ask.currency, idFloor(ask.from - ask.lookback), idFloor(ask.to)],
  );
  return rows;
}
