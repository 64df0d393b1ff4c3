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

/** `pairs`: by the place of one item, of the other (the later in `names`), customers who bought both. */
type Counted = { names: string[]; counts: number[]; pairs: Map<number, number>[]; customers: number };

/** Takes what each customer bought (repeats count once), one after the other, and then says the rules. */
export type Together = { add: (basket: readonly string[]) => void; rules: () => Answer<Rule[]> };

/** Rules with lift above 1, the surest first. O(sum of items^2). */
export function startTogether({ support = 5, mostItems = 100 }: TogetherOptions = {}): Together {
  const counted: Counted = { names: [], counts: [], pairs: [], customers: 0 };
  const { names, counts, pairs } = counted;
  const places = new Map<string, number>();
  let distinct = 0;
  const placeOf = (item: string): number => {
    let place = places.get(item);
    if (place === undefined) {
      places.set(item, (place = names.length));
      names.push(item);
      counts.push(0);
      pairs.push(new Map());
    }
    return place;
  };
  return {
    add(basket) {
      const items = Int32Array.from(new Set(basket), placeOf).sort();
      if (items.length === 0 || items.length > mostItems || distinct > MOST_PAIRS) return;
      counted.customers++;
      for (const [i, item] of items.entries()) {
        counts[item]!++;
        const withItem = pairs[item]!;
        for (let k = i + 1; k < items.length; k++) {
          const known = withItem.get(items[k]!);
          if (known === undefined && ++distinct > MOST_PAIRS) return;
          withItem.set(items[k]!, (known ?? 0) + 1);
        }
      }
    },
    rules() {
      if (distinct > MOST_PAIRS) return none("too_many", { what: "pairs of items", have: distinct, most: MOST_PAIRS });
      return counted.customers === 0 ? none("no_rows") : rulesOf(counted, support);
    },
  };
}

/** The same of all of them. */
export function boughtTogether(baskets: Iterable<readonly string[]>, options: TogetherOptions = {}): Answer<Rule[]> {
  const together = startTogether(options);
  for (const basket of baskets) together.add(basket);
  return together.rules();
}

/** Rules kept: of more, the surest. */
const MOST_RULES = 100_000;

function rulesOf({ names, counts, pairs, customers }: Counted, support: number): Answer<Rule[]> {
  /** Calls `see` with both directions of every pair that has support and a lift above 1. */
  const eachRule = (
    see: (item: number, next: number, found: { both: number; share: number; low: number; base: number }) => void,
  ): void => {
    for (const [a, others] of pairs.entries())
      for (const [b, both] of others) {
        if (both < support) continue;
        for (const [item, next] of [
          [a, b],
          [b, a],
        ] as const) {
          const base = counts[next]! / customers;
          const { share, low } = wilson(both, counts[item]!);
          if (share > base) see(item, next, { both, share, low, base });
        }
      }
  };
  const lifts: number[] = [];
  eachRule((_item, _next, { low, base }) => lifts.push(low / base));
  const least = lifts.length <= MOST_RULES ? -Infinity : Float64Array.from(lifts).sort().at(-MOST_RULES)!;
  const rules: Rule[] = [];
  eachRule((item, next, { both, share, low, base }) => {
    const lowLift = low / base;
    if (lowLift < least) return;
    rules.push({ item: names[item]!, next: names[next]!, both, of: counts[item]!, share, lift: share / base, lowLift });
  });
  if (rules.length === 0) return none("too_few", { what: "pairs of items bought together often enough", have: 0, needed: 1 });
  return ok(rules.sort((a, b) => b.lowLift - a.lowLift || b.both - a.both || (a.item + a.next < b.item + b.next ? -1 : 1)));
}

/** What to suggest to somebody who has `items`: what she has not, by its best rule, and the rule that says so. */
export function suggestNext(rules: readonly Rule[], items: readonly string[], most = 3): Rule[] {
  const has = new Set(items);
  const best = new Map<string, Rule>();
  for (const rule of rules) {
    if (best.size === most) break;
    if (has.has(rule.item) && !has.has(rule.next) && !best.has(rule.next)) best.set(rule.next, rule);
  }
  return [...best.values()];
}
