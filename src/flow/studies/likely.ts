/** Who is likely to bring a first friend next: learnt from who did in the days before, judged on people it was not learnt from. */
import type { Rule } from "../../core/analytics/finding/together.ts";
import { boughtTogether, suggestNext } from "../../core/analytics/finding/together.ts";
import { type Judged, fitAndJudge } from "../../core/analytics/finding/likely.ts";
import { type Explained, explain } from "../../core/analytics/finding/logistic.ts";
import type { Answer } from "../../core/analytics/result.ts";
import type { Client } from "../../store/db.ts";
import { type CustomerAt, readBaskets, readCustomersAt } from "../../store/study-customers.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { DAY_MS, instantsOf } from "./instants.ts";

export type LikelyAsk = { zone: string; to: number; days: number; people: number; rules: number };
export type LikelyPerson = Explained & { person: string; next: Rule[] };
export type LikelyFound = { judged: Answer<Judged>; people: LikelyPerson[]; together: Answer<Rule[]>; customers: number };

export const FEATURES = ["orders", "spent", "days_since_last_order", "days_since_first_order", "came_by_referral", "takes_part"] as const;

const ageOf = (at: number, since: number): number => Math.max(0, at - since) / DAY_MS;

/** Orders and amounts by their order of magnitude: one whale does not bend the line. */
const featuresOf = (each: CustomerAt, at: number): number[] => [
  Math.log1p(each.orders),
  Math.log1p(Math.max(0, each.spent)),
  ageOf(at, each.last_at),
  ageOf(at, each.first_at),
  each.referred ? 1 : 0,
  each.joined ? 1 : 0,
];

/** A third of all, by their id: the same people each time. */
const isHeldOut = (root: string): boolean => Number.parseInt(root.slice(-4), 16) % 3 === 0;

export async function studyLikely(workspaceId: string, db: Client, ask: LikelyAsk): Promise<LikelyFound> {
  const { from, to } = instantsOf(ask.zone, { from: ask.to - ask.days + 1, to: ask.to });
  const currency = (await usualCurrency(workspaceId, db)) ?? "";
  const before = await readCustomersAt(workspaceId, db, { at: from - 1, until: to - 1, currency });
  const candidates = before
    .filter(({ brought_at }) => brought_at === null || brought_at >= from)
    .map((each) => ({
      features: featuresOf(each, from),
      happened: each.brought_at !== null,
      recency: -ageOf(from, each.last_at),
      heldOut: isHeldOut(each.root),
    }));
  const judged = fitAndJudge(candidates, FEATURES);
  const baskets = await readBaskets(workspaceId, db);
  const together = boughtTogether(baskets.map(({ products }) => products));
  const rules = "ok" in together ? together.ok : [];
  const kept: Answer<Rule[]> = "ok" in together ? { ok: rules.slice(0, ask.rules) } : together;
  if ("none" in judged) return { judged, people: [], together: kept, customers: before.length };
  const now = await readCustomersAt(workspaceId, db, { at: to - 1, until: to - 1, currency });
  const owned = new Map(baskets.map(({ person, products }) => [person, products]));
  const people = now
    .filter((each) => each.brought_at === null && !each.asked)
    .map((each) => ({ person: each.root, ...explain(judged.ok.model, featuresOf(each, to)) }))
    .sort((a, b) => b.chance - a.chance || (a.person < b.person ? -1 : 1))
    .slice(0, ask.people)
    .map((each) => ({ ...each, next: suggestNext(rules, owned.get(each.person) ?? []) }));
  return { judged, people, together: kept, customers: before.length };
}
