/** Friends of a day by who brought them: a row a program's day (core/analytics/brought.ts reads what it holds). */
import { plain } from "./arrays.ts";
import { copyOut } from "./copy-out.ts";
import type { Client } from "./db.ts";
import type { Day } from "./report-days.ts";

/** Days a statement: each reads all of its friends. */
const DAYS = 60;

/** Makes these days again. A day on which nobody came any more has no row. */
export async function makeBrought(workspaceId: string, db: Client, days: readonly Day[]): Promise<void> {
  for (let from = 0; from < days.length; from += DAYS) {
    const some = days.slice(from, from + DAYS);
    const wanted = [plain(some.map((each) => each.program)), plain(some.map((each) => each.day))];
    await db.query(
      `delete from report_brought b using unnest($2::uuid[], $3::int[]) as w(program, day)
        where b.workspace_id = $1 and b.program_id = w.program and b.day = w.day`,
      [workspaceId, ...wanted],
    );
    await db.query(
      `insert into report_brought (workspace_id, program_id, day, brought)
       select $1, f.program, f.day,
              string_agg(uuid_send(f.advocate_id) || int4send(f.friends) || int4send(f.signed) || int4send(f.bought) || int4send(f.again),
                         '' order by f.advocate_id)
         from (select w.program, w.day, r.advocate_id, count(*)::int as friends,
                      count(*) filter (where r.signed is not null or r.bought is not null)::int as signed, count(r.bought)::int as bought,
                      count(r.again)::int as again
                 from unnest($2::uuid[], $3::int[]) as w(program, day) cross join lateral (
                   select r.advocate_id, r.signed, r.bought, r.again from report_friend r
                    where r.workspace_id = $1 and r.program_id = w.program and r.came = w.day offset 0) r
                group by 1, 2, 3) f
        group by 2, 3`,
      [workspaceId, ...wanted],
    );
  }
}

export type BroughtAsk = { programs: readonly string[]; from: number; to: number; each: (day: Uint8Array) => void };

/** Calls `each` with what is kept of these programs' days: to be read at once. */
export async function readBrought(workspaceId: string, db: Client, { each, ...ask }: BroughtAsk): Promise<void> {
  const text = "select brought from report_brought where workspace_id = $1 and program_id = any($2::uuid[]) and day between $3 and $4";
  // As bytes: their text would be twice as long, and read again.
  await copyOut(db, { text, values: [workspaceId, ask.programs, ask.from, ask.to] }, (row) => each(row.bytes()));
}
