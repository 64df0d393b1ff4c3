/** What the friends of advocates ordered for, by the day they came. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type Worth = { program: string; advocate: string; day: number; unit: string; value: number };

/** Adds to what is kept: the rows of friends say what they were counted for. */
export async function addWorth(workspaceId: string, db: Client, changes: readonly Worth[]): Promise<void> {
  if (changes.length === 0) return;
  await db.query(
    `insert into report_worth as t (workspace_id, program_id, advocate_id, day, unit, value)
     select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::bigint[]) r
         on conflict (workspace_id, program_id, advocate_id, day, unit) do update set value = t.value + excluded.value`,
    [
      workspaceId,
      plain(changes.map((each) => each.program)),
      plain(changes.map((each) => each.advocate)),
      plain(changes.map((each) => each.day)),
      quoted(changes.map((each) => each.unit)),
      plain(changes.map((each) => each.value)),
    ],
  );
}

export type WorthRow = { advocate: string; unit: string; revenue: number };
export type WorthAsk = { programs: readonly string[]; advocates: readonly string[]; from: number; to: number };

/** What the friends of these, who came in the days, ordered for since; the most first. */
export async function readWorthOf(workspaceId: string, db: Client, ask: WorthAsk): Promise<WorthRow[]> {
  const { rows } = await db.query<WorthRow>(
    `select w.id as advocate, x.unit, sum(x.value)::bigint as revenue
       from unnest($2::uuid[]) p(id) cross join unnest($3::uuid[]) w(id) cross join lateral (
         select t.unit, t.value from report_worth t
          where t.workspace_id = $1 and t.program_id = p.id and t.advocate_id = w.id and t.day between $4 and $5 offset 0) x
      group by 1, 2 having sum(x.value) <> 0 order by 1, 3 desc`,
    [workspaceId, plain(ask.programs), plain(ask.advocates), ask.from, ask.to],
  );
  return rows;
}
