/** Hostile lives: LIVES_SEED=<seed> LIVES_RUNS=1 npx vitest run --project server test/attack/lives.test.ts lives one again. */
import { expect, test } from "vitest";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { assertBooks } from "../support/books.ts";
import { createEngine } from "../support/engine.ts";
import { partsOf, verify } from "../support/people.ts";
import { announce } from "../support/seeds.ts";
import { actHostile, beginHostileLife, sendHostile } from "./hostile-life.ts";

const RUNS = Number(process.env["LIVES_RUNS"] ?? 2);
const SEED = Number(process.env["LIVES_SEED"] ?? Math.floor(Math.random() * 1e9));
const STEPS = Number(process.env["LIVES_STEPS"] ?? 40);

/** Lives one seed. @returns what broke first, or null. */
async function live(seed: number): Promise<string | null> {
  const e = await createEngine();
  const told: string[] = [];
  try {
    const parts = partsOf(e);
    const life = await beginHostileLife(e, parts, seed);
    life.told = told;
    for (let step = 0; step < STEPS; step++) {
      if (step < 4 || life.chance.next() < 0.3) await sendHostile(life, 5);
      else await actHostile(life);
      const proof = await verify(e, e.sandbox);
      if (!proof.ok) return `seed ${seed}, step ${step}: ${proof.broken.join("; ")}\n${told.join("\n")}`;
      await assertBooks(e, e.sandbox);
    }
    const again = await resettleWorkspace({ ...parts, pool: parts.settlePool }, e.sandbox);
    return again.transfers === 0 ? null : `seed ${seed}: folding everything again moved ${again.transfers} transfers\n${told.join("\n")}`;
  } catch (error) {
    return `seed ${seed} threw ${(error as Error).stack}\n${told.join("\n")}`;
  } finally {
    await e.close();
  }
}

test("the books are right after every step of any hostile life", { timeout: 60_000 * RUNS }, async () => {
  announce("hostile lives", { runs: RUNS, seed: SEED });
  for (let run = 0; run < RUNS; run++) expect(await live(SEED + run)).toBeNull();
});
