/** Good moments: facts of late that an ask follows on, found by when they happened. Nothing is written where facts are settled. */
import type { Moment } from "../core/announce/announcement.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

const hexOf = (at: number): string => Math.max(0, at).toString(16).padStart(12, "0");
/** Ids of facts begin with the instant that they tell of. */
export const idAt = (at: number): string => `${hexOf(at).slice(0, 8)}-${hexOf(at).slice(8)}-0000-0000-000000000000`;

export type MomentFact = { id: string; person_id: string; at: number };

/** Facts between two instants (from the first on, before the second) that are the moment. In order, at most `limit` looked through. */
export async function readMoments(
  workspaceId: string,
  db: Client,
  of: { moment: Moment; from: number; to: number; limit: number },
): Promise<{ rows: MomentFact[]; to: number }> {
  const { moment } = of;
  const { text, values } = whereOf(moment, 5);
  const span = "f.workspace_id = $1 and f.id >= $2 and f.id < $3";
  const { rows: last } = await db.query<{ at: number }>(`select at from fact f where ${span} order by f.id offset $4 - 1 limit 1`, [
    workspaceId,
    idAt(of.from),
    idAt(of.to),
    of.limit,
  ]);
  // A page ends with an instant: what happened in its last millisecond is all on the next one.
  const cut = last[0]?.at;
  const to = cut === undefined || cut <= of.from ? of.to : cut;
  const { rows } = await db.query<MomentFact>(
    `select f.id, f.person_id, f.at from fact f where ${span} and f.status = 'settled' and f.person_id is not null and $4::int > 0
        and ${text} order by f.id`,
    [workspaceId, idAt(of.from), idAt(to), of.limit, ...values],
  );
  return { rows, to };
}

function whereOf(moment: Moment, first: number): { text: string; values: unknown[] } {
  if (moment.on === "purchase")
    return {
      text: `f.type = 'purchase' and (select count(*) from fact b where b.workspace_id = $1 and b.person_id = f.person_id
          and b.type = 'purchase' and b.status = 'settled' and b.id <= f.id) = $${first}`,
      values: [moment.nth],
    };
  if (moment.on === "stage") return { text: `f.type = 'stage' and f.body ->> 'stage' = $${first}`, values: [moment.stage] };
  if (moment.on === "activity") return { text: `f.type = 'activity' and f.body ->> 'name' = $${first}`, values: [moment.name] };
  return {
    text: `f.type = 'survey_response' and (f.body ->> 'value') ~ '^([0-9]|10)$' and (f.body ->> 'value')::int >= $${first}`,
    values: [moment.at_least],
  };
}

/** What was bought, by fact: the category of the first line of the order, as the shop says it. */
export async function readProducts(workspaceId: string, db: Client, facts: readonly string[]): Promise<Map<string, string>> {
  if (facts.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string | null }>(
    `select id, body #>> '{order,items,0,category}' as name from fact where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, plain(facts)],
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
