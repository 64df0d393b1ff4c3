/**
 * One batch of events, from what a door took in to what the ledger holds. The file to read first:
 *
 *   read    what the drafts name, behind the workspace's writer lock          (store/settle-load.ts)
 *   admit   drafts become facts: duplicates, people, evidence                  (core/attribution)
 *   fold    people, from their saved state or from all their facts             (core/reducer.ts)
 *   claim   entitlements meet the rewards stored under their business keys     (settle/claim-rewards.ts)
 *   rank    standings: tiers, caps, thresholds                                 (core/rules/standing.ts)
 *   post    budgets, then the ledger by `owed - posted`                        (core/ledger/post.ts)
 *   save    every table by one statement, and commit                           (store/settle-save.ts)
 *
 * Two waits for the database when every fact simply follows what was known; a few more when history must be folded again.
 */
import { admit } from "../core/attribution/admit.ts";
import { refuseRetold } from "../core/attribution/retold.ts";

import { type Book, type Folding, type ReferralRow, referralKey } from "../core/book.ts";
import type { EventOutcome } from "../core/event.ts";
import { compareKeys } from "../core/facts.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import { saved } from "../core/reducer.ts";
import { refundedOf } from "../core/order-state.ts";
import { versionOf } from "../core/rules/in-force.ts";
import type { Client, Pool } from "../store/db.ts";
import type { BatchHead } from "../store/settle-load.ts";
import { type Statement, saveStatements } from "../store/settle-save.ts";
import { type Decided, inBatchOf } from "../store/settle-transaction.ts";
import type { Worlds } from "./load-world.ts";
import type { Hashes } from "./ports.ts";
import { type Claims, claimRewards, noClaims } from "./settle/claim-rewards.ts";
import { missingUplines, owePerson, planFoldings, stepPerson } from "./settle/fold-people.ts";
import { crossesThreshold, foldStanding, needsRefold } from "./settle/fold-standings.ts";
import { readCompanies, settleCompanies } from "./settle/companies.ts";
import { foldBelow } from "./settle/fold-below.ts";
import { readSuperseded } from "./settle/lay-referrals.ts";
import { holdLarge, savedOf } from "./settle/hold-people.ts";
import { marksOf, toldOrders } from "./settle/marks.ts";
import * as read from "./settle/load-batch.ts";
import { readNamed } from "./settle/read-named.ts";
import { readReachable } from "./settle/read-reachable.ts";
import { readClaimed } from "./settle/load-claimed.ts";
import { applyMerges } from "./settle/merge-people.ts";
import { newBook } from "./settle/new-book.ts";
import { outboxOf, revisionsOf } from "./settle/announce.ts";
import { writeOutcomes } from "./settle/outcomes.ts";
import { budgetsNeeded } from "./settle/budgets.ts";
import { claimDownline, downlineRules, downlineTargets } from "./settle/downline.ts";
import { postRewards } from "./settle/post-rewards.ts";

export type SettleDeps = { pool: Pool; hashes: Hashes; worlds: Worlds };
export type SettleOptions = { inImport: boolean };

/** By a draft's index: its outcome, and what is counted beside it (settle/marks.ts). */
export type Settled = { outcomes: EventOutcome[]; marks: Uint8Array };

/** Settles one batch of drafts. */
export async function settleEvents(
  deps: SettleDeps,
  workspace: string,
  ask: { drafts: Draft[]; options: SettleOptions; onSent?: () => void },
): Promise<Settled> {
  let reads: Promise<read.FirstReads>;
  const first = (client: Client): void => {
    reads = read.readFirst(client, workspace, ask.drafts);
    reads.catch(() => undefined);
  };
  const settle = async (client: Client, head: Promise<BatchHead>): Promise<Decided<Settled>> => {
    const book = await openBook(deps, { client, workspace, head: await head, size: ask.drafts.length, inImport: ask.options.inImport });
    const told = await admitDrafts(client, book, { drafts: ask.drafts, reads });
    const statements = await settleBook(client, book);
    answerRepeats(book, ask.drafts);
    return { statements, result: { outcomes: book.outcomes as EventOutcome[], marks: marksOf(book, told) }, onSent: ask.onSent };
  };
  return await inBatchOf(deps.pool, { workspace, first }, settle);
}

/** Drafts become facts in the book, and whose folds they belong to is planned. @returns the orders that were told before. */
export async function admitDrafts(
  client: Client,
  book: Book,
  ask: { drafts: readonly Draft[]; reads: Promise<read.FirstReads> },
): Promise<Set<string>> {
  read.fillBook(book, await ask.reads);
  await read.readSurvivors(client, book);
  await readReachable(client, book, ask.drafts);
  await readNamed(client, book, ask.drafts);
  await readCompanies(client, book);
  await read.readAttributes(client, book);
  const told = toldOrders(book);
  for (const draft of inKeyOrder(refuseRetold(book, ask.drafts), book.instant)) admit(book, draft);
  book.entries.sort((a, b) => compareKeys(a.fact.at, a.client, b.fact.at, b.client));
  planFoldings(book);
  return told;
}

/** Drafts by instant, then client id; those without an instant share the batch's and keep the order they came in. */
function inKeyOrder(drafts: readonly Draft[], instant: number): Draft[] {
  return [...drafts].sort((a, b) => {
    if (a.at === null && b.at === null) return a.index - b.index;
    return compareKeys(a.at ?? instant, a.client, b.at ?? instant, b.client);
  });
}

/** The working memory, with the workspace's programs as of this batch. */
export async function openBook(
  deps: Pick<SettleDeps, "hashes" | "worlds">,
  of: { client: Client; workspace: string; head: BatchHead; size: number; inImport: boolean },
): Promise<Book> {
  const { head } = of;
  const world = await deps.worlds.get(of.client, of.workspace, head.revision);
  return newBook(
    {
      workspace: of.workspace,
      instant: head.instant,
      importing: head.importing,
      inImport: of.inImport,
      epoch: head.epoch,
      backdateDays: head.backdate_days,
      world,
      digest: deps.hashes.digest,
    },
    of.size,
  );
}

/**
 * Folds, claims, ranks and posts whatever the book plans, and beside that what an operator changed (`claims`).
 * @returns the statements that save it, each made when it is asked for: the book must stay as it is.
 */
export async function settleBook(client: Client, book: Book, claims: Claims = noClaims()): Promise<Iterable<Statement>> {
  const all = await decideBook(client, book, claims);
  writeOutcomes(book, all);
  revisionsOf(book, all);
  const states = statesOf(book);
  return saveStatements(book, { states, outbox: () => outboxOf(book, all), stageName: (row) => stageName(book, row) });
}

/** Everything but the saving: `verify` stops here, in a transaction that cannot write. @returns all claims that were posted. */
export async function decideBook(client: Client, book: Book, claims: Claims): Promise<Claims[]> {
  await foldPeople(client, book, claims);
  await readClaimed(client, book);
  for (const folding of book.foldings.values()) claimRewards(book, folding, claims);
  await rank(client, book, claims);
  await post(client, book, claims);
  const all = [claims];
  if (downlineTargets(book, claims).length > 0) {
    await readDownline(client, book, claims);
    const shares = claimDownline(book, claims);
    await rank(client, book, shares);
    await post(client, book, shares);
    all.push(shares);
  }
  updateOrders(book);
  return all;
}

/** The saved fold of everybody whose fold changed, as text. */
export function statesOf(book: Book): Map<string, string> {
  const states = new Map<string, string>();
  for (const f of book.foldings.values()) {
    const text = f.state && JSON.stringify(saved(f.state));
    if (text !== undefined && text !== book.people.get(f.person)?.stateText) states.set(f.person, text);
  }
  return states;
}

/** Steps or folds every person; what moved a chain or joined two people brings in the people behind it. */
async function foldPeople(client: Client, book: Book, claims: Claims): Promise<void> {
  const stepped = new Set<Folding>();
  const folded = new Set<Folding>();
  await applyMerges(client, book, claims);
  for (;;) {
    const next = [...book.foldings.values()].filter((f) => !folded.has(f) && (f.full || !stepped.has(f)));
    if (next.length === 0) break;
    holdLarge(book, next);
    await read.readForFolds(
      client,
      book,
      next.filter((f) => f.full),
    );
    for (const folding of next) {
      stepPerson(book, folding);
      (folding.full ? folded : stepped).add(folding);
    }
    const again = await settleCompanies(client, book, next);
    for (const folding of again) {
      if (folding.full) stepPerson(book, folding);
      else folding.full = true;
    }
    if (book.world.upline === 0) continue;
    const moved = [...next, ...again].filter((f) => !book.people.get(f.person)?.isNew && recruiterMoved(book, f)).map((f) => f.person);
    await foldBelow(client, book, moved);
  }
  for (let missing = missingUplines(book); missing.length > 0; missing = missingUplines(book))
    await read.readUplines(client, book, missing);
  for (const folding of book.foldings.values()) owePerson(book, folding);
  await Promise.all([read.readGrants(client, book, repeatable(book)), readSuperseded(client, book)]);
}

/**
 * Keys of stepped entitlements that an earlier time may have granted already: all but those that name an order or an event,
 * which are new when their fact is. Nothing for people who are new themselves.
 */
function repeatable(book: Book): read.GrantKey[] {
  const keys: read.GrantKey[] = [];
  for (const folding of book.foldings.values()) {
    if (folding.full || book.people.get(folding.person)?.isNew) continue;
    for (const { program, rule, basis, recipient } of folding.owed?.entitlements ?? [])
      if (!/^(order|payment|fact):/.test(basis)) keys.push({ program: program.id, rule: rule.key, basis, recipient });
  }
  return keys;
}

/** Compared with her saved fold, not with the stored referral: a merge has given her that of the other one already. */
function recruiterMoved(book: Book, folding: Folding): boolean {
  const now = folding.state?.p ?? {};
  const then = savedOf(book.people.get(folding.person)?.stateText ?? "")?.p ?? {};
  for (const [program, ref] of Object.entries(now)) {
    const before = then[program];
    if (before?.a !== ref.a || before.r !== ref.r) return true;
  }
  return Object.keys(then).some((program) => now[program] === undefined);
}

async function rank(client: Client, book: Book, claims: Claims): Promise<void> {
  if (claims.touched.size === 0) return;
  const touched = [...claims.touched.values()];
  await read.readStandings(client, book, touched);
  await read.readForStandings(
    client,
    book,
    touched.filter((t) => needsRefold(book, t)),
  );
  await read.readThresholds(
    client,
    book,
    touched.filter((t) => crossesThreshold(book, t)),
  );
  for (const t of touched) foldStanding(book, t, claims);
}

async function post(client: Client, book: Book, claims: Claims): Promise<void> {
  const needed = budgetsNeeded(book, claims);
  if (needed.length > 0) await read.readBudgets(client, book, needed);
  postRewards(book, claims);
}

/**
 * What the shares of recruiters need: who is above each advocate (also one whose standing was only ranked again), and the
 * shares stored for parents of earlier batches, whatever their revision: a standing folded again answers for all its rewards.
 */
async function readDownline(client: Client, book: Book, claims: Claims): Promise<void> {
  const parents = downlineTargets(book, claims);
  const unknown = parents
    .map(({ parent }) => ({ program: parent.program.id, person: parent.reward.recipient }))
    .filter((p) => !book.uplines.has(referralKey(p.program, p.person)));
  if (unknown.length > 0) await read.readUplines(client, book, unknown);
  const old = parents.filter((d) => book.loaded.has(d.parent.reward.id) || book.merges.length > 0);
  if (old.length === 0) return;
  await read.readDerived(client, book, {
    programs: [...new Set(old.map((d) => d.parent.program.id))],
    rules: [...new Set(old.flatMap((d) => downlineRules(book, d.parent.reward.program)))],
    bases: old.map((d) => d.basis),
  });
}

/** Orders show what is refunded of them; a parked one gets its person when the purchase comes. */
function updateOrders(book: Book): void {
  for (const folding of book.foldings.values()) {
    if (!folding.full) continue;
    for (const [client, fact] of folding.parked)
      if (!folding.bad.has(client) && folding.state?.orders.has(fact.correction?.id ?? "")) book.statuses.set(fact.id, "settled");
    for (const [id, state] of folding.state?.orders ?? []) {
      const row = book.orders.get(id);
      if (row === undefined) continue;
      const refunded = refundedOf(state);
      if (row.refunded === refunded) continue;
      row.refunded = refunded;
      row.dirty = true;
    }
  }
}

/** The stage's name in the version under which it was reached. */
function stageName(book: Book, row: ReferralRow): string {
  const timeline = book.world.byId.get(row.program);
  return (timeline && versionOf(timeline, row.ref.v, row.ref.sa)?.stages[row.ref.s]?.key) ?? "";
}

/** The same event twice in one batch: the second is a duplicate and gets the first one's answer. */
function answerRepeats(book: Book, drafts: readonly Draft[]): void {
  const byClient = new Map(book.entries.map((e) => [e.client, book.outcomes[e.index]]));
  for (const draft of drafts) {
    const outcome = book.outcomes[draft.index];
    const first = byClient.get(draft.client);
    if (outcome?.status === "duplicate" && first !== undefined && first !== outcome)
      book.outcomes[draft.index] = { ...first, status: "duplicate" };
  }
}
