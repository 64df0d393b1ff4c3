/**
 * Items of a backtest between memory and the database. Up to `KEEP` of them stay in memory, which is all that a small shop ever
 * needs; beyond that they are put down and come back sorted, group by group.
 */
import type { CompiledRule } from "../../core/compiled.ts";
import type { Client } from "../../store/db.ts";
import { type SpilledItem, maySpill, openSpill, spill, spilled } from "../../store/backtest-spill.ts";
import type { PastTotals } from "./pass.ts";
import { totalsOf } from "./pass.ts";
import { type Item, type Past, drain } from "./past.ts";
import { type Round, contestOf, endPast, endRound, payOne, rankGroup, startRound } from "./rank-past.ts";

/** Items held in memory at most: about 50 MB. */
export const KEEP = 150_000;
/** Rows written by one statement. */
const CHUNK = 5_000;

/** `contested`: some of what waits for its turn at a budget was put down, too. */
export type Scratch = { db: Client; keep: number; allowed: boolean; opened: boolean; contested: boolean };

export async function startScratch(db: Client, keep: number): Promise<Scratch> {
  return { db, keep, allowed: await maySpill(db), opened: false, contested: false };
}

/** Puts down what is kept when it is more than there is room for. A role that may not make tables keeps it in memory. */
export async function putDown(scratch: Scratch, past: Past): Promise<void> {
  if (!scratch.allowed || past.kept <= scratch.keep) return;
  await putDownAll(scratch, past);
}

async function putDownAll(scratch: Scratch, past: Past): Promise<void> {
  if (!scratch.opened) await openSpill(scratch.db);
  scratch.opened = true;
  const rows: SpilledItem[] = [];
  for (const group of drain(past)) {
    for (const item of group.items) rows.push(rowOf(group.period, item));
    if (rows.length >= CHUNK) await spill(scratch.db, 1, rows.splice(0));
  }
  await spill(scratch.db, 1, rows);
}

/** Ranks and pays everything, from memory or from what was put down. */
export async function settlePast(past: Past, scratch: Scratch): Promise<PastTotals> {
  if (!scratch.opened) return endPast(past);
  await putDownAll(scratch, past);
  const first = startRound(past, undefined);
  await rankAll(past, scratch, first);
  endRound(past, first);
  const contest = contestOf(first);
  if (contest === undefined) return totalsOf(first.pass);
  const second = startRound(past, contest);
  await rankAll(past, scratch, second);
  await payInTurn(past, scratch, second);
  endRound(past, second);
  return totalsOf(second.pass);
}

async function rankAll(past: Past, scratch: Scratch, round: Round): Promise<void> {
  let group = { owner: "", period: "", items: [] as Item[] };
  for await (const page of spilled(scratch.db, 1)) {
    for (const row of page) {
      if (group.owner !== row.owner || group.period !== row.period || isLoose(group)) {
        rankGroup(past, round, group);
        group = { owner: row.owner, period: row.period, items: [] };
      }
      group.items.push(itemOf(past, row));
    }
    if ((round.contest?.items.length ?? 0) > scratch.keep) await putDownContested(scratch, round);
  }
  rankGroup(past, round, group);
}

/** What needs no ranking need not be gathered either. */
function isLoose(group: { period: string; items: readonly Item[] }): boolean {
  return group.period === "" && group.items.length >= CHUNK;
}

/** The contested rewards in the order in which they happened, when there were too many to sort in memory. */
async function payInTurn(past: Past, scratch: Scratch, round: Round): Promise<void> {
  if (!scratch.contested) return;
  await putDownContested(scratch, round);
  for await (const page of spilled(scratch.db, 2)) for (const row of page) payOne(past, round, itemOf(past, row));
}

async function putDownContested(scratch: Scratch, round: Round): Promise<void> {
  scratch.contested = true;
  const items = round.contest?.items.splice(0) ?? [];
  // The server sorts them by their facts, then by the names of their rules, as `inTurn` does.
  for (const item of items) item.tie = `${item.rule?.key ?? ""}|${item.tie}`;
  for (let from = 0; from < items.length; from += CHUNK) {
    await spill(scratch.db, 2, items.slice(from, from + CHUNK).map((item) => rowOf("", item)));
  }
}

function rowOf(period: string, item: Item): SpilledItem {
  const { owner, at, unit, friend, nominal, num, den, counts, owed, tie } = item;
  const rule = item.rule?.index ?? -1;
  const qualified = item.kind === "qualified";
  return { owner, period, qualified, at, client: item.rankClient, rule, friend, unit, nominal, num, den, counts, owed, tie };
}

function itemOf(past: Past, row: SpilledItem): Item {
  const { owner, at, unit, friend, nominal, num, den, counts, owed, tie } = row;
  const item = { owner, rankAt: at, rankClient: row.client, at, friend, unit, nominal, num, den, counts, tie, owed, capped: false };
  if (row.qualified) return { ...item, kind: "qualified" };
  return { ...item, kind: "entitled", rule: past.program.rules[row.rule] as CompiledRule };
}
