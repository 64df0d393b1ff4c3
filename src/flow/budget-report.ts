/** Every budget of the live programs: what it allows, what is used of it in this period, and how long it lasts at that pace. */
import { type Pace, paceOf } from "../core/budget-pace.ts";
import type { BudgetRule, Compiled, Timeline } from "../core/compiled.ts";
import { INSTANT_FIRST } from "../core/calendar.ts";
import type { Client } from "../store/db.ts";
import { listBudgets } from "../store/programs.ts";
import { readHead } from "../store/snapshot.ts";
import type { Worlds } from "./load-world.ts";

export type BudgetLine = {
  program: string;
  key: string;
  rule: string | null;
  every: string;
  period: string;
  /** Null where it counts rewards and not money. */
  unit: string | null;
  amount: number;
  used: number;
  spentAt: number | null;
  blocks: boolean;
  endsAt: number | null;
} & Pace;

/** Nothing is written. */
export async function budgetReport(parts: { worlds: Worlds }, at: { workspaceId: string; db: Client }): Promise<BudgetLine[]> {
  const { workspaceId, db } = at;
  const head = await readHead(db, workspaceId);
  const world = await parts.worlds.get(db, workspaceId, head.revision);
  const used = new Map((await listBudgets(workspaceId, db, null)).map((row) => [`${row.program}|${row.key}|${row.period}`, row]));
  return world.timelines.flatMap((timeline) => {
    const compiled = timeline.versions.findLast((v) => v.from <= head.instant)?.compiled;
    if (compiled === undefined) return [];
    return compiled.budgets.map((budget) => lineOf({ timeline, compiled, budget, now: head.instant, used }));
  });
}

type Used = Map<string, { used: number; used_count: number; spent_at: number | null }>;
type Line = { timeline: Timeline; compiled: Compiled; budget: BudgetRule; now: number; used: Used };

function lineOf({ timeline, budget, now, used }: Line): BudgetLine {
  const period = budget.period(now);
  const row = used.get(`${timeline.key}|${budget.key}|${period.key}`);
  const money = budget.amount;
  const amount = money?.amount ?? budget.count ?? 0;
  const spent = (money === undefined ? row?.used_count : row?.used) ?? 0;
  const endless = period.start <= INSTANT_FIRST;
  const from = endless ? (timeline.versions[0]?.from ?? now) : Math.max(period.start, timeline.versions[0]?.from ?? 0);
  return {
    program: timeline.key,
    key: budget.key,
    rule: budget.rule ?? null,
    every: budget.every,
    period: period.key,
    unit: money?.currency ?? null,
    amount,
    used: spent,
    spentAt: row?.spent_at ?? null,
    blocks: budget.blocks,
    endsAt: endless ? null : period.end,
    ...paceOf({ used: spent, amount, from, to: period.end, now }),
  };
}
