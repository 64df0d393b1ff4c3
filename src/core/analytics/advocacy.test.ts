import { expect, test } from "vitest";
import { ADVOCACY_WEIGHTS, type AdvocacyInputs, advocacy } from "./advocacy.ts";

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const nobody: AdvocacyInputs = {
  now: NOW,
  knownSince: NOW,
  orders: 0,
  value: 0,
  typicalValue: 5000,
  lastOrderAt: null,
  engagement: 0,
  nps: null,
  referrals: 0,
  qualified: 0,
};

test("the weights make 100, and the score is the sum of its parts", () => {
  expect(Object.values(ADVOCACY_WEIGHTS).reduce((a, b) => a + b, 0)).toBe(100);
  const best = advocacy({
    ...nobody,
    knownSince: NOW - 2000 * DAY,
    orders: 1e6,
    value: 1e12,
    lastOrderAt: NOW,
    engagement: 1e6,
    nps: 10,
    referrals: 1e6,
    qualified: 1e6,
  });
  expect(best.score).toBe(100);
  expect(advocacy(nobody).score).toBe(0);
});

test("more of anything never lowers the score, and an older order never raises it", () => {
  const some = { ...nobody, orders: 2, value: 4000, lastOrderAt: NOW - 30 * DAY, engagement: 2, referrals: 1, nps: 7 };
  const { score, parts } = advocacy(some);
  expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(score);
  for (const more of [{ orders: 9 }, { value: 90_000 }, { engagement: 30 }, { referrals: 5 }, { qualified: 3 }, { nps: 10 }])
    expect(advocacy({ ...some, ...more }).score, JSON.stringify(more)).toBeGreaterThanOrEqual(score);
  expect(advocacy({ ...some, lastOrderAt: NOW - 300 * DAY }).score).toBeLessThan(score);
});

