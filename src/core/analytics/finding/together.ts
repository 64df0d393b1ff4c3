/**
 * What is bought together, for the next thing to suggest: lift(a -> b) = P(b | a) / P(b) over customers (Brin, Motwani, Ullman & Tsur 1997,
 * SIGMOD 26(2):255-264). Suggestions are ranked by the lower end of P(b | a) over P(b), so that two customers make no rule.
 */
import { wilson } from "../interval.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

export type Rule = {
  readonly item: string;
  readonly next: string;
  /** Customers who bought both, and how many bought `item`. */
  readonly both: number;
  readonly of: number;
  readonly share: number;
  readonly lift: number;
  /** The lift at the lower end of the share's 95 % interval. */
  readonly lowLift: number;
};

export type TogetherOptions = {
  /** Customers who must have bought both; 5. */
  readonly support?: number | undefined;
  /** Customers with more different items than this are resellers and would make everything go with everything; 100. */
  readonly mostItems?: number | undefined;
};

const MOST_PAIRS = 2_000_000;

/** Rules with lift above 1 from what each customer bought (repeats count once), the surest first. O(sum of items^2). */
export function boughtTogether(baskets: Iterable<readonly string[]>, options: TogetherOptions = {}): Answer<Rule[]> {
  const { support = 5, mostItems = 100 } = options;
  const counts = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  let [customers, distinct] = [0, 0];
  for (const basket of baskets) {
    const items = [...new Set(basket)].sort();
    if (items.length === 0 || items.length > mostItems) continue;
    customers++;
    for (const [i, item] of items.entries()) {
      counts.set(item, (counts.get(item) ?? 0) + 1);
      let withItem = pairs.get(item);
      if (withItem === undefined) pairs.set(item, (withItem = new Map()));
      for (const other of items.slice(i + 1)) {
        const known = withItem.get(other);
        if (known === undefined && ++distinct > MOST_PAIRS)
          return none("too_many", { what: "pairs of items", have: distinct, most: MOST_PAIRS });
        withItem.set(other, (known ?? 0) + 1);
      }
    }
  }
  if (customers === 0) return none("no_rows");
  const rules: Rule[] = [];
  const add = (item: string, next: string, both: number): void => {
    const [of, base] = [counts.get(item)!, counts.get(next)! / customers];
    const { share, low } = wilson(both, of);
    if (share > base) rules.push({ item, next, both, of, share, lift: share / base, lowLift: low / base });
  };
  for (const [item, others] of pairs) {
    for (const [other, both] of others) {
      if (both < support) continue;
      add(item, other, both);
      add(other, item, both);
    }
  }
  if (rules.length === 0) return none("too_few", { what: "pairs of items bought together often enough", have: 0, needed: 1 });
  return ok(rules.sort((a, b) => b.lowLift - a.lowLift || b.both - a.both || (a.item + a.next < b.item + b.next ? -1 : 1)));
}

/** What to suggest to somebody who has `items`: what she has not, by its best rule, and the rule that says so. */
export function suggestNext(rules: readonly Rule[], items: readonly string[], most = 3): Rule[] {
  const has = new Set(items);
  const best = new Map<string, Rule>();
  for (const rule of rules) if (has.has(rule.item) && !has.has(rule.next) && !best.has(rule.next)) best.set(rule.next, rule);
  return [...best.values()].slice(0, most);
}
