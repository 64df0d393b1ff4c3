/**
 * The heart of the proof: everybody folded again from all facts, and every standing from all rewards, by the functions that
 * settle live events. Whatever would change is a breach: an amount, a binding, a rank, a saved fold.
 */
import { type Book, type Folding, standingKey } from "../../core/book.ts";
import type { World } from "../../core/compiled.ts";
import { canonicalJson } from "../../core/ingest/fingerprint.ts";
import type { Reward } from "../../core/reward.ts";
import type { Ref } from "../../core/state.ts";
import type { Client } from "../../store/db.ts";
import { peopleAfter, standingsAfter } from "../../store/resettle.ts";
import type { StandingKey } from "../../store/resettle.ts";
import type { BatchHead } from "../../store/settle-load.ts";
import { planRefold } from "../resettle.ts";
import { type SettleDeps, decideBook, openBook, statesOf } from "../settle-events.ts";
import { noClaims } from "../settle/claim-rewards.ts";
import { type Check, type Tally, checkOf, tally } from "./check.ts";

const CHUNK_PEOPLE = 500;
const CHUNK_STANDINGS = 200;

export type FoldProof = {
  deps: Pick<SettleDeps, "hashes">;
  db: Client;
  ws: string;
  head: BatchHead;
  world: World;
  /** People whom a batch left to the resettle job: what is stored of them is provisional, and says so. */
  waiting: ReadonlySet<string>;
  signal: AbortSignal | undefined;
  onRows: (n: number) => void;
};

type Findings = { owed: Tally; referrals: Tally; states: Tally; orders: Tally; standings: Tally };

export async function checkFolds(of: FoldProof): Promise<Check[]> {
  const found: Findings = { owed: tally(), referrals: tally(), states: tally(), orders: tally(), standings: tally() };
  await foldPeople(of, found);
  await foldStandings(of, found);
  return [
    checkOf("owed", "every reward is what its facts owe, folded again from the start", found.owed),
    checkOf("I11.bindings", "every referral is what its facts bind, folded again from the start", found.referrals),
    checkOf("I5.folds", "every saved fold is the fold of all its facts", found.states),
    checkOf("I6.refunds", "every order is what its purchase says, refunded by what its corrections say", found.orders),
    checkOf("I5.standings", "every standing is the fold of all its rewards and referrals", found.standings),
  ];
}

async function foldPeople(of: FoldProof, found: Findings): Promise<void> {
  for (let after: string | null = null; ; ) {
    of.signal?.throwIfAborted();
    const page = await peopleAfter(of.ws, of.db, { after, limit: CHUNK_PEOPLE });
    if (page.length === 0) return;
    after = page.at(-1)?.id ?? null;
    const people = page.map((p) => p.id).filter((id) => !of.waiting.has(id));
    const book = await refold(of, { people, standings: [] });
    let facts = 0;
    for (const f of book.foldings.values()) facts += f.facts.length;
    found.states.checked += people.length;
    compareStates(book, found);
    for (const f of book.foldings.values()) compareOrders(book, f, found.orders);
    compareRewards(book, found.owed);
    compareReferrals(book, found);
    of.onRows(facts);
  }
}

async function foldStandings(of: FoldProof, found: Findings): Promise<void> {
  for (let after: StandingKey | null = null; ; ) {
    of.signal?.throwIfAborted();
    const standings: (StandingKey & { state: string })[] = await standingsAfter(of.ws, of.db, { after, limit: CHUNK_STANDINGS });
    if (standings.length === 0) return;
    after = standings.at(-1) ?? null;
    const book = await refold(of, { people: [], standings });
    found.standings.checked += standings.length;
    for (const s of standings) {
      const now = book.standings.get(standingKey(s.program, s.owner, s.period));
      if (now === undefined || same(JSON.parse(s.state), now.state)) continue;
      found.standings.wrong(`standing of ${s.owner} in ${s.program}, ${s.period}: ${s.state} should be ${JSON.stringify(now.state)}`);
    }
    compareRewards(book, found.owed);
    of.onRows(standings.length);
  }
}

async function refold(of: FoldProof, wish: { people: string[]; standings: StandingKey[] }): Promise<Book> {
  const deps = { ...of.deps, worlds: { get: async () => of.world } };
  const book = await openBook(deps, { client: of.db, workspace: of.ws, head: of.head, size: 0, inImport: false });
  const claims = noClaims();
  await planRefold(of.db, book, { ...wish, claims });
  await decideBook(of.db, book, claims);
  return book;
}

const FIELDS = [
  "owed",
  "nominal",
  "num",
  "den",
  "counts",
  "at",
  "client",
  "fact",
  "friend",
  "advocate",
  "version",
  "form",
  "unit",
  "period",
  "rankAt",
  "rankClient",
  "gate",
  "availableAt",
  "expiresAt",
  "expired",
  "state",
] as const satisfies readonly (keyof Reward)[];

/** Every order of a person as her purchases and their corrections say. */
function compareOrders(book: Book, folding: Folding, found: Tally): void {
  for (const [id, state] of folding.state?.orders ?? []) {
    found.checked++;
    const row = book.orders.get(id);
    if (row === undefined) found.wrong(`order ${id}: not stored`);
    else if (row.dirty) found.wrong(`order ${id}: should be refunded by ${row.refunded}`);
    else if (row.total !== state.order.total || row.ownerClient !== state.client)
      found.wrong(`order ${id}: ${row.total} of ${row.ownerClient}, should be ${state.order.total} of ${state.client}`);
  }
}

/** Every reward that the fold claimed, against what is stored of it. */
function compareRewards(book: Book, found: Tally): void {
  for (const reward of book.rewards.values()) {
    found.checked++;
    const stored = book.loaded.get(reward.id);
    if (stored === undefined) {
      found.wrong(`reward ${reward.rule} ${reward.basis} for ${reward.recipient}: owed ${reward.owed} ${reward.unit}, and not stored`);
      continue;
    }
    const field = FIELDS.find((f) => stored[f] !== reward[f]);
    if (field === undefined) continue;
    found.wrong(`reward ${reward.id}: ${field} is ${String(stored[field])}, should be ${String(reward[field])}`);
  }
}

function compareReferrals(book: Book, found: Findings): void {
  found.referrals.checked += book.referrals.size;
  for (const key of book.dirtyReferrals) {
    const row = book.referrals.get(key);
    if (row === undefined) continue;
    const before = book.foldings.get(row.friend)?.before[row.program];
    found.referrals.wrong(
      `referral ${row.id}: ${before === undefined ? "not stored" : differences(before, row.ref)}, should be ${row.status}`,
    );
  }
}

const REF_FIELDS = {
  a: "advocate",
  l: "link",
  k: "evidence",
  ea: "evidence_at",
  b: "bound_at",
  bc: "bound_by",
  v: "version",
  s: "stage",
  sa: "stage_at",
  q: "qualified_at",
  qc: "qualified_by",
} as const;

function differences(before: Ref, now: Ref): string {
  const keys = (Object.keys(REF_FIELDS) as (keyof typeof REF_FIELDS)[]).filter((k) => before[k] !== now[k]);
  return keys.map((k) => `${REF_FIELDS[k]} is ${before[k] ?? "nothing"} and not ${now[k] ?? "nothing"}`).join(", ");
}

function compareStates(book: Book, found: Findings): void {
  for (const [person, text] of statesOf(book)) {
    const stored = book.people.get(person)?.stateText ?? "";
    if (stored !== "" && same(JSON.parse(stored), JSON.parse(text))) continue;
    if (stored === "" && JSON.parse(text).n === 0) continue;
    found.states.wrong(`person ${person}: saved ${stored === "" ? "nothing" : stored}, should be ${text}`);
  }
  for (const [fact, status] of book.statuses) found.states.wrong(`event evt ${fact}: should be ${status}`);
}

/** Equal whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
