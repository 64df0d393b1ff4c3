/** Who is likely to bring a first friend next: learnt from who did in the days before, judged on people it was not learnt from. */
import type { Rule } from "../../core/analytics/finding/together.ts";
import { startTogether, suggestNext } from "../../core/analytics/finding/together.ts";
import { type Candidate, type Judged, fitAndJudge } from "../../core/analytics/finding/likely.ts";
import { type Explained, type LogisticModel, chanceFor, explain } from "../../core/analytics/finding/logistic.ts";
import type { Answer } from "../../core/analytics/result.ts";
import { uuidAt } from "../../store/copy-out.ts";
import type { Client } from "../../store/db.ts";
import { type CustomersAt, eachBasket, readBasketsOf, readCustomersAt } from "../../store/study-customers.ts";
import { usualCurrency } from "../../store/study-purchases.ts";
import { keepBest } from "./best.ts";
import { DAY_MS, instantsOf } from "./instants.ts";
import type { Tell } from "./tell.ts";

export type LikelyAsk = { zone: string; to: number; days: number; people: number; rules: number };
export type LikelyPerson = Explained & { person: string; next: Rule[] };
export type LikelyFound = {
  judged: Answer<Judged>;
  people: LikelyPerson[];
  together: Answer<Rule[]>;
  customers: number;
  candidates: number;
};

export const FEATURES = ["orders", "spent", "days_since_last_order", "days_since_first_order", "came_by_referral", "takes_part"] as const;

const ageOf = (at: number, since: number): number => Math.max(0, at - since) / DAY_MS;

/** Orders and amounts by their order of magnitude: one whale does not bend the line. */
const featuresOf = (of: CustomersAt, i: number, at: number): number[] => [
  Math.log1p(of.orders[i]!),
  Math.log1p(Math.max(0, of.spent[i]!)),
  ageOf(at, of.lastAt[i]!),
  ageOf(at, of.firstAt[i]!),
  of.referred[i]!,
  of.joined[i]!,
];

/** A third of all, by their id: the same people each time. */
const isHeldOut = ({ ids }: CustomersAt, i: number): boolean => ids.readUInt16BE(16 * i + 14) % 3 === 0;

/** More customers than these say nothing more: of more, as many are drawn by another part of their ids. */
export const LEARNT_FROM = 250_000;

/** Who had brought nobody before the days, with what was known of her then. */
function candidatesOf(before: CustomersAt, from: number): { candidates: Candidate[]; of: number } {
  const { length, ids, broughtAt, lastAt } = before;
  const isOne = (i: number): boolean => !(broughtAt[i]! < from);
  let of = 0;
  for (let i = 0; i < length; i++) if (isOne(i)) of++;
  const below = of <= LEARNT_FROM ? 65_536 : Math.floor((65_536 * LEARNT_FROM) / of);
  const candidates: Candidate[] = [];
  for (let i = 0; i < length; i++)
    if (isOne(i) && ids.readUInt16BE(16 * i + 12) < below)
      candidates.push({
        features: featuresOf(before, i, from),
        happened: broughtAt[i]! >= from,
        recency: -ageOf(from, lastAt[i]!),
        heldOut: isHeldOut(before, i),
      });
  return { candidates, of };
}

export async function studyLikely(workspaceId: string, db: Client, ask: LikelyAsk & { tell?: Tell }): Promise<LikelyFound> {
  const { from, to } = instantsOf(ask.zone, { from: ask.to - ask.days + 1, to: ask.to });
  const currency = (await usualCurrency(workspaceId, db)) ?? "";
  ask.tell?.(0.05);
  const before = await readCustomersAt(workspaceId, db, { at: from - 1, until: to - 1, currency });
  ask.tell?.(0.4);
  const { candidates, of } = candidatesOf(before, from);
  const judged = fitAndJudge(candidates, FEATURES);
  ask.tell?.(0.5);
  const baskets = startTogether();
  await eachBasket(workspaceId, db, { most: LEARNT_FROM, take: baskets.add });
  ask.tell?.(0.6);
  const together = baskets.rules();
  const rules = "ok" in together ? together.ok : [];
  const kept: Answer<Rule[]> = "ok" in together ? { ok: rules.slice(0, ask.rules) } : together;
  const found = { judged, together: kept, customers: before.length, candidates: of };
  if ("none" in judged) return { ...found, people: [] };
  const now = await readCustomersAt(workspaceId, db, { at: to - 1, until: to - 1, currency });
  const best = likeliest(now, { model: judged.ok.model, at: to, most: ask.people });
  const owned = await readBasketsOf(
    workspaceId,
    db,
    best.map(({ person }) => person),
  );
  return { ...found, people: best.map((each) => ({ ...each, next: suggestNext(rules, owned.get(each.person) ?? []) })) };
}

type Ranking = { model: LogisticModel; at: number; most: number };

/** Of those who were not asked yet and brought nobody, the likeliest first. */
function likeliest(now: CustomersAt, { model, at, most }: Ranking): (Explained & { person: string })[] {
  const chances = new Float64Array(now.length);
  const person = (i: number): string => uuidAt(now.ids, 16 * i);
  const before = (a: number, b: number): boolean => (chances[a] === chances[b] ? person(a) < person(b) : chances[a]! > chances[b]!);
  const best: number[] = [];
  for (let i = 0; i < now.length; i++) {
    if (!Number.isNaN(now.broughtAt[i]) || now.asked[i] === 1) continue;
    chances[i] = chanceFor(model, featuresOf(now, i, at));
    keepBest(best, i, { most, before });
  }
  return best.map((i) => ({ person: person(i), ...explain(model, featuresOf(now, i, at)) }));
}
