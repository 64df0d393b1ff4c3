/** Figures by segments of advocates, counted from the rows: no figure is kept by what changes from day to day. */
import type { Condition } from "../core/condition.ts";
import type { Sum } from "../core/analytics/report.ts";
import { plain } from "./arrays.ts";
import { type ConditionSql, conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";
import { type DaysAsk, type Family, MADE } from "./report-days.ts";
import { segmentLeaf } from "./segment-sql.ts";

/** The advocate that a row of the family is by. */
const BY: Readonly<Record<Family, string>> = {
  cohort: "r.advocate_id",
  customers: "r.advocate_id",
  qualified: "r.advocate_id",
  orders: "f.advocate_id",
  firsts: "f.advocate_id",
  rewards: "r.advocate_id",
  visits: "(select l.person_id from link l where l.workspace_id = $1 and l.id = r.link_id)",
  joined: "r.person_id",
  asked: "r.person_id",
};

/** `now`: what a segment asks of an age is asked at this instant. */
export type SegmentsAsk = DaysAsk & { segments: readonly { key: string; condition: Condition }[]; now: number };

const FIRST = 6;

/**
 * The family's sums of these days, by the segments that the advocate is in now; '' for who is in none. What she did is summed first, so
 * that only those who did something are asked for their segments, and each once.
 */
export async function countBySegment(workspaceId: string, db: Client, ask: SegmentsAsk): Promise<Sum[]> {
  const { from, unit, sums } = MADE[ask.family];
  const { days } = ask;
  const values: unknown[] = [
    workspaceId,
    plain(days.map((each) => each.program)),
    plain(days.map((each) => each.day)),
    plain(days.map((each) => idFloor(each.from))),
    plain(days.map((each) => idFloor(each.to))),
  ];
  const conditions = ask.segments.map(({ condition }): ConditionSql => {
    const sql = conditionSql(condition, FIRST + values.length - 5, segmentLeaf(ask.now));
    values.push(...sql.values);
    return sql;
  });
  const members = conditions.map(
    ({ text }, i) => `select ${i} as nth, p.id from own join person p on p.workspace_id = $1 and p.id = own.key
       left join person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
       left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
       left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where p.merged_into is null and p.erased_at is null and ${text}`,
  );
  const counts = sums.map(([, text], i) => `coalesce(${text}, 0)::bigint as v${i}`).join(", ");
  const none = "select null::int as nth, null::uuid as id where false";
  const { rows } = await db.query<{ metric: string; nth: number | null; unit: string; value: number }>(
    `with wanted as (select * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) as w(program, day, from_id, to_id)),
       counted as materialized (
         select ${BY[ask.family]} as key, ${unit ?? "''"} as unit, ${counts} from ${from} where r.workspace_id = $1 group by 1, 2),
       own as materialized (select distinct key from counted where key is not null),
       members as materialized (${[...members, none].join(" union all ")}),
       inside as materialized (select nth, id from members
          union all select null, key from own where not exists (select from members n where n.id = own.key))
     select * from (select m.metric, i.nth, b.unit, sum(m.value)::bigint as value from inside i join counted b on b.key = i.id,
            lateral (values ${sums.map(([metric], i) => `('${metric}', b.v${i})`).join(", ")}) as m(metric, value) group by 1, 2, 3) z
      where value <> 0`,
    values,
  );
  return rows.map(({ metric, nth, unit: of, value }) => ({ metric, key: nth === null ? "" : ask.segments[nth]!.key, unit: of, value }));
}
