/**
 * What advocating does to the advocate's own buying. Everybody is looked at as she stood on one day: who had brought a friend by then, and
 * who of both bought in the days after it. So nobody counts as an advocate because she stayed long enough to become one.
 */
import type { Answer } from "../../core/analytics/result.ts";
import { type Concentration, concentration } from "../../core/analytics/retention/concentration.ts";
import { type MatchedEffect, equalBorders, matchedEffect, stratumOf } from "../../core/analytics/retention/matched.ts";
import type { Client } from "../../store/db.ts";
import { readCustomersAt, readFriendCounts } from "../../store/study-customers.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { DAY_MS, instantsOf } from "./instants.ts";

export type AdvocatingAsk = { zone: string; to: number; days: number };
export type AdvocatingFound = { effect: Answer<MatchedEffect>; concentration: Answer<Concentration>; customers: number };

/** Parts that each of the figures is cut into. */
const PARTS = 4;

export async function studyAdvocating(workspaceId: string, db: Client, ask: AdvocatingAsk): Promise<AdvocatingFound> {
  const { from, to } = instantsOf(ask.zone, { from: ask.to - ask.days + 1, to: ask.to });
  const currency = (await usualCurrency(workspaceId, db)) ?? "";
  const people = await readCustomersAt(workspaceId, db, { at: from - 1, until: to - 1, currency });
  const figures = people.map(({ first_at, last_at, orders, spent }) => [
    (from - first_at) / DAY_MS,
    (from - last_at) / DAY_MS,
    orders,
    spent,
  ]);
  const borders = [0, 1, 2, 3].map((i) =>
    equalBorders(
      figures.map((each) => each[i]!),
      PARTS,
    ),
  );
  const effect = matchedEffect(
    people.map(({ brought_at, after }, i) => ({
      stratum: stratumOf(figures[i]!, borders),
      treated: brought_at !== null && brought_at < from,
      outcome: after > 0 ? 1 : 0,
    })),
  );
  const counts = await readFriendCounts(workspaceId, db);
  const amounts = counts.flatMap(({ friends, advocates }) => Array.from({ length: advocates }, () => friends));
  return { effect, concentration: concentration(amounts), customers: people.length };
}
