/**
 * F1: 200 lives of 50 steps from seeds (SIM_OPS=200 for longer ones), the real engine on a real database beside a model that knows
 * nothing of it. A red run prints its seed: SIM_SEED=<seed> SIM_RUNS=1 npx vitest run --project server test/faults/simulation.test.ts
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { partsOf, verify } from "../support/people.ts";
import { simulate } from "../support/simulation.ts";
import { announce, inFull } from "../support/seeds.ts";

const RUNS = Number(process.env["SIM_RUNS"] ?? (inFull ? 200 : 40));
const OPS = Number(process.env["SIM_OPS"] ?? 50);
const SEED = Number(process.env["SIM_SEED"] ?? Math.floor(Math.random() * 1e9));
/** Lives at once: two cores, and each waits for the database half of the time. */
const ABREAST = 3;

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(() => e.close());

/** @returns what broke, or null. */
async function live(seed: number, totals: Record<string, number>): Promise<string | null> {
  const { wrong, sim } = await simulate({ e, parts: partsOf(e) }, seed, OPS);
  if (wrong.length > 0) return `seed ${seed}: ${wrong.join("; ")}\n${sim.log.join("\n")}`;
  const proof = await verify(e, sim.workspace);
  if (!proof.ok) return `seed ${seed}: ${proof.broken.join("; ")}\n${sim.log.join("\n")}`;
  await assertBooks(e, sim.workspace);
  for (const [what, n] of Object.entries({ ...sim.counts, events: sim.acknowledged.size })) totals[what] = (totals[what] ?? 0) + n;
  return null;
}

test(
  "F1: the books of any life are the model's, whatever was lost, repeated, reordered, cut or killed",
  { timeout: 600_000 },
  async () => {
    announce("F1", { runs: RUNS, seed: SEED });
    const totals: Record<string, number> = {};
    const seeds = Array.from({ length: RUNS }, (_, i) => SEED + i);
    const broken: string[] = [];
    await Promise.all(
      Array.from({ length: ABREAST }, async () => {
        for (let seed = seeds.shift(); seed !== undefined && broken.length === 0; seed = seeds.shift()) {
          const found = await live(seed, totals).catch((error: Error) => `seed ${seed} threw ${error.stack}`);
          if (found !== null) broken.push(found);
        }
      }),
    );
    console.log(`F1 ${OPS} steps a seed: ${JSON.stringify(totals)}`);
    expect(broken).toEqual([]);
    expect(totals["deaths"]).toBeGreaterThan(RUNS);
  },
);

test("F1: a seed replays the same life to the byte", { timeout: 120_000 }, async () => {
  const [one, two] = [await simulate({ e, parts: partsOf(e) }, SEED, OPS), await simulate({ e, parts: partsOf(e) }, SEED, OPS)];
  expect(one.sim.log.join("\n")).toBe(two.sim.log.join("\n"));
  expect([one.wrong, two.wrong]).toEqual([[], []]);
});
