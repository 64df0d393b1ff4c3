/**
 * Seeds and run counts of every property test, in one place, so that a red run can be replayed:
 * VITEST_SEED=<printed seed> npx vitest run <file>.
 */

/** What fast-check's `fc.assert` takes as its second argument. */
export type Runs = { numRuns: number; seed: number };

const SEED = seedOfThisRun();

function seedOfThisRun(): number {
  const given = process.env["VITEST_SEED"];
  if (given === undefined || given === "") return Math.floor(Math.random() * 0x7fffffff);
  const seed = Number(given);
  if (!Number.isInteger(seed) || Math.abs(seed) > 0x7fffffff) throw new Error(`VITEST_SEED must be a 32-bit integer, got "${given}"`);
  return seed;
}

/**
 * CI runs everything in full, and so does `CI=true npm test`. Without it the few longest tests take less of the same, so that a
 * developer waits minutes: which ones, and how much less, stands where `inFull` is read.
 */
export const inFull = !["", "0", "false"].includes(process.env["CI"] ?? "");

/** `n` runs on this process's seed: `fc.assert(property, runs(1000))`. */
export function runs(n: number): Runs {
  return { numRuns: n, seed: SEED };
}

/** One line a property on standard output, the form that CI keeps: `P5 runs=1000 seed=123`. */
export function announce(name: string, what: { runs: number; seed: number }): void {
  console.log(`${name} runs=${what.runs} seed=${what.seed}`);
}

/** `runs(n)`, announced under the property's name: `fc.assert(property, announced("P5", 1000))`. */
export function announced(name: string, n: number): Runs {
  const chosen = runs(n);
  announce(name, { runs: chosen.numRuns, seed: chosen.seed });
  return chosen;
}
