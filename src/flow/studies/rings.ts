/** Groups of accounts that look like one person, and how often such a grade was right by the operator's own decisions. */
import { type Threshold, precisionRecall } from "../../core/analytics/finding/auc.ts";
import { type Answer, none } from "../../core/analytics/result.ts";
import { type Ring, type Rings, findRings } from "../../core/analytics/rings/rings.ts";
import type { Client } from "../../store/db.ts";
import { readRingAccounts, readRingDecisions, readRingTraces } from "../../store/study-rings.ts";
import type { Tell } from "./tell.ts";

export type RingsAsk = { least: number; limit: number; tell?: Tell };
export type Precision = { averagePrecision: number; baseRate: number; thresholds: Threshold[] };
export type RingsFound = {
  rings: Answer<{ rings: Ring[]; of: number; publicPlaces: number }>;
  accounts: number;
  decisions: { refused: number; approved: number };
  precision: Answer<Precision>;
};

/** Which share of the work is done when everybody was read, and when what they share was. */
const BEGUN = 0.05;
const ACCOUNTS_READ = 0.5;
const ALL_READ = 0.7;
/** Decisions of either kind below which a precision would be an anecdote. */
const NEEDED = 10;

export async function studyRings(workspaceId: string, db: Client, ask: RingsAsk): Promise<RingsFound> {
  const { tell } = ask;
  tell?.(BEGUN);
  const accounts = await readRingAccounts(workspaceId, db);
  tell?.(ACCOUNTS_READ);
  const traces = await readRingTraces(workspaceId, db);
  tell?.(ALL_READ);
  const found = findRings(accounts, traces);
  const decided = await readRingDecisions(workspaceId, db);
  const refused = decided.filter((each) => each.refused).length;
  const decisions = { refused, approved: decided.length - refused };
  if ("none" in found) return { rings: found, accounts: 0, decisions, precision: found };
  const graded = found.ok.rings.filter(({ grade }) => grade >= ask.least);
  const shown = graded.slice(0, ask.limit);
  return {
    rings: { ok: { rings: shown, of: graded.length, publicPlaces: found.ok.publicPlaces } },
    accounts: accounts.length,
    decisions,
    precision: precisionOf(found.ok, { ids: accounts.map(({ id }) => id), decided }),
  };
}

function precisionOf(
  rings: Rings,
  { ids, decided }: { ids: readonly string[]; decided: readonly { account: string; refused: boolean }[] },
): Answer<Precision> {
  const grades = new Map(ids.map((id, i) => [id, rings.grades[i]!]));
  const refused = decided.filter((each) => each.refused).length;
  const [have, what] =
    refused <= decided.length - refused ? [refused, "friends whom you refused"] : [decided.length - refused, "friends whom you approved"];
  if (have < NEEDED) return none("too_few", { what, have, needed: NEEDED });
  return precisionRecall(
    decided.map(({ account }) => grades.get(account) ?? 0),
    decided.map((each) => each.refused),
    20,
  );
}
