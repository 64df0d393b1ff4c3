/**
 * What advocating does to the advocate's own buying. Everybody is looked at as she stood on one day: who had brought a friend by then, and
 * who of both bought in the days after it. So nobody counts as an advocate because she stayed long enough to become one.
 */
import type { Answer } from "../../core/analytics/result.ts";
import { type Concentration, concentration } from "../../core/analytics/retention/concentration.ts";
import { type MatchedEffect, type Observed, equalBorders, matchedEffect, stratumOf } from "../../core/analytics/retention/matched.ts";
import type { Client } from "../../store/db.ts";
import { type CustomersAt, readCustomersAt, readFriendCounts } from "../../store/study-customers.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { DAY_MS, instantsOf } from "./instants.ts";
import type { Tell } from "./tell.ts";

export type AdvocatingAsk = { zone: string; to: number; days: number };
export type AdvocatingFound = { effect: Answer<MatchedEffect>; concentration: Answer<Concentration>; customers: number };

/** Parts that each of the figures is cut into. */
const PARTS = 4;

export async function studyAdvocating(workspaceId: string, db: Client, ask: AdvocatingAsk & { tell?: Tell }): Promise<AdvocatingFound> {
  const { from, to } = instantsOf(ask.zone, { from: ask.to - ask.days + 1, to: ask.to });
  const currency = (await usualCurrency(workspaceId, db)) ?? "";
  ask.tell?.(0.05);
  const people = await readCustomersAt(workspaceId, db, { at: from - 1, until: to - 1, currency });
  ask.tell?.(0.7);
  const { firstAt, lastAt, orders, spent } = people;
  const figures = [firstAt.map((at) => (from - at) / DAY_MS), lastAt.map((at) => (from - at) / DAY_MS), orders, spent];
  const borders = figures.map((values) => equalBorders(values, PARTS));
  const effect = matchedEffect(observed(people, { figures, borders, from }));
  const counts = await readFriendCounts(workspaceId, db);
  const amounts = counts.flatMap(({ friends, advocates }) => Array.from({ length: advocates }, () => friends));
  return { effect, concentration: concentration(amounts), customers: people.length };
}

type Strata = { figures: readonly ArrayLike<number>[]; borders: readonly (readonly number[])[]; from: number };

/** One after the other: nobody is kept. */
function* observed({ length, broughtAt, after }: CustomersAt, { figures, borders, from }: Strata): Generator<Observed> {
  for (let i = 0; i < length; i++) {
    const stratum = stratumOf(
      figures.map((values) => values[i]!),
      borders,
    );
    yield { stratum, treated: broughtAt[i]! < from, outcome: after[i]! > 0 ? 1 : 0 };
  }
}
