/**
 * `grapevine verify`: proves the books of a live workspace. Everything is read in one snapshot, so events may go on coming in;
 * nothing is written, and memory does not grow with the workspace. docs/decisions say what each invariant is for.
 */
import type { Pool } from "../store/db.ts";
import { findWorkspaces, inSnapshot, readHead } from "../store/snapshot.ts";
import { waitingPeople } from "../store/resettle.ts";
import * as facts from "../store/verify-facts.ts";
import * as ledger from "../store/verify-ledger.ts";
import { loadWorld } from "./load-world.ts";
import type { Hashes } from "./ports.ts";
import { type Check, checkOf } from "./verify/check.ts";
import { checkFolds } from "./verify/check-folds.ts";
import { checkRewards } from "./verify/check-rewards.ts";

export type { Check } from "./verify/check.ts";
export type VerifyParts = { pool: Pool; hashes: Hashes };
export type VerifyOptions = { onProgress?: (done: number, what: string) => void; signal?: AbortSignal | undefined };
/** `waiting`: people whom a batch left to the resettle job; they are proved when it has run. */
export type Verified = { ok: boolean; waiting: number; checks: Check[] };
export type VerifiedAll = { ok: boolean; workspaces: ({ workspace: string } & Verified)[] };

type Proving = (db: import("../store/db.ts").Client, ws: string) => Promise<ledger.Proof>;

const PROOFS: readonly [id: string, name: string, prove: Proving][] = [
  ["I1", "every transfer is a positive amount between two accounts of one unit", ledger.proveTransfers],
  ["I2", "every balance is the sum of its transfers", ledger.proveBalances],
  ["exact", "every balance can be told exactly", ledger.proveExact],
  ["I3", "no grant is there twice", ledger.proveGrants],
  ["posted", "every reward is posted as it is owed", ledger.provePosted],
  ["causes", "every expense belongs to a reward", ledger.proveCauses],
  ["holdings", "what people hold is what their rewards say", ledger.proveHoldings],
  ["states", "every reward shows the state that its numbers say", ledger.proveStates],
  ["I4", "every event is in exactly one state, with its outcome", facts.proveFacts],
  ["I6", "no order is refunded beyond its total", facts.proveOrders],
  ["I7", "every payout is the sum of its rewards", ledger.provePayouts],
  ["I8", "row-level security is forced on every table of a workspace", facts.proveTenants],
  ["I10", "what only grows cannot be changed", facts.proveInsertOnly],
  ["I11", "one advocate for a friend in a program, and never herself", facts.proveReferrals],
  ["companies", "every company's first purchase is the earliest of its people's", facts.proveCompanies],
  ["people", "merged people end at one who stands for them", facts.provePeople],
];

/** Proves one workspace. Throws what the database throws; a breach is an answer, not an error. */
export async function verifyWorkspace(parts: VerifyParts, ws: string, options: VerifyOptions = {}): Promise<Verified> {
  return await inSnapshot(parts.pool, ws, async (db) => {
    let done = 0;
    const checks: Check[] = [];
    const onRows = (what: string) => (n: number) => {
      done += n;
      options.onProgress?.(done, what);
    };
    for (const [id, name, prove] of PROOFS) {
      options.signal?.throwIfAborted();
      const check = checkOf(id, name, await prove(db, ws));
      checks.push(check);
      onRows(name)(check.checked);
    }
    const [head, world, waiting] = [await readHead(db, ws), await loadWorld(db, ws), await waitingPeople(ws, db)];
    const digest = parts.hashes.digest;
    checks.push(...(await checkRewards({ db, ws, world, digest, onRows: onRows("rewards") })));
    const { signal } = options;
    const folds = { deps: parts, db, ws, head, world, waiting: new Set(waiting), signal, onRows: onRows("folds") };
    checks.push(...(await checkFolds(folds)));
    return { ok: checks.every((c) => c.ok), waiting: waiting.length, checks };
  });
}

/** Proves the workspaces of these slugs, or all of them, one after the other. */
export async function verifyWorkspaces(parts: VerifyParts, ask: VerifyOptions & { slugs: readonly string[] }): Promise<VerifiedAll> {
  const workspaces: VerifiedAll["workspaces"] = [];
  const found = await findWorkspaces(parts.pool, ask.slugs);
  const missing = ask.slugs.filter((slug) => !found.some((w) => w.slug === slug));
  if (missing.length > 0) throw new UnknownWorkspace(missing);
  for (const { id, slug } of found) workspaces.push({ workspace: slug, ...(await verifyWorkspace(parts, id, ask)) });
  return { ok: workspaces.every((w) => w.ok), workspaces };
}

/** A slug that no workspace has. */
export class UnknownWorkspace extends Error {
  constructor(slugs: readonly string[]) {
    super(`There is no workspace ${slugs.join(", ")}.`);
  }
}
