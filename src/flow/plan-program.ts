/** What publishing a definition would change: field by field against what is live, and what the past would have cost under it. */
import type { ProgramDefinition } from "../core/program.ts";
import type { Pool } from "../store/db.ts";
import { inWorkspace } from "../store/db.ts";
import { listVersions } from "../store/programs.ts";
import type { BacktestReport } from "./backtest.ts";
import type { By } from "./by.ts";
import type { Study } from "./studies/studies.ts";

export type Change = { pointer: string; from?: unknown; to?: unknown };
export type ProgramPlan = {
  from_version: number | null;
  changes: Change[];
  cost: { from: string; to: string; by_rule: { rule: string; unit: string; before: number; after: number }[] } | null;
};

/** Nothing is written. `backtest` null leaves the cost out. */
export async function planProgram(
  parts: { pool: Pool; study: Study },
  by: By,
  input: { programId: string; definition: ProgramDefinition; backtest: { from: number; to: number } | null },
): Promise<ProgramPlan> {
  const [live] = await inWorkspace(parts.pool, by.workspaceId, (db) => listVersions(by.workspaceId, db, input.programId)).then(
    (versions) => [...versions].sort((a, b) => b.version - a.version),
  );
  const changes: Change[] = [];
  compare(live?.definition, input.definition, { pointer: "", changes });
  const span = input.backtest;
  const ask = span === null ? null : { definition: input.definition, ...span };
  const tried = ask === null ? null : (await parts.study("backtest", by.workspaceId, { ask })).found;
  return { from_version: live?.version ?? null, changes, cost: tried === null || span === null ? null : costOf(tried, span) };
}

/** Walks both documents; lists of rules and stages are compared by place. */
function compare(from: unknown, to: unknown, at: { pointer: string; changes: Change[] }): void {
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  if (isTree(from) && isTree(to)) {
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
      const part = key.replaceAll("~", "~0").replaceAll("/", "~1");
      compare(from[key], to[key], { pointer: `${at.pointer}/${part}`, changes: at.changes });
    }
    return;
  }
  const change: Change = { pointer: at.pointer };
  if (from !== undefined) change.from = from;
  if (to !== undefined) change.to = to;
  at.changes.push(change);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function costOf(tried: BacktestReport, span: { from: number; to: number }): NonNullable<ProgramPlan["cost"]> {
  const rows = new Map<string, { rule: string; unit: string; before: number; after: number }>();
  const row = (rule: string, unit: string): { before: number; after: number } => {
    const key = `${rule}|${unit}`;
    const known = rows.get(key) ?? { rule, unit, before: 0, after: 0 };
    rows.set(key, known);
    return known;
  };
  for (const p of tried.posted) row(p.rule, p.cost.currency).before += p.cost.amount;
  for (const r of tried.rules) for (const c of r.cost) row(r.rule, c.currency).after += c.amount;
  return { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), by_rule: [...rows.values()] };
}
