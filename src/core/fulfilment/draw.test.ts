import crypto from "node:crypto";
import { expect, test } from "vitest";
import { drawLines, weightOf } from "./draw.ts";

const HASH = "0".repeat(64);
const blockOf = (seed: string) => (message: string) => crypto.createHmac("sha256", seed).update(message).digest("hex");
const uptoOf = (weights: readonly number[]): Float64Array => {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
};
const draw = (weights: readonly number[], picks: number, seed: string) =>
  drawLines({ upto: uptoOf(weights), picks, contest: "c", listHash: HASH, beacon: "", block: blockOf(seed) });

/** Upper tail of chi-square by the Wilson-Hilferty approximation: to three digits between 5 and 100 degrees of freedom. */
function tail(chi2: number, degrees: number): number {
  const z = ((chi2 / degrees) ** (1 / 3) - (1 - 2 / (9 * degrees))) / Math.sqrt(2 / (9 * degrees));
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const half = 0.5 * poly * Math.exp(-(z * z) / 2);
  return z > 0 ? half : 1 - half;
}

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20];
const TOTAL = WEIGHTS.reduce((a, b) => a + b, 0);
const DRAWS = 10_000;
const SEED = "grapevine-2026";

function chiSquare(found: readonly number[], expected: readonly number[]): number {
  return found.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);
}

test("10,000 seeded draws: first and second place fall by the weights that are left (chi-square)", () => {
  const first = WEIGHTS.map(() => 0);
  const second = WEIGHTS.map(() => 0);
  for (let i = 0; i < DRAWS; i++) {
    const [a, b] = draw(WEIGHTS, 2, `${SEED}-${i}`) as [number, number];
    first[a]!++;
    second[b]!++;
  }
  const share = WEIGHTS.map((weight) => weight / TOTAL);
  const shareSecond = WEIGHTS.map((weight, j) =>
    WEIGHTS.reduce((sum, other, i) => (i === j ? sum : sum + (other / TOTAL) * (weight / (TOTAL - other))), 0),
  );
  const p = [
    tail(
      chiSquare(
        first,
        share.map((s) => s * DRAWS),
      ),
      WEIGHTS.length - 1,
    ),
    tail(
      chiSquare(
        second,
        shareSecond.map((s) => s * DRAWS),
      ),
      WEIGHTS.length - 1,
    ),
  ];
  console.log(`seed ${SEED}, ${DRAWS} draws: p first ${p[0]!.toFixed(3)}, p second ${p[1]!.toFixed(3)}; below 0.001 fails`);
  expect(Math.min(...p)).toBeGreaterThan(0.001);
  // The test sees a bias: as if all weighed the same.
  expect(
    tail(
      chiSquare(
        first,
        WEIGHTS.map(() => DRAWS / WEIGHTS.length),
      ),
      WEIGHTS.length - 1,
    ),
  ).toBeLessThan(1e-6);
});

test("nobody is drawn twice, and everybody when there are as many places as people", () => {
  for (let i = 0; i < 500; i++) expect(draw(WEIGHTS, 99, `all-${i}`).toSorted((a, b) => a - b)).toEqual(WEIGHTS.map((_, line) => line));
  expect(draw([], 3, "none")).toEqual([]);
});

test("one with nearly all entries does not keep the draw from ending, and wins first", () => {
  const weights = [1, 1, 2 ** 52, 1];
  expect(draw(weights, 4, "heavy")[0]).toBe(2);
  expect(draw(weights, 4, "heavy")).toHaveLength(4);
  expect(weightOf(uptoOf(weights), 2)).toBe(2 ** 52);
});

test("another seed, list, contest or public value is another draw", () => {
  const weights = Array.from({ length: 1000 }, () => 1);
  const upto = uptoOf(weights);
  const of = { upto, picks: 5, contest: "c", listHash: HASH, beacon: "", block: blockOf("s") };
  const base = drawLines(of).join();
  expect(drawLines({ ...of }).join()).toBe(base);
  for (const change of [{ block: blockOf("t") }, { listHash: "1".repeat(64) }, { contest: "d" }, { beacon: "drand 1" }])
    expect(drawLines({ ...of, ...change }).join()).not.toBe(base);
});

test("a value above the largest multiple of the weights is thrown away: no remainder is likelier", () => {
  // Three entries: 2^64 - 1 is the only value that is too large.
  const blocks = ["f".repeat(64), `${"0".repeat(15)}1${"0".repeat(48)}`];
  let n = 0;
  const block = (): string => blocks[n++] as string;
  expect(drawLines({ upto: uptoOf([1, 1, 1]), picks: 1, contest: "c", listHash: HASH, beacon: "", block })).toEqual([1]);
  expect(n).toBe(2);
});
