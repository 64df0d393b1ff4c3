/**
 * Intervals hold what they promise: those of scripts/statistics-coverage.ts over 1,000 seeded worlds whose truth is known, within two
 * points of their level. Those that hold at every look may hold more often, never less.
 */
import { expect, test } from "vitest";
import { CASES, coverageOf } from "../../scripts/statistics-coverage.ts";
import { inFull } from "../support/seeds.ts";

/** Without CI=true, and of what is slow, a fifth: chance alone moves 200 worlds by three points. */
const [ALL, SOME] = [1000, 200];

const tested = CASES.filter(({ slow }) => slow !== "none");
test.for(tested.map((each) => [each.what, each] as const))("%s", { timeout: 120_000 }, ([what, of]) => {
  const worlds = inFull && of.slow === undefined ? ALL : SOME;
  const within = worlds === ALL ? 0.02 : 0.05;
  const { held, none } = coverageOf(of, worlds);
  const share = held / (worlds - none);
  expect(none).toBeLessThan(worlds / 20);
  expect(share, `${held} of ${worlds - none}`).toBeGreaterThanOrEqual(of.level - within);
  if (!what.includes("every one")) expect(share, `${held} of ${worlds - none}`).toBeLessThanOrEqual(of.level + within);
});
