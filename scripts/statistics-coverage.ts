/**
 * How often each interval that the product shows holds the truth, over seeded worlds whose truth is known: the table of docs/statistics.md
 * (`node scripts/statistics.ts --coverage`). test/statistics/coverage.test.ts holds each to within two points of what it promises.
 */
import { type Arm, armOf } from "../src/core/analytics/experiment/arm.ts";
import { believe } from "../src/core/analytics/experiment/bayes.ts";
import { type Effect, effectOf } from "../src/core/analytics/experiment/effect.ts";
import { incrementOf } from "../src/core/analytics/experiment/increment.ts";
import { fixedTest, sequentialTest } from "../src/core/analytics/experiment/tests.ts";
import { areaGain, areaUnder } from "../src/core/analytics/finding/auc.ts";
import { fitOffspring, histogramOf } from "../src/core/analytics/growth/offspring.ts";
import { wilson } from "../src/core/analytics/interval.ts";
import { type Random, makeRandom } from "../src/core/analytics/random.ts";
import { netPromoterScore } from "../src/core/analytics/referring/nps.ts";
import type { Answer } from "../src/core/analytics/result.ts";
import { waitCurve, waitQuantile } from "../src/core/analytics/retention/kaplan-meier.ts";
import { matchedEffect } from "../src/core/analytics/retention/matched.ts";
import { normalCdf } from "../src/core/analytics/special.ts";
import { cohortWorth, compareWorth } from "../src/core/analytics/value/cohort.ts";
import { columnsOf } from "../src/core/analytics/value/summary.ts";
import { subscriberWorth } from "../src/core/analytics/value/renewals.ts";
import { type SubscriberGroup, subscriberReport } from "../src/core/analytics/value/subscribers.ts";
import { newCustomerWorth } from "../src/core/analytics/value/worth.ts";
import { must } from "./statistics-figures.ts";
import { CDNOW_LIKE, HORIZON, type Truth, USUAL, world } from "./statistics-worlds.ts";

type Bounds = { low: number | null; high: number | null };
/** What one world says: the interval and the truth, or null where there is no figure. */
export type Told = (Bounds & { truth: number }) | null;
/** `slow`: the test plays fewer worlds of it, or none where another says as much. */
export type Case = { what: string; where: string; level: number; slow?: "some" | "none"; world(random: Random): Told };
export type Coverage = { held: number; below: number; above: number; none: number };

/** Plays the case in `worlds` worlds. Below: the whole interval lies below the truth. */
export function coverageOf(of: Case, worlds: number): Coverage {
  const found = { held: 0, below: 0, above: 0, none: 0 };
  for (let seed = 1; seed <= worlds; seed++) {
    const told = of.world(makeRandom(seed * 7919));
    if (told === null) found.none++;
    else if (told.high !== null && told.high < told.truth) found.below++;
    else if (told.low !== null && told.low > told.truth) found.above++;
    else found.held++;
  }
  return found;
}

const told = (answer: Answer<Bounds>, truth: number): Told => ("ok" in answer ? { ...answer.ok, truth } : null);
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

const meanOf = ({ spend: { p, q, v } }: Truth): number => (p * v) / (q - 1);
const worthOf = (truth: Truth): number => must(newCustomerWorth(truth, HORIZON, meanOf(truth)));

/** A customer's worth in a cohort, and what one of another cohort is worth more. */
function values(customers: number, truth: Truth): Case {
  return {
    what: `Lifetime value, ${customers} customers${truth === USUAL ? "" : " like CDNOW's"}`,
    where: "value",
    level: 0.95,
    ...(customers >= 400 ? { slow: customers > 400 ? ("none" as const) : ("some" as const) } : {}),
    world(random) {
      const found = cohortWorth(columnsOf(world(customers, random.below(2 ** 31), { later: 0, truth })), { horizon: HORIZON, random });
      return "ok" in found ? { ...found.ok.worth, truth: worthOf(truth) } : null;
    },
  };
}
const OFTEN: Truth = { repeats: { ...USUAL.repeats, r: 0.8 }, spend: USUAL.spend };
const difference = (isRelative: boolean): Case => ({
  what: `What a referred customer is worth more${isRelative ? ", relatively" : ""}: 150 against 300`,
  where: "value, case study",
  level: 0.95,
  slow: isRelative ? "none" : "some",
  world(random) {
    const cohort = (n: number, of: Truth) =>
      cohortWorth(columnsOf(world(n, random.below(2 ** 31), { later: 0, truth: of })), { horizon: HORIZON, random });
    const [a, b] = [cohort(150, OFTEN), cohort(300, USUAL)];
    if (!("ok" in a && "ok" in b)) return null;
    const found = compareWorth(a.ok, b.ok);
    if (!("ok" in found)) return null;
    const [x, y] = [worthOf(OFTEN), worthOf(USUAL)];
    return isRelative ? told(found.ok.relative, x / y - 1) : { ...found.ok.difference, truth: x - y };
  },
});

const share = (least: number, most: number): Case => ({
  what: `A share of ${least} to ${most}`,
  where: "funnel, sources, cohorts, participation, audits, contamination",
  level: 0.95,
  world(random) {
    const [n, rate] = [least + random.below(most - least + 1), 0.03 + 0.6 * random.next()];
    return { ...wilson(random.binomial(n, rate), n), truth: rate };
  },
});

type Played = { effect: Effect; truth: number };
/** Two arms whose rows are drawn, and what is true of their difference. */
const effects: Record<string, (random: Random) => Played | null> = {
  "Change of a share": (random) => {
    const [n, rate] = [150 + random.below(600), 0.1 + 0.4 * random.next()];
    const after = rate * (0.8 + 0.5 * random.next());
    const [a, b] = [random.binomial(n, rate), random.binomial(n, after)];
    const arm = (hits: number): Arm => ({ n, sums: [hits], products: [[hits]] });
    return played(effectOf(arm(a), arm(b), { kind: "proportion", difference: "relative", metric: "x" }), after / rate - 1);
  },
  "Change of a conversion per friend (ratio)": (random) =>
    played(
      effectOf(ratioArm(400, 0.2, random), ratioArm(400, 0.25, random), { kind: "ratio", difference: "relative", metric: "x" }),
      0.25,
    ),
  "Change of a mean where circles are dealt": (random) =>
    played(
      effectOf(circlesArm(300, 1, random), circlesArm(300, 1.3, random), { kind: "ratio", difference: "relative", metric: "x" }),
      0.3,
    ),
  "Change of a mean where circles are dealt, adjusted by the time before": (random) =>
    played(effectOf(knownArm(300, 1, random), knownArm(300, 1.3, random), { kind: "ratio", difference: "relative", metric: "x" }), 0.3),
  "No change (A/A) where circles are dealt": (random) =>
    played(effectOf(circlesArm(300, 1, random), circlesArm(300, 1, random), { kind: "ratio", difference: "relative", metric: "x" }), 0),
  "Change of a skewed mean, adjusted by the time before": (random) => {
    const arm = (n: number, factor: number): Arm =>
      armOf(
        many(n, () => {
          const own = random.gamma(0.8);
          return [random.poisson(own * 2 * factor), random.poisson(own * 2)];
        }),
        2,
      );
    return played(effectOf(arm(500, 1), arm(500, 1.2), { kind: "mean", difference: "relative", metric: "x" }), 0.2);
  },
};
const played = (of: Answer<Effect>, truth: number): Played | null => ("ok" in of ? { effect: of.ok, truth } : null);
const onceRead = (what: string): Case => ({
  what: `${what}: at one look`,
  where: "experiments",
  level: 0.95,
  world(random) {
    const of = effects[what]!(random);
    return of && told(fixedTest(of.effect, { alpha: 0.05, sides: "two" }), of.truth);
  },
});
const believed = (what: string): Case => ({
  what: `${what}: the belief`,
  where: "experiments",
  level: 0.95,
  world(random) {
    const of = effects[what]!(random);
    return of && { ...believe(of.effect, { alpha: 0.05 }), truth: of.truth };
  },
});
/** Held only if it holds at each of twenty looks. */
const ALWAYS: Case = {
  what: "Change of a share: at every one of 20 looks",
  where: "experiments",
  level: 0.95,
  world(random) {
    const hits = [0, 0];
    let worst: Told = null;
    for (let look = 1; look <= 20; look++) {
      const n = 100 * look;
      for (const [i, rate] of [0.2, 0.24].entries()) hits[i]! += random.binomial(100, rate);
      const [a, b] = hits.map((sum): Arm => ({ n, sums: [sum], products: [[sum]] }));
      const effect = effectOf(a!, b!, { kind: "proportion", difference: "absolute", metric: "x" });
      if (!("ok" in effect)) continue;
      const at = must(sequentialTest(effect.ok, { alpha: 0.05, sides: "two", tuning: 4000 }));
      worst = { ...at, truth: 0.04 };
      if ((at.high ?? 1) < 0.04 || (at.low ?? -1) > 0.04) return worst;
    }
    return worst;
  },
};

/** Advocates who invite differently often and whose friends convert differently well. */
function ratioArm(n: number, rate: number, random: Random): Arm {
  return armOf(
    many(n, () => {
      const invited = 1 + random.poisson(random.exponential() * 3);
      return [random.binomial(invited, random.beta(rate * 4, (1 - rate) * 4)), invited];
    }),
    2,
  );
}

/** Advocates of a circle: one to thirteen, as eager as their circle is. */
export const circleOf = (factor: number, random: Random): number[] => {
  const eager = random.gamma(1.5) / 1.5;
  return many(1 + random.poisson(random.exponential() * 2), () => random.poisson(eager * 0.6 * factor));
};
/** One row a circle: what its advocates did, and how many they are. */
const circlesArm = (n: number, factor: number, random: Random): Arm =>
  armOf(
    many(n, () => {
      const did = circleOf(factor, random);
      return [did.reduce((a, b) => a + b, 0), did.length];
    }),
    2,
  );

/** The same circles with what they did before, which says how eager each is: columns as the product sums them. */
export const knownArm = (n: number, factor: number, random: Random): Arm =>
  armOf(
    many(n, () => {
      const eager = random.gamma(1.5) / 1.5;
      const size = 1 + random.poisson(random.exponential() * 2);
      const did = (by: number): number => many(size, () => random.poisson(eager * 0.6 * by)).reduce((a, b) => a + b, 0);
      return [did(factor), size, did(1), size];
    }),
    4,
  );

/** One row a circle: what it cost, how many customers it brought, how many advocates it has. */
const circlesCost = (n: number, of: { mean: number; reward: number }, random: Random): Arm =>
  armOf(
    many(n, () => {
      const eager = random.gamma(1.5) / 1.5;
      const size = 1 + random.poisson(random.exponential() * 2);
      const customers = many(size, () => random.poisson(eager * of.mean)).reduce((a, b) => a + b, 0);
      return [customers * of.reward, customers, size];
    }),
    3,
  );

const costArm = (n: number, of: { mean: number; reward: number }, random: Random): Arm =>
  armOf(
    many(n, () => {
      const customers = random.poisson(of.mean);
      return [customers * of.reward, customers];
    }),
    2,
  );
/** 0.4 customers an advocate with the offer, 0.25 without; 20.00 for each with it: 2000 x 0.4 / 0.15 for each one more. */
const increment = (part: "customers" | "cost", dealt: "advocates" | "circles" = "advocates"): Case => ({
  what:
    (part === "cost" ? "What an incremental customer costs" : "Customers more for each advocate") +
    (dealt === "circles" ? " (hold-out of circles)" : " (hold-out)"),
  where: "experiments",
  level: 0.95,
  world(random) {
    const arm = dealt === "circles" ? circlesCost : costArm;
    const [offered, withheld] = [arm(600, { mean: 0.4, reward: 2000 }, random), arm(300, { mean: 0.25, reward: 0 }, random)];
    const found = must(incrementOf(offered, withheld, 0.05));
    return part === "customers" ? { ...found.customers, truth: 0.15 } : told(found.cost, (2000 * 0.4) / 0.15);
  },
});

const SUBSCRIBERS = { alpha: 0.8, beta: 1.6 };
const TERMS = { periods: 12, margin: 0.5, discount: 0.01 };
const PAY = 20;
/** Who came at any time of the last 12 renewals, pays about 20 a period, and leaves at a renewal by a chance of her own. */
function subscribers(n: number, random: Random): SubscriberGroup[] {
  const groups = new Map<string, SubscriberGroup>();
  for (let i = 0; i < n; i++) {
    const [age, leaves] = [random.below(13), random.beta(SUBSCRIBERS.alpha, SUBSCRIBERS.beta)];
    let periods = 0;
    let lost = false;
    while (!lost && periods < age) {
      periods++;
      lost = random.chance(leaves);
    }
    const paid = PAY * (0.5 + random.next()) * (lost ? periods : periods + 1);
    const key = `${lost} ${periods}`;
    const group = groups.get(key) ?? { lost, periods, customers: 0, paid: 0, squares: 0 };
    groups.set(key, { ...group, customers: group.customers + 1, paid: group.paid + paid, squares: group.squares + paid * paid });
  }
  return [...groups.values()];
}
/** Twelve renewals ahead of a new one. */
function subscriber(n: number, part: "renewals" | "worth"): Case {
  const ahead = (discount: number): number =>
    must(subscriberWorth(SUBSCRIBERS, { renewals: 0, periods: TERMS.periods, earned: 1, discount }));
  const truth = part === "renewals" ? ahead(0) : TERMS.margin * PAY * (1 + ahead(TERMS.discount));
  return {
    what: `${part === "renewals" ? "Renewals to come of a new subscriber" : "What a new subscriber is worth"}: ${n} subscribers`,
    where: "subscriptions",
    level: 0.95,
    slow: "none",
    world(random) {
      const [found] = subscriberReport([{ key: "all", groups: subscribers(n, random) }], { terms: TERMS, random });
      return found === undefined ? null : told(found[part], truth);
    },
  };
}

const offspring = (advocates: number, part: "mean" | "dispersion"): Case => ({
  what: `${part === "mean" ? "R, friends an advocate" : "k, how uneven"}: ${advocates} advocates`,
  where: "growth",
  level: 0.95,
  world(random) {
    const counts = many(advocates, () => random.poisson((0.95 / 0.7) * random.gamma(0.7)));
    const fit = fitOffspring(histogramOf(counts));
    if (!("ok" in fit)) return null;
    return part === "mean" ? { ...fit.ok.mean, truth: 0.95 } : told(fit.ok.dispersion, 0.7);
  },
});

const MATCHED: Case = {
  what: "What advocating does to buying again, matched",
  where: "advocating",
  level: 0.95,
  world(random) {
    const people = many(900, () => {
      const group = random.below(12);
      const treated = random.chance(0.08 + group / 60);
      return { stratum: `${group}`, treated, outcome: random.chance(0.2 + group / 30 + (treated ? 0.1 : 0)) ? 1 : 0 };
    });
    const found = matchedEffect(people);
    return "ok" in found ? { ...found.ok.effect, truth: 0.1 } : null;
  },
};

/** Scores of those who did are one higher, of a second ranking half: areas Phi(1/sqrt 2) and Phi(.5/sqrt 2). */
const area = (isGain: boolean): Case => ({
  what: isGain ? "By how much the score finds more than recency" : "How well the score finds advocates (area)",
  where: "likely",
  level: 0.95,
  world(random) {
    const happened = many(300, (i) => i % 6 === 0);
    const common = many(300, () => random.normal());
    const scores = (gap: number) => happened.map((did, i) => 0.7 * common[i]! + Math.sqrt(0.51) * random.normal() + (did ? gap : 0));
    const [a, b] = [scores(1), scores(0.5)];
    const [x, y] = [normalCdf(1 / Math.SQRT2), normalCdf(0.5 / Math.SQRT2)];
    return isGain ? told(areaGain({ a, b }, happened), x - y) : told(areaUnder(a, happened), x);
  },
});

const nps = (least: number, most: number): Case => ({
  what: `Would they recommend us: ${least} to ${most} answers`,
  where: "feedback",
  level: 0.95,
  world(random) {
    const n = least + random.below(most - least + 1);
    const counts = many(11, () => 0);
    for (let i = 0; i < n; i++) counts[random.chance(0.45) ? 9 : random.chance(0.5) ? 7 : 3]!++;
    return told(netPromoterScore(counts), 100 * (0.45 - 0.55 * 0.5));
  },
});

const wait = (part: "share" | "median"): Case => ({
  what: part === "share" ? "Who got there within 30 days, some still waiting" : "Median time to the first reward, some still waiting",
  where: "retention",
  level: 0.95,
  world(random) {
    const waits = many(120, () => {
      const [time, watched] = [-40 * Math.log(1 - random.next()), 90 * random.next()];
      return { time: Math.min(time, watched), happened: time <= watched };
    });
    const curve = must(waitCurve(waits));
    if (part === "median") return told(waitQuantile(curve, 0.5), 40 * Math.LN2);
    const at = curve.findLast((step) => step.time <= 30);
    return at === undefined ? null : { ...at.share, truth: 1 - Math.exp(-30 / 40) };
  },
});

/** All but the forecast, whose worlds stand in test/properties/forecast.test.ts. */
export const CASES: readonly Case[] = [
  values(150, USUAL),
  values(400, USUAL),
  values(1500, USUAL),
  values(250, CDNOW_LIKE),
  difference(false),
  difference(true),
  share(10, 40),
  share(150, 750),
  ...Object.keys(effects).map(onceRead),
  believed("Change of a share"),
  ALWAYS,
  increment("customers"),
  increment("cost"),
  increment("customers", "circles"),
  increment("cost", "circles"),
  subscriber(150, "renewals"),
  subscriber(600, "worth"),
  offspring(40, "mean"),
  offspring(250, "mean"),
  offspring(250, "dispersion"),
  MATCHED,
  area(false),
  area(true),
  nps(5, 30),
  nps(30, 150),
  wait("share"),
  wait("median"),
];

/** A line for each case, for the page. */
export function coverageLines(worlds: number): string[][] {
  return CASES.map((each) => {
    const { held, below, above, none } = coverageOf(each, worlds);
    const percent = (100 * held) / Math.max(1, worlds - none);
    return [each.what, each.where, `${100 * each.level} %`, `${percent.toFixed(1)} %`, `${below}`, `${above}`, `${none}`];
  });
}
