/** Streaming rewards and budgets for the proofs that need our own arithmetic: keys, periods, budgets. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import type { BudgetRow } from "../core/book.ts";
import type { Reward } from "../core/reward.ts";

export type CheckedReward = Pick<
  Reward,
  "id" | "program" | "version" | "rule" | "basis" | "recipient" | "friend" | "at" | "owed" | "form" | "unit"
>;

/** The next rewards by id. */
export async function rewardsAfter(ws: string, db: Client, page: { after: string | null; limit: number }): Promise<CheckedReward[]> {
  const { rows } = await db.query<CheckedReward>({
    name: "verify_rewards",
    text: `select id, program_id as program, version, rule, basis, recipient_id as recipient, friend_id as friend, at, owed, form, unit
        from reward where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    values: [ws, page.after, page.limit],
  });
  return rows;
}

/** Everyone who was merged with these people, in whatever direction: a grant keeps the id that its first key gave it. */
export async function familiesOf(ws: string, db: Client, people: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ asked: string; id: string }>(
    `with recursive up(asked, id, next) as (
       select p.id, p.id, p.merged_into from person p where p.workspace_id = $1 and p.id = any($2::uuid[])
       union all select u.asked, p.id, p.merged_into from up u join person p on p.workspace_id = $1 and p.id = u.next),
     down(asked, id) as (
       select asked, id from up where next is null
       union all select d.asked, p.id from down d join person p on p.workspace_id = $1 and p.merged_into = d.id)
     select asked, id from down`,
    [ws, plain(people)],
  );
  const out = new Map<string, string[]>();
  for (const r of rows) out.set(r.asked, [...(out.get(r.asked) ?? []), r.id]);
  return out;
}

/** All budget counters. There is one a program and period, so they fit in memory. */
export async function readAllBudgets(ws: string, db: Client): Promise<BudgetRow[]> {
  const { rows } = await db.query<BudgetRow>(
    `select program_id as program, key, period, used, used_count as "usedCount", spent_at as "spentAt", false as dirty
       from budget where workspace_id = $1`,
    [ws],
  );
  return rows;
}
