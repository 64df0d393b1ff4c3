/** Channels side by side under every model of credit. Nobody is paid by any of them. */
import { type SideBySide, sideBySide } from "../../core/analytics/paths/side-by-side.ts";
import type { Answer } from "../../core/analytics/result.ts";
import type { Client } from "../../store/db.ts";
import { readJourneys } from "../../store/study-journeys.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { DAY_MS, instantsOf } from "./instants.ts";

export type CreditAsk = { zone: string; from: number; to: number; programs: readonly string[]; lookback: number };
export type CreditFound = { currency: string | null; credit: Answer<SideBySide> };

export async function studyCredit(workspaceId: string, db: Client, ask: CreditAsk): Promise<CreditFound> {
  const currency = await usualCurrency(workspaceId, db);
  const of = { ...instantsOf(ask.zone, ask), programs: ask.programs, lookback: ask.lookback * DAY_MS, currency: currency ?? "" };
  return { currency, credit: sideBySide(await readJourneys(workspaceId, db, of)) };
}
