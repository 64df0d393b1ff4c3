/**
 * Items of a backtest between memory and the database. Up to `KEEP` of them stay in memory, which is all that a small shop ever
 * needs; beyond that they are put down and come back sorted, group by group.
 */
import type { CompiledRule } from "../../core/compiled.ts";
import type { Client } from "../../store/db.ts";
import {
  type SpilledGroup,
  type SpilledItem,
  maySpill,
  openSpill,
  spill,
  spillGroups,
  spilledGroups,
  spilledItems,
} from "../../store/backtest-spill.ts";
import type { PastTotals } from "./pass.ts";
import { totalsOf } from "./pass.ts";
import { type Draw, type Item, type Past, drain } from "./past.ts";
import { type Round, contestOf, endPast, endRound, payOne, rankGroup, startRound } from "./rank-past.ts";

/** Items held in memory at most: about 50 MB. */
export const KEEP = 150_000;
/** Items in one row of a group; rows and items written by one statement. */
const ROW = 1_000;
const ROWS = 64;
const CHUNK = 5_000;

/**
 * `db`: the backtest's own transaction, with which all of it goes. `contested`: some of what waits for its turn at a budget was put down,
 * too. `isOpen`: something was put down.
 */
export type Scratch = { db: Client; keep: number; allowed: boolean; isOpen: boolean; contested: boolean };

export async function startScratch(db: Client, keep: number): Promise<Scratch> {
  return { db, keep, allowed: await maySpill(db), isOpen: false, contested: false };
}

/** More is kept than there is room for. A role that may not make tables keeps it in memory. */
export const isFull = (scratch: Scratch, past: Past): boolean => scratch.allowed && past.kept > scratch.keep;

/** Puts down what is kept. */
export async function putDown(scratch: Scratch, past: Past): Promise<void> {
  const { db } = scratch;
  if (!scratch.isOpen) await openSpill(db);
  scratch.isOpen = true;
  const rows: SpilledGroup[] = [];
  for (const { owner, period, items } of drain(past)) {
    for (let from = 0; from < items.length; from += ROW) {
      rows.push({ owner, period, items: JSON.stringify(items.slice(from, from + ROW).map(pack)) });
    }
    if (rows.length >= ROWS) await spillGroups(db, rows.splice(0));
  }
  await spillGroups(db, rows);
}

/** Ranks and pays everything, from memory or from what was put down. */
export async function settlePast(past: Past, scratch: Scratch): Promise<PastTotals> {
  if (!scratch.isOpen) return endPast(past);
  await putDown(scratch, past);
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
  for await (const page of spilledGroups(scratch.db)) {
    for (const row of page) {
      if (group.owner !== row.owner || group.period !== row.period || isLoose(group)) {
        rankGroup(past, round, group);
        group = { owner: row.owner, period: row.period, items: [] };
      }
      for (const packed of JSON.parse(row.items) as Packed[]) group.items.push(unpack(past, row.owner, packed));
    }
    if ((round.contest?.items.length ?? 0) > scratch.keep) await putDownContested(past, scratch, round);
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
  await putDownContested(past, scratch, round);
  for await (const page of spilledItems(scratch.db)) for (const row of page) payOne(past, round, itemOf(past, row));
}

async function putDownContested(past: Past, scratch: Scratch, round: Round): Promise<void> {
  scratch.contested = true;
  // Of so many only the end is kept: they are paid in the order in which they happened, each as it is in the end.
  past.timed = false;
  const items = round.contest?.items.splice(0) ?? [];
  // The server sorts them by their facts, then by the names of their rules, as `inTurn` does.
  for (const item of items) item.tie = `${item.rule?.key ?? ""}|${item.tie}`;
  for (let from = 0; from < items.length; from += CHUNK) {
    await spill(scratch.db, items.slice(from, from + CHUNK).map(rowOf));
  }
}

type Packed = [
  ...when: [qualified: 0 | 1, at: number, rankAt: number, rankClient: string],
  ...what: [rule: number, friend: string | null, unit: string, nominal: number, num: number, den: number],
  ...how: [counts: 0 | 1, owed: number, tie: string, channel?: string | null, draws?: Draw[]],
];

function pack(i: Item): Packed {
  const packed: Packed = [
    ...([i.kind === "qualified" ? 1 : 0, i.at, i.rankAt, i.rankClient] as const),
    ...([i.rule?.index ?? -1, i.friend, i.unit, i.nominal, i.num, i.den] as const),
    ...([i.counts ? 1 : 0, i.owed, i.tie] as const),
  ];
  if (i.channel !== undefined || i.draws !== undefined) packed.push(i.channel ?? null);
  if (i.draws !== undefined) packed.push(i.draws);
  return packed;
}

function unpack(past: Past, owner: string, packed: Packed): Item {
  const [qualified, at, rankAt, rankClient, rule, friend, unit, nominal, num, den, counts, owed, tie, channel, draws] = packed;
  const known = { owner, rankAt, rankClient, at, friend, unit, nominal, num, den, counts: counts === 1, tie, owed, capped: false };
  const item = { ...known, ...(channel == null ? {} : { channel }), ...(draws === undefined ? {} : { draws }) };
  return qualified === 1 ? { ...item, kind: "qualified" } : { ...item, kind: "entitled", rule: ruleOf(past, rule) };
}

function rowOf(item: Item): SpilledItem {
  const { owner, at, unit, friend, nominal, num, den, counts, owed, tie, rankClient } = item;
  return { owner, at, client: rankClient, rule: item.rule?.index ?? -1, friend, unit, nominal, num, den, counts, owed, tie };
}

function itemOf(past: Past, row: SpilledItem): Item {
  const { owner, at, unit, friend, nominal, num, den, counts, owed, tie } = row;
  const item = { owner, rankAt: at, rankClient: row.client, at, friend, unit, nominal, num, den, counts, tie, owed, capped: false };
  return { ...item, kind: "entitled", rule: ruleOf(past, row.rule) };
}

function ruleOf(past: Past, index: number): CompiledRule {
  return past.program.rules[index] as CompiledRule;
}
