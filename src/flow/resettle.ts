/**
 * Folding again: people from all their facts, standings from all their rewards, and `owed - posted` to the ledger. It is the
 * settle path without new facts, so when the books are right it changes nothing. It mends what a defect left behind, settles
 * what was too large for a batch (`provisional: true`), and runs as the workspace's one writer, a chunk at a time.
 */
import { type Book, standingKey } from "../core/book.ts";
import type { Client } from "../store/db.ts";
import { inBatch } from "../store/settle-transaction.ts";
import {
  type StandingKey,
  dropRequests,
  findCanonical,
  nextPeople,
  nextStandings,
  readRequests,
} from "../store/resettle.ts";
import { type SettleDeps, openBook, settleBook } from "./settle-events.ts";
import { type Claims, noClaims } from "./settle/claim-rewards.ts";
import { foldingOf } from "./settle/hold-people.ts";
import { readPeople } from "./settle/load-batch.ts";

export type ResettleParts = SettleDeps;
export type { StandingKey } from "../store/resettle.ts";

/** What was folded again, and how many transfers that took (0 when the books were right). */
export type Resettled = { people: number; standings: number; transfers: number };

export type ResettleOptions = {
  /** Say what would be posted, and post nothing. */
  dryRun?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
};

/** Facts folded in one transaction: the writer lock is given back about every half second. One larger person goes alone. */
const CHUNK_FACTS = 20_000;
const CHUNK_PEOPLE = 500;
const CHUNK_STANDINGS = 100;

/** Folds these people again, whoever they were merged into, and posts the difference. */
export async function resettlePeople(parts: ResettleParts, ws: string, personIds: readonly string[]): Promise<Resettled> {
  return await refold(parts, ws, { people: personIds, standings: [], dryRun: false, again: true });
}

/** Ranks these standings again and posts the difference. */
export async function resettleStandings(parts: ResettleParts, ws: string, keys: readonly StandingKey[]): Promise<Resettled> {
  return await refold(parts, ws, { people: [], standings: keys, dryRun: false });
}

/** Works off what batches left to the job (`resettle_request`), oldest first, until nothing is left or `signal` ends it. */
export async function resettleRequested(parts: ResettleParts, ws: string, options: ResettleOptions = {}): Promise<Resettled> {
  const sum: Resettled = { people: 0, standings: 0, transfers: 0 };
  for (;;) {
    options.signal?.throwIfAborted();
    const people = await readRequests(parts.pool, ws, { facts: CHUNK_FACTS, people: CHUNK_PEOPLE });
    if (people.length === 0) return sum;
    add(sum, await refold(parts, ws, { people, standings: [], dryRun: false, again: true }));
    options.onProgress?.(sum.people);
  }
}

/** Folds everybody and then every standing of the workspace again, in chunks: memory does not grow with the workspace. */
export async function resettleWorkspace(parts: ResettleParts, ws: string, options: ResettleOptions = {}): Promise<Resettled> {
  const sum: Resettled = { people: 0, standings: 0, transfers: 0 };
  const dryRun = options.dryRun ?? false;
  for (let after: string | null = null; ; ) {
    options.signal?.throwIfAborted();
    const people: string[] = await nextPeople(parts.pool, ws, { after, facts: CHUNK_FACTS, people: CHUNK_PEOPLE });
    if (people.length === 0) break;
    add(sum, await refold(parts, ws, { people, standings: [], dryRun }));
    after = people.at(-1) as string;
    options.onProgress?.(sum.people);
  }
  for (let after: StandingKey | null = null; ; ) {
    options.signal?.throwIfAborted();
    const standings: StandingKey[] = await nextStandings(parts.pool, ws, { after, limit: CHUNK_STANDINGS });
    if (standings.length === 0) return sum;
    add(sum, await refold(parts, ws, { people: [], standings, dryRun }));
    after = standings.at(-1) as StandingKey;
  }
}

function add(sum: Resettled, part: Resettled): void {
  sum.people += part.people;
  sum.standings += part.standings;
  sum.transfers += part.transfers;
}

/** `again`: also the standings that these people's rewards count in. A workspace asks them by themselves, each once. */
type Wish = { people: readonly string[]; standings: readonly StandingKey[]; dryRun: boolean; again?: boolean };

async function refold(parts: ResettleParts, ws: string, wish: Wish): Promise<Resettled> {
  return await inBatch(parts.pool, ws, async (client, head) => {
    const book = await openBook(parts, { client, workspace: ws, head: await head, size: 0, inImport: false });
    const claims = noClaims();
    const people = await planRefold(client, book, { ...wish, claims });
    const statements = await settleBook(client, book, claims);
    const result = { people, standings: wish.standings.length, transfers: book.transfers.length };
    return { statements: wish.dryRun ? [] : [...statements, ...dropRequests(ws, wish.people)], result };
  });
}

/** Marks people and standings for folding from the start, changed or not. @returns how many people that are. */
export async function planRefold(
  client: Client,
  book: Book,
  wish: { people: readonly string[]; standings: readonly StandingKey[]; claims: Claims; again?: boolean },
): Promise<number> {
  book.force = true;
  book.foldLimit = Number.MAX_SAFE_INTEGER;
  const ids = wish.people.length === 0 ? [] : await findCanonical(client, book.workspace, wish.people);
  await readPeople(client, book, ids);
  for (const id of ids) Object.assign(foldingOf(book, id), { full: true, again: wish.again ?? false });
  for (const key of wish.standings) {
    const program = book.world.byId.get(key.program)?.versions.at(-1)?.compiled;
    if (program === undefined) continue;
    wish.claims.touched.set(standingKey(key.program, key.owner, key.period), {
      program,
      owner: key.owner,
      period: key.period,
      periodEnd: key.periodEnd ?? 0,
      added: [],
      qualified: [],
      refold: true,
    });
  }
  return ids.length;
}
