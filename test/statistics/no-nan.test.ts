/** Whatever comes in, what leaves is a number one can print or a reason: never NaN, never Infinity, never an exception. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { areaUnder, precisionRecall } from "../../src/core/analytics/finding/auc.ts";
import { fitAndJudge } from "../../src/core/analytics/finding/likely.ts";
import { boughtTogether } from "../../src/core/analytics/finding/together.ts";
import { fitOffspring } from "../../src/core/analytics/growth/offspring.ts";
import { shapeOf, treeOf } from "../../src/core/analytics/growth/tree.ts";
import { customersAfter, customersInTheEnd, doublingTime, viralParts } from "../../src/core/analytics/growth/viral.ts";
import { sideBySide } from "../../src/core/analytics/paths/side-by-side.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { programReturn, referralValue } from "../../src/core/analytics/referring/crv.ts";
import { netPromoterScore } from "../../src/core/analytics/referring/nps.ts";
import { quadrants } from "../../src/core/analytics/referring/quadrant.ts";
import { concentration } from "../../src/core/analytics/retention/concentration.ts";
import { waitCurve, waitQuantile } from "../../src/core/analytics/retention/kaplan-meier.ts";
import { matchedEffect } from "../../src/core/analytics/retention/matched.ts";
import { findRings } from "../../src/core/analytics/rings/rings.ts";
import { fitRenewals, subscriberWorth } from "../../src/core/analytics/value/renewals.ts";
import { cohortOf, usualCut, valueReport } from "../../src/core/analytics/value/report.ts";
import { runs } from "../support/seeds.ts";

/** The way to the first number in it that is none, or undefined. */
function oddIn(value: unknown, way = "answer"): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `${way} is ${value}`;
  if (typeof value !== "object" || value === null) return undefined;
  const parts =
    value instanceof Map ? [...value] : ArrayBuffer.isView(value) ? [...(value as Float64Array)].entries() : Object.entries(value);
  for (const [key, part] of parts) {
    const odd = oddIn(part, `${way}.${String(key)}`);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

/** Ordinary numbers, and now and then nothing, a whale, a crumb or a negative one. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 1e-12, 1e15, 1e300, -1e300) },
);
const count = fc.oneof({ weight: 6, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 1e9) });
const name = fc.constantFrom("a", "b", "c", "d", "e", "f");

const cases: [string, fc.Arbitrary<unknown>][] = [
  [
    "growth",
    fc
      .tuple(amount, amount, amount, amount)
      .map(([start, k, time, cycle]) => [
        customersAfter({ start, k, time, cycle }),
        customersInTheEnd(start, k),
        doublingTime(k, cycle),
        viralParts({ people: start, inviters: k, invitations: time, joined: cycle }),
      ]),
  ],
  ["offspring", fc.array(fc.nat(200), { maxLength: 9 }).map((histogram) => fitOffspring(histogram))],
  [
    "tree",
    fc
      .array(fc.tuple(name, fc.option(name)), { maxLength: 9 })
      .map((links) => shapeOf(treeOf(links.map(([id, parent]) => ({ id, parent }))))),
  ],
  [
    "referring",
    fc
      .tuple(amount, amount, amount, fc.array(count, { maxLength: 11 }))
      .map(([a, b, c, answers]) => [
        programReturn({ value: a, low: b, high: c, level: 0.95 }, b),
        netPromoterScore(answers.map((n) => Math.max(0, n))),
        referralValue([{ period: 1, margin: a, referralCost: b, marketingCost: c }], {
          caused: { value: 0.5, low: 0.2, high: 0.9, level: 0.95 },
          savedOnCaused: a,
          savedOnOthers: b,
          discount: c,
        }),
        quadrants({ value: Float64Array.of(a, c), referring: Float64Array.of(b, a) }),
      ]),
  ],
  ["amounts", fc.array(amount, { maxLength: 12 }).map((amounts) => concentration(amounts))],
  [
    "waits",
    fc.array(fc.record({ time: amount, happened: fc.boolean() }), { maxLength: 12 }).map((waits) => {
      const curve = waitCurve(waits);
      return "ok" in curve ? [curve, waitQuantile(curve.ok, 0.5), waitQuantile(curve.ok, 0.9)] : curve;
    }),
  ],
  [
    "matching",
    fc
      .array(fc.record({ stratum: name, treated: fc.boolean(), outcome: amount }), { maxLength: 90 })
      .map((people) => matchedEffect(people)),
  ],
  [
    "paths",
    fc
      .array(fc.record({ channels: fc.array(name, { maxLength: 4 }), conversions: count, nulls: count, value: amount }), { maxLength: 8 })
      .map((journeys) => sideBySide(journeys)),
  ],
  [
    "ranking",
    fc.array(fc.tuple(amount, fc.boolean()), { maxLength: 30 }).map((rows) => [
      areaUnder(
        rows.map(([score]) => score),
        rows.map(([, did]) => did),
      ),
      precisionRecall(
        rows.map(([score]) => score),
        rows.map(([, did]) => did),
      ),
    ]),
  ],
  [
    "likely",
    fc.array(fc.tuple(amount, amount, fc.boolean(), fc.boolean()), { minLength: 60, maxLength: 120 }).map((rows) =>
      fitAndJudge(
        rows.map(([a, b, happened, heldOut]) => ({ features: [a, b], recency: a, happened, heldOut })),
        ["a", "b"],
      ),
    ),
  ],
  ["together", fc.array(fc.array(name, { maxLength: 5 }), { maxLength: 30 }).map((baskets) => boughtTogether(baskets))],
  [
    "rings",
    fc.array(fc.tuple(name, name, fc.constantFrom("ip", "card", "odd"), name, fc.nat(9)), { maxLength: 20 }).map((rows) => {
      const ids = [...new Set(rows.map(([id]) => id))];
      const accounts = ids.map((id, i) => ({ id, born: i % 3 === 0 ? 0 : i * 1e8, referrer: rows[i]?.[1] ?? null }));
      return findRings(
        accounts,
        rows.map(([account, , kind, key]) => ({ account, kind, key })),
      );
    }),
  ],
  [
    "renewals",
    fc
      .tuple(fc.array(fc.record({ period: fc.integer({ min: 1, max: 20 }), lost: count, kept: count }), { maxLength: 9 }), amount)
      .map(([rows, earned]) => {
        const fit = fitRenewals(rows);
        return "ok" in fit
          ? [fit, subscriberWorth(fit.ok.model, { renewals: 0, periods: 24, earned: Math.min(earned, 1e9), discount: 0.01 })]
          : fit;
      }),
  ],
];

test.each(cases)("%s", (_name, answers) => {
  fc.assert(
    fc.property(answers, (answer) => {
      expect(oddIn(answer)).toBeUndefined();
    }),
    runs(100),
  );
});

test("lifetime value, over few customers, one whale, one day, amounts of nothing", () => {
  const life = fc.array(fc.tuple(fc.nat(70), fc.nat(300), amount), { minLength: 150, maxLength: 300 });
  fc.assert(
    fc.property(life, life, (a, b) => {
      const firstDay = [...a, ...b].reduce((least, [, day]) => Math.min(least, day), 300);
      const days = { until: 300, cut: usualCut(firstDay, 300) };
      const cohort = (key: string, rows: readonly [number, number, number][]) =>
        cohortOf(
          key,
          rows.map(([customer, day, spent]) => ({ customer: `${customer}`, day, amount: spent })),
          days,
        );
      const horizon = { weeks: 52, margin: 0.3, yearlyDiscount: 0.1 };
      expect(oddIn(valueReport([cohort("a", a), cohort("b", b)], { ...days, horizon, random: makeRandom(1) }))).toBeUndefined();
    }),
    runs(15),
  );
});
