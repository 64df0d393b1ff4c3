/**
 * "What would last quarter have cost under these rules?": the stored facts taken through a draft, in one snapshot, with the pure
 * functions that settle live events. Nothing is written.
 */
import type { Compiled, World } from "../core/compiled.ts";
import type { Evidence, Fact, FactType } from "../core/facts.ts";
import { externalId } from "../core/id.ts";
import type { Money } from "../core/money.ts";
import { type ProgramDefinition, definition as schema } from "../core/program.ts";
import { compileProgram, makeWorld } from "../core/rules/compile.ts";
import { formatInstant } from "../core/time.ts";
import {
  type Matter,
  type PastFact,
  type PastShelf,
  guessFacts,
  layPast,
  postedByRule,
  readAdvocates,
  readCompanyFirsts,
} from "../store/backtest.ts";
import type { Client, Pool } from "../store/db.ts";
import { NoRoomAside } from "../store/past-shelves.ts";
import { readProgram } from "../store/programs.ts";
import { loadTrials, loadZone } from "../store/programs-load.ts";
import { findWorkspaces, inScratchSnapshot } from "../store/snapshot.ts";
import { type Past, foldPerson, noteRecruiter, startPast } from "./backtest/fold-past.ts";
import type { PastTotals } from "./backtest/pass.ts";
import { KEEP, type Scratch, isFull, putDown, settlePast, startScratch } from "./backtest/scratch.ts";
import { loadWorld } from "./load-world.ts";
import { Refusal } from "./refusal.ts";

export type BacktestAsk = {
  definition: ProgramDefinition;
  /** Epoch milliseconds; what qualifies in [from, to) is counted. */
  from?: number | null;
  to?: number | null;
  /** Items held in memory at most; tests make it small. */
  keep?: number;
  /** Bytes of facts held in memory before they are laid aside in a file; tests make it small. */
  inMemory?: number;
  signal?: AbortSignal;
  /** Of how many facts in all. */
  onProgress?: (facts: number, of: number) => void;
};
export type BacktestReport = {
  program: string;
  facts: number;
  referrals: number;
  failed: number;
  rules: { rule: string; rewards: number; cost: Money[] }[];
  winners: { person: string; amount: Money }[];
  limits: { cap_reached: number; budget_exhausted: number };
  /** Budgets that would have run out, when, and how many rewards each would have refused. */
  budgets: { key: string; period: string; spent_at: string; refused: number }[];
  posted: { rule: string; rewards: number; cost: Money }[];
  /** Draft minus really posted, by unit. */
  difference: Money[];
  notes: string[];
};

/** Backtests in the workspace of a slug. */
export async function backtestWorkspace(parts: { pool: Pool }, ask: BacktestAsk & { slug: string }): Promise<BacktestReport> {
  const [workspace] = await findWorkspaces(parts.pool, [ask.slug]);
  if (workspace === undefined) throw new Refusal("not_found", `There is no workspace "${ask.slug}".`);
  return backtest(parts, workspace.id, ask);
}

/**
 * Takes the past of one workspace through the draft. Memory is flat: facts are laid aside by person in a file, and what must be ranked or
 * paid in order is put down and sorted by the server.
 */
export async function backtest(parts: { pool: Pool }, workspaceId: string, ask: BacktestAsk): Promise<BacktestReport> {
  return inScratchSnapshot(parts.pool, workspaceId, (db) => studyBacktest(workspaceId, db, ask));
}

/** The same within a transaction in which the workspace stands still and tables may be made (`inScratchSnapshot`). */
export async function studyBacktest(workspaceId: string, db: Client, ask: BacktestAsk): Promise<BacktestReport> {
  const span = { from: ask.from ?? 0, to: ask.to ?? Number.MAX_SAFE_INTEGER };
  const known = await readProgram(workspaceId, db, ask.definition.key);
  const live = ask.definition.exclusive_group === undefined ? undefined : await loadWorld(db, workspaceId);
  const draft = draftWorld(ask.definition, { id: known?.id ?? workspaceId, zone: await loadZone(db, workspaceId), live });
  const past = startPast(draft.world, draft.program, span);
  const scratch = await startScratch(db, ask.keep ?? KEEP);
  const shelf = await readPast(db, { workspaceId, ask, past });
  const read: Reading = { shelf, stranger: known === null ? draft.program : null, ask, scratch };
  try {
    if (past.program.program.friends.who === "new_customer_of_company") past.companyFirsts = await readCompanyFirsts(workspaceId, db);
    if (past.program.upline > 0) {
      past.advocates = await readAdvocates(workspaceId, db);
      await eachPerson(read, past, (person, facts) => noteRecruiter(past, person, facts));
      past.failed = 0;
    }
    await eachPerson(read, past, (person, facts, received) => foldPerson(past, person, { facts, received }));
    ask.onProgress?.(shelf.facts, shelf.facts);
    past.facts = shelf.facts;
    const totals = await settlePast(past, scratch);
    past.hadTrial = (await loadTrials(db, workspaceId)).some((t) => t.program_id === known?.id && ranIn(t, span));
    const posted = await postedByRule(workspaceId, db, { program: ask.definition.key, ...span });
    return report(ask, { past, totals }, posted);
  } finally {
    shelf.end();
  }
}

/**
 * A world of one program, live from the start, and beside it the others of its exclusive group as they are. Waits count as over,
 * and what they would ask then is asked at once; of a choice everybody takes the first option.
 */
export function draftWorld(
  document: ProgramDefinition,
  of: { id: string; zone: string; live?: World | undefined },
): { world: World; program: Compiled } {
  const parsed = schema.parse(document);
  const rewards = parsed.rewards.map((rule) => {
    const give = rule.give.choice?.[0] ?? rule.give;
    return "stage" in rule.when ? { ...rule, give, when: { ...rule.when, after: undefined, if: undefined } } : { ...rule, give };
  });
  const program = compileProgram({ ...parsed, rewards }, { id: of.id, version: 1, zone: of.zone });
  const timeline = {
    id: of.id,
    key: parsed.key,
    priority: parsed.priority,
    versions: [{ from: 0, compiled: program, openReferrals: false }],
    statuses: [{ at: 0, status: "live" }],
  };
  const group = parsed.exclusive_group;
  const others = group === undefined ? [] : (of.live?.timelines ?? []).filter((t) => t.group === group && t.key !== parsed.key);
  return { world: makeWorld([{ ...timeline, ...(group === undefined ? {} : { group }) }, ...others]), program };
}

const ranIn = (t: { started_at: number; ended_at: number | null }, span: { from: number; to: number }): boolean =>
  t.started_at < span.to && (t.ended_at ?? Number.POSITIVE_INFINITY) > span.from;

/** `stranger`: the program where it is new here. */
type Reading = { shelf: PastShelf; stranger: Compiled | null; ask: BacktestAsk; scratch: Scratch };

/** Facts between two looks at how far it is. */
const PAGE = 4_000;

/** To read a fact is half of the work, to decide it the other half. */
async function readPast(db: Client, of: { workspaceId: string; ask: BacktestAsk; past: Past }): Promise<PastShelf> {
  const { workspaceId, ask, past } = of;
  const guess = ask.onProgress === undefined ? 0 : await guessFacts(workspaceId, db);
  const read = (facts: number): void => {
    ask.signal?.throwIfAborted();
    ask.onProgress?.(facts / 2, Math.max(guess, facts));
  };
  try {
    return await layPast(workspaceId, db, { to: past.to, ...matterOf(past.program), read, inMemory: ask.inMemory });
  } catch (error) {
    throw error instanceof NoRoomAside ? new Refusal("unavailable", error.message) : error;
  }
}

async function eachPerson(read: Reading, past: Past, take: (person: string, facts: Fact[], received: number[]) => void): Promise<void> {
  const { ask, shelf, scratch } = read;
  let done = 0;
  await shelf.each({
    every: PAGE,
    take: (person, rows) => {
      const facts = rows.map((row) => factOf(row, person, read.stranger));
      take(
        person,
        facts,
        rows.map((row) => row.received),
      );
    },
    passed: async (rows) => {
      ask.signal?.throwIfAborted();
      ask.onProgress?.((shelf.facts + (done += rows)) / 2, shelf.facts);
      if (isFull(scratch, past)) await putDown(scratch, past);
      // Whoever else this process serves has her turn.
      else await new Promise((resolve) => setImmediate(resolve));
    },
  });
}

/** A visit binds nobody; joining and what an advocate does herself earn something where a rule says so. */
function matterOf({ stagesByType, joinRules, activityRules }: Compiled): Matter {
  return {
    binds: [...stagesByType.keys()].filter((type) => type !== "visit"),
    own: [...(joinRules.length > 0 ? ["joined"] : []), ...(activityRules.length > 0 ? ["activity"] : [])],
  };
}

/** A draft under a new key is tried as if every advocate took part in it: evidence and joining of any program count as its own. */
function factOf(row: PastFact, person: string, stranger: Compiled | null): Fact {
  const fact = row.body as unknown as Fact;
  // Of the fact's own id nothing depends: what was granted is told by its client's id.
  fact.id = row.client;
  fact.client = row.client;
  fact.person = person;
  fact.at = row.at;
  fact.type = row.type as FactType;
  if (stranger !== null) {
    if (fact.evidence) fact.evidence = fact.evidence.map((e: Evidence) => ({ ...e, program: stranger.id }));
    if (fact.program !== undefined) fact.program = stranger.key;
  }
  return fact;
}

const ENDED =
  "A budget would have ended: refunds are known here from the start, so that a little more fits than when they come one after the other.";
/** Every refusal and every return is that of the workspace which the facts came into. */
const ENDED_TIMED =
  "A budget would have ended: what still fitted is told in the order in which events came in here, returns as they came.";

type Outcome = { past: Past; totals: PastTotals };

function report(ask: BacktestAsk, of: Outcome, posted: { rule: string; unit: string; rewards: number; cost: number }[]): BacktestReport {
  const { past, totals } = of;
  const rules = new Map<string, BacktestReport["rules"][number]>();
  const units = new Map<string, number>();
  for (const r of totals.rules) {
    const rule = rules.get(r.rule) ?? { rule: r.rule, rewards: 0, cost: [] };
    rule.rewards += r.rewards;
    rule.cost.push({ amount: r.cost, currency: r.unit });
    rules.set(r.rule, rule);
    units.set(r.unit, (units.get(r.unit) ?? 0) + r.cost);
  }
  for (const p of posted) units.set(p.unit, (units.get(p.unit) ?? 0) - p.cost);
  const chosen = ask.definition.rewards?.some((r) => r.give.choice !== undefined) ?? false;
  const waits = ask.definition.rewards?.some((r) => "stage" in r.when && r.when.after !== undefined) ?? false;
  return {
    program: ask.definition.key,
    facts: past.facts,
    referrals: past.referrals,
    failed: past.failed,
    rules: [...rules.values()],
    winners: totals.winners.map((w) => ({ person: externalId("per", w.person), amount: { amount: w.amount, currency: w.unit } })),
    limits: totals.limits,
    budgets: totals.budgets.map((b) => ({ ...b, spent_at: formatInstant(b.spent_at) })),
    posted: posted.map((p) => ({ rule: p.rule, rewards: p.rewards, cost: { amount: p.cost, currency: p.unit } })),
    difference: [...units].map(([currency, amount]) => ({ amount, currency })),
    notes: [
      ...(waits ? ["Rules that wait (when.after) are counted as if their wait were over and its condition held."] : []),
      ...(chosen ? ["Of a choice everybody is counted with the first option."] : []),
      ...(totals.budgets.length > 0 ? [past.timed ? ENDED_TIMED : ENDED] : []),
      ...(past.hadTrial === true ? ["An experiment ran in this time: the difference holds what its arms were promised, too."] : []),
    ],
  };
}
