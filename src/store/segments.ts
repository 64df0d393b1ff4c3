/** People who meet a condition: surviving, and not erased. */
import type { Condition } from "../core/condition.ts";
import { conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";

const PEOPLE = `
    from person p
    left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
    left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
   where p.workspace_id = $1 and p.merged_into is null and p.erased_at is null`;

/** How many people meet the condition. Throws RangeError when it asks about orders or events. */
export async function countSegment(workspaceId: string, db: Client, condition: Condition): Promise<number> {
  const sql = conditionSql(condition, 2);
  const { rows } = await db.query<{ count: number }>(`select count(*) as count ${PEOPLE} and ${sql.text}`, [workspaceId, ...sql.values]);
  return rows[0]!.count;
}

/** A page of their ids, newest first. Throws RangeError when the condition asks about orders or events. */
export async function listSegment(
  workspaceId: string,
  db: Client,
  page: { condition: Condition; before: string | null; limit: number },
): Promise<string[]> {
  const sql = conditionSql(page.condition, 4);
  const { rows } = await db.query<{ id: string }>(
    `select p.id ${PEOPLE} and ($2::uuid is null or p.id < $2) and ${sql.text} order by p.id desc limit $3`,
    [workspaceId, page.before, page.limit, ...sql.values],
  );
  return rows.map((row) => row.id);
}
