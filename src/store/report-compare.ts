/** Figures of a group that no figure is kept for, counted from the rows: by the same sums as those that are kept. */
import type { Condition } from "../core/condition.ts";
import type { Sum } from "../core/analytics/report.ts";
import { plain } from "./arrays.ts";
import { conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";
import { type DaysAsk, type Family, MADE } from "./report-days.ts";
import { segmentLeaf } from "./segment-sql.ts";

/** Whose figures: of what advocates in a segment brought, or of referrals that were bound under a version of the program. */
export type GroupOf = { condition: Condition; now: number } | { version: number } | null;

/** The advocate that a row of the family is by. */
export const BY: Readonly<Record<Family, string>> = {
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
/** The referral that a row of the family is of; families without one have no version. */
export const REFERRAL: Partial<Record<Family, string>> = {
  cohort: "v.id = r.referral_id",
  customers: "v.id = r.referral_id",
  qualified: "v.id = r.referral_id",
  orders: "v.id = r.referral_id",
  firsts: "v.id = r.referral_id",
  rewards: "v.program_id = r.program_id and v.friend_id = r.friend_id",
};

/** Families that a version tells apart. */
export const VERSIONED = Object.keys(REFERRAL) as Family[];

const FIRST = 6;

/** What the family counts of these days and this group, by metric and unit. */
export async function countGroup(workspaceId: string, db: Client, ask: DaysAsk & { of: GroupOf }): Promise<Sum[]> {
  const { from, unit, sums } = MADE[ask.family];
  const group = filterOf(ask.family, ask.of);
  const values = sums.map(([metric], i) => `('${metric}', g.v${i})`).join(", ");
  const { rows } = await db.query<Sum>(
    `with wanted as (select * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) as w(program, day, from_id, to_id))${group.members}
     select m.metric, '' as key, g.unit, m.value
       from (select ${unit ?? "''"} as unit, ${sums.map(([, text], i) => `coalesce(${text}, 0)::bigint as v${i}`).join(", ")}
               from ${from} where r.workspace_id = $1${group.filter} group by 1) g,
            lateral (values ${values}) as m(metric, value)
      where m.value <> 0`,
    [
      workspaceId,
      plain(ask.days.map((each) => each.program)),
      plain(ask.days.map((each) => each.day)),
      plain(ask.days.map((each) => idFloor(each.from))),
      plain(ask.days.map((each) => idFloor(each.to))),
      ...group.values,
    ],
  );
  return rows;
}

function filterOf(family: Family, of: GroupOf): { members: string; filter: string; values: unknown[] } {
  if (of === null) return { members: "", filter: "", values: [] };
  if ("version" in of) {
    const same = REFERRAL[family]!;
    const filter = ` and exists (select from referral v where v.workspace_id = $1 and ${same} and v.version = $${FIRST})`;
    return { members: "", filter, values: [of.version] };
  }
  const sql = conditionSql(of.condition, FIRST, segmentLeaf(of.now));
  return {
    members: `, members as materialized (
       select p.id from person p
         left join person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
         left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
         left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
        where p.workspace_id = $1 and p.merged_into is null and p.erased_at is null and ${sql.text})`,
    filter: ` and ${BY[family]} in (select id from members)`,
    values: [...sql.values],
  };
}
