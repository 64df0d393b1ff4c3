/** Figures cut by what no figure is kept for, counted from the rows: by segments of advocates, and by versions of a program. */
import type { Condition } from "../core/condition.ts";
import type { Sum } from "../core/analytics/report.ts";
import { plain } from "./arrays.ts";
import { type ConditionSql, conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";
import { BY, REFERRAL, VERSIONED } from "./report-compare.ts";
import { type Day, type Family, MADE, type Span } from "./report-days.ts";
import { segmentLeaf } from "./segment-sql.ts";

/** `families`: those that are asked for. Rows of families that know no version are left out where versions are. */
export type CutAsk = { families: readonly Family[]; days: readonly (Day & Span)[] };
type Segment = { key: string; condition: Condition };

const FIRST = 6;
const WANTED = "wanted as (select * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) as w(program, day, from_id, to_id))";

const valuesOf = (workspaceId: string, { days }: CutAsk): unknown[] => [
  workspaceId,
  plain(days.map((each) => each.program)),
  plain(days.map((each) => each.day)),
  plain(days.map((each) => idFloor(each.from))),
  plain(days.map((each) => idFloor(each.to))),
];

/** The family's sums by `key`, a column of its own: one row a key and unit. */
function countedBy(family: Family, key: string, join = ""): string {
  const { from, unit, sums } = MADE[family];
  const values = sums.map(([, text], i) => `coalesce(${text}, 0)::bigint as v${i}`).join(", ");
  return `(select ${key} as key, ${unit ?? "''"} as unit, ${values} from ${from}${join} where r.workspace_id = $1 group by 1, 2)`;
}

/** Each metric of the family in a row of its own; `table` has the family's columns. */
const metricsOf = (family: Family, table: string): string =>
  `lateral (values ${MADE[family].sums.map(([metric], i) => `('${metric}', ${table}.v${i})`).join(", ")}) as m(metric, value)`;

/** By the version under which the referral was bound. */
export async function countByVersion(workspaceId: string, db: Client, ask: CutAsk): Promise<Sum[]> {
  const families = ask.families.filter((family) => VERSIONED.includes(family));
  if (families.length === 0) return [];
  const parts = families.map((family) => {
    const join = ` cross join lateral (select v.version from referral v where v.workspace_id = $1 and ${REFERRAL[family]} offset 0) v`;
    const text = countedBy(family, "v.version::text", join);
    return `select m.metric, g.key, g.unit, m.value from ${text} g, ${metricsOf(family, "g")} where m.value <> 0`;
  });
  const { rows } = await db.query<Sum>(`with ${WANTED} ${parts.join(" union all ")}`, valuesOf(workspaceId, ask));
  return rows;
}

/**
 * By the segments that the advocate is in now; '' for who is in none. What she did is summed first, so that only those who did something
 * are asked for their segments, and each once.
 */
export async function countBySegment(
  workspaceId: string,
  db: Client,
  ask: CutAsk & { segments: readonly Segment[]; now: number },
): Promise<Sum[]> {
  const values = valuesOf(workspaceId, ask);
  const conditions = ask.segments.map(({ condition }): ConditionSql => {
    const sql = conditionSql(condition, FIRST + values.length - 5, segmentLeaf(ask.now));
    values.push(...sql.values);
    return sql;
  });
  const own = ask.families.map((family) => `by_${family} as materialized ${countedBy(family, BY[family])}`);
  const who = ask.families.map((family) => `select key from by_${family}`).join(" union ");
  const members = conditions.map(
    ({ text }, i) => `select ${i} as nth, p.id from who join person p on p.workspace_id = $1 and p.id = who.key
       left join person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
       left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
       left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where p.merged_into is null and p.erased_at is null and ${text}`,
  );
  const none = "select null::int as nth, null::uuid as id where false";
  const sums = ask.families.map(
    (family) => `select m.metric, i.nth, b.unit, sum(m.value)::bigint as value
       from inside i join by_${family} b on b.key = i.id, ${metricsOf(family, "b")} group by 1, 2, 3`,
  );
  const { rows } = await db.query<{ metric: string; nth: number | null; unit: string; value: number }>(
    `with ${[WANTED, ...own].join(", ")}, who as (select key from (${who}) x where key is not null),
       members as materialized (${[...members, none].join(" union all ")}),
       inside as materialized (select nth, id from members
          union all select null, key from who where not exists (select from members n where n.id = who.key))
     select * from (${sums.join(" union all ")}) z where value <> 0`,
    values,
  );
  return rows.map(({ metric, nth, unit, value }) => ({ metric, key: nth === null ? "" : ask.segments[nth]!.key, unit, value }));
}
